import PlanFiles
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

  /// Two goals that want the same day take turns from where their sessions fit nowhere else; hard days that may stand side by
  /// side leave both their own.
  @Test func goalsThatWantTheSameDayTakeTurns() throws {
    var problem = try Self.twoLongSessions()
    func rises(_ problem: PlanProblem) -> [Set<Int>] {
      let model = PlanModel(problem)
      return model.goals.map { goal in
        let rungs = model.rungs(to: goal, over: Array(repeating: .load, count: model.weekCount))
        return Set(rungs.indices.dropFirst().filter { rungs[$0] > rungs[$0 - 1] })
      }
    }
    let turns = rises(problem)
    #expect(turns[0].count >= 2 && turns[1].count >= 1)
    #expect(turns[0].isDisjoint(with: turns[1]))
    problem.limits.hard?.minGapDays = 1
    let beside = rises(problem)
    #expect(!beside[0].isDisjoint(with: beside[1]))
  }

  /// A long session takes the day that has time for it, in the length of its next step, from what stands in its way.
  @Test func aLongSessionTakesItsDay() throws {
    let model = PlanModel(try Self.twoLongSessions())
    let types = try #require(model.weekPatterns(limit: 1).first)
    var annealing = Annealing(model: model, weekTypes: types, seed: 1)
    var minutes = annealing.trial.minutes.elements
    for week in 0..<6 {
      minutes[(7 * week + 1) * 2] = 50
      minutes[(7 * week + 5) * 2 + 1] = 100
    }
    let score = annealing.trial.reset(minutes: minutes, weekTypes: types)
    annealing.take(Annealing.Found(score: score, minutes: minutes, weekTypes: types))
    try #require(score.violation > 0)
    var weekend: Set<Int> = []
    for _ in 0..<2_000 {
      guard annealing.takeDay() else { continue }
      let trial = annealing.trial
      for day in model.days(ofWeek: 5) where trial[day, 0] > 50 {
        weekend.insert(day % 7)
        #expect(trial[day, 0] == 55)
        #expect(model.days(ofWeek: 5).count { trial[$0, 0] > 0 } == 1)
        #expect(model.days(ofWeek: 5).allSatisfy { trial[$0, 1] == 0 })
      }
      _ = trial.evaluate()
      trial.rollback()
    }
    #expect(weekend == [5, 6])
  }

  /// A long run and a long ride for which only the weekend has time, and a day between hard ones.
  private static func twoLongSessions() throws -> PlanProblem {
    var problem = PlanProblem.steady
    problem.limits.spikeMax = 0.1
    problem.limits.hard = Limits.HardDays(minGapDays: 2, maxPerWeek: 3, noneBeforeEventDays: 2)
    let monday = problem.start.weekday == .monday
    try #require(monday)
    problem.availability.minutes = [0, 50, 50, 50, 0, 180, 180]
    let catalogue = try CatalogueFile.standard()
    problem.templates = try ["run-long", "bike-long"].map {
      try #require(catalogue.entry($0)).template(for: "triathlon")
    }
    problem.history.sessions = [
      .init(day: -2, sport: "run", minutes: 50), .init(day: -3, sport: "bike", minutes: 100),
    ]
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 66, latestDaysBefore: 3, earliestDaysBefore: 14),
      .init(sport: "bike", minutes: 120, latestDaysBefore: 3, earliestDaysBefore: 14),
    ]
    return problem
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

  /// Steady weeks in which a run may be a tenth longer than the longest before.
  private func steadyLadder() throws -> (PlanModel, [WeekType]) {
    var problem = PlanProblem.steady
    problem.limits.weeklyGrowthMax = nil
    problem.limits.spikeMax = 0.1
    let model = PlanModel(problem)
    return (model, try #require(model.weekPatterns(limit: 1).first))
  }

  /// A step that is a minute too long weighs more than that minute: the search does not give a session of the ladder up for
  /// it. Where any schedule will do, it weighs no more.
  @Test func aStepTooLongIsNoSmallThing() throws {
    let (model, types) = try steadyLadder()
    func added(_ minutes: Int, stepWeight: Double?) -> Double {
      let trial =
        stepWeight.map { Trial(model: model, weekTypes: types, stepWeight: $0) }
        ?? Trial(model: model, weekTypes: types)
      let before = trial.evaluate().violation
      trial.set(1, 0, to: 66 + minutes)
      return trial.evaluate().violation - before
    }
    #expect(abs(added(1, stepWeight: nil) - added(0, stepWeight: nil) - 1.3) < 1e-9)
    #expect(abs(added(1, stepWeight: 0) - added(0, stepWeight: 0) - 0.3) < 1e-9)
    #expect(added(0, stepWeight: nil) == added(0, stepWeight: 0))
  }

  /// A ladder that is a minute too long from some step on is cut all along, and broken limits do not hide what is better.
  @Test func aLadderThatIsTooLongIsCut() throws {
    let (model, types) = try steadyLadder()
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
