import PlanFiles
import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

@Suite struct TrialTests {
  /// Random changes, kept or taken back, leave the same score as a schedule evaluated from nothing.
  @Test(arguments: 0..<80)
  func keepsEveryScoreUpToDate(seed: Int) throws {
    let model = PlanModel(try PlanProblem.invented(UInt64(seed)))
    let types = try #require(model.weekPatterns(limit: 3).last)
    var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(seed))
    for round in 0..<40 {
      annealing.run(256, temperature: (2, 1), price: (0.5, 1))
      let fresh = Trial(model: model, weekTypes: annealing.trial.weekTypes.elements)
      let score = fresh.reset(
        minutes: annealing.trial.minutes.elements, weekTypes: annealing.trial.weekTypes.elements)
      #expect(abs(score.value - annealing.score.value) < 1e-6, "round \(round)")
      #expect(abs(score.violation - annealing.score.violation) < 1e-6, "round \(round)")
    }
  }

  /// The same while only the first weeks are looked at.
  @Test(arguments: 0..<40)
  func keepsEveryScoreUpToDateWhileFilling(seed: Int) throws {
    let model = PlanModel(try PlanProblem.invented(UInt64(seed)))
    let types = try #require(model.weekPatterns(limit: 3).first)
    let trial = Trial(model: model, weekTypes: types)
    var dice = SplitMix(seed: UInt64(seed))
    for weeks in 1...model.weekCount {
      var score = trial.fill(weeks: weeks)
      for _ in 0..<200 {
        for _ in 0..<1 + dice.below(3) {
          let (day, template) = (dice.below(trial.horizonDays), dice.below(model.templateCount))
          trial.set(day, template, to: trial.fitted(dice.below(120), day, template))
        }
        let tried = trial.evaluate()
        if dice.below(2) == 0 {
          trial.rollback()
        } else {
          trial.commit()
          score = tried
        }
      }
      let fresh = Trial(model: model, weekTypes: types)
      fresh.reset(minutes: trial.minutes.elements, weekTypes: types)
      let expected = fresh.fill(weeks: weeks)
      #expect(abs(score.value - expected.value) < 1e-6, "week \(weeks)")
      #expect(abs(score.violation - expected.violation) < 1e-6, "week \(weeks)")
    }
  }

  /// All weeks before the taper take over the sessions of the heaviest load week, each at about its own load.
  @Test func spreadsTheHeaviestWeek() throws {
    let model = PlanModel(try ReferenceProblem.solvable[1].problem())
    let types = try #require(model.weekPatterns(limit: 1).first)
    var annealing = Annealing(model: model, weekTypes: types, seed: 1)
    let trial = annealing.trial
    let heavy = try #require(types.indices.last { types[$0] == .load })
    let light = try #require(types.indices.first { types[$0] == .load })
    trial.set(7 * heavy + 5, 0, to: 60)
    trial.set(7 * heavy + 6, 1, to: 80)
    trial.set(7 * light + 3, 0, to: 30)
    annealing.keep(trial.evaluate())
    let before = trial.weekLoad.elements
    annealing.spreadLoadWeek(rank: 0)
    for week in types.indices where types[week] != .taper {
      for day in 0..<7 {
        for template in 0..<model.templateCount {
          let isTrained = trial[7 * week + day, template] > 0
          #expect(isTrained == (trial[7 * heavy + day, template] > 0), "week \(week), day \(day)")
        }
      }
    }
    #expect(trial.weekLoad[heavy] == before[heavy])
    #expect(trial.weekLoad[light] < 0.6 * before[heavy])
    #expect(types.indices.filter { types[$0] == .taper }.allSatisfy { trial.weekLoad[$0] == 0 })
  }

  /// A session on the weekday of the load week before it costs no rhythm, one on another weekday does, however many kinds
  /// of session there are.
  @Test(arguments: [3, 63, 64, 70])
  func countsTheRhythmOfEveryKind(kind: Int) throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    problem.coaching = Coaching()
    while problem.templates.count <= kind {
      var another = problem.templates[problem.templates.count % 3]
      another.id += "-\(problem.templates.count)"
      problem.templates.append(another)
    }
    let model = PlanModel(problem)
    let types = try #require(model.weekPatterns(limit: 1).first)
    try #require(types[0] == .load)
    let trial = Trial(model: model, weekTypes: types)
    func price(_ changes: () -> Void) -> Double {
      changes()
      _ = trial.evaluate()
      trial.commit()
      return trial.rhythmPrice[1]
    }
    let none = price { trial.set(3, kind, to: 30) }
    let same = price { trial.set(10, kind, to: 30) }
    let other = price {
      trial.set(10, kind, to: 0)
      trial.set(11, kind, to: 30)
    }
    let longer = price { trial.set(11, kind, to: 40) }
    #expect((none, same) == (0, 0))
    #expect(other == trial.bounds.rhythmPrice && longer == other)
    let back = price {
      trial.set(11, kind, to: 0)
      trial.set(3, kind, to: 0)
    }
    #expect(back == 0)
  }

  @Test func takesAChangeBackWhole() throws {
    let model = PlanModel(try ReferenceProblem.solvable[1].problem())
    let types = try #require(model.weekPatterns(limit: 1).first)
    let trial = Trial(model: model, weekTypes: types)
    let before = trial.reset(minutes: trial.minutes.elements, weekTypes: types)
    trial.set(5, 0, to: 40)
    trial.set(6, 1, to: 80)
    let tried = trial.evaluate()
    #expect(tried.value != before.value)
    trial.rollback()
    let after = trial.evaluate()
    trial.rollback()
    #expect(after.value == before.value && after.violation == before.violation)
    #expect(trial.minutes.allSatisfy { $0 == 0 })
  }

  @Test func countsTheObjectiveAsTheProblemDoes() throws {
    let problem = try ReferenceProblem.solvable[1].problem()
    let model = PlanModel(problem)
    let types = try #require(model.weekPatterns(limit: 1).first)
    let trial = Trial(model: model, weekTypes: types)
    trial.set(1, 0, to: 50)
    trial.set(6, 1, to: 75)
    _ = trial.evaluate()
    trial.commit()
    #expect(abs(trial.objective - byHand(problem, [1: (150, 1), 6: (300, 1)])) < 1e-9)
  }

  /// The two-component objective, day by day from its definition.
  private func byHand(_ problem: PlanProblem, _ days: [Int: (load: Double, specificity: Double)]) -> Double {
    let history = problem.history.load
    let seed = history.prefix(28).reduce(0, +) / 28
    let share = problem.model.historySpecificity
    var fitness = share * seed
    var fatigue = seed
    for load in history {
      fitness += (share * load - fitness) / problem.model.fitnessDays
      fatigue += (load - fatigue) / problem.model.fatigueDays
    }
    for day in 0..<problem.dayCount {
      let session = days[day] ?? (load: 0, specificity: 0)
      fitness += (session.load * session.specificity - fitness) / problem.model.fitnessDays
      fatigue += (session.load - fatigue) / problem.model.fatigueDays
    }
    return fitness - problem.model.kappa * fatigue
  }
}

