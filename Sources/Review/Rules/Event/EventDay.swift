import TrainingPlan

/// The event stands on its day, in its sport, and nothing else is trained that day (auditor: R23).
enum EventDay: ReviewRule {
  static let id = "event"
  static let remedies: [Remedy] = [.move, .remove]
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    let event = training.frame.dayCount
    var found: [Breach] = []
    if let said = training.frame.eventFault {
      found.append(
        .change("event", days: event...event, value: 0, limit: 0) {
          Words(
            message: said, arithmetic: "event on \(training.name(day: event))", causes: [],
            advice: "Put the event back on its day, or change the plan.")
        })
    }
    found += training.frame.tuneUps.compactMap { fault($0, training) }
    let sessions = training.sessions(on: event)
    if !sessions.isEmpty {
      found.append(
        .change("training on the event day", days: event...event, value: Double(sessions.count), limit: 0) {
          Words(
            message: "\(training.name(day: event)) is the day of the event, and it holds "
              + "\(Figures.count(sessions.count, "other session")).",
            inputs: [.init("sessions", Double(sessions.count), "")],
            arithmetic: "\(sessions.count) against 0", causes: Array(sessions),
            advice: "Leave it out, or move it to another day.")
        })
    }
    return found
  }

  /// A lesser event that the schedule lacks, or has on another day than the plan.
  private static func fault(_ event: Frame.PlacedTuneUp, _ training: Training) -> Breach? {
    let (name, day) = (event.tuneUp.name, event.tuneUp.dayIndex)
    guard event.source == nil || event.day != day else { return nil }
    return .change(name, days: day...day, value: 0, limit: 0) {
      let planned = training.name(day: day)
      let said = event.source == nil ? "lacks it" : "has it on \(training.name(day: event.day))"
      return Words(
        message: "\(name) is on \(planned) by the plan; the schedule \(said).",
        arithmetic: "event on \(planned)", causes: [],
        advice: "Put it back on its day, or change the plan.")
    }
  }
}
