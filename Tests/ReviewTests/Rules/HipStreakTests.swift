import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipStreakTests {
  /// Days above 30 run-minutes, two in a row allowed: the third is the breach.
  @Test func daysInARow() throws {
    let problem = Sample.problem(days: 5) {
      $0.limits.hip = .init(dayThreshold: 30, maxConsecutiveDays: 2)
    }
    let schedule = Sample.loads([50, 50, 50, 0], for: problem) { $0.hip = 40 }
    let found = try Sample.findings("hip-streak", schedule, problem).filter { $0.level == .change }
    #expect(found.map(\.value) == [3])
    let fix = try #require(try Sample.fix(found[0], schedule, problem))
    let after = try Sample.findings("hip-streak", fix.applied(to: schedule, for: problem), problem)
    #expect(after.allSatisfy { $0.level < .change })
  }

  /// Signal H3 from 20 run-minutes a day: 2 days nothing, 3 a note, 4 and 6 a look.
  @Test(arguments: [(2, nil), (3, Finding.Level.note), (4, .watch), (6, .watch)])
  func theSignalHasLevels(days: Int, level: Finding.Level?) throws {
    let problem = Sample.problem(days: 9)
    let schedule = Sample.loads(Array(repeating: 50, count: days), for: problem) { $0.hip = 20 }
    #expect(try Sample.findings("hip-streak", schedule, problem).first?.level == level)
  }

  @Test func theHistoryIsPartOfTheRow() throws {
    let problem = Sample.problem(days: 9) { $0.history.hip = Array(repeating: 0, count: 26) + [25, 25] }
    let schedule = Sample.loads([50, 50], for: problem) { $0.hip = 20 }
    #expect(try Sample.findings("hip-streak", schedule, problem).map(\.value) == [4])
  }
}
