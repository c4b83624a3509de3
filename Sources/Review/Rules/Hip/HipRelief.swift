import TrainingPlan

/// Hip-extension and release work keeps up with hip flexion.
///
/// A full week holds relief minutes: a base, and a share of its run-minutes (auditor: R21). Where the
/// problem asks none, signal H4 counts relief minutes for 100 run-minutes. Relief is never subtracted from
/// exposure: nothing shows that a stretch undoes a stride.
enum HipRelief: ReviewRule {
  static let id = "hip-relief"
  static let remedies: [Remedy] = [.relieve, .shorten, .swap, .remove]
  static let ask = HipAdvice.ask
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    let hip = training.frame.problem.limits.hip
    let binds = hip.map { $0.counterBase > 0 || $0.counterPerHip > 0 } ?? false
    return training.weeks.filter(\.isFull).compactMap { week in
      guard binds, let hip else { return signal(week, training) }
      let base = training.frame.isLight(week.index) ? 0 : hip.counterBase
      let needed = base + hip.counterPerHip * week.hip
      guard isBelow(week.relief, needed) else { return nil }
      return .change("relief minutes", days: week.span, week: week.index, value: week.relief, limit: needed) {
        words(
          training, week, needed,
          "\(Figures.plain(base)) + \(Figures.plain(hip.counterPerHip, digits: 2)) x "
            + "\(Figures.plain(week.hip)) = \(Figures.plain(needed)) min wanted, "
            + "\(Figures.plain(week.relief)) min planned")
      }
    }
  }

  private static func signal(_ week: TrainingWeek, _ training: Training) -> Breach? {
    let frame = training.frame
    guard let base = frame.number(id, "min_base"), let info = frame.number(id, "info"),
      let caution = frame.number(id, "caution"), week.hip >= base
    else { return nil }
    let balance = week.relief / week.hip * 100
    guard balance < info else { return nil }
    let level = balance < caution ? caution : info
    return .advice(
      balance < caution ? .watch : .note, "relief for 100 run-minutes", days: week.span, week: week.index,
      value: balance, limit: level
    ) {
      words(
        training, week, info * week.hip / 100,
        "\(Figures.plain(week.relief)) min / \(Figures.plain(week.hip)) run-minutes x 100 = "
          + "\(Figures.plain(balance)); \(Figures.plain(info)) is the aim")
    }
  }

  private static func words(
    _ training: Training, _ week: TrainingWeek, _ needed: Double, _ arithmetic: String
  ) -> Words {
    Words(
      message:
        "\(training.name(week: week.index).capitalizedFirst) holds \(Figures.plain(week.relief)) min of "
        + "hip-extension and release work beside \(Figures.plain(week.hip)) run-minutes of hip flexion.",
      inputs: [
        .init("relief", week.relief, "min"), .init("hip flexion", week.hip, "run-minutes"),
        .init("wanted", needed, "min"),
      ],
      arithmetic: arithmetic, causes: training.heaviest(in: week, by: \.hip),
      advice:
        "Add \(Figures.plain(max(0, needed - week.relief).rounded(.up))) min of hip-extension and release "
        + "work: glute bridge, kneeling hip extension, neutral plank.")
  }
}
