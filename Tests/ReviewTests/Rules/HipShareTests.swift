import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipShareTests {
  private func found(_ sessions: [Session]) throws -> [Finding] {
    let problem = Sample.problem(days: 7) { $0.templates = Sample.templates }
    return try Sample.findings("hip-share", Sample.schedule(sessions, for: problem), problem)
  }

  private let runs = [1, 3, 5].map { Sample.planned("run-easy", $0, 40) }

  /// 120 of 120 min, then of 160 (75 %), of 180 (67 %), of 240 (50 %).
  @Test func theShareOfTrainingMinutes() throws {
    #expect(try found(runs).map(\.arithmetic) == ["120 min / 120 min = 100 %; watched from 75 %"])
    #expect(try found(runs + [Sample.planned("swim-easy", 2, 40)]).map(\.level) == [.watch])
    #expect(try found(runs + [Sample.planned("swim-easy", 2, 60)]).map(\.level) == [.note])
    let even = [Sample.planned("swim-easy", 2, 60), Sample.planned("swim-easy", 4, 60)]
    #expect(try found(runs + even).isEmpty)
  }

  @Test func supportWorkIsLeftOut() throws {
    #expect(try found(runs + [Sample.planned("mobility", 2, 30)]).first?.value == 1)
  }

  @Test func threeSessionsAreNeeded() throws {
    #expect(try found(Array(runs.prefix(2))).isEmpty)
  }

  /// A steady runner is advised once for all weeks, and not alarmed.
  @Test func weeksInARowAreSaidOnce() throws {
    let problem = Sample.problem(days: 28) {
      $0.templates = Sample.templates
      $0.history.hip = Array(repeating: 120.0 / 7, count: 28)
    }
    let sessions = (0..<4).flatMap { week in
      [1, 3, 5].map { Sample.planned("run-easy", 7 * week + $0, 40) }
    }
    let schedule = Sample.schedule(sessions, for: problem)
    let found = try Sample.findings("hip-share", schedule, problem)
    #expect(found.count == 1)
    #expect(found.first?.level == .watch)
    #expect(found.first?.message.contains("That is fine for a block.") == true)
    #expect(found.first?.message.contains("Found in weeks 1 to 4") == true)
    let fix = try #require(try Sample.fix(found[0], schedule, problem))
    #expect((4...8).contains(fix.edits.count), "one or two a week")
    #expect(fix.summary.hasPrefix("No single change clears this."))
    let after = try Sample.findings("hip-share", fix.applied(to: schedule, for: problem), problem)
    #expect(after.allSatisfy { $0.level == .note })
  }
}
