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
    .which { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.5em 2.5em; padding-bottom: 0.6em;
      border-bottom: 3px solid var(--ink); }
    h2 { font-size: 2.6em; font-weight: 750; letter-spacing: -0.03em; line-height: 1; }
    .of { font-size: 0.5em; font-weight: 500; letter-spacing: 0; color: var(--faint); }
    .dates { margin-top: 0.25em; font-size: 1.15em; }
    .aim { flex: 1 1 16em; }
    .phase { font-size: 1.15em; font-weight: 700; }
    .sum { color: var(--faint); }
    .foot { margin-top: 0.75em; color: var(--faint); font-size: 0.75rem; line-height: 1.35; }
    .maker { margin-top: 0.25em; }
    """

  private static let sheetDays = """
    .day { display: grid; grid-template-columns: 7.5em minmax(0, 1fr); gap: 0 1em; padding: 0.5em 0;
      border-bottom: 1px solid var(--line); }
    h3 { white-space: nowrap; }
    .weekday { display: block; font-size: 1.1em; font-weight: 700; }
    .date { color: var(--faint); font-weight: 400; letter-spacing: 0; }
    .sessions { display: flex; flex-direction: column; gap: 0.5em; }
    .session { display: grid; grid-template-columns: 1.5em minmax(0, 1fr) 5.5em; gap: 0 0.75em; flex: 1 0 auto; }
    .box { width: 1.5em; height: 1.5em; border: 2px solid var(--ink); border-radius: 0.2em; text-align: center;
      font-weight: 700; line-height: 1.35; }
    h4 { font-size: 1.3em; margin-bottom: 0.1em; }
    .name { font-weight: 700; }
    .time { white-space: nowrap; }
    .kind { padding: 0 0.4em; border: 2px solid var(--ink); border-radius: 1em; font-size: 0.7em; font-weight: 700;
      vertical-align: 0.15em; }
    .steps li { display: grid; grid-template-columns: 3.9em minmax(0, 1fr); gap: 0 0.6em; }
    .minutes { font-weight: 650; text-align: right; white-space: nowrap; }
    .effort { color: var(--faint); font-style: italic; }
    .do .effort { white-space: nowrap; }
    .felt { border-left: 1px solid var(--line); padding-left: 0.75em; color: var(--faint); line-height: 1; }
    .felt small { font-size: 0.75em; white-space: nowrap; }
    .frame { display: block; width: 2.4em; height: 1.7em; margin-bottom: 0.25em; border: 1px solid var(--faint);
      border-radius: 0.2em; }
    .day.rest { grid-template-columns: minmax(7.5em, max-content) minmax(0, 1fr); padding: 0.3em 0; }
    .day.rest .weekday, .day.rest .date { display: inline; font-size: 1.1em; }
    .day.rest .weekday { font-weight: 500; }
    .day.rest, .day.rest p { color: var(--faint); }
    .rest p, .away { font-size: 1.1em; line-height: 1.3; }
    .away { font-style: italic; }
    .event { border-top: 3px solid var(--ink); border-bottom: 3px solid var(--ink); }
    .event .name { font-size: 1.2em; }
    @media screen and (max-width: 40rem) {
      .day { grid-template-columns: minmax(0, 1fr); gap: 0.375em; }
      .weekday, .day .date { display: inline; }
      .felt { display: none; }
      .session { grid-template-columns: 1.5em minmax(0, 1fr); }
      .do .effort { white-space: normal; }
    }
    """

  /// A page a week, as large as the week allows; always light.
  private static let sheetPaper = """
    @page { margin: 12mm 13mm 11mm; }
    @media print {
      :root { color-scheme: light; }
      body { background: none; line-height: 1.25; }
      main { max-width: none; padding: 0; }
      .plan { display: none; }
      .week { min-height: calc(100vh - 1mm); margin: 0; padding: 0; border: 0; border-radius: 0;
        display: flex; flex-direction: column; break-after: page; }
      .week:last-child { break-after: auto; }
      .days { flex: 1; display: flex; flex-direction: column; }
      .day { flex: 1 0 auto; break-inside: avoid; }
      .day.rest { flex: 0.2 0 auto; }
      .day, .day.rest, .felt { border-color: #9aa4ae; }
      .foot { font-size: 7.5pt; }
      \(WeekSheet.sizes.map { ".pt\($0) { font-size: \($0)pt; }" }.joined(separator: " "))
    }
    """
}
