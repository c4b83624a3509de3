import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// How long sessions can be by each week: never less than what a schedule has, and no more than arithmetic allows.
@Suite struct SessionReachTests {
  /// A run of an hour before the plan, and days that have time for long ones.
  private var problem: PlanProblem {
    var problem = PlanProblem.steady
    problem.limits.spikeMax = 0.1
    problem.availability.minutes = Array(repeating: 400, count: 7)
    for index in problem.templates.indices { problem.templates[index].maxMinutes = 400 }
    return problem
  }

  private func reach(_ problem: PlanProblem) -> [Double] {
    let model = PlanModel(problem)
    let reach = SessionReach(model)
    return (0..<model.weekCount).map { reach[model.sports.firstIndex(of: "run") ?? 0, $0] }
  }

  @Test func growsByAShareAWeek() {
    var problem = problem
    #expect(Array(reach(problem).prefix(4)) == [66, 72, 79, 86])
    problem.limits.recordsPerWeek = 2
    #expect(Array(reach(problem).prefix(3)) == [72, 86, 103])
  }

  /// A week in which no day has time for a longer session adds nothing, and the next one goes on from there.
  @Test func aWeekWithoutRoomAddsNothing() {
    var problem = problem
    problem.availability.blockedDays = Array(7..<14)
    #expect(Array(reach(problem).prefix(4)) == [66, 66, 72, 79])
    problem.availability.blockedDays = []
    problem.availability.minutes = problem.availability.minutes.map { min($0, 70) }
    #expect(Array(reach(problem).prefix(3)) == [66, 70, 70])
  }

  /// Easier weeks hold their long sessions down; without that habit they are weeks like others.
  @Test func easierWeeksAddNothing() {
    var problem = problem
    problem.limits.deload = .init(maxLoadWeeks: 2, minLoadWeeks: 2, maxFraction: 0.7, minFraction: 0.3)
    #expect(Array(reach(problem).prefix(4)) == [66, 72, 79, 86])
    problem.coaching = Coaching(longInDeload: 0.8)
    #expect(Array(reach(problem).prefix(5)) == [66, 72, 72, 79, 86])
  }

  /// Weeks that are easier before there was a load week stay under what was done before the plan; after one, only a load
  /// week without a long session would let them go on from what was before it.
  @Test func easierWeeksInARowAddNothing() {
    var problem = problem
    problem.coaching = Coaching(longInDeload: 0.8)
    problem.limits.deload = .init(maxLoadWeeks: 3, minLoadWeeks: 1, maxFraction: 0.7, minFraction: 0.3)
    problem.limits.lightWeeks = [0, 1, 4, 5]
    #expect(Array(reach(problem).prefix(6)) == [60, 60, 66, 72, 72, 79])
    for index in problem.history.sessions.indices { problem.history.sessions[index].minutes = 30 }
    #expect(Array(reach(problem).prefix(3)) == [30, 30, 33], "half an hour is easy at any time")
  }

  /// Whatever is asked, a schedule inside the limits stays within reach; and where the goal is as long as can be reached,
  /// a minute more is out of reach.
  @Test func everyScheduleStaysWithinReach() throws {
    let catalogue = try CatalogueFile.standard()
    var (compared, met) = (0, 0)
    for seed in 0..<700 as Range<UInt64> {
      var problem = PlanProblem.drawn(4000 + seed, from: catalogue)
      guard problem.weekCount <= 16, problem.limits.spikeMax != nil else { continue }
      if !problem.goal.longSessions.isEmpty {
        problem.goal.longSessions[0].minutes = 10_000
        guard let asked = UnreachableGoal(in: problem), asked.reachable > 0 else { continue }
        problem.goal.longSessions[0].minutes = Double(asked.reachable + 1)
        #expect(UnreachableGoal(in: problem)?.reachable == asked.reachable, "seed \(4000 + seed)")
        problem.goal.longSessions[0].minutes = Double(asked.reachable)
        #expect(UnreachableGoal(in: problem) == nil, "seed \(4000 + seed)")
      }
      let model = PlanModel(problem)
      let found = Search(model: model, effort: Effort(changes: 16_000)).run(retries: 2)
      guard found.score.violation <= 0 else { continue }
      compared += 1
      if !problem.goal.longSessions.isEmpty { met += 1 }
      let reach = SessionReach(model)
      for cell in found.minutes.indices where found.minutes[cell] > 0 {
        let sport = model.templates[cell % model.templateCount].sport
        let week = cell / model.templateCount / 7
        #expect(Double(found.minutes[cell]) <= reach[sport, week], "seed \(4000 + seed), week \(week)")
      }
    }
    #expect(compared > 20 && met > 3, "\(compared), \(met)")
  }
}
