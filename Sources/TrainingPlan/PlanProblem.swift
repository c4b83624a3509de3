public import TrainingLoad

/// The whole question that a schedule answers, with nothing implicit: `plan-problem/1`.
///
/// Days are counted from `start`: day 0 is the first plan day, day -1 the last day of the history.
public struct PlanProblem: Equatable, Sendable {
  /// Name of the problem; a schedule names the problem that it answers.
  public var id: String
  /// Title that people read.
  public var title: String
  /// The first plan day. Plan week `w` is days `7w` to `7w + 6` from here.
  public var start: CivilDay
  /// The event that the plan leads to.
  public var event: Event
  /// What the athlete did before the start.
  public var history: History
  /// When the athlete can train.
  public var availability: Availability
  /// Rest days asked and wished for.
  public var rest: RestDays
  /// The kinds of session that the plan may use.
  public var templates: [SessionTemplate]
  /// The limits that the schedule stays inside.
  public var limits: Limits
  /// What the coach asks of the plan beyond staying inside the limits.
  public var goal: Goal
  /// Constants of the objective.
  public var model: ResponseModel
  /// Who trains; nil in a bare problem.
  public var athlete: Athlete?
  /// A coach's eye, as rules; nil in a bare problem, which is solved exactly as it stands.
  public var coaching: Coaching?
  /// Which missed sessions the schedule must stand; nil = none.
  public var robustness: Robustness?
  /// How the sessions go into the calendar.
  public var calendar: CalendarWishes
  /// What the coach's policy says of each rule, where it says anything.
  public var policy: RulePolicy
  /// What the athlete answered, and what the coach cleared.
  public var checkIns: CheckIns
  /// What was assumed where the plan file or the history says nothing, in words for the coach.
  public var assumptions: [String]
  /// What stands already; nothing in a problem that is planned for the first time.
  public var held: Held
  /// Lesser events on the way.
  public var tuneUps: [TuneUp]

  /// A problem of the given parts.
  public init(
    id: String, title: String, start: CivilDay, event: Event, history: History, availability: Availability,
    rest: RestDays, templates: [SessionTemplate], limits: Limits, goal: Goal = Goal(),
    model: ResponseModel = ResponseModel(), athlete: Athlete? = nil, coaching: Coaching? = nil,
    calendar: CalendarWishes = CalendarWishes(), policy: RulePolicy = RulePolicy(),
    checkIns: CheckIns = CheckIns(), assumptions: [String] = [], held: Held = Held(),
    tuneUps: [TuneUp] = []
  ) {
    self.id = id
    self.title = title
    self.start = start
    self.event = event
    self.history = history
    self.availability = availability
    self.rest = rest
    self.templates = templates
    self.limits = limits
    self.goal = goal
    self.model = model
    self.athlete = athlete
    self.coaching = coaching
    self.calendar = calendar
    self.policy = policy
    self.checkIns = checkIns
    self.assumptions = assumptions
    self.held = held
    self.tuneUps = tuneUps
  }

  /// Number of training days: those before the event.
  public var dayCount: Int { event.dayIndex }

  /// Number of plan weeks; the last one holds the event and may be short.
  public var weekCount: Int { (event.dayIndex + 1 + 6) / 7 }

  /// The days of plan week `week` that come before the event.
  public func days(ofWeek week: Int) -> Range<Int> {
    let first = min(7 * week, dayCount)
    return first..<min(7 * week + 7, dayCount)
  }

  /// The civil day with the given day index.
  public func day(_ index: Int) -> CivilDay { start + index }

  /// Whether the weekday of the day with the given index has time for training and is none of rest; absences apart.
  public func hasTime(on index: Int) -> Bool {
    let weekday = day(index).weekday
    return availability.minutes[weekday.rawValue] > 0 && !rest.fixed.contains(weekday)
  }

  /// The event: training stops the day before it.
  public struct Event: Equatable, Sendable {
    /// Name that people read.
    public var name: String
    /// Sport of the event.
    public var sport: String
    /// Expected duration, minutes.
    public var minutes: Double
    /// Days from the start of the plan to the event.
    public var dayIndex: Int
    /// Start, minutes after local midnight; nil = not said.
    public var startMinute: Int?

    /// An event; see the properties for units.
    public init(name: String, sport: String, minutes: Double, dayIndex: Int, startMinute: Int? = nil) {
      self.name = name
      self.sport = sport
      self.minutes = minutes
      self.dayIndex = dayIndex
      self.startMinute = startMinute
    }
  }

  /// What was done before the start.
  public struct History: Equatable, Sendable {
    /// Daily load, AU, oldest first; the last entry is day -1. At least 28 days.
    public var load: [Double]
    /// Daily hip-flexion exposure, run-minutes; as long as `load`.
    public var hip: [Double]
    /// Sessions with their lengths, for the single-session rule.
    public var sessions: [PastSession]

    /// A history; see the properties.
    public init(load: [Double], hip: [Double], sessions: [PastSession]) {
      self.load = load
      self.hip = hip
      self.sessions = sessions
    }
  }

