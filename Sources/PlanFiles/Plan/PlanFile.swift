public import TrainingLoad
public import TrainingPlan

/// What a coach wants, as written in a plan file (`gradus: 1`); what is not said is nil or empty.
///
/// Nothing is resolved yet: `Resolver` expands every default.
public struct PlanFile: Sendable {
  /// The file that it was read from, as named by the user.
  public var file: String
  /// Name of the plan, fit for a file name.
  public var id: String
  /// Title that people read; nil = the event's name.
  public var title: String?
  /// Who trains.
  public var athlete: Athlete
  /// What the plan leads to.
  public var event: Event
  /// Lesser events on the way.
  public var tuneUps: [TuneUpWish]
  /// The first plan day.
  public var start: Stated<CivilDay>
  /// Path of the history, relative to the plan file.
  public var history: Stated<String>?
  /// What a day without an entry in the history counts as; nil = not said.
  public var unknownDays: UnknownDays?
  /// What the athlete usually does, where there is no history file; by sport.
  public var baseline: [Baseline]
  /// Path of the athlete's check-ins, relative to the plan file.
  public var checkIns: Stated<String>?
  /// The coach's policy.
  public var limits: LimitsChoice?
  /// Path of the coach's own catalogue, relative to the plan file.
  public var catalogue: Stated<String>?
  /// Minutes on each weekday that is named.
  public var available: Stated<[Weekday: Double]>
  /// Days on which nothing is possible.
  public var blocked: [Blocked]
  /// Weekdays that are always rest.
  public var rest: [Weekday]
  /// Weekdays that the athlete would like as rest.
  public var restWish: [Weekday]
  /// The kinds of session to use; nil = the usual ones for the event's sport.
  public var sessions: [SessionChoice]?
  /// Endurance sessions on one day, at most.
  public var sessionsPerDay: Int
  /// The missed session that the plan must stand, whichever it is; nil = none.
  public var robust: Robustness?
  /// How the sessions go into the calendar.
  public var calendar: CalendarWishes
  /// Long sessions asked for; nil = the usual ones for the event.
  public var longSessions: [LongSession]?
  /// What sports have of the minutes of all of them; nil = what is usual for the event.
  public var balance: [SportShare]?
  /// On how many days of a load week sports are trained at least; nil = as is usual for the athlete.
  public var frequency: [SportDays]?
  /// Fitness on the morning of the event, AU a day, at least; nil = not asked.
  public var minFitness: Double?
  /// A coach's eye, as rules; `hardInDeload` is nil where not said.
  public var coaching: Coaching

  /// The event as the coach states it.
  public struct Event: Sendable {
    /// Name that people read.
    public var name: String
    /// Sport.
    public var sport: Stated<String>
    /// The day.
    public var date: Stated<CivilDay>
    /// Start, minutes after local midnight.
    public var startMinute: Int?
    /// Expected duration, minutes.
    public var minutes: Double
    /// How much it matters.
    public var priority: Priority
    /// Expected minutes of each leg of an event of several sports; empty = the usual split.
    public var legs: [LongSession]
  }

  /// A lesser event as the coach states it.
  public struct TuneUpWish: Sendable {
    /// Name that people read.
    public var name: String
    /// Sport.
    public var sport: Stated<String>
    /// The day.
    public var date: Stated<CivilDay>
    /// Start, minutes after local midnight.
    public var startMinute: Int?
    /// Expected duration, minutes.
    public var minutes: Int
    /// How much it matters.
    public var priority: TuneUp.Priority
    /// Expected session rating of perceived exertion, CR-10; nil = the usual one.
    public var sRPE: Double?
  }

  /// How much an event matters: it sets the taper.
  public enum Priority: String, CaseIterable, Sendable {
    /// The aim of the plan: a full taper.
    case a = "A"
    /// A lesser event: a short taper.
    case b = "B"
    /// Trained through: no taper.
    case c = "C"
  }

  /// What a day without an entry in the history counts as.
  public enum UnknownDays: String, CaseIterable, Sendable {
    /// The athlete's usual day: the mean of the known days with the same weekday.
    case usual
    /// Rest, as the coach confirms.
    case rest
  }

  /// What the athlete usually does in a sport.
  public struct Baseline: Sendable {
    /// Sport.
    public var sport: Stated<String>
    /// Sessions a week.
    public var perWeek: Int
    /// Minutes of a usual session.
    public var minutes: Double
    /// Minutes of the longest session of a week; nil = as the others.
    public var longest: Double?
  }

  /// The coach's policy: a file, or written into the plan.
  public enum LimitsChoice: Sendable {
    /// Path of a limits file, relative to the plan file.
    case file(Stated<String>)
    /// Limits written into the plan file.
    case inline(Field)
  }

  /// Days on which nothing is possible.
  public struct Blocked: Sendable {
    /// First day.
    public var from: CivilDay
    /// Last day.
    public var to: CivilDay
    /// Why, in the coach's words.
    public var why: String
    /// Hours of sitting in one go, on a journey.
    public var seatedHours: Double?
  }

  /// A kind of session from the catalogue, with the coach's tighter bounds.
  public struct SessionChoice: Sendable {
    /// Name in the catalogue.
    public var id: Stated<String>
    /// Tighter bounds; nil values are not said.
    public var narrowing = Narrowing()
    /// Where the bounds stand; nil = none are said.
    public var bounds: Field?
    /// At least so many in every load week; nil = the usual number.
    public var minPerWeek: Stated<Int>?
  }

  /// A long session asked for.
  public struct LongSession: Sendable {
    /// Sport.
    public var sport: Stated<String>
    /// Minutes, at least.
    public var minutes: Double
  }

  /// The share of a sport among those of an event.
  public struct SportShare: Sendable {
    /// Sport.
    public var sport: Stated<String>
    /// Least share of a week's minutes, 0-1.
    public var least: Double
    /// Largest share of them, above 0 and up to 1.
    public var most = 1.0
  }

  /// How often a sport is trained.
  public struct SportDays: Sendable {
    /// Sport.
    public var sport: Stated<String>
    /// Days a week, at least.
    public var days: Int
  }
}

/// A value of a file, and where it stands there.
public struct Stated<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands, for errors.
  public var field: Field

  /// A value that stands in a field.
  public init(_ value: Value, at field: Field) {
    self.value = value
    self.field = field
  }
}
