import TrainingLoad
import Rows
import TrainingPlan

/// A problem compiled for the search: flat arrays, integers for names, whole minutes.
///
/// A class, because every trial of a search looks at the one model and a copy would cost more than a trial.
/// Cells are numbered `day * templateCount + template`. Series that reach into the history hold
/// `historyCount` past days first.
final class PlanModel: Sendable {
  let problem: PlanProblem
  let bounds: Bounds
  /// What stands already.
  let held: HeldCells
  let tuneUps: TuneUpDays
  /// Whether limits may be broken where a lesser event has a part in it.
  let forgivesTuneUps: Bool
  /// Minutes of the cells that a schedule should depart from as little as can be; empty where there is none.
  let standing: [Int]
  let dayCount: Int
  let weekCount: Int
  let templateCount: Int
  let historyCount: Int

  let templates: [Template]
  let sports: [String]
  let families: [String]
  let coaching: Coaching?
  /// The usual size of a change, minutes.
  let step: Int

  /// Minutes available on a day, whole.
  let available: [Int]
  let isWishedRest: [Bool]
  let isFixedRest: [Bool]
  let isRestHistory: [Bool]
  /// Longest session allowed in a cell, minutes; 0 where the template may not be used that day.
  let longest: [Int]
  /// What a minute in a cell adds to the objective.
  let gain: [Double]
  /// What a minute in a cell is worth to the weeks after it, while a schedule is filled week by week.
  let fillGain: [Double]
  /// The objective of an empty plan: what is left of the history on the day.
  let emptyObjective: Double

  let fitnessFactor: Double
  let fatigueFactor: Double
  /// State of the four averages on day -1, and fitness on the seven days before day 0.
  let start: Averages
  let fitnessBefore: [Double]
  let startRuns: Runs
  let referenceLoad: Double
  let referenceHip: Double
  /// What the first load week may grow from, at most: where one of the last four stands out, as with a race, the others.
  let mostLoadBefore: Double
  let mostHipBefore: Double
  /// The longest session of the history, or the baseline, that a day may still be compared with; sport-major.
  let longestBefore: [Double]
  /// Caps a sport and shares a family, infinite where none binds.
  let sportCaps: [SportCap]
  let lowShare: [Double]
  let highShare: [Double]
  let goals: [Goal]
  let taperWeeks: Int

  struct SportCap: Sendable {
    let daysPerWeek: Int
    let minutesPerWeek: Double
    let daysInARow: Int
  }

  /// A long session asked for: at least `minutes` on one of `days`.
  struct Goal: Sendable {
    let sport: Int
    let minutes: Double
    let firstDay: Int
    let endDay: Int
    var days: Range<Int> { firstDay..<endDay }
  }

  /// The exponentially weighted averages that limits look at, AU a day.
  struct Averages: Sendable {
    var acute: Double
    var chronic: Double
    var fitness: Double
    var fatigue: Double

    /// Moves on by a day with the given load.
    mutating func take(_ load: Double, _ model: PlanModel) {
      acute += PlanModel.acuteFactor * (load - acute)
      chronic += PlanModel.chronicFactor * (load - chronic)
      fitness += model.fitnessFactor * (load - fitness)
      fatigue += model.fatigueFactor * (load - fatigue)
    }
  }

  /// Run lengths as a day ends.
  struct Runs: Equatable, Sendable {
    /// Rest days in a row, days without availability not counted.
    var rest = 0
    /// The same without one session that the days before hold.
    var restAfterLoss = 0
    /// Hip-flexion days in a row.
    var hip = 0
    /// Days in a row with enough hip flexion to be looked at.
    var flexed = 0
    /// The last hard day.
    var lastHard: Int

    init(after history: PlanProblem.History, _ bounds: Bounds) {
      for value in history.hip.suffix(7) { hip = value > bounds.hipThreshold ? hip + 1 : 0 }
      for value in history.hip.suffix(28) { flexed = value >= bounds.watch.hipDay ? flexed + 1 : 0 }
      lastHard = bounds.lastHardDay
    }
  }

  /// The days of plan week `week` that come before the event.
  func days(ofWeek week: Int) -> Range<Int> { min(7 * week, dayCount)..<min(7 * week + 7, dayCount) }

  static let acuteFactor = 2.0 / 8
  static let chronicFactor = 2.0 / 29

