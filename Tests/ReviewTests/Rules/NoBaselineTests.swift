import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct NoBaselineTests {
  /// No swim lately: the baseline of 20 min and a tenth, 22 min, is the start.
  @Test(arguments: [(22, 0), (23, 1)]) func aNewSportStartsFromItsBaseline(minutes: Int, count: Int) throws {
    let problem = Sample.problem(days: 3) {
      $0.limits.spikeMax = 0.1
      $0.limits.baselineMinutes = ["swim": 20]
    }
    let schedule = Sample.schedule([Sample.session("swim", 1, "swim", minutes: minutes)], for: problem)
    let found = try Sample.findings("no-baseline", schedule, problem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.level == .change && $0.sessions == ["swim"] })
  }

  @Test func withoutALimitTheRuleBookAdvises() throws {
    let problem = Sample.problem(days: 3) { $0.history.sessions = [] }
    let schedule = Sample.schedule([Sample.run(1, minutes: 40)], for: problem)
    let finding = try #require(try Sample.findings("no-baseline", schedule, problem).first)
    #expect(finding.level == .watch)
    #expect(finding.limit == 20)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-1", minutes: 20)])
  }
}
