import TrainingLoad

/// A lesser event on the way to the one that a plan leads to: it stands on its day, and nothing else does.
public struct TuneUp: Equatable, Sendable {
  /// Name that people read.
  public var name: String
  /// Sport.
  public var sport: String
  /// Family of activity.
  public var family: String
  /// Days from the start of the plan; before the day of the event that the plan leads to.
  public var dayIndex: Int
  /// Start, minutes after local midnight; nil = not said.
  public var startMinute: Int?
  /// Expected duration, minutes.
  public var minutes: Int
  /// Expected session rating of perceived exertion, CR-10, 0-10.
  public var sRPE: Double
  /// Hip-flexion exposure, run-minutes a minute.
  public var hipPerMinute: Double
  /// Hip-extension and mobility work (relief), minutes a minute, 0-1.
  public var reliefPerMinute: Double
  /// Share of the load that serves the event that the plan leads to.
  public var specificity: Double
  /// How much it matters.
  public var priority: Priority
  /// What the days around it are held to.
  public var taper: ShortTaper

  /// How much a lesser event matters.
  public enum Priority: String, CaseIterable, Sendable {
    /// Raced fresh: a short taper leads to it.
    case b = "B"
    /// Trained through.
    case c = "C"
  }

  /// What the days around a lesser event are held to.
  public struct ShortTaper: Equatable, Sendable {
    /// Days before it without a hard session and without strength work.
    public var noHardDays: Int
    /// Days before it without a long session.
    public var noLongDays: Int
    /// Days before it whose load is limited; 0 = none.
    public var loadDays: Int
    /// Load of these days, at most, as a share of as many usual ones: the mean day of the four weeks that end with
    /// them.
    public var loadShare: Double
    /// Days after it without a hard or a long session and without strength work.
    public var easyDaysAfter: Int
    /// Load of the day after it, at most, as a share of a usual one: the mean day of the four weeks that end with the day
    /// before the event; nil = no limit.
    public var loadShareAfter: Double?

    /// A short taper; nothing is asked by default.
    public init(
      noHardDays: Int = 0, noLongDays: Int = 0, loadDays: Int = 0, loadShare: Double = 1,
      easyDaysAfter: Int = 0, loadShareAfter: Double? = nil
    ) {
      self.noHardDays = noHardDays
      self.noLongDays = noLongDays
      self.loadDays = loadDays
      self.loadShare = loadShare
      self.easyDaysAfter = easyDaysAfter
      self.loadShareAfter = loadShareAfter
    }

    /// The days that "usual" is the mean of: four weeks.
    public static let usualDays = 28
  }

  /// A lesser event; see the properties for units.
  public init(
    name: String, sport: String, family: String, dayIndex: Int, startMinute: Int? = nil, minutes: Int,
    sRPE: Double, hipPerMinute: Double = 0, reliefPerMinute: Double = 0, specificity: Double = 1,
    priority: Priority = .c, taper: ShortTaper = ShortTaper()
  ) {
    self.name = name
    self.sport = sport
    self.family = family
    self.dayIndex = dayIndex
    self.startMinute = startMinute
    self.minutes = minutes
    self.sRPE = sRPE
    self.hipPerMinute = hipPerMinute
    self.reliefPerMinute = reliefPerMinute
    self.specificity = specificity
    self.priority = priority
    self.taper = taper
  }
}

extension TuneUp.Priority {
  /// `B event`.
  public var inWords: String { rawValue + " event" }
}

extension PlanProblem {
  /// The lesser events with the sessions that stand for them: as the plan says, or as they are held.
  public var tuneUpSessions: [(tuneUp: TuneUp, session: Session)] {
    var named: [String: Int] = [:]
    return tuneUps.map { tuneUp in
      named[tuneUp.name, default: 0] += 1
      // Named by the plan, the event and its place among those of the same name: its day may change.
      let name = "\(id)/tune-up/\(tuneUp.name)/\(named[tuneUp.name, default: 1])"
      let identity = nameBasedUUID(namespace: .gradus, name: name)
      let held = held.sessions.first { $0.id == identity }
      return (tuneUp, held ?? Session(id: identity, day: day(tuneUp.dayIndex), of: tuneUp))
    }
  }

  /// All that stands and is not planned: what is held, and the lesser events that are still to come.
  public var standingSessions: [Session] {
    let ids = held.ids
    return held.sessions
      + tuneUpSessions.map(\.session).filter { !ids.contains($0.id) && $0.day >= day(held.firstDay) }
  }

  /// The identities of all that stands.
  public var standingIDs: Set<String> { held.ids.union(tuneUpSessions.map(\.session.id)) }
}

extension Session {
  fileprivate init(id: String, day: CivilDay, of tuneUp: TuneUp) {
    let length = Double(tuneUp.minutes)
    self.init(
      id: id, day: day, template: nil, title: tuneUp.name, sport: tuneUp.sport, family: tuneUp.family,
      minutes: tuneUp.minutes, sRPE: tuneUp.sRPE, load: tuneUp.sRPE * length,
      hip: tuneUp.hipPerMinute * length, relief: tuneUp.reliefPerMinute * length, isHard: true,
      isIntense: true, why: tuneUp.why, startMinute: tuneUp.startMinute, event: tuneUp.priority)
  }
}

extension TuneUp {
  fileprivate var why: String {
    switch priority {
    case .b: "A B event: raced fresh, with a short taper before it and easy days after it."
    case .c: "A C event: trained through, as a hard session of the plan."
    }
  }
}
