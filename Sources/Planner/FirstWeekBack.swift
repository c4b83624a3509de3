import TrainingLoad
import TrainingPlan

/// The first week after an absence within a plan, which holds a share of a usual one at most (science R17): of the mean of
/// the four weeks before the absence.
struct FirstWeekBack {
  /// The first day after the absence.
  let day: Int
  /// Days off before it.
  let gap: Int
  private let steps: [Coaching.WeekBack]

  /// Days after an absence that may still be without training: they are days off then, and the week begins after them.
  private static let mostIdleDays = 2

  /// Those of a plan that lie ahead.
  static func all(in problem: PlanProblem) -> [FirstWeekBack] {
    guard let steps = problem.coaching?.firstWeekBack, !steps.isEmpty else { return [] }
    let isAway = daysAway(in: problem)
    return (1..<max(1, problem.dayCount)).compactMap { day in
      guard day >= problem.held.firstDay, !isAway[day], isAway[day - 1] else { return nil }
      let gap = isAway[..<day].reversed().prefix { $0 }.count
      let back = FirstWeekBack(day: day, gap: gap, steps: steps)
      return back.share(idleDays: mostIdleDays) == nil ? nil : back
    }
  }

  /// What the weeks that end with some days are held to: the first ones after absences, that of a plan that begins
  /// after one, and the one that follows weeks of the past in which little was done.
  static func loadLimits(of problem: PlanProblem) -> [(day: Int, limit: TuneUpDays.LoadLimit)] {
    let inPlan = all(in: problem).flatMap { $0.loadLimits(historyCount: problem.history.load.count) }
    let planned = problem.held.firstDay
    if planned < 7, let most = problem.limits.firstDays?.weekLoad {
      return inPlan + firstWeek(from: 0, most: most, mostIdleDays: planned > 0 ? 0 : mostIdleDays)
    }
    guard let lost = LostTraining(in: problem) else { return inPlan }
    let idle = lost.firstDay < planned ? 0 : mostIdleDays
    return inPlan + firstWeek(from: lost.firstDay, most: lost.firstWeekLoad, mostIdleDays: idle)
  }

  /// A limit of the week from a day on, and of those that begin some days without training later.
  private static func firstWeek(
    from day: Int, most: Double, mostIdleDays: Int
  ) -> [(day: Int, limit: TuneUpDays.LoadLimit)] {
    (0...mostIdleDays).map { idle in
      (day + 6 + idle, TuneUpDays.LoadLimit(days: 7, most: most, share: 0, back: 7 + idle, idleDays: idle))
    }
  }

  /// The share of a usual week, 0-1, where so many more days are without training; nil where that is no absence yet.
  func share(idleDays: Int = 0) -> Double? { steps.last { $0.days <= gap + idleDays }?.share }

  /// What the week that ends on a day is held to, where the four weeks before the absence are known.
  func loadLimits(historyCount: Int) -> [(day: Int, limit: TuneUpDays.LoadLimit)] {
    (0...Self.mostIdleDays).compactMap { idle in
      guard let share = share(idleDays: idle) else { return nil }
      let limit = TuneUpDays.LoadLimit(days: 7, share: share / 4, back: 7 + idle + gap, idleDays: idle)
      let last = day + idle + 6
      return historyCount + last + 1 >= limit.reach ? (last, limit) : nil
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
