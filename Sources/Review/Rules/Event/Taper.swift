import TrainingPlan

/// The load falls towards the event, in windows of seven days counted back from it (auditor: R14).
///
/// Each window holds a share of the last load week, the nearer no more than the farther, and the last seven
/// days keep some training. Before a lesser event the load falls for a few days (`ShortTaper.swift`).
enum Taper: ReviewRule {
  static let id = "taper"
  static let remedies: [Remedy] = [.shorten, .lengthen, .move, .swap, .remove, .add]

  static func breaches(in training: Training) -> [Breach] {
    (training.frame.problem.limits.taper.map { fallingLoad($0, training) } ?? [])
      + training.frame.tuneUps.flatMap { shortTaper($0, training) }
  }

  private static func fallingLoad(_ taper: Limits.Taper, _ training: Training) -> [Breach] {
    let event = training.frame.dayCount
    var found: [Breach] = []
    var nearer: Double?
    for (window, most) in taper.maxFraction.enumerated() {
      let days = max(0, event - 7 * (window + 1))..<max(0, event - 7 * window)
      let load =
        training.loadBefore[training.at(days.upperBound)] - training.loadBefore[training.at(days.lowerBound)]
      let least = window < taper.minFraction.count ? taper.minFraction[window] : 0
      let full = training.lastLoadWeek.load
      if exceeds(load, most * full) {
        found.append(share(days, window, load, most, "taper too heavy", training))
      }
      if isBelow(load, least * full) {
        found.append(share(days, window, load, least, "taper too light", training))
      }
      if let nearer, isBelow(load, nearer) { found.append(rising(days, window, load, nearer, training)) }
      nearer = load
    }
    if let least = taper.minDaysLast7 { found += lastDays(least, training) }
    return found
  }

  private static func span(_ days: Range<Int>) -> ClosedRange<Int> {
    days.isEmpty ? days.lowerBound...days.lowerBound : days.lowerBound...(days.upperBound - 1)
  }

  private static func share(
    _ days: Range<Int>, _ window: Int, _ load: Double, _ fraction: Double, _ aspect: String,
    _ training: Training
  ) -> Breach {
    let full = training.lastLoadWeek.load
    return .change("\(aspect), window \(window + 1)", days: span(days), value: load, limit: fraction * full) {
      let isHeavy = load > fraction * full
      return Words(
        message: "The seven days \(training.name(days: span(days))) hold \(Figures.plain(load)) AU; "
          + "\(isHeavy ? "at most" : "at least") \(Figures.plain(fraction * full)) AU belong there before the "
          + "event.",
        inputs: [.init("load", load, "AU"), .init("last load week", full, "AU")],
        arithmetic: "\(Figures.percent(fraction)) x \(Figures.plain(full)) = "
          + "\(Figures.plain(fraction * full)) AU",
        causes: Array(training.sessions(in: days)),
        advice: isHeavy ? "Shorten sessions, and keep the intensity." : "Keep a little more training in.")
    }
  }

  private static func rising(
    _ days: Range<Int>, _ window: Int, _ load: Double, _ nearer: Double, _ training: Training
  ) -> Breach {
    .change("taper rises, window \(window + 1)", days: span(days), value: load, limit: nearer) {
      let later = days.upperBound..<min(days.upperBound + 7, training.frame.dayCount)
      return Words(
        message:
          "The load rises towards the event: \(Figures.plain(load)) AU, then \(Figures.plain(nearer)) AU.",
        inputs: [.init("earlier seven days", load, "AU"), .init("later seven days", nearer, "AU")],
        arithmetic: "\(Figures.plain(load)) AU against \(Figures.plain(nearer)) AU",
        causes: Array(training.sessions(in: later)), advice: "Shorten sessions nearest the event.")
    }
  }

  private static func lastDays(_ least: Int, _ training: Training) -> [Breach] {
    let event = training.frame.dayCount
    let days = max(0, event - 7)..<event
    let trained = days.count { training.isRestDay($0) == false }
    guard trained < least else { return [] }
    return [
      .change(
        "training days before the event", days: span(days), value: Double(trained), limit: Double(least)
      ) {
        Words(
          message:
            "The last seven days hold \(Figures.count(trained, "training day")); at least \(least) keep "
            + "the legs awake.",
          inputs: [.init("training days", Double(trained), "days")],
          arithmetic: "\(trained) against \(least)",
          causes: Array(training.sessions(in: days)), advice: "Add a short easy session.")
      }
    ]
  }
}
