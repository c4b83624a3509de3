import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Long sessions climb to a goal in steps that the single-session rule allows, and a first schedule is filled towards them.
@Suite struct LadderTests {
  /// Whole minutes, each rung within the rule after the one before, the goal's own length a week before it has to be there.
  @Test(arguments: [0.05, 0.08, 0.1, 0.15, 0.3])
  func rungsLeadToTheGoal(spike: Double) throws {
    var problem = PlanProblem.steady
    problem.limits.spikeMax = spike
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 75, latestDaysBefore: 3, earliestDaysBefore: 14)
    ]
    let model = PlanModel(problem)
    let goal = try #require(model.goals.first)
    let rungs = model.rungs(to: goal, over: Array(repeating: .load, count: model.weekCount))
    let last = (goal.endDay - 1) / 7
    #expect(rungs[last...].allSatisfy { $0 == 0 } && rungs[last - 1] == 75)
    for (before, after) in zip(rungs, rungs[..<last].dropFirst()) {
      #expect(before == before.rounded() && after <= before * (1 + spike) + 1e-9 && after >= before)
    }
  }

  /// What cannot be reached is not asked for on the way.
  @Test func rungsAskForNoMoreThanCanBeReached() throws {
    var problem = PlanProblem.steady
    problem.limits.spikeMax = 0.05
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 200, latestDaysBefore: 3, earliestDaysBefore: 14)
    ]
    let model = PlanModel(problem)
    let goal = try #require(model.goals.first)
    let rungs = model.rungs(to: goal, over: Array(repeating: .load, count: model.weekCount))
    #expect(Array(rungs.prefix(3)) == [63, 66, 69])
    let easier = model.rungs(to: goal, over: [.load, .deload] + Array(repeating: .load, count: 6))
    #expect(easier[1] == 66)
    problem.coaching = Coaching()
    let coached = PlanModel(problem).rungs(
      to: goal, over: [.load, .deload] + Array(repeating: .load, count: 6))
    #expect(coached[1] == 63)
  }

  /// While the first weeks are filled, a lesser event weeks away is no session too long for what was done so far.
  @Test func aLaterEventDoesNotBreakTheFirstWeeks() throws {
    var problem = PlanProblem.steady
    problem.limits.spikeMax = 0.1
    problem.history.sessions = [.init(day: -3, sport: "run", minutes: 30)]
    problem.tuneUps = [
      TuneUp(
        name: "Ten", sport: "run", family: "run", dayIndex: 40, startMinute: nil, minutes: 60, sRPE: 8,
        hipPerMinute: 1.3, priority: .c, taper: .init(noHardDays: 1, noLongDays: 1, loadDays: 1))
    ]
    let model = PlanModel(problem)
    let trial = Trial(model: model, weekTypes: try #require(model.weekPatterns(limit: 1).first))
    #expect(trial.fill(weeks: 1).violation == 0)
    #expect(trial.fill(weeks: 6).violation > 0)
  }

  /// A ladder that is a minute too long from some step on is cut all along, and broken limits do not hide what is better.
  @Test func aLadderThatIsTooLongIsCut() throws {
    var problem = PlanProblem.steady
    problem.limits.weeklyGrowthMax = nil
    problem.limits.spikeMax = 0.1
    let model = PlanModel(problem)
    let types = try #require(model.weekPatterns(limit: 1).first)
    var annealing = Annealing(model: model, weekTypes: types, seed: 1)
    var minutes = annealing.trial.minutes.elements
    for (week, length) in [66, 73, 75, 75, 75, 75].enumerated() {
      minutes[(7 * week + 1) * model.templateCount] = length
    }
    let score = annealing.trial.reset(minutes: minutes, weekTypes: types)
    try #require(score.violation > 0)
    annealing.take(Annealing.Found(score: score, minutes: minutes, weekTypes: types))
    annealing.cutSteps()
    #expect(annealing.score.violation < score.violation)
    #expect(annealing.trial[8, 0] == 72 && annealing.trial[15, 0] == 75)
  }
}
