import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct WeeklyRiseTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 7) {
      $0.limits.weeklyGrowthMax = 0.1
      $0.limits.weeklyGrowthAllowance = 30
    }
  }

  /// After 700 AU: 700 x 1.1 + 30 = 800.
  @Test(arguments: [(800.0, 0), (801, 1)]) func aTenthAndTheAllowance(load: Double, count: Int) throws {
    let problem = problem()
    let schedule = Sample.loads(Array(repeating: load / 7, count: 7), for: problem)
    let found = try Sample.findings("weekly-rise", schedule, problem).filter { $0.level == .change }
    #expect(found.count == count)
  }

  @Test func theArithmeticCanBeRedone() throws {
    let problem = problem()
    let schedule = Sample.loads([280, 0, 280, 0, 280, 0, 0], for: problem)
    let finding = try #require(try Sample.findings("weekly-rise", schedule, problem).first)
    #expect(finding.arithmetic == "840 AU / 700 AU - 1 = +20.0 %; limit 1.1 x 700 + 30 = 800 AU")
    #expect(finding.week == 0 && finding.value == 840 && abs((finding.limit ?? 0) - 800) < 1e-9)
    #expect(finding.advice == "Take 40 AU out of the week.")
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-0", minutes: 25)], "5 of 30 min are 47 AU")
  }

  /// 910 AU on a mean of 700: +30 %, a look where no limit is set, a note where the coach's is kept.
  @Test func theMeanOfFourWeeksAdvises() throws {
    let open = Sample.problem(days: 7)
    let schedule = Sample.loads(Array(repeating: 130, count: 7), for: open)
    let watched = try Sample.findings("weekly-rise", schedule, open)
    #expect(watched.map(\.level) == [.watch])
    #expect(watched.first?.arithmetic == "910 AU / 700 AU - 1 = +30.0 %; watched from 20 %")
    let loose = Sample.problem(days: 7) { $0.limits.weeklyGrowthMax = 0.5 }
    #expect(try Sample.findings("weekly-rise", schedule, loose).map(\.level) == [.note])
  }
}
