import TrainingPlan

/// A new runner's weekly running grows by no more than 30 % in two weeks (science R07).
///
/// The study counted distance; minutes stand in for it. It looked at new runners, so only they are told. After days off
/// before the plan, the first two weeks have nothing to be compared with: the first week back has a rule of its own.
enum TwoWeekRise: ReviewRule {
  static let id = Novice.id
  static let dataNeeded: String? = "two_week_days"

  static func breaches(in training: Training) -> [Breach] {
    guard let experience = training.frame.problem.athlete?.experience,
      experience == .novice || experience == .returning,
      let most = training.frame.number(id, "two_week_rise"), let run = training.frame.names.known("run")
    else { return [] }
    let isAfterDaysOff = training.frame.problem.limits.firstDays?.weekLoad != nil
    return training.weeks.compactMap { week in
      guard week.isFull, !(isAfterDaysOff && week.index < 2) else { return nil }
      let now = training.minutes(of: run, inSevenDaysTo: week.days.upperBound - 1)
      let before = training.minutes(of: run, inSevenDaysTo: week.days.lowerBound - 8)
      guard before > 0, exceeds(now / before - 1, most) else { return nil }
      return .advice(
        .watch, "running on two weeks ago", days: week.span, week: week.index, value: now / before - 1,
        limit: most
      ) {
        Words(
          message: "\(training.name(week: week.index).capitalizedFirst) holds \(Figures.plain(now)) min of "
            + "running, \(Figures.change(now / before - 1)) on two weeks earlier.",
          inputs: [.init("running", now, "min"), .init("two weeks earlier", before, "min")],
          arithmetic: Sum.rise(now, over: before, "min") + Sum.level(Figures.percent(most), isWatch: true),
          causes: training.heaviest(in: week, by: \.minutes).filter { $0.sport == run },
          advice: "Shorten a run or two; the legs gain by patience.")
      }
    }
  }
}
