public import TrainingLoad

/// The whole answer: which sessions, on which days, and why. `plan/1` as JSON, or a schedule file.
public struct Schedule: Equatable, Sendable {
  /// Name of the plan; part of every session's identity.
  public var planID: String
  /// Title that people read.
  public var title: String
  /// The problem that this answers.
  public var problemID: String
  /// The first plan day.
  public var start: CivilDay
  /// The event that the plan leads to.
  public var event: Event
  /// The plan weeks in order; the last one holds the event.
  public var weeks: [Week]
  /// The sessions, by day and then in the order of the day.
  public var sessions: [Session]
  /// What it cost that the schedule stands any missed session; nil where it need not.
  public var robustCost: RobustCost?
  /// What tells whether question, effort and sessions are still those of the planner: then planning again changes
  /// nothing. Nil where it is not known.
  public var seal: String?

  /// A schedule of the given parts.
  public init(
    planID: String, title: String, problemID: String, start: CivilDay, event: Event, weeks: [Week],
    sessions: [Session], robustCost: RobustCost? = nil, seal: String? = nil
  ) {
    self.planID = planID
    self.title = title
    self.problemID = problemID
    self.start = start
    self.event = event
    self.weeks = weeks
    self.sessions = sessions
    self.robustCost = robustCost
    self.seal = seal
  }

  /// The event, as it stands in the calendar.
  public struct Event: Equatable, Sendable {
    /// Identity: a UUID that stays the same when the event moves.
    public var id: String
    /// The day.
    public var day: CivilDay
    /// Name that people read.
    public var name: String
    /// Sport.
    public var sport: String
    /// Expected duration, minutes.
    public var minutes: Int
    /// Start, minutes after local midnight; nil = all-day.
    public var startMinute: Int?

    /// An event; see the properties.
    public init(id: String, day: CivilDay, name: String, sport: String, minutes: Int, startMinute: Int? = nil)
    {
      self.id = id
      self.day = day
      self.name = name
      self.sport = sport
      self.minutes = minutes
      self.startMinute = startMinute
    }
  }

  /// A plan week (microcycle).
  public struct Week: Equatable, Sendable {
    /// Index, from 0.
    public var index: Int
    /// What kind of week it is for the load rules.
    public var type: WeekType
    /// Part of the season that it belongs to.
    public var phase: Phase
    /// What the week does and what held it back, in words.
    public var why: String

    /// A week; see the properties.
    public init(index: Int, type: WeekType, phase: Phase, why: String) {
      self.index = index
      self.type = type
      self.phase = phase
      self.why = why
    }
  }
}

/// What kind of week it is for the load rules.
public enum WeekType: String, CaseIterable, BitwiseCopyable, Sendable {
  /// A week that builds.
  case load
  /// An easier week.
  case deload
  /// A week of the taper.
  case taper
}

/// Part of the season (mesocycle).
public enum Phase: String, CaseIterable, Sendable {
  /// Getting used to regular training.
  case base
  /// Building towards the event's demands.
  case build
  /// The most specific weeks.
  case peak
  /// Less volume, intensity kept.
  case taper
}

/// A session on a day.
public struct Session: Equatable, Sendable {
  /// Identity: a UUID that stays the same when the session moves.
  public var id: String
  /// The day.
  public var day: CivilDay
  /// Id of the template in the problem; nil for a session written by hand.
  public var template: String?
  /// What a person reads, for example "Long run".
  public var title: String
  /// Sport.
  public var sport: String
  /// Family of activity.
  public var family: String
  /// Length, minutes.
  public var minutes: Int
  /// Session rating of perceived exertion, CR-10, 0-10.
  public var sRPE: Double
  /// Load, AU: sRPE x minutes.
  public var load: Double
  /// Hip-flexion exposure, run-minutes.
  public var hip: Double
  /// Relief minutes.
  public var relief: Double
  /// A hard session.
  public var isHard: Bool
  /// A session of high intensity.
  public var isIntense: Bool
  /// The long session of its sport.
  public var isLong: Bool
  /// Allowed on a rest day.
  public var isRestful: Bool
  /// The parts of the session at its length.
  public var steps: [Step]
  /// Why it is there, in words.
  public var why: String
  /// Start, minutes after local midnight; nil = all-day.
  public var startMinute: Int?
  /// The day that it was first planned on, where it was moved since; nil = it was never moved.
  public var plannedDay: CivilDay?
  /// Whether re-planning leaves it as it is.
  public var isLocked: Bool
  /// Whether it was done: nothing changes it any more.
  public var isDone: Bool
  /// How much it matters, where it is a lesser event on the way; nil = it is training.
  public var event: TuneUp.Priority?

  /// A session; see the properties for units.
  public init(
    id: String, day: CivilDay, template: String?, title: String, sport: String, family: String, minutes: Int,
    sRPE: Double, load: Double, hip: Double, relief: Double, isHard: Bool = false, isIntense: Bool = false,
    isLong: Bool = false, isRestful: Bool = false, steps: [Step] = [], why: String = "",
    startMinute: Int? = nil, plannedDay: CivilDay? = nil, isLocked: Bool = false, isDone: Bool = false,
    event: TuneUp.Priority? = nil
  ) {
    self.id = id
    self.day = day
    self.template = template
    self.title = title
    self.sport = sport
    self.family = family
    self.minutes = minutes
    self.sRPE = sRPE
    self.load = load
    self.hip = hip
    self.relief = relief
    self.isHard = isHard
    self.isIntense = isIntense
    self.isLong = isLong
    self.isRestful = isRestful
    self.steps = steps
    self.why = why
    self.startMinute = startMinute
    self.plannedDay = plannedDay
    self.isLocked = isLocked
    self.isDone = isDone
    self.event = event
  }

  /// The session that a template gives at a length.
  public init(
    id: String, day: CivilDay, of template: SessionTemplate, minutes: Int, why: String = "",
    startMinute: Int? = nil
  ) {
    let length = Double(minutes)
    self.init(
      id: id, day: day, template: template.id, title: template.title, sport: template.sport,
      family: template.family, minutes: minutes, sRPE: template.sRPE, load: template.sRPE * length,
      hip: template.hipPerMinute * length, relief: template.reliefPerMinute * length, isHard: template.isHard,
      isIntense: template.isIntense, isLong: template.isLong, isRestful: template.isRestful,
      steps: template.steps(lasting: minutes), why: why, startMinute: startMinute)
  }
}

/// One part of a session, in words and minutes.
public struct Step: Equatable, Sendable {
  /// What to do, for example "5 x 4 min hard, 2 min easy jog between".
  public var text: String
  /// Whole minutes.
  public var minutes: Int
  /// Effort in words, for example "easy, full sentences".
  public var effort: String

  /// A step; see the properties.
  public init(text: String, minutes: Int, effort: String) {
    self.text = text
    self.minutes = minutes
    self.effort = effort
  }
}
