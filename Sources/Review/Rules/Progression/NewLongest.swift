import TrainingPlan

/// Not more than one session a week that is the longest of its sport lately (auditor: R08).
enum NewLongest: ReviewRule {
  static let id = "new-longest"
  static let remedies: [Remedy] = [.shorten, .swap, .remove]
  static let dataNeeded: String? = "spike_days"

  static func breaches(in training: Training) -> [Breach] {
    guard training.frame.problem.limits.spikeMax != nil else { return [] }
    let most = training.frame.problem.limits.recordsPerWeek
    var found: [Breach] = []
    for week in training.weeks {
      let range = training.offsets[week.days.lowerBound]..<training.offsets[week.days.upperBound]
      var sports: [Int] = []
      for index in range where isRecord(index, training) && !sports.contains(training.entries[index].sport) {
        let sport = training.entries[index].sport
        sports.append(sport)
        let records = range.filter { training.entries[$0].sport == sport && isRecord($0, training) }
        guard records.count > most else { continue }
        found.append(breach(records, most, sport, week, training))
      }
    }
    return found
  }

  private static func isRecord(_ index: Int, _ training: Training) -> Bool {
    let entry = training.entries[index]
    let base = max(training.longestBefore[index], training.frame.baseline(entry.sport))
    return entry.minutes > base + 1e-9
  }

  private static func breach(
    _ records: [Int], _ most: Int, _ sport: Int, _ week: TrainingWeek, _ training: Training
  ) -> Breach {
    .change(
      "new longest " + training.sport(sport), days: week.span, week: week.index,
      value: Double(records.count), limit: Double(most)
    ) {
      let sessions = records.map { training.entries[$0] }
      let days = training.frame.problem.limits.spikeWindowDays
      let each = records.map { index in
        "\(Figures.plain(training.entries[index].minutes)) > "
          + Figures.plain(
            max(training.longestBefore[index], training.frame.baseline(sport))) + " min"
      }
      return Words(
        message:
          "\(records.count) sessions of \(training.sport(sport)) in \(training.name(week: week.index)) "
          + "are each the longest of the last \(days) days; at most \(most) a week may be.",
        inputs: [.init("new longest sessions", Double(records.count), "")],
        arithmetic: each.joined(separator: ", ") + ": \(records.count) against \(most)", causes: sessions,
        advice: "Keep one longer session this week, and the others at a length that is known.")
    }
  }
}
