import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HardCountTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 6) {
      $0.limits.hard = .init(minGapDays: 1, maxPerWeek: 2, noneBeforeEventDays: 2)
    }
  }

  @Test func threeHardDaysAreOneTooMany() throws {
    let problem = problem()
    let schedule = Sample.loads([100, 100, 100, 0, 0, 0], for: problem) { $0.isHard = true }
    let found = try Sample.findings("hard-count", schedule, problem)
    #expect(found.map(\.aspect) == ["hard days a week"])
    #expect(found.first?.arithmetic == "3 days against 2")
  }

  @Test func noneJustBeforeTheEvent() throws {
    let problem = problem()
    let schedule = Sample.loads([0, 0, 0, 0, 100, 0], for: problem) { $0.isHard = true }
    let finding = try #require(try Sample.findings("hard-count", schedule, problem).first)
    #expect(finding.aspect == "hard day before the event" && finding.value == 2)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.move(session: "run-4", to: Sample.start + 3)])
  }
}
