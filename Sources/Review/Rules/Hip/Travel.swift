import TrainingPlan

/// Signal H8: long journeys, and hard sessions on the same day.
enum Travel: ReviewRule {
  static let id = "travel"
  static let remedies: [Remedy] = [.move, .swap, .remove]
  static let ask = HipAdvice.ask

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let info = frame.number(id, "info"), let caution = frame.number(id, "caution") else { return [] }
    return frame.problem.availability.absences.flatMap { absence -> [Breach] in
      guard let hours = absence.seatedHours, hours > info, absence.firstDay <= absence.lastDay else {
        return []
      }
      let ends = Set([absence.firstDay, absence.lastDay]).sorted()
      return ends.filter(training.days.contains).flatMap { day in
        [seated(day, hours, hours > caution ? caution : info, hours > caution, training)]
          + hard(day, hours, info, training)
      }
    }
  }

  private static func seated(
    _ day: Int, _ hours: Double, _ level: Double, _ isWatch: Bool, _ training: Training
  ) -> Breach {
    .advice(isWatch ? .watch : .note, "seated journey", days: day...day, value: hours, limit: level) {
      Words(
        message: "A journey of \(Figures.plain(hours)) h in a seat on \(training.name(day: day)).",
        inputs: [.init("seated", hours, "h")],
        arithmetic: "\(Figures.plain(hours)) h against \(Figures.plain(level)) h", causes: [],
        advice: "Stop every three hours and walk for ten minutes; support the low back.")
    }
  }

  private static func hard(_ day: Int, _ hours: Double, _ level: Double, _ training: Training) -> [Breach] {
    let sessions = training.sessions(on: day).filter(\.isHard)
    guard !sessions.isEmpty else { return [] }
    return [
      .advice(.watch, "hard session on a day of travel", days: day...day, value: hours, limit: level) {
        Words(
          message:
            "A hard session stands on \(training.name(day: day)), a day with \(Figures.plain(hours)) h of "
            + "travel.",
          inputs: [.init("seated", hours, "h"), .init("hard sessions", Double(sessions.count), "")],
          arithmetic: "\(Figures.plain(hours)) h against \(Figures.plain(level)) h", causes: sessions,
          advice: "Move it to another day, or swap it for an easy session.")
      }
    ]
  }
}
