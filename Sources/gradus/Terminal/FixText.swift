import Reports
import Review
import TrainingLoad
import TrainingPlan

/// What a fix changes, as a coach reads it in the terminal.
struct FixText {
  let number: Int
  let summary: String
  let before: Checked
  let after: Checked
  /// What becomes of the file.
  let file: String

  func lines(_ style: Style) -> [String] {
    wrapped("Fix \(number): \(summary)", width: FindingsText.width) + [""]
      + ChangeText(before: before, after: after).lines(style) + [file]
  }
}

/// A schedule before and after a change: the weeks that differ, the verdicts, the findings gained and cleared.
struct ChangeText {
  let before: Checked
  let after: Checked

  func lines(_ style: Style) -> [String] {
    table(style) + ["", "Before: \(before.verdict)", "After:  \(after.verdict)"]
      + list("Cleared", in: before, andNot: after) + list("New", in: after, andNot: before)
  }

  /// What is to change or to watch after the change and was not before, and the other way round.
  var gained: [Finding] { findings(in: after, andNot: before) }
  var cleared: [Finding] { findings(in: before, andNot: after) }

  private func list(_ label: String, in some: Checked, andNot others: Checked) -> [String] {
    let found = findings(in: some, andNot: others)
    if found.isEmpty { return [] }
    return wrapped(
      label + ": " + found.map { "\($0.rule) \($0.span)" }.joined(separator: ", ") + ".",
      width: FindingsText.width)
  }

  /// What is to change or to watch in one review and not in the other.
  private func findings(in some: Checked, andNot others: Checked) -> [Finding] {
    let known = others.reviewed.items.map(\.finding)
    return some.reviewed.items.map(\.finding).filter { finding in
      finding.level > .note
        && !known.contains {
          $0.rule == finding.rule && $0.aspect == finding.aspect && $0.level == finding.level
            && $0.first <= finding.last && finding.first <= $0.last
        }
    }
  }

  /// The weeks that the change changes.
  private func table(_ style: Style) -> [String] {
    guard let old = before.answer, let new = after.answer else { return [] }
    var table = TextTable([
      ("week", .right), ("dates", .left), ("minutes", .right), ("after", .right), ("load", .right),
      ("after", .right), ("hip", .right), ("after", .right),
    ])
    let weeks = zip(WeekSummary.weeks(of: old), WeekSummary.weeks(of: new))
    for (a, b) in weeks where a.minutes != b.minutes || a.load != b.load || a.hip != b.hip {
      table.add([
        String(a.index + 1), a.days.lowerBound.dayAndMonth + " – " + a.days.upperBound.dayAndMonth,
        String(a.minutes), String(b.minutes), decimal(a.load), decimal(b.load), decimal(a.hip),
        decimal(b.hip),
      ])
    }
    return table.lines(style)
  }
}

extension WeekSummary {
  /// The weeks of an answer's schedule.
  static func weeks(of answer: Answer) -> [WeekSummary] {
    weeks(of: answer.schedule, problem: answer.problem)
  }
}
