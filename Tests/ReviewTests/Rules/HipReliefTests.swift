import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct HipReliefTests {
  /// 140 run-minutes ask for 10 + 14 = 24 min of relief; 21 are planned.
  @Test func reliefKeepsUp() throws {
    let problem = Sample.problem(days: 7) {
      $0.limits.hip = .init(dayThreshold: 300, maxConsecutiveDays: 7, counterBase: 10, counterPerHip: 0.1)
      $0.templates = Sample.templates
    }
    let schedule = Sample.loads(Array(repeating: 50, count: 7), for: problem) {
      $0.hip = 20
      $0.relief = 3
    }
    let finding = try #require(try Sample.findings("hip-relief", schedule, problem).first)
    #expect(finding.level == .change)
    #expect(finding.arithmetic == "10 + 0.1 x 140 = 24 min wanted, 21 min planned")
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.summary == "Add mobility, 10 min, on Monday, 2026-01-05.")
  }

  /// Signal H4 without a limit, 140 run-minutes: 14 min are the aim, 10 a note, 5 and 0 a look.
  @Test(arguments: [(2.0, nil), (1.5, Finding.Level.note), (0.5, .watch), (0, .watch)])
  func theSignalHasLevels(daily: Double, level: Finding.Level?) throws {
    let problem = Sample.problem(days: 7)
    let schedule = Sample.loads(Array(repeating: 50, count: 7), for: problem) {
      $0.hip = 20
      $0.relief = daily
    }
    #expect(try Sample.findings("hip-relief", schedule, problem).first?.level == level)
  }

  @Test func aWeekWithLittleFlexionNeedsNone() throws {
    let problem = Sample.problem(days: 7)
    let schedule = Sample.loads(Array(repeating: 50, count: 7), for: problem) { $0.hip = 8 }
    #expect(try Sample.findings("hip-relief", schedule, problem).isEmpty)
  }
}
