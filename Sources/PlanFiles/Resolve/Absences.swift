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

  /// The plan weeks that lose more than half of their time, or of their days with time, to absences, from 0.
  var shortWeeks: [Int] {
    func minutes(_ day: Int) -> Double { weekMinutes[(plan.start.value + day).weekday.rawValue] }
    let blocked = Set(blockedDays)
    return Set(blockedDays.map { $0 / 7 }).sorted().filter { week in
      let days = (7 * week..<7 * week + 7).filter { minutes($0) > 0 }
      let lost = days.filter(blocked.contains)
      let time = days.reduce(0) { $0 + minutes($1) }
      return 2 * lost.count > days.count || 2 * lost.reduce(0) { $0 + minutes($1) } > time
    }
  }

  /// What follows for the limits from weeks with little time.
  var absencesInWords: [String] {
    let weeks = shortWeeks.map { String($0 + 1) }
    guard !weeks.isEmpty else { return [] }
    let (week, saying, it) =
      weeks.count == 1
      ? ("week", "it is an easier week", "it") : ("weeks", "they are easier weeks", "them")
    return [
      "Blocked days take most of \(week) \(weeks.joined(separator: ", ")): \(saying), "
        + "as light and as little varied as they make \(it)."
    ]
  }
}
