/// How a page looks: on screens light and dark, from 360 pixels, and on paper.
struct StyleSheet: Equatable, Sendable {
  /// The rules; what a person wrote stands in them as escaped strings only.
  let css: String

  /// The look of a report; `foot` stands at the foot of every printed page.
  static func report(foot: String) -> StyleSheet {
    let parts = [colours, page, head, findings, charts, days, paper(foot: foot)]
    return StyleSheet(css: parts.joined(separator: "\n"))
  }

  /// Five series colours that people with each kind of colour vision tell apart, at least 3:1 on their ground;
  /// words at least 4.5:1.
  static let colours = """
    :root { color-scheme: light dark;
      --ground: #ffffff; --panel: #f5f7f8; --ink: #1a2027; --faint: #55606b; --line: #d4dae0; --link: #0b5d52;
      --change: #a3241b; --watch: #8a4b00; --note: #55606b;
      --series-1: #0f7869; --series-2: #d2781e; --series-3: #5a00d2; --series-4: #b469ff; --series-5: #783c0f; }
    @media screen and (prefers-color-scheme: dark) { :root {
      --ground: #12151a; --panel: #1b2027; --ink: #e8ebee; --faint: #a7b0ba; --line: #39424d; --link: #8fd9c6;
      --change: #ff9a8f; --watch: #f2b968; --note: #a7b0ba;
      --series-1: #78c396; --series-2: #e196e1; --series-3: #d2000f; --series-4: #960ff0; --series-5: #5a7878; } }
    """

