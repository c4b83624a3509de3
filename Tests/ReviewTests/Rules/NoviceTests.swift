import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct NoviceTests {
  private func found(_ days: [Int], _ experience: Athlete.Experience = .novice) throws -> [Finding] {
    let problem = Sample.problem(days: 7) {
      $0.athlete = Athlete(name: "Sample", experience: experience)
      $0.history.sessions = []
    }
    let schedule = Sample.schedule(days.map { Sample.run($0, minutes: 20) }, for: problem)
    return try Sample.findings("novice", schedule, problem)
  }

  @Test func threeDaysAndEveryOther() throws {
    #expect(try found([0, 2, 4]).isEmpty)
    #expect(try found([0, 1]).map(\.aspect) == ["runs on days running"])
    #expect(try found([0, 2, 4, 6]).map(\.aspect) == ["running days a week"])
    #expect(try found([0, 1, 2, 3], .recreational).isEmpty)
  }
}
