public import TrainingLoad

/// What an athlete did, as far as it is known. A day that is not known is neither training nor rest.
public struct TrainingHistory: Equatable, Sendable {
  /// The sessions, by day and then as listed.
  public var sessions: [PastSession]
  /// The days of which something is known, in order: trained, or said to be rest.
  public var knownDays: [CivilDay]

  /// A history of sessions, with the days that are known; those of the sessions are.
  public init(sessions: [PastSession], knownDays: [CivilDay]) {
    self.sessions = sessions.sorted { $0.day < $1.day }
    self.knownDays = Set(knownDays + sessions.map(\.day)).sorted()
  }

  /// A session that was done.
  public struct PastSession: Equatable, Sendable {
    /// The day.
    public var day: CivilDay
    /// Sport.
    public var sport: String
    /// Minutes.
    public var minutes: Double
    /// Session rating of perceived exertion, CR-10, 0-10; nil where only the load was noted.
    public var rpe: Double?
    /// Load, AU: as noted, or else rating x minutes (Foster 2001).
    public var load: Double
    /// Kilometres; nil = not noted.
    public var distanceKm: Double?
    /// Row of the activity catalogue, for example `run_easy`; nil = not noted.
    public var activity: String?

    /// A session that was rated; `load` overrides rating x minutes.
    public init(
      day: CivilDay, sport: String, minutes: Double, rpe: Double, load: Double? = nil,
      distanceKm: Double? = nil, activity: String? = nil
    ) {
      self.init(
        day: day, sport: sport, minutes: minutes, rpe: rpe, notedLoad: load ?? rpe * minutes,
        distanceKm: distanceKm, activity: activity)
    }

    /// A session of which only the load was noted.
    public init(
      day: CivilDay, sport: String, minutes: Double, load: Double, distanceKm: Double? = nil,
      activity: String? = nil
    ) {
      self.init(
        day: day, sport: sport, minutes: minutes, rpe: nil, notedLoad: load, distanceKm: distanceKm,
        activity: activity)
    }

    private init(
      day: CivilDay, sport: String, minutes: Double, rpe: Double?, notedLoad: Double, distanceKm: Double?,
      activity: String?
    ) {
      self.day = day
      self.sport = sport
      self.minutes = minutes
      self.rpe = rpe
      self.load = notedLoad
      self.distanceKm = distanceKm
      self.activity = activity
    }
  }
}
