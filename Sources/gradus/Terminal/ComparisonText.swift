import Reports
import Review
import TrainingLoad
import TrainingPlan

/// Two schedules side by side, as a coach reads them in the terminal.
struct ComparisonText {
  let comparison: Comparison
  let style: Style

  /// What is said first, the sessions, the weeks that differ, and the findings.
  func lines(_ says: [String], notes: [String] = []) -> [String] {
    paragraphs(says) + sessions + paragraphs(notes) + [""] + weeks + [""] + verdicts + cleared + gained + [""]
  }

  private func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { wrapped($0, width: FindingsText.width) }
  }

  /// The sessions that are not kept, one a line.
  private var sessions: [String] {
    comparison.sessions.changes.flatMap { change in
      let date = "\(change.session.day.weekday.shortName) \(change.session.day)"
      return wrapped("\(date)  \(change.session.inShort): \(change.words)", width: FindingsText.width - 4)
        .enumerated().map { ($0.offset == 0 ? "" : "    ") + $0.element }
    }
  }

  private var weeks: [String] {
    let weeks = comparison.weeks
    let differing = weeks.filter(\.differs)
    if differing.isEmpty { return ["The weeks are alike."] }
    var table = TextTable([
      ("week", .right), ("dates", .left), ("minutes", .right), ("load", .right), ("hip", .right),
      ("rest", .right),
    ])
    for week in differing {
      guard let days = week.summary?.days else { continue }
      table.add(
        [
          week.summary.map { String($0.index + 1) } ?? "",
          days.lowerBound.dayAndMonth + " – " + days.upperBound.dayAndMonth,
        ] + cells(week.before.map { [$0] }, week.after.map { [$0] }))
    }
    let all = cells(weeks.compactMap(\.before), weeks.compactMap(\.after))
    if weeks.count > 1, all.contains(where: { $0.contains("→") }) { table.add(["", "all weeks"] + all) }
    return table.lines(style)
  }

  /// Minutes, load, hip flexion and rest days before and after.
  private func cells(_ before: [WeekSummary]?, _ after: [WeekSummary]?) -> [String] {
    let numbers: [(WeekSummary) -> Double] = [{ Double($0.minutes) }, \.load, \.hip, { Double($0.restDays) }]
    return numbers.map { number in
      let old = before.map { decimal($0.reduce(0) { $0 + number($1) }) }
      let new = after.map { decimal($0.reduce(0) { $0 + number($1) }) }
      return old == new ? new ?? "" : "\(old ?? "–") → \(new ?? "–")"
    }
  }

  private var verdicts: [String] {
    let (before, after) = (comparison.before.verdict, comparison.after.verdict)
    let isSame = before == after && comparison.cleared.isEmpty && comparison.gained.isEmpty
    return isSame ? ["Findings as before: " + after] : ["Before: " + before, "After:  " + after]
  }

  private var cleared: [String] {
    let items = comparison.cleared
    if items.isEmpty { return [] }
    let names = items.map { "\($0.finding.rule) \($0.finding.span)" }
    return wrapped("Cleared: " + names.joined(separator: ", ") + ".", width: FindingsText.width)
  }

  /// What is new, with its sentence and the smallest change that would clear it.
  private var gained: [String] {
    comparison.gained.flatMap { item in
      let finding = item.finding
      let fix = item.fix.map { ["Fix: " + $0.summary] } ?? []
      return ["New: \(finding.level.mark) \(finding.rule) \(finding.span)"]
        + ([finding.message] + fix).flatMap { text in
          wrapped(text, width: FindingsText.width - 5).map { "     " + $0 }
        }
    }
  }
}
