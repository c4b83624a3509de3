import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct DeloadTests {
  private let easier = Limits.Deload(maxLoadWeeks: 3, minLoadWeeks: 2, maxFraction: 0.7, minFraction: 0.3)

  private func problem(_ days: Int = 28) -> PlanProblem {
    Sample.problem(days: days) { [easier] in $0.limits.deload = easier }
  }

  private func loads(_ last: Double) -> [Double] {
    Array(repeating: 100, count: 21) + Array(repeating: last, count: 7)
  }

  @Test func aFourthLoadWeekIsOneTooMany() throws {
    let problem = problem()
    let found = try Sample.findings("deload", Sample.loads(loads(100), for: problem), problem)
    #expect(found.first?.aspect == "load weeks in a row")
    #expect(found.first?.week == 3)
  }

  @Test(arguments: [(70.0, nil as String?), (75, "easier week too heavy"), (28, "easier week too light")])
  func anEasierWeekIsEasyButNotEmpty(load: Double, aspect: String?) throws {
    let problem = problem()
    let schedule = Sample.loads(
      loads(load), for: problem, weeks: [.load, .load, .load, .deload, .load])
    let found = try Sample.findings("deload", schedule, problem)
    #expect(found.first?.aspect == aspect)
    for finding in found {
      let fix = try #require(try Sample.fix(finding, schedule, problem), "\(finding.aspect)")
      let after = try Sample.findings("deload", fix.applied(to: schedule, for: problem), problem)
      #expect(after.isEmpty)
    }
  }

  @Test func easierWeeksAreNotTooClose() throws {
    let problem = problem()
    let weeks = [WeekType.load, .deload, .load, .deload, .load]
    let loads: [Double] = [100.0, 60, 100, 60].flatMap { Array(repeating: $0, count: 7) }
    let schedule = Sample.loads(loads, for: problem, weeks: weeks)
    func found(_ today: Int) throws -> [String] {
      try Sample.findings("deload", schedule, problem, today: problem.start + today).map(\.aspect)
    }
    #expect(try found(0) == ["easier weeks too close"] && found(21) == ["easier weeks too close"])
    #expect(try found(22) == [], "a week that has begun is as easy as what happened in it")
  }

  @Test func everyWeekIsNamed() throws {
    let problem = problem()
    let found = try Sample.findings(
      "deload", Sample.loads(loads(60), for: problem, weeks: [.load, .load]), problem)
    #expect(found.first?.aspect == "week types")
    let tapered = try Sample.findings(
      "deload", Sample.loads(loads(60), for: problem, weeks: [.load, .load, .load, .deload, .taper]), problem)
    #expect(tapered.contains { $0.aspect == "taper weeks" && $0.week == 4 })
  }
}
