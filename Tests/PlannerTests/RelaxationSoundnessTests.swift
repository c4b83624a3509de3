import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// What the linear programme forbids, no schedule may do: cases in which it once forbade more.
@Suite struct RelaxationSoundnessTests {
  /// Runs on three days, and no two days of rest in a row: mobility work that is too much for a rest day breaks the others up.
  @Test func restfulSessionsMayEndARunOfRest() throws {
    var problem = PlanProblem.steady
    let mobility = SessionTemplate(
      id: "mobility", sport: "mobility", family: "mobility", sRPE: 1, minMinutes: 10, maxMinutes: 30,
      isRestful: true)
    problem.templates = [problem.templates[0], mobility]
    problem.templates[0].weekdays = [.monday, .thursday, .saturday]
    problem.rest = .init(minPer7: 1, loadMax: 15, maxConsecutive: 1)
    let planned = try plan(problem, effort: .quick)
    let broken = planned.schedule.sessions.filter { $0.template == "mobility" && $0.minutes > 15 }
    #expect(!broken.isEmpty)
    #expect(planned.objective <= provenBound(problem, steps: 20_000).objective)

    problem.rest.loadMax = 30
    #expect(ClashSearch.isProvenImpossible(problem), "no mobility work is too much for a rest day now")
  }

  /// A goal that is left out asks for nothing, so no set of limits clashes for its sake without naming it.
  @Test func aGoalOfNoMinutesAsksForNothing() {
    var problem = PlanProblem.steady
    problem.history = .init(
      load: Array(repeating: 0, count: 42), hip: Array(repeating: 0, count: 42), sessions: [])
    problem.limits.formFloorRelative = -0.5
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 20, latestDaysBefore: 10, earliestDaysBefore: 60)
    ]
    var clashes = ClashSearch(problem: problem)
    let found = clashes.provenInfeasibility()
    #expect(
      found?.clashes.map { Set($0.wishes.map(\.key)) } == [["goal.min_long.run", "limits.tsb_min_rel"]])
    problem.goal.longSessions[0].minutes = 0
    #expect(!ClashSearch.isProvenImpossible(problem))
  }
}
