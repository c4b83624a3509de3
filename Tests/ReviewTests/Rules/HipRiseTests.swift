import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipRiseTests {
  private func problem(_ hip: Limits.Hip?) -> PlanProblem {
    Sample.problem(days: 7) {
      $0.history.hip = Array(repeating: 20, count: 28)
      $0.limits.hip = hip
    }
  }

  private func schedule(_ daily: Double, _ problem: PlanProblem) -> Schedule {
    Sample.loads(Array(repeating: 50, count: 7), for: problem) { $0.hip = daily }
  }

  /// 140 run-minutes a week before: 140 x 1.15 + 20 = 181 is the limit.
  @Test func aLoadWeekStaysUnderTheLimit() throws {
    let problem = problem(
      .init(dayThreshold: 300, maxConsecutiveDays: 7, weeklyGrowthMax: 0.15, weeklyGrowthAllowance: 20))
    let found = try Sample.findings("hip-rise", schedule(26, problem), problem)
    #expect(found.map(\.level) == [.change])
    #expect(
      found.first?.arithmetic
        == "182 run-minutes / 140 run-minutes - 1 = +30.0 %; limit 1.15 x 140 + 20 = 181")
    let kept = try Sample.findings("hip-rise", schedule(25, problem), problem)
    #expect(kept.map(\.level) == [.note], "the coach's limit is kept")
  }

  /// Signal H2 without a limit: +15 % a note, +25 % a look.
  @Test(arguments: [(22.0, nil), (23, Finding.Level.note), (25, .watch), (40, .watch)])
  func theSignalHasLevels(daily: Double, level: Finding.Level?) throws {
    let problem = problem(nil)
    #expect(try Sample.findings("hip-rise", schedule(daily, problem), problem).first?.level == level)
  }

  @Test func aSmallBaseSaysNothing() throws {
    var problem = problem(nil)
    problem.history.hip = Array(repeating: 8, count: 28)
    #expect(try Sample.findings("hip-rise", schedule(40, problem), problem).isEmpty)
  }
}
