import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct FormFloorTests {
  /// One day of 800 AU: fitness 116.7, fatigue 200, form -83.3, below -50 % of fitness.
  @Test func aHugeDayFallsThroughTheFloor() throws {
    let problem = Sample.problem(days: 1) { $0.limits.formFloorRelative = -0.5 }
    let found = try Sample.findings("form-floor", Sample.loads([800], for: problem), problem)
    #expect(found.map(\.arithmetic) == ["116.7 - 200 = -83.3; floor -50 % x 116.7 = -58.3"])
    #expect(try Sample.findings("form-floor", Sample.loads([400], for: problem), problem).isEmpty)
  }
}
