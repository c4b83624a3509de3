import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SportCapTests {
  @Test func daysMinutesAndRows() throws {
    let problem = Sample.problem(days: 7) {
      $0.limits.sportCaps = ["run": .init(maxDaysPerWeek: 2, maxMinutesPerWeek: 100, maxConsecutiveDays: 2)]
    }
    let sessions = [0, 1, 2].map { Sample.run($0, minutes: 40) }
    let found = try Sample.findings("sport-cap", Sample.schedule(sessions, for: problem), problem)
    #expect(Set(found.map(\.aspect)) == ["days of run", "minutes of run", "days of run in a row"])
    #expect(found.contains { $0.arithmetic == "40 + 40 + 40 = 120 min, at most 100 min" })
    let fewer = Sample.schedule(Array(sessions.prefix(2)), for: problem)
    #expect(try Sample.findings("sport-cap", fewer, problem).isEmpty)
  }
}
