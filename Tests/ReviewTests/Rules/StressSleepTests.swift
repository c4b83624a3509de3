import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct StressSleepTests {
  private func findings(_ checkIns: [CheckIn], hardOn day: Int = 2) throws -> (
    [Finding], Schedule, PlanProblem
  ) {
    let problem = Sample.problem(days: 14) {
      $0.templates = Sample.templates
      $0.checkIns = CheckIns(checkIns)
    }
    let schedule = Sample.schedule(
      [Sample.planned("run-intervals", day, 40), Sample.planned("run-easy", day + 1, 30)], for: problem)
    return (try Sample.findings("stress-sleep", schedule, problem), schedule, problem)
  }

  private func checkIn(_ day: Int, stress: Int? = nil, sleep: Int? = nil) -> CheckIn {
    var checkIn = CheckIn(day: Sample.start + day)
    checkIn.stress = stress
    checkIn.sleepMinutes = sleep
    return checkIn
  }

  /// 40 min x 7 = 280 AU; four fifths are 224.
  @Test func highStressAsksForAnEasierNextHardSession() throws {
    let (found, schedule, problem) = try findings([checkIn(0, stress: 4)])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.level == .watch && finding.first == Sample.start + 2)
    #expect(finding.sessions == ["run-intervals-2"])
    #expect(finding.arithmetic == "80 % x 280 = 224 AU")
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    let eased = fix.applied(to: schedule, for: problem)
    #expect(try Sample.findings("stress-sleep", eased, problem).isEmpty)
    #expect(
      eased.sessions.first { $0.id == "run-intervals-2" }.map { $0.load <= 224 } == true, "\(fix.summary)")
  }

  @Test func twoShortNightsDoAsWell() throws {
    let (found, _, _) = try findings([checkIn(0, sleep: 330), checkIn(1, sleep: 345)])
    #expect(found.map(\.rule) == ["stress-sleep"])
    #expect(found.first?.message.contains("5.5 and 5.8 h of sleep in 2 nights running") == true)
  }

  @Test func oneShortNightOrAGapDoesNot() throws {
    #expect(try findings([checkIn(0, sleep: 330), checkIn(1, sleep: 420)]).0.isEmpty)
    #expect(try findings([checkIn(-1, sleep: 330), checkIn(1, sleep: 330)]).0.isEmpty)
    #expect(try findings([checkIn(0, stress: 3)]).0.isEmpty)
  }

  /// Numbers that make no sense are no reason to crash.
  @Test(arguments: [-5.0, 0, 1e300, .infinity, .nan]) func oddNumbersAreTakenAsTheNearestThatMakeSense(
    odd: Double
  )
    throws
  {
    let levels = try #require(
      CalmDays.Levels { ["stress": 4, "sleep": 6, "nights": odd, "days": odd][$0] })
    #expect((1...1_000).contains(levels.nights) && (1...1_000).contains(levels.days))
    #expect(CheckIns([checkIn(0, stress: 5)]).calmDays(levels).count == 1)
  }

  @Test func aBetterAnswerOrTimeEndsIt() throws {
    #expect(try findings([checkIn(0, stress: 5), checkIn(1, stress: 2)]).0.isEmpty)
    #expect(try findings([checkIn(0, stress: 5)], hardOn: 4).0.isEmpty)
    #expect(try findings([checkIn(0, stress: 5)], hardOn: 3).0.count == 1)
  }

  /// A lesser event is no session that could be easier.
  @Test func anEventStays() throws {
    let problem = Sample.problem(days: 14) {
      $0.templates = Sample.templates
      $0.checkIns = CheckIns([checkIn(1, stress: 5)])
      $0.tuneUps = [
        TuneUp(
          name: "City run", sport: "run", family: "run", dayIndex: 2, minutes: 40, sRPE: 8, priority: .b,
          taper: .init())
      ]
    }
    let event = problem.tuneUpSessions.map(\.session)
    func found(_ others: [Session]) throws -> [String] {
      let schedule = Sample.schedule((event + others).sorted { $0.day < $1.day }, for: problem)
      return try Sample.findings("stress-sleep", schedule, problem).flatMap(\.sessions)
    }
    #expect(try found([]).isEmpty)
    #expect(try found([Sample.planned("run-intervals", 3, 40)]) == ["run-intervals-3"])
  }
}
