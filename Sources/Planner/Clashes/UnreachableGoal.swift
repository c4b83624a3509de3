import TrainingLoad
import TrainingPlan

/// A long session asked for that is out of reach by arithmetic alone: the single-session rule lets the longest session
/// grow by a share, so often a week, from what was done before the plan, and no day has room for more than its time.
struct UnreachableGoal {
  /// Its number among the long sessions.
  let index: Int
  let goal: PlanProblem.LongSession
  /// The longest that can be reached, minutes.
  let reachable: Int

  /// The first goal out of reach; nil where arithmetic does not forbid one.
  init?(in problem: PlanProblem) {
    for (index, goal) in problem.goal.longSessions.enumerated() {
      // A window that is past is what it is.
      guard problem.dayCount - goal.latestDaysBefore >= problem.held.firstDay else { continue }
      let reachable = Self.longest(
        of: goal.sport, daysBefore: goal.latestDaysBefore...goal.earliestDaysBefore, in: problem)
      if Double(reachable) < goal.minutes {
        self.index = index
        self.goal = goal
        self.reachable = reachable
        return
      }
    }
    return nil
  }

  /// An upper bound on a session of a sport in a window before the event, whole minutes.
  private static func longest(
    of sport: String, daysBefore: ClosedRange<Int>, in problem: PlanProblem
  ) -> Int {
    let blocked = Set(problem.availability.blockedDays)
    let reach = reach(of: sport, in: problem)
    let standing = problem.standingSessions.filter {
      $0.sport == sport && daysBefore.contains(problem.dayCount - ($0.day - problem.start))
    }
    var best = standing.map(\.minutes).max() ?? 0
    for day in 0..<problem.dayCount
    where day >= problem.held.firstDay && daysBefore.contains(problem.dayCount - day) {
      let weekday = problem.day(day).weekday
      guard !blocked.contains(day), !problem.rest.fixed.contains(weekday) else { continue }
      let available = problem.availability.minutes[weekday.rawValue]
      for template in problem.templates where template.sport == sport && template.allows(weekday) {
        if let hard = problem.limits.hard, template.isHard, problem.dayCount - day <= hard.noneBeforeEventDays
        {
          continue
        }
        best = max(best, min(Int(min(template.maxMinutes, available)), reach[day / 7]))
      }
    }
    return best
  }

  /// The longest session that the single-session rule can lead to by each week, whole minutes.
  private static func reach(of sport: String, in problem: PlanProblem) -> [Int] {
    guard let spike = problem.limits.spikeMax else {
      return Array(repeating: Int.max, count: problem.weekCount)
    }
    var length = start(of: sport, in: problem)
    return (0..<problem.weekCount).map { week in
      if week < problem.held.firstDay / 7 { return Int(length) }
      for _ in 0..<min(7, max(1, problem.limits.recordsPerWeek)) where length < 100_000 {
        length = ((1 + spike) * length + 1e-9).rounded(.down)
      }
      return Int(length)
    }
  }

  /// The longest session that the first day that is planned may be compared with, or that stands later, minutes.
  static func start(of sport: String, in problem: PlanProblem) -> Double {
    let recent = problem.history.sessions.filter {
      $0.sport == sport && $0.day < 0 && $0.day >= problem.held.firstDay - problem.limits.spikeWindowDays
    }
    let held = problem.standingSessions.filter { $0.sport == sport }.map { Double($0.minutes) }
    return max(problem.limits.baselineMinutes[sport] ?? 0, recent.map(\.minutes).max() ?? 0, held.max() ?? 0)
  }
}
