import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SittingTests {
  /// Sitting of 6.5 h and 7 rides of 60 min, half of each held: 6.5 + 0.5 = 7 h a day.
  @Test(arguments: [(5.0, nil), (5.5, Finding.Level.note), (6.5, .watch), (9, .watch)])
  func hoursSitting(hours: Double, level: Finding.Level?) throws {
    let problem = Sample.problem(days: 7) {
      $0.templates = Sample.templates
      $0.athlete = Athlete(name: "Sample", sittingHours: hours)
    }
    let schedule = Sample.schedule((0..<7).map { Sample.planned("ride-easy", $0, 60) }, for: problem)
    let found = try Sample.findings("sitting", schedule, problem)
    #expect(found.first?.level == level)
    if hours == 6.5 { #expect(found.first?.arithmetic == "6.5 + 0.5 = 7 h a day; watched from 7 h") }
  }

  @Test func noChangeOfThePlanClearsIt() throws {
    let problem = Sample.problem(days: 7) { $0.athlete = Athlete(name: "Sample", sittingHours: 9) }
    let schedule = Sample.schedule([], for: problem)
    let finding = try #require(try Sample.findings("sitting", schedule, problem).first)
    #expect(try Sample.fix(finding, schedule, problem) == nil)
    #expect(finding.advice.contains("every hour"))
  }
}
