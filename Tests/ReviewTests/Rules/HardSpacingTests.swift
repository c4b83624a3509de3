import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HardSpacingTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 6) {
      $0.limits.hard = .init(minGapDays: 2, maxPerWeek: 3, noneBeforeEventDays: 2)
    }
  }

  @Test func hardDaysAreTwoDaysApart() throws {
    let problem = problem()
    let close = Sample.loads([100, 100, 0, 0, 0], for: problem) { $0.isHard = true }
    let found = try Sample.findings("hard-spacing", close, problem)
    #expect(found.map(\.value) == [1])
    #expect(found.first?.sessions == ["run-0", "run-1"])
    let apart = Sample.loads([100, 0, 100, 0, 0], for: problem) { $0.isHard = true }
    #expect(try Sample.findings("hard-spacing", apart, problem).isEmpty)
  }

  @Test func theHistoryCounts() throws {
    var problem = problem()
    problem.limits.hard?.lastHardDay = -1
    let schedule = Sample.loads([100, 0, 0, 0, 0], for: problem) { $0.isHard = true }
    #expect(try Sample.findings("hard-spacing", schedule, problem).map(\.value) == [1])
  }

  @Test func theSmallestFixMovesByADay() throws {
    let problem = problem()
    let schedule = Sample.loads([0, 100, 100, 0, 0], for: problem) { $0.isHard = true }
    let finding = try #require(try Sample.findings("hard-spacing", schedule, problem).first)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.move(session: "run-1", to: Sample.start)])
    #expect(fix.summary == "Move Tuesday's run (2026-01-06) to Monday, 2026-01-05.")
  }

  @Test func oneHardSessionADay() throws {
    let problem = problem()
    var first = Sample.run(0, minutes: 30)
    var second = Sample.session("row", 0, "row", minutes: 30)
    (first.isHard, second.isHard) = (true, true)
    let found = try Sample.findings(
      "hard-spacing", Sample.schedule([first, second], for: problem), problem)
    #expect(found.map(\.aspect) == ["two hard sessions a day"])
  }
}
