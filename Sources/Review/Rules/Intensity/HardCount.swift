import TrainingPlan

/// Not too many hard days in a week, and none just before the event (auditor: R12).
enum HardCount: ReviewRule {
  static let id = "hard-count"
  static let remedies: [Remedy] = [.swap, .move, .remove]
  static let joinsDays = false
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    guard let hard = training.frame.problem.limits.hard else { return [] }
    let days = training.days.filter { training.sessions(on: $0).contains(where: \.isHard) }
    return weekly(days, hard.maxPerWeek, training) + beforeEvent(days, hard.noneBeforeEventDays, training)
  }

  private static func weekly(_ hardDays: [Int], _ most: Int?, _ training: Training) -> [Breach] {
    guard let most else { return [] }
    return training.weeks.compactMap { week in
      let count = hardDays.count(where: week.days.contains)
      guard count > most else { return nil }
      return .change(
        "hard days a week", days: week.span, week: week.index, value: Double(count), limit: Double(most)
      ) {
        let sessions = training.sessions(in: week.days).filter(\.isHard)
        return Words(
          message: "\(training.name(week: week.index).capitalizedFirst) holds \(count) hard days; "
            + "\(most) are the limit.",
          inputs: [.init("hard days", Double(count), "days"), .init("at most", Double(most), "days")],
          arithmetic: "\(count) days against \(most)", causes: sessions,
          advice: "Swap a hard session for an easy one.")
      }
    }
  }

  private static func beforeEvent(_ hardDays: [Int], _ none: Int, _ training: Training) -> [Breach] {
    let event = training.frame.dayCount
    return hardDays.filter { event - $0 <= none }.map { day in
      .change("hard day before the event", days: day...day, value: Double(event - day), limit: Double(none)) {
        Words(
          message:
            "A hard session on \(training.name(day: day)), \(Figures.count(event - day, "day")) before "
            + "the event; the last \(none) days are to stay free of them.",
          inputs: [.init("days before the event", Double(event - day), "days")],
          arithmetic: "\(event) - \(day) = \(event - day) days, more than \(none) are wanted",
          causes: training.sessions(on: day).filter(\.isHard),
          advice: "Swap it for a short easy session.")
      }
    }
  }
}