  private static let page = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
    main { max-width: 60rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 4rem) clamp(1rem, 5vw, 3rem); }
    h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; letter-spacing: -0.01em; }
    h1 { font-size: clamp(1.75rem, 1.3rem + 2.4vw, 2.75rem); font-weight: 700; letter-spacing: -0.02em; }
    h2 { font-size: 1.5rem; font-weight: 650; margin-bottom: 1rem; }
    h3 { font-size: 1.125rem; font-weight: 650; }
    h4 { font-size: 1rem; font-weight: 650; }
    p { margin: 0; max-width: 70ch; text-wrap: pretty; }
    p + p { margin-top: 0.5rem; }
    ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    ul[role=list], ol[role=list] { list-style: none; }
    a { color: var(--link); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
    code { font: 0.875em ui-monospace, "SF Mono", "Liberation Mono", monospace; }
    :focus-visible { outline: 3px solid var(--series-1); outline-offset: 2px; }
    section { margin-top: 3.5rem; }
    section > ul:not([role]) { padding-left: 1.25rem; max-width: 70ch; }
    section > ul:not([role]) > li + li { margin-top: 0.5rem; }
    summary { cursor: pointer; color: var(--link); min-height: 24px; padding: 0.125rem 0; width: fit-content; }
    .scroll { overflow-x: auto; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    @media screen and (min-width: 76rem) { #weeks .scroll { margin-inline: -6rem; } }
    table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; }
    th, td { padding: 0.5rem 0.625rem; text-align: left; vertical-align: top; white-space: nowrap; }
    th:first-child { padding-left: 0.25rem; }
    .number { text-align: right; }
    thead th { color: var(--faint); font-weight: 500; vertical-align: bottom; }
    tbody th { font-weight: 600; }
    tbody tr { border-top: 1px solid var(--line); }
    .legend { margin-top: 0.75rem; color: var(--faint); font-size: 0.875rem; }
    .notice { margin-top: 3.5rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
    .how dl { display: grid; gap: 0.25rem 2rem; }
    .how dt { font-weight: 650; margin-top: 1rem; }
    .how dd p { margin-top: 0.125rem; }
    .formula { font-style: italic; }
    .evidence { color: var(--faint); font-size: 0.9375rem; }
    @media (min-width: 48rem) {
      .how dl { grid-template-columns: 12rem 1fr; gap: 1.25rem 2rem; margin-top: 1.5rem; }
      .how dt { margin-top: 0; }
    }
    @media (prefers-reduced-motion: reduce) { * { animation: none; transition: none; scroll-behavior: auto; } }
    """

  private static let head = """
    .kind { color: var(--faint); font-size: 0.875rem; font-weight: 600; margin-bottom: 0.5rem; }
    .for { margin-top: 0.5rem; color: var(--faint); font-size: 1.0625rem; }
    .verdict { margin-top: 1.75rem; padding: 1.125rem 1.375rem; background: var(--panel);
      border-left: 5px solid var(--series-1); border-radius: 3px; }
    .verdict.change { border-color: var(--change); }
    .verdict.watch { border-color: var(--watch); }
    .verdict .sentence { font-size: 1.25rem; font-weight: 600; line-height: 1.4; }
    .change > .sentence .shape { color: var(--change); }
    .watch > .sentence .shape { color: var(--watch); }
    .identity { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 1.25rem;
      color: var(--faint); font-size: 0.8125rem; }
    .identity div { display: flex; gap: 0.375rem; }
    .identity dt { font-weight: 600; }
    .strip { margin-top: 2.25rem; }
    .strip dl { display: grid; grid-template-columns: repeat(2, 1fr); gap: 1.25rem 1.5rem;
      padding: 1.25rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    .strip dt { font-size: 0.8125rem; color: var(--faint); line-height: 1.3; }
    .strip .value { display: block; font-size: 1.5rem; font-weight: 650; line-height: 1.3;
      letter-spacing: -0.01em; margin-top: 0.125rem; }
    .strip .note { display: block; font-size: 0.8125rem; color: var(--faint); line-height: 1.35; }
    @media (min-width: 34rem) { .strip dl { grid-template-columns: repeat(3, 1fr); } }
    @media (min-width: 56rem) { .strip dl { grid-template-columns: repeat(auto-fit, minmax(0, 1fr)); gap: 1rem; }
      .strip dl { grid-auto-flow: column; grid-auto-columns: 1fr; grid-template-columns: none; } }
    """

  private static let findings = """
    #findings > h3 { margin: 2rem 0 0.75rem; }
    .point { padding: 1.25rem 0 1.25rem 1.25rem; border-left: 3px solid var(--line); margin-bottom: 1.5rem; }
    .point.change { border-color: var(--change); }
    .point.watch { border-color: var(--watch); }
    .point { padding-block: 0.125rem; }
    .point h4 { font-size: 1.125rem; }
    .point .shape { display: inline-block; width: 1.1em; }
    .point.change .shape, .point.change .level { color: var(--change); }
    .point.watch .shape, .point.watch .level { color: var(--watch); }
    .point .level { font-weight: 650; }
    .where, .when, .causes, .sum, .provisional, .ask { color: var(--faint); font-size: 0.9375rem; }
    .finding { margin-top: 0.875rem; }
    .finding + .finding { padding-top: 0.875rem; border-top: 1px solid var(--line); }
    .finding p + p { margin-top: 0.25rem; }
    .finding .when { font-weight: 600; }
    .sum { font-style: italic; }
    .fix { margin-top: 0.625rem; padding: 0.625rem 0.875rem; background: var(--panel); border-radius: 3px; }
    .fix ul { padding-left: 1.25rem; }
    .ask { margin-top: 0.625rem; }
    .proof { margin-top: 0.625rem; font-size: 0.9375rem; }
    .proof dl { margin-top: 0.5rem; max-width: 70ch; }
    .proof dt { font-weight: 650; }
    .proof dd + dt { margin-top: 0.5rem; }
    .proof ul { padding-left: 1.25rem; }
    .notes > summary { margin-top: 2rem; }
    .notes > summary h3 { display: inline; }
    .notes .point:first-of-type { margin-top: 1rem; }
    @media (min-width: 48rem) {
      .finding { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 1.25rem; }
      .proof dl { display: grid; grid-template-columns: 7rem 1fr; gap: 0.5rem 1rem; }
      .proof dd + dt { margin-top: 0; }
    }
    """

  private static let charts = """
    figure + figure { margin-top: 2.75rem; }
    figure .summary { margin: 0.25rem 0 0.75rem; }
    figure svg { display: block; width: 100%; height: auto; }
    .picture { container-type: inline-size; max-width: 46rem; }
    @container (min-width: 26rem) { .chart { font-size: 11px; } }
    @container (min-width: 34rem) { .chart { font-size: 9px; } }
    @container (min-width: 42rem) { .chart { font-size: 7.5px; } }
    .caution { color: var(--faint); font-size: 0.9375rem; margin-top: 0.5rem; }
    .numbers { margin-top: 0.5rem; font-size: 0.9375rem; }
    .numbers .scroll { margin-top: 0.5rem; }
    """

  private static let days = """
    .day { padding: 1rem 0; border-top: 1px solid var(--line); }
    .day:last-child { border-bottom: 1px solid var(--line); }
    .day h3 { font-size: 1rem; }
    .day.quiet { color: var(--faint); padding: 0.5rem 0; }
    .day.quiet h3 { font-weight: 500; line-height: 1.6; }
    .session + .session, .away + .session { margin-top: 1rem; }
    .session .time { font-weight: 400; color: var(--faint); margin-left: 0.375rem; }
    .steps { list-style: none; margin-top: 0.375rem; }
    .steps li { display: grid; grid-template-columns: 4rem 1fr; gap: 0 0.75rem; padding: 0.125rem 0; }
    .steps .minutes { color: var(--faint); }
    .steps .effort { grid-column: 2; color: var(--faint); font-size: 0.9375rem; }
    .session .why { margin-top: 0.375rem; color: var(--faint); font-size: 0.9375rem; }
    .movements { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem;
      margin: 1.25rem 0; }
    .movements li { padding: 1rem 1.125rem; background: var(--panel); border-radius: 3px; }
    .movements p { font-size: 0.9375rem; }
    .movements .dose { font-weight: 600; }
    .hurts { color: var(--faint); }
    .stop { font-weight: 600; }
    @media (min-width: 48rem) {
      .day { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; }
      .steps li { grid-template-columns: 4rem 1fr 12.5rem; }
      .steps .effort { grid-column: 3; }
    }
    """

  /// Paper is always light. Details stand open, but for what the notes rest on; heads of tables repeat; no finding and no
  /// row is cut.
  private static func paper(foot: String) -> String {
    """
    @page { margin: 15mm;
      @bottom-left { content: \(foot.asStyleString); font: 8pt system-ui, sans-serif; color: #55606b; }
      @bottom-right { content: "page " counter(page) " of " counter(pages); font: 8pt system-ui, sans-serif;
        color: #55606b; } }
    @media print {
      :root { color-scheme: light; }
      html { font-size: 9pt; }
      body { line-height: 1.45; }
      h1 { font-size: 22pt; }
      main { max-width: none; padding: 0; }
      section, .notice { margin-top: 2rem; }
      details > summary { list-style: none; color: var(--ink); font-weight: 650; }
      details.numbers > summary, details.proof > summary { color: var(--faint); }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      .scroll { overflow: visible; }
      th, td { white-space: normal; padding: 0.25rem 0.375rem; }
      th:first-child, td:first-of-type { white-space: nowrap; }
      thead { display: table-header-group; }
      tr, .finding, .point > header, .session, .quiet, .movements li, .drawn, .proof dd, .verdict, .strip, .how dd,
        .notice { break-inside: avoid; }
      h2, h3, h4, .point > header, figure .summary, .how dt, .proof dt { break-after: avoid; }
      #weeks { break-inside: avoid; }
      .notes .proof { display: none; }
      .numbers table { font-size: 7.5pt; line-height: 1.25; }
      .numbers th, .numbers td { padding-block: 0.1rem; }
      a { color: inherit; }
      .verdict, .fix, .movements li { border: 1px solid var(--line); }
      .verdict { border-left-width: 5px; }
    }
    """
  }
}
