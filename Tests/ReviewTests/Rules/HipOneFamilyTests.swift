import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipOneFamilyTests {
  /// 120 of 150 run-minutes are running (80 %), a note; 120 of 135 (89 %) a look.
  @Test(arguments: [(60, Finding.Level.note), (30, .watch)])
  func mostOfItFromOneFamily(ride: Int, level: Finding.Level) throws {
    let problem = Sample.problem(days: 7) { $0.templates = Sample.templates }
    let sessions =
      [1, 3, 5].map { Sample.planned("run-easy", $0, 40) } + [Sample.planned("ride-easy", 6, ride)]
    let found = try Sample.findings("hip-one-family", Sample.schedule(sessions, for: problem), problem)
    #expect(found.map(\.level) == [level])
    #expect(found.first?.sessions == ["run-easy-1", "run-easy-3", "run-easy-5"])
  }

  @Test func fourSessionsAreNeeded() throws {
    let problem = Sample.problem(days: 7) { $0.templates = Sample.templates }
    let sessions = [1, 3, 5].map { Sample.planned("run-easy", $0, 40) }
    #expect(try Sample.findings("hip-one-family", Sample.schedule(sessions, for: problem), problem).isEmpty)
  }
}
