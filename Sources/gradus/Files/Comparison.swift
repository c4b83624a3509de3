import Reports
import Review
import TrainingPlan

/// Two schedules side by side: their sessions, weeks and findings.
struct Comparison {
  let before: Checked
  let after: Checked
  let sessions: ScheduleDifference

  init(_ before: Checked, _ after: Checked, sessions: ScheduleDifference) {
    (self.before, self.after, self.sessions) = (before, after, sessions)
  }

  /// A week in both; nil where one of the schedules has no such week.
  struct Week {
    let before: WeekSummary?
    let after: WeekSummary?
    /// Whether sessions of the week are not kept.
    let isTouched: Bool

    /// The week as it is, or was where it is gone.
    var summary: WeekSummary? { after ?? before }

    var differs: Bool {
      guard let before, let after else { return true }
      return isTouched || before.minutes != after.minutes || before.load != after.load
        || before.hip != after.hip || before.restDays != after.restDays
    }
  }

  /// The weeks in order.
  var weeks: [Week] {
    let old = before.answer.map(WeekSummary.weeks) ?? []
    let new = after.answer.map(WeekSummary.weeks) ?? []
    return (0..<max(old.count, new.count)).map { index in
      let (a, b) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
      let isTouched = sessions.changes.contains { change in
        a.map { week in change.before.map { week.days.contains($0.day) } ?? false } ?? false
          || b.map { week in change.after.map { week.days.contains($0.day) } ?? false } ?? false
      }
      return Week(before: a, after: b, isTouched: isTouched)
    }
  }

  /// What was to change or to watch before, and is no more.
  var cleared: [Reviewed.Item] { Self.items(of: before, notIn: after) }
  /// What is to change or to watch, and was not before.
  var gained: [Reviewed.Item] { Self.items(of: after, notIn: before) }

  private static func items(of some: Checked, notIn others: Checked) -> [Reviewed.Item] {
    let known = others.reviewed.items.map(\.finding)
    return some.reviewed.items.filter { item in
      let finding = item.finding
      return finding.level > .note
        && !known.contains {
          $0.rule == finding.rule && $0.aspect == finding.aspect && $0.level == finding.level
            && $0.first <= finding.last && finding.first <= $0.last
        }
    }
  }
}

extension WeekSummary {
  /// The weeks of an answer's schedule.
  static func weeks(of answer: Answer) -> [WeekSummary] {
    weeks(of: answer.schedule, problem: answer.problem)
  }
}
