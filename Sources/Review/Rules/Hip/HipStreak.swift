import TrainingPlan

/// Not too many days in a row with much hip flexion.
///
/// Days above the limit's threshold, counted from the last week of the history on (auditor: R19). Beside
/// that limit, signal H3 counts days of at least 20 run-minutes: 3 in a row are worth a note, 4 a look.
enum HipStreak: ReviewRule {
  static let id = "hip-streak"
  static let ask = HipAdvice.ask
  static let readsHistory = true
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] { limit(training) + signal(training) }

  private static func limit(_ training: Training) -> [Breach] {
    guard let hip = training.frame.problem.limits.hip else { return [] }
    var found: [Breach] = []
    var run = 0
    for day in -min(7, training.frame.historyDays)..<training.frame.dayCount {
      run = training.hip[training.at(day)] > hip.dayThreshold + 1e-6 ? run + 1 : 0
      guard day >= 0, run > hip.maxConsecutiveDays else { continue }
      let words = words(training, day, run, hip.maxConsecutiveDays, hip.dayThreshold)
      found.append(
        .change(
          "days above \(Figures.plain(hip.dayThreshold)) run-minutes", days: day...day, value: Double(run),
          limit: Double(hip.maxConsecutiveDays), words: words))
    }
    return found
  }

  private static func signal(_ training: Training) -> [Breach] {
    let frame = training.frame
    guard let threshold = frame.number(id, "signal_threshold"), let info = frame.number(id, "info"),
      let caution = frame.number(id, "caution")
    else { return [] }
    var found: [Breach] = []
    var run = 0
    for day in -min(28, frame.historyDays)...frame.dayCount {
      if day < frame.dayCount, training.hip[training.at(day)] >= threshold {
        run += 1
        continue
      }
      if Double(run) >= info, day - 1 >= 0 {
        let isWatch = Double(run) >= caution
        found.append(
          .advice(
            isWatch ? .watch : .note, "hip-flexion days in a row", days: max(0, day - run)...(day - 1),
            value: Double(run), limit: isWatch ? caution : info,
            words: words(training, day - 1, run, Int(rounding: isWatch ? caution : info), threshold)))
      }
      run = 0
    }
    return found
  }

  private static func words(
    _ training: Training, _ day: Int, _ run: Int, _ limit: Int, _ threshold: Double
  ) -> @Sendable () -> Words {
    {
      let row = (day - run + 1)...day
      let each = row.compactMap(training.hip(on:)).map { Figures.plain($0) }.joined(separator: ", ")
      return Words(
        message: "\(run) days in a row hold \(Figures.plain(threshold)) run-minutes of hip flexion or more "
          + "(\(training.name(days: row))).",
        inputs: [
          .init("days in a row", Double(run), "days"), .init("counted from", threshold, "run-minutes"),
        ],
        arithmetic:
          "\(each) run-minutes: \(Figures.count(run, "day")) of \(Figures.plain(threshold)) or more",
        causes: training.sessions(in: Range(row)).filter { $0.hip > 0 },
        advice:
          "Put a rest day, a swim or a day of hip-extension work into the row; \(limit - 1) days are usual.")
    }
  }
}
