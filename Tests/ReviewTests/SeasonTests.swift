import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SeasonTests {
  @Test func aSteadySeasonBreaksNoLimit() throws {
    let (problem, schedule) = Sample.season(weeks: 24)
    let findings = review(schedule, for: problem, ruleBook: try Sample.book())
    #expect(findings.filter { $0.level == .change }.isEmpty)
  }
}
