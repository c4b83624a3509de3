import TrainingPlan

/// The plan holds what its goal asks: long sessions in time, and fitness on the day (auditor: R24). While a symptom screen
/// stands, no long session that flexes the hip is asked for.
enum GoalReached: ReviewRule {
  static let id = "goal"
  static let remedies: [Remedy] = [.lengthen, .swap, .add]

  static func breaches(in training: Training) -> [Breach] {
    let goal = training.frame.problem.goal
    let event = training.frame.dayCount
    var found = training.frame.problem.longSessionsAsked.compactMap { asked -> Breach? in
      let first = max(0, event - asked.earliestDaysBefore)
      let days = first..<max(first, min(event - asked.latestDaysBefore + 1, event))
      let sport = training.frame.names.known(asked.sport)
      let sessions = training.sessions(in: days).filter { $0.sport == sport }
      let longest = sessions.reduce(0) { max($0, $1.minutes) }
      guard isBelow(longest, asked.minutes) else { return nil }
      let span = days.isEmpty ? first...first : first...(days.upperBound - 1)
      return .change("long \(asked.sport)", days: span, value: longest, limit: asked.minutes) {
        Words(
          message: "The longest \(asked.sport) session between \(asked.earliestDaysBefore) and "
            + "\(asked.latestDaysBefore) days before the event lasts \(Figures.plain(longest)) min; the goal "
            + "asks for \(Figures.plain(asked.minutes)) min.",
          inputs: [.init("longest", longest, "min"), .init("asked", asked.minutes, "min")],
          arithmetic: "\(Figures.plain(longest)) min against \(Figures.plain(asked.minutes)) min",
          causes: sessions, advice: "Lengthen a long session step by step, or ask for less.")
      }
    }
    if let least = goal.minFitness, event > 0 { found += fitness(least, training) }
    return found
  }

  private static func fitness(_ least: Double, _ training: Training) -> [Breach] {
    let event = training.frame.dayCount
    let fitness = training.fitness[training.at(event - 1)]
    guard isBelow(fitness, least) else { return [] }
    return [
      .change("fitness on the day", days: event...event, value: fitness, limit: least) {
        Words(
          message:
            "Fitness on the morning of the event is \(Figures.plain(fitness)) AU a day; the goal asks for "
            + "\(Figures.plain(least)).",
          inputs: [.init("fitness", fitness, "AU/day"), .init("asked", least, "AU/day")],
          arithmetic: "\(Figures.plain(fitness)) against \(Figures.plain(least)) AU a day",
          causes: [], advice: "Plan more weeks, or ask for less.")
      }
    ]
  }
}
