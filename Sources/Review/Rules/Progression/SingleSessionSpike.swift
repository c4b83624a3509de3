import TrainingPlan

/// No session much longer than the longest of its sport lately: the main rule against jumps.
///
/// A session may exceed the longest of its sport in the last 30 days by a share, or the sport's baseline
/// where that is larger (auditor: R07; Schuster Brandt Frandsen 2025, runners). Where the problem sets no
/// share, runs are judged by the rule book's.
enum SingleSessionSpike: ReviewRule {
  static let id = "single-session-spike"
  static let remedies: [Remedy] = [.shorten, .swap, .remove]
  static let joinsDays = false
  static let dataNeeded: String? = "spike_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    let limit = training.frame.problem.limits.spikeMax
    guard let share = limit ?? training.frame.number(id, "spike_max") else { return [] }
    let run = training.frame.names.known("run")
    let sessions = training.entries.indices.compactMap { index -> Breach? in
      let entry = training.entries[index]
      let longest = training.longestBefore[index]
      guard longest > 0, training.days.contains(entry.day), limit != nil || entry.sport == run else {
        return nil
      }
      let allowed = (1 + share) * max(longest, training.frame.baseline(entry.sport))
      guard exceeds(entry.minutes, allowed) else { return nil }
      let words = words(training, entry, longest, allowed)
      let day = entry.day...entry.day
      let aspect = "longest " + training.sport(entry.sport)
      return limit != nil
        ? .change(aspect, days: day, value: entry.minutes, limit: allowed, words: words)
        : .advice(.watch, aspect, days: day, value: entry.minutes, limit: allowed, words: words)
    }
    return sessions + [event(training)].compactMap { $0 }
  }

  /// The event beside the longest session of its sport before it: past the last band, it is worth a talk.
  private static func event(_ training: Training) -> Breach? {
    let (frame, event) = (training.frame, training.frame.problem.event)
    guard let large = frame.number(id, "state_large"), let sport = frame.names.known(event.sport),
      frame.historyDays > 0
    else { return nil }
    let day = frame.dayCount
    let first = day - frame.problem.limits.spikeWindowDays
    let planned = training.sessions(in: first..<day).filter { $0.sport == sport }.map(\.minutes)
    let past = frame.problem.history.sessions.filter { $0.sport == event.sport && $0.day >= first }
    let longest = (planned + past.map(\.minutes)).max() ?? 0
    let allowed = (1 + large) * longest
    guard longest > 0, exceeds(event.minutes, allowed) else { return nil }
    return .advice(.watch, "the event", days: day...day, value: event.minutes, limit: allowed) {
      let rise = event.minutes / longest - 1
      return Words(
        message: "\(event.name) takes \(Figures.plain(event.minutes)) min, \(Figures.change(rise)) on the "
          + "longest \(event.sport) session of the \(frame.problem.limits.spikeWindowDays) days before it "
          + "(\(Figures.plain(longest)) min). " + state(rise),
        inputs: [.init("event", event.minutes, "min"), .init("longest before it", longest, "min")],
        arithmetic: Sum.rise(event.minutes, over: longest, "min") + ", watched from "
          + Figures.percent(large),
        causes: [],
        advice: "Talk about the distance, or plan more weeks: a later start leaves time for longer sessions.")
    }
  }

  private static func words(
    _ training: Training, _ entry: Entry, _ longest: Double, _ allowed: Double
  ) -> @Sendable () -> Words {
    {
      let base = max(longest, training.frame.baseline(entry.sport))
      let rise = entry.minutes / base - 1
      return Words(
        message: "\(training.name(entry)) on \(training.name(day: entry.day)) lasts "
          + "\(Figures.plain(entry.minutes)) min, \(Figures.change(rise)) on the longest "
          + "\(training.sport(entry.sport)) session of the last "
          + "\(training.frame.problem.limits.spikeWindowDays) days (\(Figures.plain(longest)) min). "
          + state(rise),
        inputs: [
          .init("length", entry.minutes, "min"), .init("longest lately", longest, "min"),
          .init("baseline", training.frame.baseline(entry.sport), "min"), .init("allowed", allowed, "min"),
        ],
        arithmetic: Sum.rise(entry.minutes, over: base, "min") + ", allowed \(Figures.plain(allowed)) min",
        causes: [entry],
        advice: "Shorten it to \(Figures.plain(allowed.rounded(.down))) min, or reach it over more weeks.")
    }
  }

  /// The bands of the cohort study, as facts about the session.
  private static func state(_ rise: Double) -> String {
    switch rise {
    case ...0.3: "That is a small jump (up to 30 %)."
    case ...1: "That is a moderate jump (30 to 100 %)."
    default: "That is a large jump (more than twice as long)."
    }
  }
}
