import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct FitnessRampTests {
  /// One day of 142 after a steady 100: fitness rises by 42 / 42 = 1.
  @Test func onePointInAWeek() throws {
    let strict = Sample.problem(days: 1) { $0.limits.rampAbsolute = 0.5 }
    let found = try Sample.findings("fitness-ramp", Sample.loads([142], for: strict), strict)
    #expect(found.map(\.level) == [.change])
    #expect(abs((found.first?.value ?? 0) - 1) < 1e-9)
    #expect(found.first?.arithmetic == "101 - 100 = 1; limit 0.5 + 0 x 100 = 0.5")
    #expect(found.first?.provisional != nil, "28 days of history are fewer than 42")
    let relative = Sample.problem(days: 1) {
      $0.limits.rampAbsolute = 0.5
      $0.limits.rampRelative = 0.01
    }
    #expect(try Sample.findings("fitness-ramp", Sample.loads([142], for: relative), relative).isEmpty)
  }
}
