import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct RestDaysTests {
  /// A history without rest: the windows to days 0-5 hold none, the one to day 6 its day off.
  @Test func anySevenDaysHoldARestDay() throws {
    let problem = Sample.problem(days: 7) { $0.rest.minPer7 = 1 }
    let schedule = Sample.loads([100, 100, 100, 100, 100, 100, 0], for: problem)
    let found = try Sample.findings("rest-days", schedule, problem)
    #expect(found.filter { $0.level == .change }.count == 1, "six days are said once")
    #expect(found.first?.first == Sample.start && found.first?.last == Sample.start + 5)
    #expect(found.first?.arithmetic == "7 - 7 training days = 0 rest days")
  }

  @Test func aDayOfMobilityRests() throws {
    let past: [Double] = Array(repeating: [100.0, 100, 100, 100, 100, 100, 0], count: 4).flatMap { $0 }
    let problem = Sample.problem(days: 7, past: past) {
      $0.templates = Sample.templates
      $0.rest = .init(minPer7: 1, loadMax: 30)
    }
    var sessions = (0..<6).map { Sample.run($0, minutes: 30) } + [Sample.planned("mobility", 6, 30)]
    let kept = try Sample.findings("rest-days", Sample.schedule(sessions, for: problem), problem)
    #expect(kept.allSatisfy { $0.level == .note }, "one a week is kept; two are the wish")
    sessions[6].minutes = 31
    sessions[6] = Session(id: "x", day: sessions[6].day, of: Sample.templates[7], minutes: 31)
    let broken = try Sample.findings("rest-days", Sample.schedule(sessions, for: problem), problem)
    #expect(broken.contains { $0.level == .change }, "31 AU are more than rest")
  }

  @Test func fixedRestDaysAreKept() throws {
    let problem = Sample.problem(days: 7) { $0.rest.fixed = [.monday] }
    let schedule = Sample.loads([100, 0, 0, 0, 0, 0, 0], for: problem)
    let finding = try #require(
      try Sample.findings("rest-days", schedule, problem).first { $0.aspect == "fixed rest day" })
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.move(session: "run-0", to: Sample.start + 1)])
  }

  @Test func aRowOfTrainingDaysIsLooked() throws {
    let past = Array(repeating: 0.0, count: 28)
    let problem = Sample.problem(days: 8, past: past)
    let found = try Sample.findings(
      "rest-days", Sample.loads(Array(repeating: 50, count: 7), for: problem), problem)
    #expect(found.contains { $0.aspect == "training days in a row" && $0.level == .watch && $0.value == 7 })
  }
}
