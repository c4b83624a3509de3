import TrainingPlan

/// A week's loads differ from day to day: mean over standard deviation of its seven daily loads.
///
/// The week of the event is exempt (auditor: R16; Foster 1998). Levels of the rule book speak where the
/// limit of the problem does not.
enum Monotony: ReviewRule {
  static let id = "monotony"
  static let daysAdded = 7
  static let readsHistory = true
  static let joinsWeeks = true
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    let limit = training.frame.problem.limits.monotonyMax
    let watch = training.frame.number(id, "monotony_max")
    let note = training.frame.number(id, "info")
    return training.weeks.compactMap { week in
      guard week.isFull, let value = training.monotony(week) else { return nil }
      let words = words(training, week, value)
      let judged = min(value, 1e9)
      if let limit, exceeds(judged, limit) {
        return .change(
          "monotony", days: week.span, week: week.index, value: judged, limit: limit, words: words)
      }
      if limit == nil, let watch, judged >= watch {
        return .advice(
          .watch, "monotony", days: week.span, week: week.index, value: judged, limit: watch, words: words)
      }
      guard let note, judged >= note else { return nil }
      return .advice(
        .note, "monotony", days: week.span, week: week.index, value: judged, limit: note, words: words)
    }
  }

  private static func words(
    _ training: Training, _ week: TrainingWeek, _ value: Double
  ) -> @Sendable () -> Words {
    {
      let loads = week.days.map { training.load[training.at($0)] }
      let mean = loads.reduce(0, +) / Double(loads.count)
      let kind = training.frame.problem.limits.monotonyDDOF == 0 ? "population" : "sample"
      let number = value.isFinite ? Figures.fixed(value, digits: 2) : "not computable: every day is the same"
      let deviation = value.isFinite && value > 0 ? mean / value : 0
      return Words(
        message: "The days of \(training.name(week: week.index)) are much alike: monotony \(number).",
        inputs: [
          .init("mean daily load", mean, "AU"), .init("standard deviation (\(kind))", deviation, "AU"),
        ],
        arithmetic: "mean(\(loads.map { Figures.plain($0) }.joined(separator: ", "))) / SD = "
          + "\(Figures.fixed(mean, digits: 1)) / \(Figures.fixed(deviation, digits: 1)) = "
          + (value.isFinite ? Figures.fixed(value, digits: 2) : "no variation"),
        causes: training.heaviest(in: week, by: \.load),
        advice: "Make hard days differ from easy ones: shorten an easy day, or give a day off.")
    }
  }
}

extension Training {
  /// Mean over standard deviation of a full week's daily loads; infinite without variation, nil without load.
  func monotony(_ week: TrainingWeek) -> Double? {
    let loads = load[at(week.days.lowerBound)..<at(week.days.upperBound)]
    return dailyMonotony(loads, ddof: frame.problem.limits.monotonyDDOF)
  }
}

/// Mean over standard deviation of daily loads; infinite without variation, nil without load.
func dailyMonotony(_ loads: ArraySlice<Double>, ddof: Int) -> Double? {
  let mean = loads.reduce(0, +) / Double(loads.count)
  let squares = loads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let variance = squares / Double(loads.count - (ddof == 0 ? 0 : 1))
  if variance <= 1e-12 { return mean <= 1e-12 ? nil : .infinity }
  return mean / variance.squareRoot()
}
