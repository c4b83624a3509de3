import TrainingPlan

/// A week's load times its monotony stays within the limit (auditor: R17), or does not stand out.
///
/// Foster (1998) found thresholds of the person, so without a limit a week is compared with the athlete's own
/// weeks in view: above their mean + 1.5 standard deviations it is worth a look (science R16).
enum Strain: ReviewRule {
  static let id = "strain"
  static let daysAdded = 7
  static let dataNeeded: String? = "fitness_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    let limit = training.frame.problem.limits.strainMax
    let strains = training.weeks.filter(\.isFull).compactMap { week in
      training.monotony(week).map { (week: week, monotony: $0, strain: min($0 * week.load, 1e12)) }
    }
    if let limit {
      return strains.filter { exceeds($0.strain, limit) }.map { found in
        .change(
          "strain", days: found.week.span, week: found.week.index, value: found.strain, limit: limit,
          words: words(training, found.week, found.monotony, "limit \(Figures.plain(limit)) AU"))
      }
    }
    guard let own = ownLimit(strains.map(\.strain), training) else { return [] }
    return strains.filter { exceeds($0.strain, own) }.map { found in
      .advice(
        .watch, "strain", days: found.week.span, week: found.week.index, value: found.strain, limit: own,
        words: words(
          training, found.week, found.monotony,
          "own mean + 1.5 SD of the weeks in view = \(Figures.plain(own, digits: 0)) AU"))
    }
  }

  private static func ownLimit(_ planned: [Double], _ training: Training) -> Double? {
    guard let weeks = training.frame.number(id, "min_weeks"),
      let deviations = training.frame.number(id, "own_sd")
    else { return nil }
    let all = (pastStrains(training) + planned).filter { $0 < 1e12 }
    guard Double(all.count) >= weeks else { return nil }
    let mean = all.reduce(0, +) / Double(all.count)
    let squares = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return mean + deviations * (squares / Double(all.count - 1)).squareRoot()
  }

  /// Strain of the full weeks of the history, counted back from the start of the plan.
  private static func pastStrains(_ training: Training) -> [Double] {
    let past = training.frame.pastLoad
    return stride(from: past.count, through: 7, by: -7).compactMap { end in
      let week = past[(end - 7)..<end]
      return dailyMonotony(week, ddof: training.frame.problem.limits.monotonyDDOF)
        .map { min($0 * week.reduce(0, +), 1e12) }
    }
  }

  private static func words(
    _ training: Training, _ week: TrainingWeek, _ monotony: Double, _ limit: String
  ) -> @Sendable () -> Words {
    {
      Words(
        message: "\(training.name(week: week.index).capitalizedFirst) is both heavy and even: strain "
          + "\(Figures.plain(monotony * week.load, digits: 0)) AU.",
        inputs: [.init("load", week.load, "AU"), .init("monotony", monotony, "")],
        arithmetic: "\(Figures.plain(week.load)) AU x \(Figures.fixed(monotony, digits: 2)) = "
          + "\(Figures.plain(monotony * week.load, digits: 0)) AU; \(limit)",
        causes: training.heaviest(in: week, by: \.load),
        advice: "Shorten an easy day, or give a day off: load and sameness both fall.")
    }
  }
}