  /// A session done before the start.
  public struct PastSession: Equatable, Sendable {
    /// Day index, negative.
    public var day: Int
    /// Sport.
    public var sport: String
    /// Minutes.
    public var minutes: Double

    /// A past session of a sport on a day with a negative index.
    public init(day: Int, sport: String, minutes: Double) {
      self.day = day
      self.sport = sport
      self.minutes = minutes
    }
  }

  /// When the athlete can train.
  public struct Availability: Equatable, Sendable {
    /// Minutes for each weekday, Monday first; seven values.
    public var minutes: [Double]
    /// Sessions on one day, at most, mobility not counted.
    public var maxSessionsPerDay: Int
    /// Day indices on which nothing is possible.
    public var blockedDays: [Int]
    /// Why days are blocked, where the coach says so.
    public var absences: [Absence]

    /// An availability; see the properties.
    public init(
      minutes: [Double], maxSessionsPerDay: Int = 2, blockedDays: [Int] = [], absences: [Absence] = []
    ) {
      self.minutes = minutes
      self.maxSessionsPerDay = maxSessionsPerDay
      self.blockedDays = blockedDays
      self.absences = absences
    }
  }

  /// A row of days on which nothing is possible, and why.
  public struct Absence: Equatable, Sendable {
    /// First day index.
    public var firstDay: Int
    /// Last day index.
    public var lastDay: Int
    /// Why, in the coach's words; empty where not said.
    public var reason: String
    /// Hours of sitting in one go, on a journey; nil = not said.
    public var seatedHours: Double?

    /// An absence; see the properties.
    public init(firstDay: Int, lastDay: Int, reason: String = "", seatedHours: Double? = nil) {
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.reason = reason
      self.seatedHours = seatedHours
    }
  }

  /// Rest days asked and wished for.
  public struct RestDays: Equatable, Sendable {
    /// Rest days in every seven days, at least.
    public var minPer7: Int
    /// Load (AU) up to which a day of mobility still counts as rest.
    public var loadMax: Double
    /// Rest days in a row, at most, days without availability not counted; nil = no limit.
    public var maxConsecutive: Int?
    /// Weekdays that are always rest.
    public var fixed: [Weekday]
    /// Weekdays that the athlete would like as rest.
    public var wished: [Weekday]
    /// Price in the objective of each wished rest day that is trained.
    public var wishWeight: Double

    /// A rest rule; see the properties.
    public init(
      minPer7: Int, loadMax: Double = 30, maxConsecutive: Int? = nil, fixed: [Weekday] = [],
      wished: [Weekday] = [], wishWeight: Double = 0
    ) {
      self.minPer7 = minPer7
      self.loadMax = loadMax
      self.maxConsecutive = maxConsecutive
      self.fixed = fixed
      self.wished = wished
      self.wishWeight = wishWeight
    }
  }

  /// What the coach asks of the plan beyond staying inside the limits.
  public struct Goal: Equatable, Sendable {
    /// Long sessions that must happen before the event.
    public var longSessions: [LongSession]
    /// Fitness on the morning of the event, at least; nil = not asked.
    public var minFitness: Double?

    /// A goal; empty by default.
    public init(longSessions: [LongSession] = [], minFitness: Double? = nil) {
      self.longSessions = longSessions
      self.minFitness = minFitness
    }
  }

  /// A session of a sport, at least so long, within a window before the event.
  public struct LongSession: Equatable, Sendable {
    /// Sport.
    public var sport: String
    /// Minutes, at least.
    public var minutes: Double
    /// The window ends this many days before the event.
    public var latestDaysBefore: Int
    /// The window begins this many days before the event.
    public var earliestDaysBefore: Int

    /// A long session asked for; `earliestDaysBefore` is the larger number.
    public init(sport: String, minutes: Double, latestDaysBefore: Int, earliestDaysBefore: Int) {
      self.sport = sport
      self.minutes = minutes
      self.latestDaysBefore = latestDaysBefore
      self.earliestDaysBefore = earliestDaysBefore
    }
  }

  /// Constants of the objective: fitness minus `kappa` times fatigue on the morning of the event.
  public struct ResponseModel: Equatable, Sendable {
    /// Time constant of fitness, days.
    public var fitnessDays: Double
    /// Time constant of fatigue, days.
    public var fatigueDays: Double
    /// Weight of fatigue.
    public var kappa: Double
    /// Share of the history's load that serves the event, 0-1.
    public var historySpecificity: Double
    /// How the time constants become smoothing factors.
    public var smoothing: Smoothing

    /// `reciprocal` is 1/tau, `exponential` 1-exp(-1/tau).
    public enum Smoothing: String, CaseIterable, Sendable { case reciprocal, exponential }

    /// The constants; defaults as in `plan-problem/1`.
    public init(
      fitnessDays: Double = 42, fatigueDays: Double = 7, kappa: Double = 1.0 / 3,
      historySpecificity: Double = 1,
      smoothing: Smoothing = .reciprocal
    ) {
      self.fitnessDays = fitnessDays
      self.fatigueDays = fatigueDays
      self.kappa = kappa
      self.historySpecificity = historySpecificity
      self.smoothing = smoothing
    }
  }
}