@Suite struct WeekPatternTests {
  /// Every sequence of load and easier weeks, tried one by one, agrees with the list.
  @Test func listsExactlyTheAdmissibleSequences() throws {
    let problem = try ReferenceProblem.solvable[1].problem()
    let model = PlanModel(problem)
    let building = model.weekCount - model.taperWeeks
    var admissible: Set<[WeekType]> = []
    for bits in 0..<(1 << building) {
      let types = (0..<building).map { bits >> $0 & 1 == 1 ? WeekType.deload : .load }
      let all = types + [WeekType](repeating: .taper, count: model.taperWeeks)
      if model.isAdmissible(all) { admissible.insert(all) }
    }
    #expect(Set(model.weekPatterns(limit: 10_000)) == admissible)
  }

  @Test func takesTheMostPromisingWhenThereAreMany() throws {
    let model = PlanModel(try ReferenceProblem.solvable[1].problem())
    let all = model.weekPatterns(limit: 10_000)
    let some = model.weekPatterns(limit: 3)
    #expect(all.count > 3 && some == Array(all.prefix(3)))
    let forecast = LoadForecast(model)
    #expect(some.map(forecast.value) == Array(all.map(forecast.value).sorted(by: >).prefix(3)))
  }

  /// A week has room for no more sessions than it may have, and none longer than they may be.
  @Test func aWeekHasRoomForTheSessionsItMayHave() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    problem.templates = [problem.templates[0]]
    problem.templates[0].weekdays = nil
    problem.templates[0].maxPerWeek = 2
    problem.templates[0].minMinutes = 10
    problem.templates[0].maxMinutes = 30
    problem.limits.spikeMax = nil
    let model = PlanModel(problem)
    let twice = 2 * 30 * problem.templates[0].sRPE
    for week in 1..<model.weekCount - 1 {
      #expect(WeekCapacity(model).load(ofWeek: week).reduce(0, +) == twice)
    }
    var tapering = problem
    tapering.coaching = Coaching(longTaper: [Coaching.LongTaper(days: 14, fraction: 0.5)])
    tapering.templates[0].maxMinutes = 80
    tapering.availability.minutes = tapering.availability.minutes.map { $0 > 0 ? 90 : 0 }
    let late = WeekCapacity(PlanModel(tapering)).load(ofWeek: model.weekCount - 2)
    #expect(late.reduce(0, +) == 2 * 40 * problem.templates[0].sRPE)
  }

  /// Whatever limits a problem has or has not, its sequences can be compared, from a history or from nothing.
  @Test func ranksTheSequencesOfEveryProblem() throws {
    let catalogue = try CatalogueFile.standard()
    for seed in 0..<200 {
      let model = PlanModel(PlanProblem.drawn(UInt64(seed), from: catalogue))
      let promises = model.weekPatterns(limit: 3).map(LoadForecast(model).value)
      #expect(promises.allSatisfy { $0.isFinite } && promises == promises.sorted(by: >), "\(seed)")
    }
  }
}

@Suite struct NumberTests {
  @Test func logarithmUndoesTheExponential() {
    for step in -400...400 {
      let x = Double(step) / 20
      #expect(abs(naturalLogarithm(exponential(x)) - x) < 1e-13 * max(1, abs(x)))
    }
    #expect(naturalLogarithm(0) == -.infinity)
  }

  @Test func diceReachEverySideAboutAsOften() {
    var dice = SplitMix(seed: 1)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[dice.below(6)] += 1 }
    #expect(counts.allSatisfy { (9_500...10_500).contains($0) })
  }
}
