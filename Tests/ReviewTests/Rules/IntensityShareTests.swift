import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct IntensityShareTests {
  /// 60 intense of 200 training minutes are 30 %, above a quarter: 50 min.
  @Test func aQuarterMayBeIntense() throws {
    let problem = Sample.problem(days: 7) {
      $0.templates = Sample.templates
      $0.limits.hard = .init(minGapDays: 1)
      $0.limits.intenseShareMax = 0.25
    }
    let sessions = [
      Sample.planned("run-intervals", 1, 60), Sample.planned("run-easy", 3, 70),
      Sample.planned("run-easy", 5, 70),
      Sample.planned("mobility", 6, 30),
    ]
    let schedule = Sample.schedule(sessions, for: problem)
    let finding = try #require(
      try Sample.findings("intensity-share", schedule, problem).first { $0.level == .change })
    #expect(finding.arithmetic == "60 min / 200 min = 30 %; limit 25 % = 50 min")
    #expect(finding.sessions == ["run-intervals-1"])
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-intervals-1", minutes: 45)], "50 of 190 are still too many")
  }
}
