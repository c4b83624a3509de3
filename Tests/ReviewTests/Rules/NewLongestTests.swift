import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct NewLongestTests {
  /// 52 and 54 min after a longest of 50: both within a tenth, but two new longest in a week.
  @Test func oneANewLongestAWeek() throws {
    let problem = Sample.problem(days: 3) { $0.limits.spikeMax = 0.1 }
    let schedule = Sample.schedule([Sample.run(0, minutes: 52), Sample.run(2, minutes: 54)], for: problem)
    let finding = try #require(try Sample.findings("new-longest", schedule, problem).first)
    #expect(finding.level == .change)
    #expect(finding.sessions == ["run-0", "run-2"])
    #expect(finding.arithmetic == "52 > 50 min, 54 > 52 min: 2 against 1")
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-0", minutes: 50)], "2 min are less than 4")
    let fixed = fix.applied(to: schedule, for: problem)
    #expect(try Sample.findings("new-longest", fixed, problem).isEmpty)
  }

  @Test func twoMayBeAllowed() throws {
    let problem = Sample.problem(days: 3) {
      $0.limits.spikeMax = 0.1
      $0.limits.recordsPerWeek = 2
    }
    let schedule = Sample.schedule([Sample.run(0, minutes: 52), Sample.run(2, minutes: 54)], for: problem)
    #expect(try Sample.findings("new-longest", schedule, problem).isEmpty)
  }
}