  /// A problem compiled.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - standing: Minutes of the cells that a schedule should depart from as little as can be; empty = none.
  ///   - forgivesTuneUps: Whether limits may be broken where a lesser event has a part in it.
  init(_ problem: PlanProblem, standing: [Int] = [], forgivesTuneUps: Bool = false) {
    self.problem = problem
    self.standing = standing
    bounds = Bounds(problem)
    let held = HeldCells(problem, forgivesTuneUps: forgivesTuneUps)
    self.held = held
    let tuneUps = TuneUpDays(problem)
    self.tuneUps = tuneUps
    self.forgivesTuneUps = forgivesTuneUps
    dayCount = problem.dayCount
    weekCount = problem.weekCount
    templateCount = held.kinds.count
    historyCount = problem.history.load.count
    coaching = problem.coaching
    step = max(1, problem.coaching?.roundMinutes ?? 1)

    let sports = Array(Set(held.kinds.map(\.sport) + problem.goal.longSessions.map(\.sport))).sorted()
    let families = Array(Set(held.kinds.map(\.family))).sorted()
    self.sports = sports
    self.families = families
    templates = held.kinds.map {
      Template($0, sports: sports, families: families, watched: problem.coaching?.watched ?? WatchedLevels())
    }

    let blocked = Set(problem.availability.blockedDays)
    let days = 0..<problem.dayCount
    available = days.map { day in
      let usual = Int(problem.availability.minutes[problem.day(day).weekday.rawValue])
      return blocked.contains(day) ? 0 : max(usual, tuneUps.minutes[day])
    }
    isWishedRest = days.map {
      tuneUps.minutes[$0] == 0 && problem.rest.wished.contains(problem.day($0).weekday)
    }
    isFixedRest = days.map {
      tuneUps.minutes[$0] == 0 && problem.rest.fixed.contains(problem.day($0).weekday)
    }
    isRestHistory = problem.history.load.map { $0 <= problem.rest.loadMax + 1e-6 }

    let model = problem.model
    switch model.smoothing {
    case .reciprocal:
      fitnessFactor = 1 / model.fitnessDays
      fatigueFactor = 1 / model.fatigueDays
    case .exponential:
      fitnessFactor = 1 - exponential(-1 / model.fitnessDays)
      fatigueFactor = 1 - exponential(-1 / model.fatigueDays)
    }
    let history = problem.history.load
    let seedDays = min(28, history.count)
    let seed = history.prefix(seedDays).reduce(0, +) / Double(max(1, seedDays))
    var averages = Averages(acute: seed, chronic: seed, fitness: seed, fatigue: seed)
    var fitness: [Double] = []
    var useful = model.historySpecificity * seed
    for load in history {
      averages.acute += Self.acuteFactor * (load - averages.acute)
      averages.chronic += Self.chronicFactor * (load - averages.chronic)
      averages.fitness += fitnessFactor * (load - averages.fitness)
      averages.fatigue += fatigueFactor * (load - averages.fatigue)
      useful += fitnessFactor * (model.historySpecificity * load - useful)
      fitness.append(averages.fitness)
    }
    start = averages
    fitnessBefore = Array(fitness.suffix(7))
    startRuns = Runs(after: problem.history, bounds)
    referenceLoad = PlanProblem.History.reference(of: history)
    referenceHip = PlanProblem.History.reference(of: problem.history.hip)
    let isCoached = problem.coaching != nil
    mostLoadBefore = isCoached ? PlanProblem.History.mostToGrowFrom(history) : .infinity
    mostHipBefore = isCoached ? PlanProblem.History.mostToGrowFrom(problem.history.hip) : .infinity

    let fitnessLeft = Self.powers(of: 1 - fitnessFactor, count: problem.dayCount + 1)
    let fatigueLeft = Self.powers(of: 1 - fatigueFactor, count: problem.dayCount + 1)
    let (rise, tiring) = (fitnessFactor, model.kappa * fatigueFactor)
    func worth(_ specificity: Double, on day: Int) -> Double {
      let after = problem.dayCount - 1 - day
      return specificity * rise * fitnessLeft[after] - tiring * fatigueLeft[after]
    }
    emptyObjective =
      useful * fitnessLeft[problem.dayCount] - model.kappa * averages.fatigue * fatigueLeft[problem.dayCount]
      + held.rest.reduce(0) { $0 + $1.load * worth(held.kinds[$1.kind].specificity, on: $1.day) }
    var gains: [Double] = []
    var fillGain: [Double] = []
    var longest: [Int] = []
    for day in days {
      for (index, template) in held.kinds.enumerated() {
        gains.append(template.sRPE * worth(template.specificity, on: day))
        let leadsToGoal = template.isLong && problem.goal.longSessions.contains { $0.sport == template.sport }
        fillGain.append(0.02 * template.sRPE * (0.5 + template.specificity) * (leadsToGoal ? 1.8 : 1))
        let isOpen =
          day >= held.firstDay && index < problem.templates.count
          && held.minutes[day * held.kinds.count + index] == 0 && tuneUps.allows(template, on: day)
        longest.append(
          isOpen
            ? Self.longest(
              template, compiled: templates[index], on: day, available: available[day], in: problem)
            : 0)
      }
    }
    self.gain = gains
    self.fillGain = fillGain
    self.longest = longest

    longestBefore = sports.flatMap { sport in
      days.map { day in
        let window = problem.limits.spikeWindowDays
        let past = problem.history.sessions.filter {
          $0.sport == sport && $0.day < 0 && $0.day >= day - window
        }
        return max(problem.limits.baselineMinutes[sport] ?? 0, past.map(\.minutes).max() ?? 0)
      }
    }
    sportCaps = sports.map { sport in
      let cap = problem.limits.sportCaps[sport]
      return SportCap(
        daysPerWeek: cap?.maxDaysPerWeek ?? Int.max, minutesPerWeek: cap?.maxMinutesPerWeek ?? .infinity,
        daysInARow: cap?.maxConsecutiveDays ?? Int.max)
    }
    lowShare = families.map { problem.limits.variety?.familyShare[$0]?.low ?? 0 }
    highShare = families.map { problem.limits.variety?.familyShare[$0]?.high ?? .infinity }
    goals = problem.goal.longSessions.map { goal in
      let first = max(0, problem.dayCount - goal.earliestDaysBefore)
      let end = min(problem.dayCount, problem.dayCount - goal.latestDaysBefore + 1)
      return Goal(
        sport: sports.firstIndex(of: goal.sport) ?? 0, minutes: goal.minutes, firstDay: first,
        endDay: max(first, end))
    }
    taperWeeks = problem.limits.taper?.maxFraction.count ?? 0
  }

