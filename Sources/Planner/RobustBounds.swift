import Rows
import TrainingPlan

/// Which limits must hold whichever session is missed: those that bind, where the problem asks for it.
struct RobustBounds: Sendable {
  let isOn: Bool
  let weeklyRise: Bool
  let hipRise: Bool
  let deload: Bool
  let taper: Bool
  let spike: Bool
  let noBaseline: Bool
  let newLongest: Bool
  let goal: Bool
  let sessionCounts: Bool
  let intensity: Bool
  let relief: Bool
  let variety: Bool
  let monotony: Bool
  let strain: Bool
  let restRun: Bool

  init(_ problem: PlanProblem) {
    func holds(_ rule: String) -> Bool { problem.holdsAfterLoss(rule) }
    isOn = problem.robustness != nil
    weeklyRise = holds("weekly-rise")
    hipRise = holds("hip-rise")
    deload = holds("deload")
    taper = holds("taper")
    spike = holds("single-session-spike")
    noBaseline = holds("no-baseline")
    newLongest = holds("new-longest")
    goal = holds("goal")
    sessionCounts = holds("availability")
    intensity = holds("intensity-share")
    relief = holds("hip-relief")
    variety = holds("variety")
    monotony = holds("monotony")
    strain = holds("strain")
    restRun = holds("rest-run")
  }
}

extension PlanProblem {
  /// Whether a rule must hold whichever session is missed: it is not spared, and its breach is something to
  /// change.
  func holdsAfterLoss(_ rule: String) -> Bool {
    guard let robustness, robustness.misses > 0, !robustness.spares(rule) else { return false }
    switch policy.settings.last(where: { $0.rule == rule })?.effect {
    case .watches, .notes, .off: return false
    case .binds, nil: return true
    }
  }
}

/// What the loss of an AU adds to the amount by which a limit of the averages is broken, by the days since: entry 0 is the
/// loss on the day that is judged.
struct LossEffect {
  private let perUnit: Row<Double>
  /// The most that it is, and the days since the loss on which it is more than nothing.
  private let greatest: Double
  private let days: Range<Int>

  init(_ perUnit: [Double], in memory: RowMemory) {
    self.perUnit = memory.row(perUnit)
    greatest = perUnit.max() ?? 0
    let days = perUnit.indices.filter { perUnit[$0] > 0 }
    self.days = (days.first ?? 0)..<(days.last.map { $0 + 1 } ?? 0)
  }

  /// The most that the loss of one session up to a day adds to an amount on that day; nothing is looked at where not even
  /// the `largest` of them all, AU, would bring it above zero.
  func most(on day: Int, of losses: Row<Double>, largest: Double, toward amount: Double) -> Double {
    guard amount + greatest * largest > 0 else { return 0 }
    var most = 0.0
    for ago in days.lowerBound..<max(days.lowerBound, min(days.upperBound, day + 1)) {
      most = max(most, perUnit[ago] * losses[day - ago])
    }
    return most
  }
}

/// The effects on each limit of the averages; nil where it need not hold after a loss.
struct LossEffects {
  let ramp: LossEffect?
  let ratioEWMA: LossEffect?
  let ratioCoupled: LossEffect?
  let ratioUncoupled: LossEffect?
  let formFloor: LossEffect?
  let formLow: LossEffect?
  let formHigh: LossEffect?
  let minFitness: LossEffect?

  init(_ model: PlanModel, in memory: RowMemory) {
    let bounds = model.bounds
    func effect(_ rule: String, _ isLimited: Bool, _ effect: (Int) -> Double) -> LossEffect? {
      guard isLimited, model.problem.holdsAfterLoss(rule) else { return nil }
      return LossEffect((0..<model.dayCount).map(effect), in: memory)
    }
    func left(_ factor: Double) -> [Double] {
      var left: [Double] = []
      for day in 0..<model.dayCount + 7 { left.append(day == 0 ? factor : left[day - 1] * (1 - factor)) }
      return left
    }
    let (fitness, fatigue) = (left(model.fitnessFactor), left(model.fatigueFactor))
    let (acute, chronic) = (left(PlanModel.acuteFactor), left(PlanModel.chronicFactor))
    func form(_ share: Double, _ day: Int) -> Double { (1 - share) * fitness[day] - fatigue[day] }
    ramp = effect("fitness-ramp", bounds.daily.rampAbsolute < .infinity) { day in
      day < 7 ? -fitness[day] : (1 + bounds.rampRelative) * fitness[day - 7] - fitness[day]
    }
    ratioEWMA = effect("workload-ratio", bounds.daily.ratioEWMA < .infinity) { day in
      bounds.daily.ratioEWMA * chronic[day] - acute[day]
    }
    ratioCoupled = effect("workload-ratio", bounds.daily.ratioCoupled < .infinity) { day in
      (day < 28 ? bounds.daily.ratioCoupled / 28 : 0) - (day < 7 ? 1.0 / 7 : 0)
    }
    ratioUncoupled = effect("workload-ratio", bounds.daily.ratioUncoupled < .infinity) { day in
      day < 7 ? -1.0 / 7 : day < 28 ? bounds.daily.ratioUncoupled / 21 : 0
    }
    formFloor = effect("form-floor", bounds.daily.formFloor > -.infinity) { form(bounds.daily.formFloor, $0) }
    formLow = effect("form-on-the-day", bounds.formLow > -.infinity) { form(bounds.formLow, $0) }
    formHigh = effect("form-on-the-day", bounds.formHigh < .infinity) { -form(bounds.formHigh, $0) }
    minFitness = effect("goal", bounds.minFitness > -.infinity) { fitness[$0] }
  }
}
