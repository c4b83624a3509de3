import TrainingPlan

extension Taper {
  /// What a lesser event asks of the days around it: no other session on its day, no hard or long one and no strength
  /// work just before it, less load, and an easy day after a B event. Convention, so worth a look and no more.
  static func shortTaper(_ event: Frame.PlacedTuneUp, _ training: Training) -> [Breach] {
    guard event.source != nil, training.days.contains(event.day) else { return [] }
    let taper = event.tuneUp.taper
    let before = { (count: Int) in max(0, event.day - count)..<event.day }
    let after = event.day + 1..<min(event.day + 1 + taper.easyDaysAfter, training.frame.dayCount)
    let sessions = training.sessions(in: before(max(taper.noHardDays, taper.noLongDays))).filter { entry in
      entry.isLong(training) && event.day - entry.day <= taper.noLongDays
        || entry.isHardOrStrength(training) && event.day - entry.day <= taper.noHardDays
    }
    let later = training.sessions(in: after).filter { $0.isLong(training) || $0.isHardOrStrength(training) }
    let beside = training.sessions(on: event.day).filter { $0.source != event.source }
    var found = [("beside", beside), ("before", sessions), ("after", later)].compactMap { place, sessions in
      unwanted(place, sessions, event, training)
    }
    // Not all of what is left may stand on the eve.
    let eve = before(min(1, taper.loadDays))
    if let breach = load(before(taper.loadDays), event, training) ?? load(eve, event, training) {
      found.append(breach)
    }
    if let breach = loadAfter(event, training) { found.append(breach) }
    return found
  }

  /// The load of so many mean days of the four weeks before a day, AU; nil where not all of these are known.
  private static func loadOfUsualDays(_ count: Int, before day: Int, _ training: Training) -> Double? {
    let usualDays = TuneUp.ShortTaper.usualDays
    let end = training.at(day)
    guard end >= usualDays else { return nil }
    let sums = training.loadBefore
    return (sums[end] - sums[end - usualDays]) * Double(count) / Double(usualDays)
  }

  /// More than its share of a usual day on the day after an event.
  private static func loadAfter(_ event: Frame.PlacedTuneUp, _ training: Training) -> Breach? {
    let day = event.day + 1
    guard let share = event.tuneUp.taper.loadShareAfter, day < training.frame.dayCount,
      let usual = loadOfUsualDays(1, before: event.day, training)
    else { return nil }
    let load = training.load[training.at(day)]
    let most = share * usual
    guard exceeds(load, most) else { return nil }
    return .advice(.watch, "load after \(event.tuneUp.name)", days: day...day, value: load, limit: most) {
      Words(
        message: "The day after \(event.tuneUp.name), a \(event.tuneUp.priority.inWords), holds "
          + "\(Figures.plain(load)) AU; at most \(Figures.plain(most)) AU let the legs recover.",
        inputs: [.init("load", load, "AU"), .init("a usual day", usual, "AU")],
        arithmetic: "\(Figures.percent(share)) x \(Figures.plain(usual)) = \(Figures.plain(most)) AU",
        causes: Array(training.sessions(on: day)), advice: "Shorten these sessions, or rest.")
    }
  }

  /// Sessions that do not belong beside, before or after an event.
  private static func unwanted(
    _ place: String, _ sessions: [Entry], _ event: Frame.PlacedTuneUp, _ training: Training
  ) -> Breach? {
    let sessions = sessions.filter { entry in !training.frame.tuneUps.contains { $0.source == entry.source } }
    guard let first = sessions.map(\.day).min(), let last = sessions.map(\.day).max() else { return nil }
    return .advice(
      .watch, "\(place) \(event.tuneUp.name)", days: first...last, value: Double(sessions.count), limit: 0
    ) {
      let names = sessions.map { "\(training.name($0)) on \(training.name(day: $0.day))" }
      return Words(
        message:
          "\(event.tuneUp.name), a \(event.tuneUp.priority.inWords), is on \(training.name(day: event.day)); "
          + "\(place) it \(names.count == 1 ? "stands" : "stand") \(names.joined(separator: ", ")).",
        inputs: [.init("sessions", Double(sessions.count), "")], arithmetic: "\(sessions.count) against 0",
        causes: sessions, advice: "Move it, or swap it for an easy session.")
    }
  }

  private static func load(_ days: Range<Int>, _ event: Frame.PlacedTuneUp, _ training: Training) -> Breach? {
    guard !days.isEmpty, let usual = loadOfUsualDays(days.count, before: days.upperBound, training) else {
      return nil
    }
    let sums = training.loadBefore
    let load = sums[training.at(days.upperBound)] - sums[training.at(days.lowerBound)]
    let most = event.tuneUp.taper.loadShare * usual
    guard exceeds(load, most) else { return nil }
    return .advice(
      .watch, "load before \(event.tuneUp.name)", days: days.lowerBound...(days.upperBound - 1), value: load,
      limit: most
    ) {
      Words(
        message: "The \(days.count == 1 ? "day" : "\(days.count) days") before \(event.tuneUp.name), a "
          + "\(event.tuneUp.priority.inWords), \(days.count == 1 ? "holds" : "hold") \(Figures.plain(load)) AU; "
          + "at most \(Figures.plain(most)) AU keep the legs fresh.",
        inputs: [.init("load", load, "AU"), .init("as many usual days", usual, "AU")],
        arithmetic: "\(Figures.percent(event.tuneUp.taper.loadShare)) x \(Figures.plain(usual)) = "
          + "\(Figures.plain(most)) AU",
        causes: Array(training.sessions(in: days)), advice: "Shorten these sessions, or move one of them.")
    }
  }
}

extension Entry {
  fileprivate func isLong(_ training: Training) -> Bool { kind(training)?.isLong ?? false }

  fileprivate func isHardOrStrength(_ training: Training) -> Bool {
    isHard || kind(training)?.role == .strength
  }

  private func kind(_ training: Training) -> SessionTemplate? {
    template.map { training.frame.rates[$0].template }
  }
}
