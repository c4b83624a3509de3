import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// The lesser events that are still to come.
  static func tuneUps(of problem: PlanProblem) -> [WishGroup] {
    let held = problem.held.ids
    return problem.tuneUpSessions.filter { !held.contains($0.session.id) }.map { tuneUp, session in
      WishGroup(
        "tune_ups", "\(tuneUp.name) on \(session.day.weekday.shortName) \(session.day)", [],
        steps: [Step(words: "leave it out") { $0.tuneUps.removeAll { $0 == tuneUp } }]
      ) { $0.tuneUps.removeAll { $0 == tuneUp } }
    }
  }
}
