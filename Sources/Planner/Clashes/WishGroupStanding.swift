import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// What stands already and could be moved: lesser events to come, and sessions that were locked or written by hand.
  static func standing(of problem: PlanProblem) -> [WishGroup] {
    problem.tuneUps.indices.filter { problem.tuneUps[$0].dayIndex >= problem.held.firstDay }
      .map { tuneUp($0, of: problem) } + heldSessions(of: problem)
  }

  private static func tuneUp(_ index: Int, of problem: PlanProblem) -> WishGroup {
    let event = problem.tuneUps[index]
    let others = problem.tuneUps.map(\.dayIndex)
    let moves = [7, -7, 14, -14, 21, -21].filter { days in
      let day = event.dayIndex + days
      return (problem.held.firstDay..<problem.event.dayIndex).contains(day) && !others.contains(day)
        && !problem.availability.blockedDays.contains(day)
    }
    return WishGroup(
      "tune_ups.\(index)",
      "\(event.name) on \(problem.day(event.dayIndex)), a \(event.priority.rawValue) event with its short taper",
      boundsColumns: true,
      ladders: moves.map { days in
        let words =
          "\(event.name) \(count(abs(days) / 7, "week")) \(days > 0 ? "later" : "earlier"), on "
          + "\(problem.day(event.dayIndex + days))"
        return [
          Step(words) { changed in
            for place in changed.tuneUps.indices where changed.tuneUps[place] == event {
              changed.tuneUps[place].dayIndex += days
            }
          }
        ]
      } + [[Step("a plan without \(event.name)") { $0.tuneUps.removeAll { $0 == event } }]]
    ) { $0.tuneUps.removeAll { $0 == event } }
  }

  private static func heldSessions(of problem: PlanProblem) -> [WishGroup] {
    let first = problem.day(problem.held.firstDay)
    return problem.held.sessions.filter { !$0.isDone && $0.day >= first }.map { session in
      let words =
        "\(session.title) of \(session.minutes) min on \(session.day.weekday.shortName) \(session.day)"
      return WishGroup(
        "held.sessions.\(session.id)",
        words + (session.isLocked ? ", which is locked" : ", which was written by hand"), boundsColumns: true,
        ladders: [
          [
            Step(session.isLocked ? "unlock it: then it may move" : "give it up, or move it by hand") {
              $0.held.sessions.removeAll { $0.id == session.id }
            }
          ]
        ]
      ) { $0.held.sessions.removeAll { $0.id == session.id } }
    }
  }
}
