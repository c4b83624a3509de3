import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct ThinDataTests {
  @Test(arguments: [(41, 1), (42, 0)]) func fitnessNeedsSixWeeks(days: Int, count: Int) throws {
    let problem = Sample.problem(days: 7, past: Array(repeating: 100, count: days))
    let found = try Sample.findings("thin-data", Sample.schedule([], for: problem), problem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.level == .note && $0.arithmetic == "41 days against 42 days" })
  }

  /// A finding says how far the data carry it.
  @Test func findingsAreProvisional() throws {
    let problem = Sample.problem(days: 20) { $0.limits.rampAbsolute = 0.1 }
    let schedule = Sample.loads([142] + Array(repeating: 100, count: 12) + [300], for: problem)
    let found = try Sample.findings("fitness-ramp", schedule, problem)
    #expect(found.first?.provisional == "Provisional: 29 days of data up to here; 42 are needed.")
    #expect(found.last?.provisional == nil, "from day 13 on, 42 days are known")
  }
}
