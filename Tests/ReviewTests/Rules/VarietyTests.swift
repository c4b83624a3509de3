import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct VarietyTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 7) {
      $0.templates = Sample.templates
      $0.limits.variety = .init(
        minFamilies: 2, minMinutes: 10, maxShare: 0.8, familyShare: ["strength": .init(low: 0.1, high: 0.5)])
    }
  }

  /// 60 min of running and nothing else: one family, all of the minutes, no strength.
  @Test func aWeekMixesActivities() throws {
    let problem = problem()
    let schedule = Sample.schedule([Sample.planned("run-easy", 1, 60)], for: problem)
    let found = try Sample.findings("variety", schedule, problem).filter { $0.week == 0 }
    #expect(found.map(\.aspect) == ["families a week", "share of run", "share of strength"])
    let mixed = Sample.schedule(
      [Sample.planned("run-easy", 1, 60), Sample.planned("strength-hip", 3, 30)], for: problem)
    #expect(
      try Sample.findings("variety", mixed, problem).allSatisfy { $0.week == 1 }, "the week of the event")
  }

  @Test func aSwapBringsASecondFamily() throws {
    let problem = problem()
    let schedule = Sample.schedule(
      [
        Sample.planned("run-easy", 1, 40), Sample.planned("run-easy", 3, 40),
        Sample.planned("run-easy", 5, 40),
      ],
      for: problem)
    let finding = try #require(try Sample.findings("variety", schedule, problem).first)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits.count == 1)
    #expect(
      try Sample.findings("variety", fix.applied(to: schedule, for: problem), problem)
        .allSatisfy { $0.week == 1 || $0.aspect != finding.aspect })
  }
}
