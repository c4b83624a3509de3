extension StyleSheet {
  /// Sheets for the wall: read at arm's length on paper, tried on screens of every width.
  static let weekSheets = StyleSheet(
    css: [colours, sheetPage, sheetHead, sheetDays, sheetPaper].joined(separator: "\n"))

  private static let sheetPage = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--panel); color: var(--ink);
      font: 1rem/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
    main { max-width: 56rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) clamp(0.75rem, 3vw, 2rem); }
    h1, h2, h3, h4, p, ol { margin: 0; padding: 0; font-weight: inherit; }
    h1, h2, h3, h4 { line-height: 1.2; letter-spacing: -0.01em; }
    ol { list-style: none; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--series-1); outline-offset: 2px; }
    .plan h1 { font-size: clamp(1.75rem, 1.3rem + 2.4vw, 2.5rem); font-weight: 700; letter-spacing: -0.02em; }
    .plan p { margin-top: 0.375rem; color: var(--faint); }
    .plan ol { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-top: 0.75rem; }
    .plan a { display: inline-block; min-height: 24px; }
    .week { margin-top: 2rem; padding: clamp(1rem, 4vw, 2.25rem); background: var(--ground);
      border: 1px solid var(--line); border-radius: 4px; }
    """

  private static let sheetHead = """
    .which { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between;
      gap: 0.5em 2em; padding-bottom: 0.75em; border-bottom: 3px solid var(--ink); }
    h2 { font-size: 2.6em; font-weight: 750; letter-spacing: -0.03em; line-height: 1; }
    .of { font-size: 0.5em; font-weight: 500; letter-spacing: 0; color: var(--faint); }
    .dates { margin-top: 0.25em; font-size: 1.15em; }
    .aim { flex: 1 1 18em; max-width: 28em; }
    .phase { font-size: 1.15em; font-weight: 700; }
    .sum { color: var(--faint); }
    .foot { margin-top: 0.75em; color: var(--faint); font-size: 0.75rem; line-height: 1.35; }
    .maker { margin-top: 0.25em; }
    """

  private static let sheetDays = """
    .day { display: grid; grid-template-columns: 7em minmax(0, 1fr) 8.5em; gap: 0 1em; padding: 0.5em 0;
      border-bottom: 1px solid var(--line); }
    .weekday { display: block; font-size: 1.2em; font-weight: 700; }
    .date { color: var(--faint); font-weight: 400; letter-spacing: 0; }
    .session { display: grid; grid-template-columns: 1.5em minmax(0, 1fr) 2.6em; gap: 0 0.75em; }
    .session + .session, .away + .session { margin-top: 0.5em; }
    .box { width: 1.5em; height: 1.5em; border: 2px solid var(--ink); border-radius: 0.2em; text-align: center;
      font-weight: 700; line-height: 1.35; }
    h4 { font-size: 1.3em; }
    .name { font-weight: 700; }
    .time { white-space: nowrap; }
    .hard .name { text-decoration: underline; text-decoration-thickness: 0.12em; text-underline-offset: 0.15em; }
    .steps li { display: grid; grid-template-columns: 3.6em minmax(0, 1fr); gap: 0 0.5em; }
    .minutes { font-weight: 650; text-align: right; white-space: nowrap; }
    .effort { color: var(--faint); font-style: italic; }
    .do .effort { white-space: nowrap; }
    .felt { text-align: center; line-height: 1.1; }
    .frame { display: block; height: 1.9em; border: 1px solid var(--faint); border-radius: 0.2em; }
    .felt small, .notes small { color: var(--faint); font-size: 0.7em; }
    .notes { border-left: 1px solid var(--line); padding-left: 0.5em; line-height: 1; }
    .day.rest { color: var(--faint); padding: 0.3em 0; }
    .day.rest .weekday, .day.rest .date { display: inline; }
    .day.rest .weekday { font-weight: 500; }
    .rest p, .away { font-size: 1.15em; }
    .away { font-style: italic; }
    .event .name { font-size: 1.2em; }
    .event { border-top: 3px solid var(--ink); border-bottom: 3px solid var(--ink); }
    @media screen and (max-width: 40rem) {
      .day { grid-template-columns: minmax(0, 1fr); gap: 0.375em; }
      .weekday, .day .date { display: inline; }
      .felt, .notes { display: none; }
      .session { grid-template-columns: 1.5em minmax(0, 1fr); }
      .do .effort { white-space: normal; }
    }
    """

  /// A page a week, as large as the week allows; always light.
  private static let sheetPaper = """
    @page { margin: 12mm 13mm 11mm; }
    @media print {
      :root { color-scheme: light; }
      body { background: none; }
      main { max-width: none; padding: 0; }
      .plan { display: none; }
      .week { min-height: calc(100vh - 1mm); margin: 0; padding: 0; border: 0; border-radius: 0;
        display: flex; flex-direction: column; break-after: page; }
      .week:last-child { break-after: auto; }
      .pt13 { font-size: 13pt; } .pt12 { font-size: 12pt; } .pt11 { font-size: 11pt; }
      .pt10 { font-size: 10pt; } .pt9 { font-size: 9pt; } .pt8 { font-size: 8pt; }
      .days { flex: 1; display: flex; flex-direction: column; }
      .day { flex: 1 0 auto; break-inside: avoid; }
      .day.rest { flex: 0.25 0 auto; }
      .day, .day.rest { border-color: #9aa4ae; }
      .foot { font-size: 7.5pt; }
    }
    """
}
