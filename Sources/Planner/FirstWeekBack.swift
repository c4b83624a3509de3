import TrainingLoad
import TrainingPlan

/// The first week after an absence within a plan, which holds a share of a usual one at most (science R17).
struct FirstWeekBack {
  /// The last of its seven days.
  let lastDay: Int
  /// Its load, at most, as a share of the load of the four weeks that end with it.
  let share: Double

  /// Days off from which too little of the four weeks is left to say what was usual.
  private static let tooLong = 18

  /// Those of a plan that lie ahead.
  static func all(in problem: PlanProblem) -> [FirstWeekBack] {
    returns(in: problem).compactMap { day, gap, share in
      guard day + 6 < problem.dayCount, gap < tooLong else { return nil }
      // Of the four weeks, the absence holds nothing and the first week back so many times the days before both.
      let rate = share * 7 / Double(21 - gap)
      return FirstWeekBack(lastDay: day + 6, share: rate / (1 + rate))
    }
  }

  /// The first days after absences, those that lie ahead: each with the days off before it and the share of a usual week
  /// that the days from it on may hold.
  static func returns(in problem: PlanProblem) -> [(day: Int, gap: Int, share: Double)] {
    guard let steps = problem.coaching?.firstWeekBack, !steps.isEmpty else { return [] }
    let isAway = daysAway(in: problem)
    return (1..<max(1, problem.dayCount)).compactMap { day in
      guard day >= problem.held.firstDay, !isAway[day], isAway[day - 1] else { return nil }
      let gap = isAway[..<day].reversed().prefix { $0 }.count
      return steps.last { $0.days <= gap }.map { (day, gap, $0.share) }
    }
  }

  /// Days on which nothing is possible, and days of the past on which nothing was done.
  private static func daysAway(in problem: PlanProblem) -> [Bool] {
    let trained = Set(problem.held.sessions.filter { $0.load > 0 }.map { $0.day - problem.start })
    let blocked = Set(problem.availability.blockedDays)
    return (0..<problem.dayCount).map { day in
      day < problem.held.firstDay ? !trained.contains(day) : blocked.contains(day)
    }
  }
}
