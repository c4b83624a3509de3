import TrainingPlan

/// A week's load rises gently.
///
/// A load week stays within a share above the last load week, plus an allowance; an easier week does not
/// rise above it (auditor: R09). Beside that limit, a week is compared with the mean of the four weeks
/// before it (science R06): worth a look above 20 %. Where the coach's own limit is kept, that is a note.
enum WeeklyRise: ReviewRule {
  static let id = "weekly-rise"
  static let daysAdded = 35
  static let dataNeeded: String? = "ratio_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    training.weeks.compactMap { limit($0, training) ?? advice($0, training) }
  }

  private static func limit(_ week: TrainingWeek, _ training: Training) -> Breach? {
    let limits = training.frame.problem.limits
    guard let share = limits.weeklyGrowthMax else { return nil }
    let growth = week.type == .load ? 1 + share : 1
    let allowance = limits.weeklyGrowthAllowance
    let allowed = growth * week.referenceLoad + allowance
    guard exceeds(week.load, allowed) else { return nil }
    return .change("weekly load", days: week.span, week: week.index, value: week.load, limit: allowed) {
      Words(
        message: "The load of \(training.name(week: week.index)) is \(Figures.plain(week.load)) AU, after "
          + "\(Figures.plain(week.referenceLoad)) AU in the last load week; \(Figures.plain(allowed)) AU is "
          + "the limit.",
        inputs: [
          .init("load", week.load, "AU"), .init("last load week", week.referenceLoad, "AU"),
          .init("allowance", allowance, "AU"),
        ],
        arithmetic: Sum.rise(week.load, over: week.referenceLoad, "AU") + "; limit "
          + "\(Figures.plain(growth, digits: 3)) x \(Figures.plain(week.referenceLoad)) + "
          + "\(Figures.plain(allowance)) = \(Figures.plain(allowed)) AU",
        causes: training.heaviest(in: week, by: \.load),
        advice: "Take \(Figures.plain((week.load - allowed).rounded(.up))) AU out of the week.")
    }
  }

  private static func advice(_ week: TrainingWeek, _ training: Training) -> Breach? {
    guard week.isFull, let warn = training.frame.number(id, "warn"),
      let base = training.meanWeek(before: week, Training.load), base > 0,
      exceeds(week.load / base - 1, warn)
    else { return nil }
    let keepsLimit = training.frame.problem.limits.weeklyGrowthMax != nil
    return .advice(
      keepsLimit ? .note : .watch, "load on four weeks", days: week.span, week: week.index,
      value: week.load / base - 1, limit: warn
    ) {
      Words(
        message: "The load of \(training.name(week: week.index)) is \(Figures.plain(week.load)) AU, "
          + "\(Figures.change(week.load / base - 1)) on the mean of the four weeks before"
          + (keepsLimit ? ", and within the limit against the last load week." : "."),
        inputs: [.init("load", week.load, "AU"), .init("mean of four weeks", base, "AU")],
        arithmetic: Sum.rise(week.load, over: base, "AU")
          + Sum.level(Figures.percent(warn), isWatch: !keepsLimit),
        causes: training.heaviest(in: week, by: \.load),
        advice: "Consider a smaller step, and ask how the last week felt.")
    }
  }
}
