import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct TravelTests {
  private func found(_ hours: Double, _ sessions: [Session] = []) throws -> [Finding] {
    let problem = Sample.problem(days: 7) {
      $0.availability.absences = [.init(firstDay: 2, lastDay: 2, reason: "travel", seatedHours: hours)]
    }
    return try Sample.findings("travel", Sample.schedule(sessions, for: problem), problem)
  }

  @Test func longJourneys() throws {
    #expect(try found(3).isEmpty)
    #expect(try found(5).map(\.level) == [.note])
    #expect(try found(7).map(\.level) == [.watch])
    #expect(try found(5).first?.advice.contains("every three hours") == true)
  }

  @Test func noHardSessionOnThatDay() throws {
    var hard = Sample.run(2, minutes: 40)
    hard.isHard = true
    let found = try found(5, [hard])
    #expect(found.map(\.aspect) == ["hard session on a day of travel", "seated journey"])
    #expect(found.first?.sessions == ["run-2"])
  }
}
