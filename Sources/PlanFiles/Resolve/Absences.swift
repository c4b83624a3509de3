import TrainingLoad
import TrainingPlan

// The days on which nothing is possible, as the problem counts them.
extension Resolution {
  /// Minutes for each weekday, Monday first.
  var weekMinutes: [Double] { Weekday.allCases.map { plan.available.value[$0] ?? 0 } }

  /// The absences that fall into the plan, in day indices.
  var absences: [PlanProblem.Absence] {
    let lastDay = plan.event.date.value - plan.start.value - 1
    return plan.blocked.compactMap { blocked in
      let first = max(0, blocked.from - plan.start.value)
      let last = min(lastDay, blocked.to - plan.start.value)
      guard first <= last else { return nil }
      return PlanProblem.Absence(
        firstDay: first, lastDay: last, reason: blocked.why, seatedHours: blocked.seatedHours)
    }
  }

  /// The days of all absences, in order.
  var blockedDays: [Int] { Set(absences.flatMap { $0.firstDay...$0.lastDay }).sorted() }

  /// The plan weeks that absences make light ones.
  func weeksAway(_ kept: KeptLimits) -> WeeksAway {
    WeeksAway(
      PlanProblem.Availability(minutes: weekMinutes, blockedDays: blockedDays), start: plan.start.value,
      dayCount: plan.event.date.value - plan.start.value, leastDaysOff: firstWeekBack(kept).first?.days)
  }

  /// What follows for the limits from weeks with little time, and from those after them.
  func absencesInWords(_ kept: KeptLimits) -> [String] {
    let weeks = weeksAway(kept)
    return inWords(weeks.short) { week, saying, it in
      "Blocked days take most of \(week): \(saying), as light and as little varied as they make \(it)."
    }
      + inWords(weeks.back) { week, saying, _ in
        "Days off end before \(week): \(saying), so that the load goes on from where it was."
      }
  }

  private func inWords(_ weeks: [Int], _ say: (String, String, String) -> String) -> [String] {
    guard !weeks.isEmpty else { return [] }
    let numbers = weeks.map { String($0 + 1) }.listed
    return weeks.count == 1
      ? [say("week \(numbers)", "it is an easier week", "it")]
      : [say("weeks \(numbers)", "they are easier weeks", "them")]
  }

  /// What follows for the taper where few of the last seven days have time.
  func taperDaysInWords(_ limits: Limits, _ kept: KeptLimits) -> [String] {
    guard let asked = kept.settings.count("taper", "training_days"), let days = limits.taper?.minDaysLast7,
      days < asked
    else { return [] }
    return [
      "Taper: at least \(days == 1 ? "1 training day" : "\(days) training days") in the last seven instead of \(asked), "
        + "since no more have time."
    ]
  }

  /// What follows from a history that goes beyond limits by itself.
  func firstDaysInWords(_ limits: Limits) -> [String] {
    guard let first = limits.firstDays else { return [] }
    let all = [
      (first.rampAbsolute, "fitness that rises fast"), (first.formFloorRelative, "low form"),
      (first.hipPer7, "hip flexion"),
      (first.acwrEWMAMax ?? first.acwrCoupledMax ?? first.acwrUncoupledMax, "a high workload ratio"),
    ]
    let what = all.compactMap { $0.0 == nil ? nil : $0.1 }.joined(separator: ", ")
    let days = first.easyCount == 1 ? "The first day is" : "The first \(first.easyCount) days are"
    let easy = "\(days) without hard and long sessions"
    guard !what.isEmpty else { return ["\(easy), after the days off."] }
    return [
      "The days before the plan go beyond its limits by themselves (\(what)). \(easy) while that wears off."
    ]
  }
}
