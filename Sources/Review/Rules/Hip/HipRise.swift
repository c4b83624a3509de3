import TrainingPlan

/// Weekly hip-flexion exposure rises gently.
///
/// A load week stays within a share above the last load week plus an allowance (auditor: R20). Beside that
/// limit, signal H2 compares with the mean of the four weeks before: a note above 10 %, a look above 20 %;
/// where the coach's own limit is kept, it stays a note.
enum HipRise: ReviewRule {
  static let id = "hip-rise"
  static let daysAdded = 35
  static let ask = HipAdvice.ask
  static let dataNeeded: String? = "ratio_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    let levels = frame.number(id, "info").flatMap { info in
      frame.number(id, "caution").map { (info: info, caution: $0) }
    }
    let leastBase = frame.number(id, "min_base") ?? 0
    return training.weeks.compactMap { week in
      limit(week, training) ?? levels.flatMap { signal(week, $0, leastBase, training) }
    }
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

  private static func signal(
    _ week: TrainingWeek, _ levels: (info: Double, caution: Double), _ leastBase: Double, _ training: Training
  ) -> Breach? {
    guard week.isFull, let base = training.meanWeek(before: week, Training.hip), base >= leastBase, base > 0
    else { return nil }
    let (info, caution) = levels
    let share = week.hip / base - 1
    guard exceeds(share, info) else { return nil }
    let keepsLimit = training.frame.problem.limits.hip?.weeklyGrowthMax != nil
    let isWatch = exceeds(share, caution) && !keepsLimit
    return .advice(
      isWatch ? .watch : .note, "hip flexion on four weeks", days: week.span, week: week.index,
      value: share, limit: isWatch ? caution : info
    ) {
      Words(
        message: "\(training.name(week: week.index).capitalizedFirst) counts \(Figures.plain(week.hip)) "
          + "run-minutes of hip flexion, \(Figures.change(share)) on the four weeks before"
          + (keepsLimit ? ", and within the limit against the last load week." : "."),
        inputs: [
          .init("hip flexion", week.hip, "run-minutes"),
          .init("mean of four weeks", base, "run-minutes"),
        ],
        arithmetic: Sum.rise(week.hip, over: base, "run-minutes")
          + Sum.level(Figures.percent(isWatch ? caution : info), isWatch: isWatch),
        causes: training.heaviest(in: week, by: \.hip),
        advice: "Consider swapping one session for swimming, walking or strength.")
    }
  }
}
