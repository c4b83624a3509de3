import TrainingLoad
import TrainingPlan

/// Whether a long session asked for is out of reach by arithmetic alone: the single-session rule lets the longest
/// session grow by a share, once a week, from what was done before the plan.
enum UnreachableGoal {
  /// The clash of the first goal that no schedule can reach; nil where arithmetic does not forbid one.
  static func clash(in problem: PlanProblem) -> Infeasibility.Clash? {
    first(in: problem).map { clash($0.goal, $0.reachable, problem) }
  }

  /// Whether a goal is out of reach.
  static func isAsked(in problem: PlanProblem) -> Bool { first(in: problem) != nil }

  /// The first goal out of reach, and what is within it.
  private static func first(
    in problem: PlanProblem
  ) -> (goal: PlanProblem.LongSession, reachable: Reach)? {
    for goal in problem.goal.longSessions {
      // A window that is past is what it is.
      guard problem.dayCount - goal.latestDaysBefore >= problem.held.firstDay else { continue }
      let reachable = longest(
        of: goal.sport, daysBefore: goal.latestDaysBefore...goal.earliestDaysBefore, in: problem)
      if Double(reachable.whole) < goal.minutes { return (goal, reachable) }
    }
    return nil
  }

  /// How long a session can become, minutes: as the rule's shares multiply, and in whole minutes.
  private struct Reach {
    var exact = 0.0
    var whole = 0
    /// What the rule alone would let it become, whatever the time.
    var byRule = 0
  }

  /// An upper bound on a session of a sport in a window before the event.
  private static func longest(
    of sport: String, daysBefore: ClosedRange<Int>, in problem: PlanProblem
  ) -> Reach {
    var best = Reach()
    for session in problem.standingSessions where session.sport == sport {
      guard daysBefore.contains(problem.dayCount - (session.day - problem.start)) else { continue }
      best.exact = max(best.exact, Double(session.minutes))
      best.whole = max(best.whole, session.minutes)
    }
    for day in 0..<problem.dayCount where daysBefore.contains(problem.dayCount - day) {
      guard day >= problem.held.firstDay, !problem.availability.blockedDays.contains(day) else { continue }
      let weekday = problem.day(day).weekday
      let available = problem.availability.minutes[weekday.rawValue]
      for template in problem.templates where template.sport == sport && template.allows(weekday) {
        let progression = byProgression(sport, untilWeek: day / 7, in: problem)
        let cap = min(template.maxMinutes, available)
        best.byRule = max(best.byRule, progression.whole)
        best.exact = max(best.exact, min(cap, progression.exact))
        best.whole = max(best.whole, min(Int(cap), progression.whole))
      }
    }
    return best
  }

  private static func byProgression(_ sport: String, untilWeek week: Int, in problem: PlanProblem) -> Reach {
    guard let spike = problem.limits.spikeMax else { return Reach(exact: .infinity, whole: Int.max) }
    var longest = Reach(exact: start(of: sport, in: problem))
    var whole = longest.exact
    let weeks = week + 1 - problem.held.firstDay / 7
    for _ in 0..<(weeks * max(1, problem.limits.recordsPerWeek)) where longest.exact < 100_000 {
      longest.exact *= 1 + spike
      whole = ((1 + spike) * whole + 1e-9).rounded(.down)
    }
    longest.whole = Int(whole)
    return longest
  }

  /// The longest session that the first day that is planned may be compared with, or that stands later, minutes.
  private static func start(of sport: String, in problem: PlanProblem) -> Double {
    let recent = problem.history.sessions.filter {
      $0.sport == sport && $0.day < 0 && $0.day >= problem.held.firstDay - problem.limits.spikeWindowDays
    }
    let held = problem.standingSessions.filter { $0.sport == sport }.map { Double($0.minutes) }
    return max(problem.limits.baselineMinutes[sport] ?? 0, recent.map(\.minutes).max() ?? 0, held.max() ?? 0)
  }

  private static func clash(
    _ goal: PlanProblem.LongSession, _ reachable: Reach, _ problem: PlanProblem
  ) -> Infeasibility.Clash {
    let asked = Int(goal.minutes.rounded(.up))
    let from = Int(start(of: goal.sport, in: problem))
    let percent = Int(((problem.limits.spikeMax ?? 0) * 100).rounded())
    var weeksNeeded = 0
    var length = Double(max(1, from))
    while length < goal.minutes, weeksNeeded < 200 {
      for _ in 0..<max(1, problem.limits.recordsPerWeek) { length *= 1 + (problem.limits.spikeMax ?? 1) }
      weeksNeeded += 1
    }
    let weeks = weeksNeeded + (goal.latestDaysBefore + 6) / 7
    let name =
      "a \(goal.sport) of \(asked) min \(goal.latestDaysBefore) to \(goal.earliestDaysBefore) days before the event"
    let rule = Infeasibility.Wish(
      key: "limits.spike_max",
      text: "single-session rule: at most \(percent) % longer than the longest of the last "
        + "\(problem.limits.spikeWindowDays) days (\(from) min at the start)",
      help: "a longest \(goal.sport) of more than \(from) min before the plan begins")
    let time = Infeasibility.Wish(
      key: "availability", text: "the longest \(goal.sport) that the free days then have room for",
      help: "a day with \(asked) min for a \(goal.sport), where the sessions allow that much")
    let more = Infeasibility.Wish(
      key: "weeks", text: "\(problem.weekCount) weeks until the event",
      help: later(atLeast: max(weeks, problem.weekCount + 1), problem))
    return Infeasibility.Clash(
      summary:
        "\(name.capitalised) is out of reach: \(Int(reachable.exact)) min is what the limits reach by then.",
      wishes: [.init(key: "goal.min_long", text: name, help: shorter(goal, reachable, problem))]
        + (reachable.byRule >= asked ? [time] : [rule, more]))
  }

  /// The longest session that a schedule was found with.
  private static func shorter(
    _ goal: PlanProblem.LongSession, _ reachable: Reach, _ problem: PlanProblem
  ) -> String {
    guard let index = problem.goal.longSessions.firstIndex(of: goal) else { return "" }
    for less in stride(from: 0, through: 20, by: 5) {
      var changed = problem
      changed.goal.longSessions[index].minutes = Double(reachable.whole - less)
      if ClashSearch.isPossible(changed) {
        return "ask for \(reachable.whole - less) min"
      }
    }
    return ""
  }

  /// The fewest weeks that a schedule was found for, the event as much later.
  private static func later(atLeast weeks: Int, _ problem: PlanProblem) -> String {
    for more in 0..<6 {
      var changed = problem
      changed.event.dayIndex += 7 * (weeks + more - problem.weekCount)
      if !isAsked(in: changed), ClashSearch.isPossible(changed) {
        return "\(weeks + more) weeks instead of \(problem.weekCount)"
      }
    }
    return ""
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
