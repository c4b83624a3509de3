import PlanFiles
import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// What a coach's habits cost where a schedule departs from them.
@Suite struct HabitPriceTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try CatalogueFile.standard() }

  /// In an event of several sports, one that is left out of a week costs the whole price, one that is short as much less.
  @Test func aSportLeftOutHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "swim-easy", "strength-hip"].map {
      try #require(catalogue.entry($0)).template(for: "triathlon")
    }
    problem.coaching = Coaching(
      balancePrice: 2, balance: [.init(sport: "run", least: 0.5), .init(sport: "swim", least: 0.25)])
    let model = PlanModel(problem)
    let types = try #require(model.weekPatterns(limit: 1).first)
    let trial = Trial(model: model, weekTypes: types)
    func price(run: Int, swim: Int) -> Double {
      trial.set(1, 0, to: run)
      trial.set(3, 1, to: swim)
      trial.set(5, 2, to: 60)
      _ = trial.evaluate()
      trial.commit()
      return trial.priceOfImbalance(inWeek: 0)
    }
    #expect(price(run: 0, swim: 0) == 0)
    #expect(price(run: 60, swim: 0) == 2)
    let reasons = Reasons(trial: trial, phases: types.map { _ in .base })
    #expect(abs(price(run: 70, swim: 10) - 1) < 1e-12)
    #expect(
      reasons.balanceReason(0) == "Less than wanted of the minutes of the event's sports: swim 13 % (25 %).")
    #expect(price(run: 60, swim: 20) == 0)
    #expect(reasons.balanceReason(0) == nil)
    #expect(abs(price(run: 15, swim: 45) - 1) < 1e-12)
  }

  /// A sport of the event that is trained on fewer days of a load week than asked has its price, as far as the week has
  /// days for it.
  @Test func aSportTooSeldomHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-tempo", "swim-easy"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(frequencyPrice: 2, frequency: [.init(sport: "run", days: 3)])
    func price(_ problem: PlanProblem, _ week: Int, _ cells: [(day: Int, template: Int)]) -> Double {
      let model = PlanModel(problem)
      let trial = Trial(
        model: model, weekTypes: (0..<model.weekCount).map { $0 == 3 ? .deload : .load })
      for cell in cells { trial.set(7 * week + cell.day, cell.template, to: 30) }
      _ = trial.evaluate()
      trial.commit()
      return trial.priceOfRareness(inWeek: week)
    }
    #expect(price(problem, 0, []) == 6)
    #expect(price(problem, 0, [(1, 0), (1, 1), (3, 2)]) == 4)
    #expect(price(problem, 0, [(1, 0), (3, 1), (5, 0), (6, 0)]) == 0)
    #expect(price(problem, 3, []) == 4, "a day fewer in an easier week")
    problem.availability.blockedDays = Array(2..<7)
    #expect(price(problem, 0, []) == 4)
    problem.limits.sportCaps["run"] = Limits.SportCap(maxDaysPerWeek: 1)
    #expect(price(problem, 0, []) == 2)
  }

  /// A second long session of a sport in one week has its price, of whatever kind; one of another sport has none.
  @Test func aSecondLongSessionHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-long", "run-long-progressive", "bike-long"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(weeklyLongPrice: 0, secondLongPrice: 3, intenseInTaperPrice: 0)
    let model = PlanModel(problem)
    for type in [WeekType.load, .deload, .taper] {
      let trial = Trial(model: model, weekTypes: (0..<model.weekCount).map { _ in type })
      func price(_ cells: [(day: Int, template: Int)]) -> Double {
        for day in 0..<7 {
          for template in 0..<4 { trial.put(0, day, template) }
        }
        for cell in cells { trial.put(60, cell.day, cell.template) }
        return trial.priceOfHabits(inWeek: 0)
      }
      #expect(price([(1, 0), (3, 0), (5, 1)]) == 0)
      #expect(price([(3, 1), (5, 3)]) == 0)
      #expect(price([(3, 2), (5, 1)]) == 3)
      #expect(price([(1, 1), (3, 2), (5, 1)]) == 6)
    }
  }

  /// Two days before the event without a session of its sport have their price where there is room for one.
  @Test func idleLastDaysHaveTheirPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "bike-easy", "strength-hip"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(openerPrice: 3)
    func price(_ cells: [(daysBefore: Int, template: Int)]) -> Double {
      let model = PlanModel(problem)
      let trial = Trial(model: model, weekTypes: model.weekPatterns(limit: 1)[0])
      for cell in cells { trial.put(20, model.dayCount - cell.daysBefore, cell.template) }
      return trial.priceOfIdleLastDays()
    }
    #expect(price([]) == 3 && price([(3, 0)]) == 3 && price([(2, 1), (1, 2)]) == 3)
    #expect(price([(2, 0)]) == 0 && price([(1, 0)]) == 0)
    problem.event.sport = "triathlon"
    #expect(price([(1, 1)]) == 0 && price([(1, 2)]) == 3, "any endurance sport")
    problem.event.sport = "run"
    problem.availability.blockedDays = [problem.dayCount - 2, problem.dayCount - 1]
    #expect(price([]) == 0, "no room")
  }

  /// The taper keeps a part of the last load weeks: each missing minute has its price, no day counts for more than two
  /// fifths, and nothing is asked that the days have no room for.
  @Test func littleVolumeInTheTaperHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "mobility"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.limits.taper = .init(maxFraction: [0.6, 0.8], minFraction: [0.2, 0.4])
    problem.coaching = Coaching(taperVolume: [0.5], taperVolumePrice: 2)
    func price(_ minutes: [Int], template: Int = 0, window: Int = 0) throws -> Double {
      let model = PlanModel(problem)
      let trial = Trial(model: model, weekTypes: model.weekPatterns(limit: 1)[0])
      for week in trial.weekTypes.indices where trial.weekTypes[week] == .load {
        for day in 0..<4 { trial.put(50, 7 * week + day, 0) }
      }
      for (day, length) in zip(model.taperDays(window), minutes) { trial.put(length, day, template) }
      return trial.priceOfLittleTaperVolume()
    }
    #expect(try price([]) == 2 * 100)
    #expect(try price([30, 0, 20]) == 2 * 50)
    #expect(try price([90, 0, 20]) == 2 * 40, "40 of the 90 minutes count")
    #expect(try price([40, 0, 40, 0, 0, 20]) == 0)
    #expect(try price([20, 20, 20], template: 1) == 2 * 100, "mobility is no training")
    problem.coaching?.taperVolume = [0, 0.5, 1]
    #expect(try price([]) == 2 * 100, "a third week is none of the taper")
    #expect(try price([30, 0, 0, 0, 0, 0, 30], window: 1) == 2 * 40)
    problem.coaching?.taperVolume = [0.5]
    problem.availability.blockedDays = Array(problem.dayCount - 5..<problem.dayCount)
    #expect(try price([]) == 2 * 40, "one day left")
  }

  /// A block of load weeks that begins with the hard sessions of the one before has its price where there are others; to
  /// put another in the place of one is no move.
  @Test func theSameHardSessionsHaveTheirPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-tempo", "run-intervals", "run-long"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(rhythmPrice: 0.5, sameHardPrice: 3)
    let model = PlanModel(problem)
    func price(_ types: [WeekType], _ cells: [(day: Int, template: Int)]) -> Double {
      let types = types + Array(repeating: .load, count: model.weekCount - types.count)
      let trial = Trial(model: model, weekTypes: types)
      for cell in cells { trial.put(60, cell.day, cell.template) }
      return trial.priceOfRhythm(inWeek: 2)
    }
    let block: [WeekType] = [.load, .deload, .load]
    #expect(price(block, [(2, 1), (16, 1)]) == 3)
    #expect(price(block, [(2, 1), (6, 3), (16, 1), (20, 3)]) == 3, "a long session is no other")
    #expect(price(block, [(2, 1), (16, 2)]) == 0)
    #expect(price(block, [(2, 1), (15, 2)]) == 0.5, "on another day")
    #expect(price(block, [(2, 1), (4, 2), (16, 1), (18, 2)]) == 0, "there are no others")
    #expect(price(block, [(2, 1)]) == 0 && price(block, [(16, 1)]) == 0.5)
    #expect(price([.load, .load, .load], [(9, 1), (16, 1)]) == 0, "the same block")
    #expect(price([.load, .load, .load], [(9, 1), (16, 2)]) == 0.5)
  }

  /// Strength work on two days running has its price, over the turn of a week as well; other muscles are none of it.
  @Test func strengthInARowHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "strength-hip", "strength-step-up", "upper-body"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(strengthInARowPrice: 3)
    let model = PlanModel(problem)
    func prices(_ cells: [(day: Int, template: Int)]) -> [Double] {
      let trial = Trial(model: model, weekTypes: (0..<model.weekCount).map { _ in .load })
      for cell in cells {
        trial.set(cell.day, cell.template, to: 30)
        _ = trial.evaluate()
        trial.commit()
      }
      #expect((0..<2).map { trial.rhythmPrice[$0] } == (0..<2).map { trial.priceOfRhythm(inWeek: $0) })
      return (0..<2).map { trial.rhythmPrice[$0] }
    }
    #expect(prices([(1, 1), (3, 1)])[0] == 0)
    #expect(prices([(1, 1), (2, 1)])[0] == 3)
    #expect(prices([(1, 1), (2, 2), (3, 1)])[0] == 6)
    #expect(prices([(1, 1), (2, 3)])[0] == 0)
    #expect(prices([(1, 3), (2, 3)])[0] == 3)
    #expect(prices([(7, 1), (6, 1)])[0] == 3)
    #expect(prices([(6, 1), (7, 1)])[0] == 3)
  }

  /// A taper keeps the days of the event's sports; in the week that ends with the event, that is one of them.
  @Test func frequencyIsKeptInTheTaper() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "swim-easy", "strength-hip"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(
      frequencyPrice: 1,
      frequency: [
        .init(sport: "run", days: 3), .init(sport: "swim", days: 2), .init(sport: "strength", days: 4),
      ])
    problem.limits.taper = .init(maxFraction: [0.5, 0.7], minFraction: [0, 0])
    let model = PlanModel(problem)
    let last = model.weekCount - 1
    #expect(model.days(ofWeek: last).count == 6)
    let trial = Trial(
      model: model, weekTypes: (0...last).map { $0 < last - 1 ? .load : .taper })
    _ = trial.evaluate()
    trial.commit()
    #expect(trial.priceOfRareness(inWeek: 0) == 9, "strength work rests in the taper, the sports do not")
    #expect(trial.priceOfRareness(inWeek: last - 1) == 5)
    #expect(trial.priceOfRareness(inWeek: last) == 4)
    problem.event.sport = "triathlon"
    #expect(
      Trial(model: PlanModel(problem), weekTypes: trial.weekTypes.elements).priceOfRareness(inWeek: last) == 3
    )
    problem.event.dayIndex -= 4
    let short = PlanModel(problem)
    #expect(short.days(ofWeek: last).count == 2)
    #expect(Trial(model: short, weekTypes: trial.weekTypes.elements).priceOfRareness(inWeek: last) == 0)
  }

  /// A week of the taper without intense work has its price, where it has days for some; the event's own week has none.
  @Test func aDullTaperHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-tempo"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(intenseInTaper: 2, intenseInTaperPrice: 3)
    problem.limits.taper = .init(maxFraction: [0.6, 0.8], minFraction: [0, 0])
    func price(_ sessions: [Int], weeksToGo: Int) -> Double {
      Self.price(problem, sessions.enumerated().map { (2 * $0, $1) }, weeksToGo: weeksToGo)
    }
    #expect(price([], weeksToGo: 2) == 6)
    #expect(price([0, 1], weeksToGo: 2) == 3)
    #expect(price([1, 1], weeksToGo: 2) == 0)
    #expect(price([], weeksToGo: 1) == 0)
    #expect(price([], weeksToGo: 3) == 0)
    problem.templates.removeLast()
    #expect(price([], weeksToGo: 2) == 0)
  }

  /// A load week after the base weeks without intense work has its price; a base week and one with an event have none.
  @Test func aDullBuildWeekHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-tempo"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(weeklyLongPrice: 0, intenseInBuild: 2, intenseInBuildPrice: 3)
    func price(_ sessions: [Int], weeksToGo: Int) -> Double {
      Self.price(problem, sessions.enumerated().map { (2 * $0, $1) }, weeksToGo: weeksToGo)
    }
    let weeks = problem.weekCount
    let model = PlanModel(problem)
    #expect(model.baseWeeks > 0 && model.baseWeeks < model.buildWeeks)
    #expect(price([], weeksToGo: weeks - model.baseWeeks) == 6)
    #expect(price([0, 1], weeksToGo: weeks - model.baseWeeks) == 3)
    #expect(price([1, 1], weeksToGo: weeks - model.baseWeeks) == 0)
    #expect(price([], weeksToGo: weeks - model.baseWeeks + 1) == 0)
    problem.coaching?.intenseInBuild = nil
    #expect(price([], weeksToGo: weeks - model.baseWeeks) == 0)
  }

  /// A load week without a long session on the day with the most time has its price, where there is such a day.
  @Test func aWeekWithoutItsLongSessionHasItsPrice() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "run-long"].map {
      try #require(catalogue.entry($0)).template(for: "run")
    }
    problem.coaching = Coaching(weeklyLongPrice: 3)
    problem.availability.minutes = [60, 60, 60, 60, 60, 90, 90]
    func price(_ cells: [(day: Int, template: Int)]) -> Double {
      Self.price(problem, cells, weeksToGo: 4)
    }
    #expect(price([]) == 3 && price([(5, 0)]) == 3 && price([(2, 1)]) == 3)
    #expect(price([(5, 1)]) == 0 && price([(6, 1)]) == 0)
    #expect(Self.price(problem, [], weeksToGo: 2) == 0)
    problem.templates[1].weekdays = [.wednesday]
    #expect(price([(2, 1)]) == 0)
    problem.availability.blockedDays = Array(7 * 4..<7 * 5)
    #expect(price([]) == 0)
  }

  /// Where the goal asks for long sessions of several sports, each of them has its own in a load week.
  @Test func eachSportOfTheGoalHasItsLongSession() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-long", "bike-long", "swim-endurance"].map {
      try #require(catalogue.entry($0)).template(for: "triathlon")
    }
    problem.coaching = Coaching(weeklyLongPrice: 3)
    problem.availability.minutes = [60, 60, 60, 60, 60, 60, 90]
    func price(_ sports: [String], _ cells: [(day: Int, template: Int)], weeksToGo: Int = 4) -> Double {
      problem.goal.longSessions = sports.map {
        .init(sport: $0, minutes: 30, latestDaysBefore: 10, earliestDaysBefore: 28)
      }
      return Self.price(problem, cells, weeksToGo: weeksToGo)
    }
    #expect(price(["run", "bike", "swim"], []) == 9 && price(["run", "bike"], []) == 9)
    #expect(price(["run", "bike"], [(6, 1)]) == 3 && price(["run", "bike"], [(2, 0), (4, 1)]) == 3)
    #expect(price(["run", "bike"], [(2, 0), (6, 1)]) == 0)
    #expect(price(["bike"], [(6, 0)]) == 0, "one sport has the day with the most time")
    #expect(price(["run", "bike"], [], weeksToGo: 2) == 0)
  }

  /// What the habits of a week cost, in a plan of eight weeks whose last two are the taper.
  private static func price(
    _ problem: PlanProblem, _ cells: [(day: Int, template: Int)], weeksToGo: Int
  ) -> Double {
    let model = PlanModel(problem)
    let week = model.weekCount - weeksToGo
    let trial = Trial(
      model: model, weekTypes: (0..<model.weekCount).map { $0 < model.weekCount - 2 ? .load : .taper })
    for cell in cells { trial.set(7 * week + cell.day, cell.template, to: 30) }
    _ = trial.evaluate()
    trial.commit()
    return trial.priceOfHabits(inWeek: week)
  }

  /// A brick is a day of both its sports, and stands beside neither.
  @Test func aBrickIsOfTwoSports() throws {
    var problem = PlanProblem.steady
    problem.templates = try ["run-easy", "bike-easy", "brick-bike-run"].map {
      try #require(catalogue.entry($0)).template(for: "triathlon")
    }
    problem.availability.maxSessionsPerDay = 2
    problem.coaching = Coaching(
      endurancePerDay: 2, balancePrice: 1,
      balance: [.init(sport: "run", least: 0.5), .init(sport: "bike", least: 0, most: 0.25)],
      frequencyPrice: 1, frequency: [.init(sport: "run", days: 2), .init(sport: "bike", days: 2)])
    let model = PlanModel(problem)
    let trial = Trial(model: model, weekTypes: Array(repeating: .load, count: model.weekCount))
    func violation(_ cells: [(day: Int, template: Int)]) -> Double {
      for cell in cells { trial.set(cell.day, cell.template, to: 60) }
      let violation = trial.evaluate().violation
      trial.rollback()
      return violation
    }
    let alone = violation([(1, 2)])
    #expect(violation([(1, 2), (3, 0)]) < violation([(1, 2), (1, 0)]))
    #expect(violation([(1, 2), (3, 1)]) < violation([(1, 2), (1, 1)]))
    #expect(alone <= violation([(1, 2), (3, 0)]))
    trial.set(1, 2, to: 60)
    _ = trial.evaluate()
    trial.commit()
    #expect(trial.priceOfRareness(inWeek: 0) == 2)
    // A quarter of it is a run, half of what it should be; three quarters a ride, three times the most.
    #expect(abs(trial.priceOfImbalance(inWeek: 0) - 1.5) < 1e-12)
  }
}
