import TrainingPlan

/// Weekly hip-flexion exposure rises gently.
///
/// A load week stays within a share above the last load week plus an allowance (auditor: R20). Beside that
/// limit, signal H2 compares with the mean of the four weeks before: a note above 10 %, a look above 20 %;
/// where the coach's own limit is kept, it stays a note.
enum HipRise: ReviewRule {
  static let id = "hip-rise"
  static let ask = HipAdvice.ask
  static let daysNeeded = 28
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    training.weeks.compactMap { limit($0, training) ?? signal($0, training) }
  }

  private static func limit(_ week: TrainingWeek, _ training: Training) -> Breach? {
    guard let hip = training.frame.problem.limits.hip, let share = hip.weeklyGrowthMax else { return nil }
    let growth = week.type == .load ? 1 + share : 1
    let allowed = growth * week.referenceHip + hip.weeklyGrowthAllowance
    guard exceeds(week.hip, allowed) else { return nil }
    return .change("weekly hip flexion", days: week.span, week: week.index, value: week.hip, limit: allowed) {
      Words(
        message: "\(training.name(week: week.index).capitalizedFirst) counts \(Figures.plain(week.hip)) "
          + "run-minutes of hip flexion, after \(Figures.plain(week.referenceHip)) in the last load week; "
          + "\(Figures.plain(allowed)) is the limit.",
        inputs: [
          .init("hip flexion", week.hip, "run-minutes"),
          .init("last load week", week.referenceHip, "run-minutes"),
        ],
        arithmetic: Sum.rise(week.hip, over: week.referenceHip, "run-minutes") + "; limit "
          + "\(Figures.plain(growth, digits: 3)) x \(Figures.plain(week.referenceHip)) + "
          + "\(Figures.plain(hip.weeklyGrowthAllowance)) = \(Figures.plain(allowed))",
        causes: training.heaviest(in: week, by: \.hip),
        advice: "Swap a run or ride for swimming, walking or strength, or shorten one.")
    }
  }

  private static func signal(_ week: TrainingWeek, _ training: Training) -> Breach? {
    guard let rise = training.hipRise(week), let info = training.frame.number(id, "info"),
      let caution = training.frame.number(id, "caution"), exceeds(rise.share, info)
    else { return nil }
    let keepsLimit = training.frame.problem.limits.hip?.weeklyGrowthMax != nil
    let isWatch = exceeds(rise.share, caution) && !keepsLimit
    return .advice(
      isWatch ? .watch : .note, "hip flexion on four weeks", days: week.span, week: week.index,
      value: rise.share, limit: isWatch ? caution : info
    ) {
      Words(
        message: "\(training.name(week: week.index).capitalizedFirst) counts \(Figures.plain(week.hip)) "
          + "run-minutes of hip flexion, \(Figures.change(rise.share)) on the four weeks before"
          + (keepsLimit ? ", and within the limit against the last load week." : "."),
        inputs: [
          .init("hip flexion", week.hip, "run-minutes"),
          .init("mean of four weeks", rise.base, "run-minutes"),
        ],
        arithmetic: Sum.rise(week.hip, over: rise.base, "run-minutes"),
        causes: training.heaviest(in: week, by: \.hip),
        advice: "Consider swapping one session for swimming, walking or strength.")
    }
  }
}

extension Training {
  /// Signal H2: a full week's exposure on the mean of the four weeks before it; nil where that says little.
  func hipRise(_ week: TrainingWeek) -> (share: Double, base: Double)? {
    guard week.isFull, let least = frame.number(HipRise.id, "min_base"),
      let base = meanWeek(before: week, Training.hip), base >= least
    else { return nil }
    return (week.hip / base - 1, base)
  }
}
