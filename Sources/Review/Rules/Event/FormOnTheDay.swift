import TrainingPlan

/// Form on the morning of the event lies between two shares of fitness (auditor: R15);
/// judged where the plan has a taper.
enum FormOnTheDay: ReviewRule {
  static let id = "form-on-the-day"
  static let remedies: [Remedy] = [.shorten, .lengthen, .swap, .remove, .move]
  static let dataNeeded: String? = "fitness_days"

  static func breaches(in training: Training) -> [Breach] {
    let limits = training.frame.problem.limits
    guard limits.taper != nil, let bounds = limits.formOnTheDay, training.frame.dayCount > 0 else {
      return []
    }
    let last = training.at(training.frame.dayCount - 1)
    let (fitness, fatigue) = (training.fitness[last], training.fatigue[last])
    let form = fitness - fatigue
    if isBelow(form, bounds.low * fitness) {
      return [breach("form too low", form, bounds.low, fitness, fatigue, training)]
    }
    if exceeds(form, bounds.high * fitness) {
      return [breach("form too high", form, bounds.high, fitness, fatigue, training)]
    }
    return []
  }

  private static func breach(
    _ aspect: String, _ form: Double, _ share: Double, _ fitness: Double, _ fatigue: Double,
    _ training: Training
  ) -> Breach {
    let event = training.frame.dayCount
    return .change(aspect, days: event...event, value: form, limit: share * fitness) {
      let isLow = form < share * fitness
      return Words(
        message: "Form on the morning of the event is \(Figures.plain(form)) AU a day; "
          + "\(isLow ? "at least" : "at most") \(Figures.plain(share * fitness)) is wanted.",
        inputs: [.init("fitness", fitness, "AU/day"), .init("fatigue", fatigue, "AU/day")],
        arithmetic: "\(Figures.plain(fitness)) - \(Figures.plain(fatigue)) = \(Figures.plain(form)); limit "
          + "\(Figures.percent(share)) x \(Figures.plain(fitness)) = \(Figures.plain(share * fitness))",
        causes: Array(training.sessions(in: (event - 7)..<event)),
        advice: isLow ? "Ease the last days." : "Keep a little more training in the last days.")
    }
  }
}
