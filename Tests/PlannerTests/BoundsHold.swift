import PlanFiles
import Review
import Testing
import TrainingPlan

@testable import Planner

extension PlanProblem {
  /// Expects that nothing proves against a schedule of drawn problems that were changed, and that their schedules pass the
  /// review.
  ///
  /// - Parameters:
  ///   - first: The seed of the first problem.
  ///   - count: Problems that are drawn, at most; a dozen with a schedule are enough.
  ///   - change: Changes a problem, given its number; false where it is no case.
  /// - Throws: what reading the catalogue and the rule book throws.
  static func expectBoundsToHold(
    from first: UInt64, count: Int, change: (inout PlanProblem, _ number: Int) -> Bool
  ) throws {
    let catalogue = try CatalogueFile.standard()
    let ruleBook = try RuleBookFile.standard()
    var compared = 0
    for number in 0..<count where compared < 12 {
      var problem = PlanProblem.drawn(first + UInt64(number), from: catalogue)
      guard problem.held.isEmpty, (4...14).contains(problem.weekCount), change(&problem, number) else {
        continue
      }
      let model = PlanModel(problem)
      let found = Search(model: model, effort: Effort(changes: 4_000)).run(retries: 2)
      guard found.score.violation <= 0 else { continue }
      compared += 1
      let planned = PlannedSchedule(found, in: model, .quick)
      #expect(planned.objective <= provenBound(problem, steps: 20_000, effort: .quick).objective)
      var study = FeasibilityStudy(problem)
      #expect(study.proof(problem, .programme) == nil, "number \(number)")
      #expect(study.proof(problem, .choices) == nil, "number \(number)")
      let findings = review(planned.schedule, for: problem, ruleBook: ruleBook)
      #expect(findings.filter { $0.level == .change }.map(\.message) == [], "number \(number)")
    }
    #expect(compared >= 6, "\(compared)")
  }
}
