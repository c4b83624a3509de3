public import TrainingLoad
public import TrainingPlan

extension DaySeries {
  /// What is known of each day of a history: load in AU, hip-flexion exposure and relief.
  ///
  /// Exposure and relief are those of the session's activity, or else of the catalogue's session of the
  /// sport whose effort is nearest; of a sport that the catalogue does not know, they are unknown.
  public init(_ history: TrainingHistory, catalogue: Catalogue) {
    let rests = history.knownDays.map { Entry(day: $0) }
    self.init(
      rests
        + history.sessions.map { session in
          let exposure = catalogue.exposure(session)
          return Entry(
            day: session.day, load: session.load, hip: exposure?.runMinutes, relief: exposure?.reliefMinutes)
        })
  }
}

extension Catalogue {
  /// The exposure of a past session; nil where neither its activity nor its sport is known.
  func exposure(_ session: TrainingHistory.PastSession) -> HipExposure? {
    if let activity = session.activity.flatMap(activity) {
      return HipExposure(
        runMinutes: session.minutes * activity.hipPerMinute,
        reliefMinutes: session.minutes * activity.reliefFraction)
    }
    return nearestEntry(to: session).map { entry in
      HipExposure(
        runMinutes: session.minutes * entry.hipPerMinute,
        reliefMinutes: session.minutes * entry.reliefPerMinute)
    }
  }
}
