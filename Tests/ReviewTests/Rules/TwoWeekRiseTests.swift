import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct TwoWeekRiseTests {
  private func problem(_ experience: Athlete.Experience) -> PlanProblem {
    Sample.problem(days: 21) {
      $0.athlete = Athlete(name: "Sample", experience: experience)
      $0.history.sessions = [.init(day: -1, sport: "run", minutes: 40)]
    }
  }

  /// 60 min, then 70, then 80: week 3 on week 1 is +33 %; week 2 on the history +75 %.
  @Test func aNewRunnerIsToldOfAThirdInTwoWeeks() throws {
    let sessions = [Sample.run(1, minutes: 60), Sample.run(8, minutes: 70), Sample.run(15, minutes: 80)]
    let problem = problem(.novice)
    let found = try Sample.findings("novice", Sample.schedule(sessions, for: problem), problem)
    #expect(
      found.map(\.arithmetic) == [
        "70 min / 40 min - 1 = +75.0 %; watched from 30 %",
        "80 min / 60 min - 1 = +33.3 %; watched from 30 %",
      ])
    #expect(found.allSatisfy { $0.level == .watch })
    var rested = problem
    rested.limits.firstDays = Limits.FirstDays(count: 3)
    rested.limits.firstDays?.weekLoad = 500
    let later = try Sample.findings("novice", Sample.schedule(sessions, for: rested), rested)
    #expect(later.map(\.arithmetic) == ["80 min / 60 min - 1 = +33.3 %; watched from 30 %"])
    let other = self.problem(.experienced)
    #expect(try Sample.findings("novice", Sample.schedule(sessions, for: other), other).isEmpty)
  }
}
