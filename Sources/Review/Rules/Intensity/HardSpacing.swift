import TrainingPlan

/// Hard days are apart, and a day holds one hard session (auditor: R11).
enum HardSpacing: ReviewRule {
  static let id = "hard-spacing"
  static let remedies: [Remedy] = [.move, .swap, .remove]
  static let joinsDays = false
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    guard let hard = training.frame.problem.limits.hard else { return [] }
    var found: [Breach] = []
    var previous = hard.lastHardDay
    for day in training.days {
      let sessions = training.sessions(on: day).count(where: \.isHard)
      guard sessions > 0 else { continue }
      if sessions > 1 { found.append(twice(sessions, day, training)) }
      if let last = previous, day - last < hard.minGapDays {
        found.append(close(day, last, hard.minGapDays, training))
      }
      previous = day
    }
    return found
  }

  private static func twice(_ count: Int, _ day: Int, _ training: Training) -> Breach {
    .change("two hard sessions a day", days: day...day, value: Double(count), limit: 1) {
      let sessions = training.sessions(on: day).filter(\.isHard)
      return Words(
        message: "\(training.name(day: day)) holds \(count) hard sessions; one is the limit.",
        inputs: [.init("hard sessions", Double(count), "")], arithmetic: "\(count) against 1",
        causes: sessions, advice: "Swap one of them for an easy session, or move it.")
    }
  }

  private static func close(_ day: Int, _ last: Int, _ gap: Int, _ training: Training) -> Breach {
    .change("days between hard days", days: day...day, value: Double(day - last), limit: Double(gap)) {
      Words(
        message: "Hard days on \(training.name(day: last)) and \(training.name(day: day)) are "
          + "\(Figures.count(day - last, "day")) apart; \(gap) are wanted.",
        inputs: [.init("days apart", Double(day - last), "days"), .init("wanted", Double(gap), "days")],
        arithmetic: "\(day) - \(last) = \(Figures.count(day - last, "day")) (days of the plan)",
        causes: training.sessions(in: last..<(last + 1)).filter(\.isHard)
          + training.sessions(on: day).filter(\.isHard),
        advice: "Move one of the hard sessions, or swap it for an easy one.")
    }
  }
}
