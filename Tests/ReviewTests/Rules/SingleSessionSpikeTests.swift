import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SingleSessionSpikeTests {
  private func problem(_ days: Int = 1) -> PlanProblem {
    Sample.problem(days: days) { $0.limits.spikeMax = 0.1 }
  }

  /// The longest run lately lasted 50 min: 55 is allowed, 56 is not.
  @Test(arguments: [(55, 0), (56, 1)]) func tenPercentAboveTheLongest(minutes: Int, count: Int) throws {
    let problem = problem()
    let schedule = Sample.schedule([Sample.run(0, minutes: minutes)], for: problem)
    #expect(try Sample.findings("single-session-spike", schedule, problem).count == count)
  }

  @Test func aFixShortensToTheLastStepThatIsAllowed() throws {
    let problem = problem()
    let schedule = Sample.schedule([Sample.run(0, minutes: 70)], for: problem)
    let finding = try #require(try Sample.findings("single-session-spike", schedule, problem).first)
    #expect(finding.arithmetic == "70 min / 50 min - 1 = +40.0 %, allowed 55 min")
    #expect(finding.message.contains("moderate jump"))
    #expect(finding.sources.contains { $0.doi == "10.1136/bjsports-2024-109380" })
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-0", minutes: 55)])
    #expect(fix.summary == "Shorten Monday's run (2026-01-05) from 70 to 55 min.")
  }

  /// Twice the longest run of the 30 days before it is as long as an event may be without a word.
  @Test(arguments: [(60, 120.0, false), (60, 121, true), (50, 101, true)])
  func anEventFarBeyondTheLongestIsSaid(longest: Int, event: Double, isSaid: Bool) throws {
    var problem = Sample.problem(days: 60) { $0.limits.spikeMax = 0.3 }
    problem.event.minutes = event
    let runs = [Sample.run(20, minutes: 90), Sample.run(40, minutes: longest)]
    let schedule = Sample.schedule(runs, for: problem)
    let found = try Sample.findings("single-session-spike", schedule, problem)
    #expect(found.filter { $0.aspect == "the event" }.map(\.level) == (isSaid ? [.watch] : []))
    #expect(found.last?.message.contains("large jump") == isSaid || !isSaid)
  }

  /// The run of day -1 is inside the 30 days on day 29 and forgotten on day 30.
  @Test func thirtyDaysAreRemembered() throws {
    let problem = Sample.problem(days: 32) {
      $0.limits.spikeMax = 0.1
      $0.limits.baselineMinutes = ["run": 20]
    }
    let inside = Sample.schedule([Sample.run(29, minutes: 55)], for: problem)
    #expect(try Sample.findings("single-session-spike", inside, problem).isEmpty)
    #expect(try Sample.findings("no-baseline", inside, problem).isEmpty)
    let forgotten = Sample.schedule([Sample.run(30, minutes: 55)], for: problem)
    #expect(try Sample.findings("no-baseline", forgotten, problem).count == 1)
  }

  /// Without a limit, runs are advised and other sports left alone.
  @Test func withoutALimitOnlyRunsAreAdvised() throws {
    let problem = Sample.problem(days: 9)
    let sessions = [
      Sample.run(0, minutes: 70), Sample.session("a", 1, "bike", minutes: 40),
      Sample.session("b", 2, "bike", minutes: 200),
    ]
    let schedule = Sample.schedule(sessions, for: problem)
    let found = try Sample.findings("single-session-spike", schedule, problem)
    #expect(found.map(\.level) == [.watch])
    #expect(found.first?.sessions == ["run-0"])
  }
}
