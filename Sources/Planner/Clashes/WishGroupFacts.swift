import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// What is no wish, and yet could be otherwise, where a set asks for more than there is time to build up to: the day of
  /// the event, and the longest session before the plan. It can be changed, not left out.
  static func facts(of problem: PlanProblem, for set: [WishGroup]) -> [WishGroup] {
    let goals = problem.goal.longSessions.indices.filter { index in
      set.contains { $0.rows.contains(.goal(index)) }
    }
    let asksForFitness = set.contains { $0.rows.contains(.fitness) }
    guard !goals.isEmpty || asksForFitness else { return [] }
    let isBySpike = set.contains { $0.key == "limits.spike_max" }
    return [laterEvent(problem)] + (isBySpike ? goals.compactMap { longerStart(problem, goal: $0) } : [])
  }

  private static func laterEvent(_ problem: PlanProblem) -> WishGroup {
    let weeks = problem.weekCount
    var group = WishGroup(
      "event.day_index", "\(weeks) weeks until the event",
      ladders: [
        (1...40).map { more in
          let day = problem.day(problem.event.dayIndex + 7 * more)
          return Step("\(weeks + more) weeks instead of \(weeks): an event on \(day)") {
            $0.event.dayIndex += 7 * more
          }
        }
      ]
    ) { _ in }
    // A few weeks more than the least leave time for easier weeks and the taper.
    group.firstStride = 6
    (group.isGapless, group.patience) = (true, .long)
    group.isNested = false
    return group
  }

  private static func longerStart(_ problem: PlanProblem, goal index: Int) -> WishGroup? {
    let goal = problem.goal.longSessions[index]
    let before = Int(longestLately(goal.sport, in: problem))
    guard Double(before) < goal.minutes else { return nil }
    let window = problem.limits.spikeWindowDays
    return WishGroup(
      "history.sessions",
      "the start: \(before) min, the longest \(goal.sport) of the last \(window) days or what is taken as usual",
      ladders: [
        stride(from: before / 5 * 5 + 5, through: Int(goal.minutes) + 5, by: 5).map { minutes in
          Step("\(session(of: goal.sport)) of \(minutes) min before the plan begins") {
            $0.history.sessions.append(
              PlanProblem.PastSession(day: -1, sport: goal.sport, minutes: Double(minutes)))
          }
        }
      ]
    ) { _ in }
  }

  /// The longest session that the first day that is planned may be compared with, or that stands later, minutes.
  private static func longestLately(_ sport: String, in problem: PlanProblem) -> Double {
    let recent = problem.history.sessions.filter {
      $0.sport == sport && $0.day < 0 && $0.day >= problem.held.firstDay - problem.limits.spikeWindowDays
    }
    let held = problem.standingSessions.filter { $0.sport == sport }.map { Double($0.minutes) }
    return max(problem.limits.baselineMinutes[sport] ?? 0, recent.map(\.minutes).max() ?? 0, held.max() ?? 0)
  }
}
