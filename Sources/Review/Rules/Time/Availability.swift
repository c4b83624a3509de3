import TrainingLoad
import TrainingPlan

/// Sessions fit into the time that the athlete has, and into the bounds of their templates.
///
/// A day's minutes stay within its availability; no more sessions than allowed, one a sport, one of support
/// work; each template as long, on the weekdays and as often a week as the problem says (auditor: R01).
enum Availability: ReviewRule {
  static let id = "availability"
  static let remedies: [Remedy] = [.shorten, .lengthen, .move, .swap, .remove]
  static let joinsDays = false
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    training.entries.flatMap { bounds($0, training) } + days(training) + templates(training)
  }

  private static func bounds(_ entry: Entry, _ training: Training) -> [Breach] {
    guard let template = entry.template.map({ training.frame.rates[$0].template }) else { return [] }
    var found: [Breach] = []
    if isBelow(entry.minutes, template.minMinutes) {
      found.append(length(entry, template.minMinutes, training))
    }
    if exceeds(entry.minutes, template.maxMinutes) {
      found.append(length(entry, template.maxMinutes, training))
    }
    if !template.allows(training.frame.weekdays[entry.day]) { found.append(weekday(entry, training)) }
    return found
  }

  private static func length(_ entry: Entry, _ bound: Double, _ training: Training) -> Breach {
    .change("session length", days: entry.day...entry.day, value: entry.minutes, limit: bound) {
      let isShort = entry.minutes < bound
      return Words(
        message: "\(training.name(entry)) on \(training.name(day: entry.day)) lasts "
          + "\(Figures.plain(entry.minutes)) min; its \(isShort ? "shortest" : "longest") is "
          + "\(Figures.plain(bound)) min.",
        inputs: [.init("length", entry.minutes, "min"), .init("bound", bound, "min")],
        arithmetic: "\(Figures.plain(entry.minutes)) min against \(Figures.plain(bound)) min",
        causes: [entry], advice: isShort ? "Lengthen it, or leave it out." : "Shorten it.")
    }
  }

  private static func weekday(_ entry: Entry, _ training: Training) -> Breach {
    .change("weekday", days: entry.day...entry.day, value: 1, limit: 0) {
      Words(
        message:
          "\(training.name(entry)) stands on \(training.name(day: entry.day)), a weekday that it is not "
          + "meant for.",
        arithmetic: "\(training.frame.weekdays[entry.day].shortName) is not among its weekdays",
        causes: [entry], advice: "Move it to a weekday of its own.")
    }
  }

  private static func days(_ training: Training) -> [Breach] {
    var found: [Breach] = []
    let most = Double(training.frame.problem.availability.maxSessionsPerDay)
    var seen: [Int] = []
    for day in training.days {
      let sessions = training.sessions(on: day)
      let minutes = sessions.reduce(0) { $0 + $1.minutes }
      let free = training.frame.available[day]
      if exceeds(minutes, free) { found.append(time(minutes, free, day, training)) }
      guard sessions.count > 1 else { continue }
      let support = sessions.count(where: \.isRestful)
      let main = sessions.count - support
      if exceeds(Double(main), most) {
        found.append(count("sessions a day", main, most, day, training) { !$0.isRestful })
      }
      if support > 1 {
        found.append(count("support sessions a day", support, 1, day, training, where: \.isRestful))
      }
      seen.removeAll(keepingCapacity: true)
      for entry in sessions where !entry.isRestful && !seen.contains(entry.sport) {
        seen.append(entry.sport)
        let same = sessions.count { !$0.isRestful && $0.sport == entry.sport }
        guard same > 1 else { continue }
        let aspect = "two of one sport"
        found.append(
          count(aspect, same, 1, day, training) { !$0.isRestful && $0.sport == entry.sport })
      }
    }
    return found
  }

  private static func time(_ minutes: Double, _ free: Double, _ day: Int, _ training: Training) -> Breach {
    .change("minutes a day", days: day...day, value: minutes, limit: free) {
      let sessions = training.sessions(on: day)
      return Words(
        message: "\(training.name(day: day)) holds \(Figures.plain(minutes)) min of training; "
          + "\(Figures.plain(free)) min are free.",
        inputs: [.init("planned", minutes, "min"), .init("free", free, "min")],
        arithmetic: Sum.of(sessions.map(\.minutes), "min") + ", free: \(Figures.plain(free)) min",
        causes: Array(sessions), advice: "Shorten a session of this day, or move it to a day with room.")
    }
  }

  private static func count(
    _ aspect: String, _ number: Int, _ most: Double, _ day: Int, _ training: Training,
    where counts: @escaping @Sendable (Entry) -> Bool
  ) -> Breach {
    .change(aspect, days: day...day, value: Double(number), limit: most) {
      let sessions = training.sessions(on: day).filter(counts)
      return Words(
        message: "\(training.name(day: day)) holds \(Figures.count(number, "session")) "
          + "(\(sessions.map(training.name).joined(separator: ", "))); at most \(Figures.plain(most)) "
          + "such may fall on one day.",
        inputs: [.init("sessions", Double(number), ""), .init("at most", most, "")],
        arithmetic: "\(number) against \(Figures.plain(most))", causes: sessions,
        advice: "Move one of them to another day, or leave it out.")
    }
  }

  private static func templates(_ training: Training) -> [Breach] {
    var found: [Breach] = []
    for (number, rates) in training.frame.rates.enumerated() {
      let template = rates.template
      guard template.maxPerWeek != nil || template.minPerWeek != nil else { continue }
      for week in training.weeks {
        let count = training.sessions(in: week.days).count { $0.template == number }
        if let most = template.maxPerWeek, count > most {
          found.append(often("too often a week", number, count, most, week, training))
        }
        if let least = template.minPerWeek, week.type == .load, count < least {
          found.append(often("too rarely a week", number, count, least, week, training))
        }
      }
    }
    return found
  }

  private static func often(
    _ aspect: String, _ template: Int, _ count: Int, _ limit: Int, _ week: TrainingWeek, _ training: Training
  ) -> Breach {
    .change(
      aspect + ": " + training.frame.rates[template].template.id, days: week.span, week: week.index,
      value: Double(count), limit: Double(limit)
    ) {
      let title = training.frame.rates[template].template.title
      return Words(
        message: "\(title) stands \(Figures.count(count, "time")) in \(training.name(week: week.index)); "
          + "the plan asks for \(count > limit ? "at most" : "at least") \(limit).",
        inputs: [.init("times", Double(count), ""), .init("asked", Double(limit), "")],
        arithmetic: "\(count) against \(limit)",
        causes: training.sessions(in: week.days).filter { $0.template == template },
        advice: count > limit ? "Swap one of them for another session." : "Add one, or swap another for it.")
    }
  }
}
