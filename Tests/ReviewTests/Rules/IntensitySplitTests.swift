import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct IntensitySplitTests {
  private func found(hardAWeek: Int) throws -> [Finding] {
    let problem = Sample.problem(days: 28) { $0.templates = Sample.templates }
    var sessions: [Session] = []
    for week in 0..<4 {
      for day in 0..<4 {
        let kind = day < hardAWeek ? "run-intervals" : "run-easy"
        sessions.append(Sample.planned(kind, 7 * week + day, 40))
      }
    }
    return try Sample.findings("intensity-share", Sample.schedule(sessions, for: problem), problem)
  }

  /// Four weeks of four sessions: 16 of 16 easy, then 12 (75 %, a note), then 8 (50 %, a look).
  @Test func fourInFiveAreEasy() throws {
    #expect(try found(hardAWeek: 0).isEmpty)
    #expect(try found(hardAWeek: 1).map(\.arithmetic) == ["12 / 16 = 75 %"])
    #expect(try found(hardAWeek: 1).map(\.level) == [.note])
    #expect(try found(hardAWeek: 2).map(\.level) == [.watch])
  }
}