  /// A length brought into what a cell allows; 0 where the cell allows nothing or nothing was asked.
  func fitted(_ length: Int, _ day: Int, _ template: Int) -> Int {
    let most = longest[day * templateCount + template]
    guard most > 0, length > 0 else { return 0 }
    return min(most, max(templates[template].minMinutes, length))
  }

  /// The longest session that a day may have by the taper of long sessions in a plan whose longest of the sport lasts
  /// `longest`, minutes; infinite before the taper.
  func longTaper(on day: Int, ofLongest longest: Double) -> Double {
    var most = Double.infinity
    for step in coaching?.longTaper ?? [] where dayCount > step.days && day >= dayCount - step.days {
      most = min(most, step.most(ofLongest: longest))
    }
    return most
  }

  /// The longest session of a template on a day, minutes; 0 where it may not be used.
  private static func longest(
    _ template: SessionTemplate, compiled: Template, on day: Int, available: Int, in problem: PlanProblem
  ) -> Int {
    let daysBefore = problem.dayCount - day
    guard template.allows(problem.day(day).weekday) else { return 0 }
    if template.isHard, let hard = problem.limits.hard, daysBefore <= hard.noneBeforeEventDays { return 0 }
    if !template.isRestful, problem.rest.fixed.contains(problem.day(day).weekday) { return 0 }
    let coaching = problem.coaching
    if let coaching, compiled.isStrength, daysBefore <= coaching.noStrengthBeforeEventDays { return 0 }
    if let coaching, compiled.isLong, daysBefore <= coaching.noLongBeforeEventDays { return 0 }
    let most = min(Int(template.maxMinutes), available)
    return most >= compiled.minMinutes ? most : 0
  }

  private static func powers(of base: Double, count: Int) -> [Double] {
    var result = [1.0]
    for _ in 0..<count { result.append(result[result.count - 1] * base) }
    return result
  }
}
