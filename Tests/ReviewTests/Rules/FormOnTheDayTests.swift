import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct FormOnTheDayTests {
  /// A steady 100 AU a day leaves fitness and fatigue at 100: form 0, below 5 % of 100.
  @Test func steadyTrainingIsNotFresh() throws {
    let problem = Sample.problem(days: 14) {
      $0.limits.formOnTheDay = .init(low: 0.05, high: 0.4)
      $0.limits.taper = .init(maxFraction: [2], minFraction: [0])
    }
    let schedule = Sample.loads(Array(repeating: 100, count: 14), for: problem)
    let found = try Sample.findings("form-on-the-day", schedule, problem)
    #expect(found.map(\.aspect) == ["form too low"])
    #expect(found.first?.arithmetic == "100 - 100 = 0; limit 5 % x 100 = 5")
    #expect(found.first?.first == problem.day(14))
  }
}
