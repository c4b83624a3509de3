import PlanFiles
import Review
import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Weeks with so little time that the load week before them has to be a small one.
@Suite struct ScarceWeekTests {
  /// A reference problem in which one week has a single day with time.
  private func scarce(_ name: String, week: Int, day: Int) throws -> PlanProblem {
    var problem = try #require(ReferenceProblem.solvable.first { $0.name.hasPrefix(name) }).problem()
    problem.availability.blockedDays = (0..<7).filter { $0 != day }.map { 7 * week + $0 }
    return problem
  }

  /// An easier week of one day holds two fifths of the load week before it only where that is a small one.
  @Test(arguments: [("p1", 4, 2), ("p2", 6, 5), ("p2", 7, 6), ("p5", 7, 6)])
  func aPlanFollowsThem(name: String, week: Int, day: Int) throws {
    let problem = try scarce(name, week: week, day: day)
    let planned = try plan(problem, effort: .standard)
    let findings = review(planned.schedule, for: problem, ruleBook: try RuleBookFile.standard())
    #expect(findings.filter { $0.level == .change }.map(\.message) == [])
    #expect(planned.objective <= provenBound(problem, steps: 20_000).objective)
  }

  /// Load weeks are held back before easier weeks with little time that were broken, and before no others.
  @Test func onlyWeeksWithLittleTimeAreLearntFrom() throws {
    let model = PlanModel(try scarce("p2", week: 7, day: 6))
    var broken = Search(model: PlanModel(try scarce("p2", week: 30, day: 0)), effort: .quick).run(retries: 0)
    for cell in 49 * model.templateCount..<56 * model.templateCount { broken.minutes[cell] = 0 }
    broken.weekTypes.replaceSubrange(6...7, with: [.load, .deload])
    func held(in model: PlanModel) -> [Int] {
      var weeks = ScarceWeeks(model)
      weeks.learn(from: broken, in: model)
      let trial = Trial(model: model, weekTypes: broken.weekTypes)
      weeks.prepare(trial)
      return trial.fillMost.indices.filter { trial.fillMost[$0] < .infinity }
    }
    #expect(held(in: model) == [6])
    #expect(held(in: PlanModel(try scarce("p2", week: 30, day: 0))).isEmpty)
  }
}
