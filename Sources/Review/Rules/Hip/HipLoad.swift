import TrainingPlan

/// Hip-flexion exposure stays under its caps, in any seven days and on one day (auditor: R18).
enum HipLoad: ReviewRule {
  static let id = "hip-load"
  static let ask = HipAdvice.ask
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    let limits = training.frame.problem.limits
    guard let hip = limits.hip else { return [] }
    var found: [Breach] = []
    for day in training.days {
      if let cap = hip.per7Cap, let week = training.hip(over: 7, to: day), exceeds(week, cap) {
        let atFirst = limits.on(day).hip?.per7Cap ?? cap
        found.append(
          breach("seven days", (day - 6)...day, week, cap, training, isOfHistory: !exceeds(week, atFirst)))
      }
      if let cap = hip.dayCap, exceeds(training.hip[training.at(day)], cap) {
        found.append(breach("one day", day...day, training.hip[training.at(day)], cap, training))
      }
    }
    return found
  }

  private static func breach(
    _ aspect: String, _ window: ClosedRange<Int>, _ value: Double, _ cap: Double, _ training: Training,
    isOfHistory: Bool = false
  ) -> Breach {
    let day = window.upperBound
    return .change(
      "hip flexion in \(aspect)", days: day...day, value: value, limit: cap, isOfHistory: isOfHistory
    ) {
      let causes = training.sessions(in: Range(window)).filter { $0.hip > 0 }
      return Words(
        message:
          "\(training.name(days: window).capitalizedFirst) counts \(Figures.plain(value)) run-minutes of "
          + "hip flexion; \(Figures.plain(cap)) is the limit.",
        inputs: [.init("hip flexion", value, "run-minutes"), .init("limit", cap, "run-minutes")],
        arithmetic: Sum.of(window.compactMap(training.hip(on:)), "run-minutes", digits: 1),
        causes: causes.sorted { $0.hip > $1.hip },
        advice: "Swap a run or ride for swimming, walking or strength, or shorten one.")
    }
  }
}

extension Training {
  /// Hip-flexion exposure of a plan day (negative = history), run-minutes; nil where it is not known.
  func hip(on day: Int) -> Double? { hip.indices.contains(at(day)) ? hip[at(day)] : nil }
}
