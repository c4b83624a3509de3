import TrainingPlan

/// A sport that was not done lately starts from its baseline, not from a guess (auditor: R07).
enum NoBaseline: ReviewRule {
  static let id = "no-baseline"
  static let remedies: [Remedy] = [.shorten, .swap, .remove]
  static let joinsDays = false
  static let dataNeeded: String? = "spike_days"

  static func breaches(in training: Training) -> [Breach] {
    let share = training.frame.problem.limits.spikeMax
    return training.entries.indices.compactMap { index in
      let entry = training.entries[index]
      guard training.longestBefore[index] <= 0, training.days.contains(entry.day) else { return nil }
      let day = entry.day...entry.day
      let aspect = "first " + training.sport(entry.sport)
      if let share {
        let allowed = (1 + share) * training.frame.baseline(entry.sport)
        guard exceeds(entry.minutes, allowed) else { return nil }
        return .change(
          aspect, days: day, value: entry.minutes, limit: allowed, words: words(training, entry, allowed))
      }
      guard let usual = training.frame.number(id, training.sport(entry.sport)),
        exceeds(entry.minutes, usual)
      else { return nil }
      return .advice(
        .watch, aspect, days: day, value: entry.minutes, limit: usual, words: words(training, entry, usual))
    }
  }

  private static func words(
    _ training: Training, _ entry: Entry, _ allowed: Double
  ) -> @Sendable () -> Words {
    {
      let sport = training.sport(entry.sport)
      let days = training.frame.problem.limits.spikeWindowDays
      return Words(
        message: "\(training.name(entry)) on \(training.name(day: entry.day)) lasts "
          + "\(Figures.plain(entry.minutes)) min, and the \(days) days before hold no \(sport) session.",
        inputs: [
          .init("length", entry.minutes, "min"),
          .init("baseline", training.frame.baseline(entry.sport), "min"), .init("allowed", allowed, "min"),
        ],
        arithmetic: "\(Figures.plain(entry.minutes)) min against \(Figures.plain(allowed)) min to start with",
        causes: [entry],
        advice: "Start \(sport) with \(Figures.plain(allowed.rounded(.down))) min, or enter what was done.")
    }
  }
}
