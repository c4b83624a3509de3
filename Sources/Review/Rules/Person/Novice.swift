import TrainingPlan

/// A new runner runs on few days, and in the first weeks on every other day at most (science R34).
enum Novice: ReviewRule {
  static let id = "novice"
  static let remedies: [Remedy] = [.swap, .move, .remove]
  static let joinsDays = false

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard frame.problem.athlete?.experience == .novice, let run = frame.names.known("run") else { return [] }
    let runs = training.days.map { training.sessions(on: $0).contains { $0.sport == run } }
    return often(runs, run, training) + alternate(runs, run, training)
  }

  private static func often(_ runs: [Bool], _ run: Int, _ training: Training) -> [Breach] {
    guard let most = training.frame.number(id, "max_running_days") else { return [] }
    return training.weeks.compactMap { week in
      let days = week.days.count { runs[$0] }
      guard Double(days) > most else { return nil }
      return .advice(
        .watch, "running days a week", days: week.span, week: week.index, value: Double(days), limit: most
      ) {
        Words(
          message: "A new runner runs on \(days) days in \(training.name(week: week.index)); "
            + "\(Figures.plain(most)) are usual in the first year.",
          inputs: [.init("running days", Double(days), "days")],
          arithmetic: "\(days) days against \(Figures.plain(most))",
          causes: training.sessions(in: week.days).filter { $0.sport == run },
          advice: "Swap a run for walking, riding or swimming.")
      }
    }
  }

  private static func alternate(_ runs: [Bool], _ run: Int, _ training: Training) -> [Breach] {
    guard let weeks = training.frame.number(id, "alternate_weeks") else { return [] }
    let last = min(runs.count, 7 * Int(rounding: weeks))
    guard last > 1 else { return [] }
    return (1..<last).filter { runs[$0] && runs[$0 - 1] }.map { day in
      .advice(.watch, "runs on days running", days: day...day, value: 1, limit: 2) {
        Words(
          message:
            "A new runner runs on \(training.name(day: day - 1)) and on \(training.name(day: day)); every "
            + "other day is enough in the first \(Figures.plain(weeks)) weeks.",
          inputs: [.init("days apart", 1, "days")], arithmetic: "1 day apart against 2",
          causes: training.sessions(in: (day - 1)..<(day + 1)).filter { $0.sport == run },
          advice: "Move one of the runs by a day, or swap it.")
      }
    }
  }
}
