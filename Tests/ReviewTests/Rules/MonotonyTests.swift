import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct MonotonyTests {
  private func problem(_ limit: Double?, ddof: Int = 0) -> PlanProblem {
    Sample.problem(days: 7) {
      $0.limits.monotonyMax = limit
      $0.limits.monotonyDDOF = ddof
    }
  }

  /// Six days of 100 and a day off: mean 85.7, population SD 35.0: the square root of 6.
  @Test func sixEqualDaysAndADayOff() throws {
    let problem = problem(2)
    let schedule = Sample.loads([100, 100, 100, 100, 100, 100, 0], for: problem)
    let found = try Sample.findings("monotony", schedule, problem)
    #expect(found.map(\.level) == [.change])
    #expect(abs((found.first?.value ?? 0) - 6.0.squareRoot()) < 1e-9)
    #expect(
      found.first?.arithmetic == "mean(100, 100, 100, 100, 100, 100, 0) / SD = 85.7 / 35.0 = 2.45")
  }

  @Test func theSampleDeviationIsLarger() throws {
    let problem = problem(2, ddof: 1)
    let schedule = Sample.loads([100, 100, 100, 100, 100, 100, 0], for: problem)
    let value = try Sample.findings("monotony", schedule, problem).first?.value ?? 0
    #expect(abs(value - 85.7142857 / 37.7964473) < 1e-6)
  }

  @Test func noVariationIsBeyondEveryLimit() throws {
    let problem = problem(2)
    let found = try Sample.findings(
      "monotony", Sample.loads(Array(repeating: 50, count: 7), for: problem), problem)
    #expect(found.first?.message.contains("not computable") == true)
  }

  /// Two days off: the square root of 2.5 = 1.58, under the limit and above the level of a note.
  @Test func fiveEqualDaysAreANote() throws {
    let problem = problem(2)
    let found = try Sample.findings(
      "monotony", Sample.loads([100, 100, 100, 100, 100], for: problem), problem)
    #expect(found.map(\.level) == [.note])
  }

  @Test func withoutALimitTheRuleBookAdvises() throws {
    let problem = problem(nil)
    let schedule = Sample.loads([100, 100, 100, 100, 100, 100, 0], for: problem)
    let found = try Sample.findings("monotony", schedule, problem)
    #expect(found.map(\.level) == [.watch])
    let fix = try #require(try Sample.fix(found[0], schedule, problem))
    #expect(
      try Sample.findings("monotony", fix.applied(to: schedule, for: problem), problem).allSatisfy {
        $0.level == .note
      })
  }
}
