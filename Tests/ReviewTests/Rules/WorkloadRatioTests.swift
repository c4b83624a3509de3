import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct WorkloadRatioTests {
  private func problem(days: Int, _ limit: Double?) -> PlanProblem {
    Sample.problem(days: days) {
      $0.limits.acwrEWMAMax = limit
      $0.limits.acwrCoupledMax = limit
      $0.limits.acwrUncoupledMax = limit
    }
  }

  /// A = 100 + 0.25 x 100 = 125, C = 100 + 2/29 x 100 = 106.9: 1.17; coupled 1.10; uncoupled 1.14.
  @Test func oneDoubleDayStaysUnderTheLimits() throws {
    let problem = problem(days: 1, 1.3)
    #expect(try Sample.findings("workload-ratio", Sample.loads([200], for: problem), problem).isEmpty)
    let tight = self.problem(days: 1, 1.12)
    let found = try Sample.findings("workload-ratio", Sample.loads([200], for: tight), tight)
    #expect(found.map(\.aspect) == ["EWMA ratio", "uncoupled ratio"])
    #expect(found.first?.level == .change)
    #expect(abs((found.first?.value ?? 0) - 125 / 106.89655) < 1e-5)
  }

  /// Seven days of 200 after 28 of 100: coupled 200 / 125 = 1.6, uncoupled 200 / 100 = 2.
  @Test func aDoubleWeekIsTwiceTheAverage() throws {
    let problem = problem(days: 7, 1.5)
    let found = try Sample.findings(
      "workload-ratio", Sample.loads(Array(repeating: 200, count: 7), for: problem), problem)
    let uncoupled = try #require(found.first { $0.aspect == "uncoupled ratio" })
    #expect(uncoupled.value == 2)
    #expect(uncoupled.arithmetic == "200 / 100 AU a day = 2.00")
    #expect(uncoupled.first == Sample.start + 3, "the fourth day is the first past 1.5: 1.57")
    #expect(abs((found.first { $0.aspect == "coupled ratio" }?.value ?? 0) - 1.6) < 1e-9)
  }

  /// Without a limit it is a note, and says that it is contested.
  @Test func withoutALimitItIsANote() throws {
    let problem = problem(days: 7, nil)
    let found = try Sample.findings(
      "workload-ratio", Sample.loads(Array(repeating: 200, count: 7), for: problem), problem)
    #expect(found.map(\.level) == [.note])
    #expect(found.first?.contested != nil)
    #expect(found.first?.evidence == .contested)
    #expect(found.first?.message.contains("experts disagree") == true)
  }
}
