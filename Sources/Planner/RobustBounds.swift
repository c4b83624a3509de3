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
    guard let robustness, robustness.misses > 0, !robustness.spared.contains(rule) else { return false }
    switch policy.settings.last(where: { $0.rule == rule })?.effect {
    case .watches, .notes, .off: return false
    case .binds, nil: return true
    }
  }
}

/// What the loss of an AU adds to the amount by which a limit of the averages is broken, by the days since:
/// entry 0 is the loss on the day that is judged. Empty where the limit need not hold then.
struct LossEffects: Sendable {
  let ramp: [Double]
  let ratioEWMA: [Double]
  let ratioCoupled: [Double]
  let ratioUncoupled: [Double]
  let formFloor: [Double]
  let formLow: [Double]
  let formHigh: [Double]
  let minFitness: [Double]

  init(_ problem: PlanProblem, _ bounds: Bounds, fitnessFactor: Double, fatigueFactor: Double) {
    func effects(_ rule: String, _ isLimited: Bool, _ effect: (Int) -> Double) -> [Double] {
      guard isLimited, problem.holdsAfterLoss(rule) else { return [] }
      return (0..<problem.dayCount).map(effect)
    }
    func left(_ factor: Double) -> [Double] {
      var left: [Double] = []
      for day in 0..<problem.dayCount + 7 { left.append(day == 0 ? factor : left[day - 1] * (1 - factor)) }
      return left
    }
    let (fitness, fatigue) = (left(fitnessFactor), left(fatigueFactor))
    let (acute, chronic) = (left(PlanModel.acuteFactor), left(PlanModel.chronicFactor))
    func form(_ share: Double, _ day: Int) -> Double { (1 - share) * fitness[day] - fatigue[day] }
    ramp = effects("fitness-ramp", bounds.rampAbsolute < .infinity) { day in
      day < 7 ? -fitness[day] : (1 + bounds.rampRelative) * fitness[day - 7] - fitness[day]
    }
    ratioEWMA = effects("workload-ratio", bounds.ratioEWMA < .infinity) { day in
      bounds.ratioEWMA * chronic[day] - acute[day]
    }
    ratioCoupled = effects("workload-ratio", bounds.ratioCoupled < .infinity) { day in
      (day < 28 ? bounds.ratioCoupled / 28 : 0) - (day < 7 ? 1.0 / 7 : 0)
    }
    ratioUncoupled = effects("workload-ratio", bounds.ratioUncoupled < .infinity) { day in
      day < 7 ? -1.0 / 7 : day < 28 ? bounds.ratioUncoupled / 21 : 0
    }
    formFloor = effects("form-floor", bounds.formFloor > -.infinity) { form(bounds.formFloor, $0) }
    formLow = effects("form-on-the-day", bounds.formLow > -.infinity) { form(bounds.formLow, $0) }
    formHigh = effects("form-on-the-day", bounds.formHigh < .infinity) { -form(bounds.formHigh, $0) }
    minFitness = effects("goal", bounds.minFitness > -.infinity) { fitness[$0] }
  }
}
