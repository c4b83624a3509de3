import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct GoalReachedTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 7) {
      $0.goal.longSessions = [.init(sport: "run", minutes: 40, latestDaysBefore: 2, earliestDaysBefore: 7)]
    }
  }

  @Test func theLongSessionIsThere() throws {
    let problem = problem()
    let long = Sample.schedule([Sample.run(1, minutes: 40)], for: problem)
    #expect(try Sample.findings("goal", long, problem).isEmpty)
    let late = Sample.schedule([Sample.run(6, minutes: 40)], for: problem)
    #expect(try Sample.findings("goal", late, problem).map(\.value) == [0], "the day before is too late")
  }

  @Test func aFixLengthensWhereThatBreaksNothing() throws {
    let problem = problem()
    let short = Sample.schedule([Sample.run(1, minutes: 30)], for: problem)
    let finding = try #require(try Sample.findings("goal", short, problem).first)
    let fix = try #require(try Sample.fix(finding, short, problem))
    #expect(fix.summary == "Lengthen Tuesday's run (2026-01-06) from 30 to 40 min.")
  }

  @Test func fitnessOnTheDay() throws {
    var problem = problem()
    problem.goal = .init(minFitness: 120)
    let found = try Sample.findings("goal", Sample.schedule([], for: problem), problem)
    #expect(found.map(\.aspect) == ["fitness on the day"])
    #expect(try Sample.fix(found[0], Sample.schedule([], for: problem), problem) == nil, "nothing clears it")
  }
}
