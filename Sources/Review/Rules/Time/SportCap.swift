import TrainingPlan

/// No more days and minutes of a sport than the caps allow (auditor: R26).
enum SportCap: ReviewRule {
  static let id = "sport-cap"
  static let remedies: [Remedy] = [.swap, .shorten, .remove, .move]
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    training.frame.problem.limits.sportCaps.keys.sorted().flatMap { sport -> [Breach] in
      guard let cap = training.frame.problem.limits.sportCaps[sport],
        let number = training.frame.names.known(sport)
      else { return [] }
      let on = training.days.map { training.sessions(on: $0).contains { $0.sport == number } }
      var found: [Breach] = []
      for week in training.weeks {
        if let most = cap.maxDaysPerWeek {
          let days = week.days.count { on[$0] }
          if days > most {
            found.append(weekly("days", Double(days), Double(most), "days", number, week, training))
          }
        }
        if let most = cap.maxMinutesPerWeek {
          let minutes = training.sessions(in: week.days).reduce(0) {
            $1.sport == number ? $0 + $1.minutes : $0
          }
          if exceeds(minutes, most) {
            found.append(weekly("minutes", minutes, most, "min", number, week, training))
          }
        }
      }
      if let most = cap.maxConsecutiveDays { found += streaks(on, most, number, training) }
      return found
    }
  }

  private static func weekly(
    _ aspect: String, _ value: Double, _ most: Double, _ unit: String, _ sport: Int, _ week: TrainingWeek,
    _ training: Training
  ) -> Breach {
    .change(
      "\(aspect) of \(training.sport(sport))", days: week.span, week: week.index, value: value, limit: most
    ) {
      let causes = training.sessions(in: week.days).filter { $0.sport == sport }
      return Words(
        message: "\(training.name(week: week.index).capitalizedFirst) has \(Figures.plain(value)) \(unit) of "
          + "\(training.sport(sport)); at most \(Figures.plain(most)) \(unit) are allowed.",
        inputs: [.init("\(aspect) of \(training.sport(sport))", value, unit), .init("at most", most, unit)],
        arithmetic: unit == "min"
          ? Sum.of(causes.map(\.minutes), "min") + ", at most \(Figures.plain(most)) min"
          : "\(Figures.plain(value)) days against \(Figures.plain(most))",
        causes: causes, advice: "Swap one for another sport, shorten it, or leave it out.")
    }
  }

  private static func streaks(_ on: [Bool], _ most: Int, _ sport: Int, _ training: Training) -> [Breach] {
    var found: [Breach] = []
    var run = 0
    for day in training.days {
      run = on[day] ? run + 1 : 0
      guard run > most else { continue }
      let length = run
      found.append(
        .change(
          "days of \(training.sport(sport)) in a row", days: day...day, value: Double(length),
          limit: Double(most)
        ) {
          let days = (day - length + 1)...day
          return Words(
            message: "\(training.sport(sport).capitalizedFirst) on \(length) days in a row "
              + "(\(training.name(days: days))); at most \(most) are allowed.",
            inputs: [
              .init("days in a row", Double(length), "days"), .init("at most", Double(most), "days"),
            ],
            arithmetic: "\(length) days against \(most)",
            causes: training.sessions(in: Range(days)).filter { $0.sport == sport },
            advice: "Take one day of it out of the row.")
        })
    }
    return found
  }
}
