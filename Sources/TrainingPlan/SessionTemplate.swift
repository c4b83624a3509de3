public import TrainingLoad

/// A kind of session that a plan may use: what it is, how hard, how long, and how often.
///
/// The numeric part is that of `plan-problem/1`; `title`, `steps` and the further exposure shares are
/// what people and calendars see, and are absent from a bare problem.
public struct SessionTemplate: Equatable, Sendable {
  /// Name within the problem, for example `run-long`.
  public var id: String
  /// What a person reads, for example "Long run".
  public var title: String
  /// Sport, for example `run`: the single-session rule compares sessions of one sport.
  public var sport: String
  /// The sport that a brick goes on with; nil for a session of one sport.
  public var also: SecondSport?
  /// Family of activity, for example `run`: the variety rule counts families.
  public var family: String
  /// Session rating of perceived exertion, CR-10 scale, 0-10. Load is sRPE x minutes (Foster 2001).
  public var sRPE: Double
  /// Shortest session, minutes.
  public var minMinutes: Double
  /// Longest session, minutes.
  public var maxMinutes: Double
  /// Hip-flexion exposure, run-minutes a minute (1.00 = easy running).
  public var hipPerMinute: Double
  /// Hip-extension and mobility work (relief), minutes a minute, 0-1.
  public var reliefPerMinute: Double
  /// Share of the minutes in which the hip is held flexed without movement (static), 0-1.
  public var staticPerMinute: Double
  /// Share of the minutes in flexion-class activities, 0-1; nil where the problem does not say.
  public var flexionShare: Double?
  /// Share of the minutes that count as training for the share of hip flexion, 0-1: all but support
  /// work and sitting; nil where the problem does not say.
  public var trainingShare: Double?
  /// Share of the load that serves the event: 1 = fully, 0 = not at all.
  public var specificity: Double
  /// A hard session: needs easy days around it, and none comes close to the event.
  public var isHard: Bool
  /// A session of high intensity: its minutes count in the intensity share.
  public var isIntense: Bool
  /// The long session of its sport.
  public var isLong: Bool
  /// Allowed on a rest day (mobility, release work).
  public var isRestful: Bool
  /// What the session is for the week: endurance work, strength, or support work.
  public var role: Role
  /// At most so many in a plan week; nil = no limit.
  public var maxPerWeek: Int?
  /// At least so many in every load week; nil = none asked.
  public var minPerWeek: Int?
  /// The weekdays it may fall on; nil = any.
  public var weekdays: [Weekday]?
  /// How far a coach could widen it; nil = as far as wanted.
  public var widest: Widest?
  /// The parts of the session; empty in a bare problem.
  public var steps: [StepPattern]
  /// Why a coach gives this session, a phrase that completes "Why: ...".
  public var purpose: String

  /// The second sport of a brick.
  public struct SecondSport: Equatable, Sendable {
    /// The sport.
    public var sport: String
    /// Its share of the minutes, 0-1.
    public var share: Double

    /// A sport with its share of the minutes.
    public init(sport: String, share: Double) {
      self.sport = sport
      self.share = share
    }
  }

  /// The most that may be asked of a kind of session.
  public struct Widest: Equatable, Sendable {
    /// Minutes a session.
    public var minutes: Double
    /// Sessions in a week; nil = as many as wanted.
    public var perWeek: Int?

    /// So many minutes, so often.
    public init(minutes: Double, perWeek: Int?) {
      self.minutes = minutes
      self.perWeek = perWeek
    }
  }

  /// What a session is for the week.
  public enum Role: String, CaseIterable, Sendable {
    /// Running, riding, swimming and the like: what the event is trained with.
    case endurance
    /// Strength work that tires the legs or the trunk.
    case strength
    /// Core, mobility, release and other support work.
    case support
  }

  /// A template with the given values; see the properties for units.
  public init(
    id: String, title: String? = nil, sport: String, also: SecondSport? = nil, family: String,
    sRPE: Double, minMinutes: Double, maxMinutes: Double, hipPerMinute: Double = 0,
    reliefPerMinute: Double = 0, staticPerMinute: Double = 0,
    flexionShare: Double? = nil, trainingShare: Double? = nil, specificity: Double = 1, isHard: Bool = false,
    isIntense: Bool = false,
    isLong: Bool = false, isRestful: Bool = false, role: Role = .endurance, maxPerWeek: Int? = nil,
    minPerWeek: Int? = nil,
    weekdays: [Weekday]? = nil, widest: Widest? = nil, steps: [StepPattern] = [], purpose: String = ""
  ) {
    self.id = id
    self.title = title ?? id
    self.sport = sport
    self.also = also
    self.family = family
    self.sRPE = sRPE
    self.minMinutes = minMinutes
    self.maxMinutes = maxMinutes
    self.hipPerMinute = hipPerMinute
    self.reliefPerMinute = reliefPerMinute
    self.staticPerMinute = staticPerMinute
    self.flexionShare = flexionShare
    self.trainingShare = trainingShare
    self.specificity = specificity
    self.isHard = isHard
    self.isIntense = isIntense
    self.isLong = isLong
    self.isRestful = isRestful
    self.role = role
    self.maxPerWeek = maxPerWeek
    self.minPerWeek = minPerWeek
    self.weekdays = weekdays
    self.widest = widest
    self.steps = steps
    self.purpose = purpose
  }

  /// Whether the template may be used on a weekday.
  public func allows(_ weekday: Weekday) -> Bool { weekdays?.contains(weekday) ?? true }
}

extension SessionTemplate {
  /// Share of the minutes in flexion-class activities, 0-1; judged by the exposure where the problem does not say.
  public var flexingShare: Double { flexionShare ?? Self.flexingShare(hipPerMinute: hipPerMinute) }

  /// Share of the minutes that count as training for the share of hip flexion, 0-1; where the problem does not say, all but
  /// those of a session for rest days.
  public var countedShare: Double { trainingShare ?? (isRestful ? 0 : 1) }

  /// What is taken for the share in flexion-class activities of a session of which only the exposure is known: all of it
  /// from 0.4 run-minutes a minute on, which lies between rolling hiking (0.39, neutral) and skating (0.42, flexion) in the
  /// activity catalogue.
  public static func flexingShare(hipPerMinute: Double) -> Double { hipPerMinute >= 0.4 ? 1 : 0 }
}

/// One part of a session template: an activity for a share of the session, at an effort said in words.
public struct StepPattern: Equatable, Sendable {
  /// What to do, for example "Warm-up: easy jog".
  public var text: String
  /// Row of the activity catalogue, for example `run_easy`.
  public var activity: String
  /// Share of the session's minutes, 0-1; the shares of a template sum to 1.
  public var share: Double
  /// Effort of the step, CR-10 scale, 0-10.
  public var effort: Double
  /// Repeats of work and recovery, where the step is a set; nil for a steady step.
  public var repeats: Repeats?

  /// A repeated set. The number of repeats follows from the minutes of the step.
  public struct Repeats: Equatable, Sendable {
    /// Repetitions in one repeat; nil where the work is given by time.
    public var repetitions: Int?
    /// Seconds of work in one repeat.
    public var workSeconds: Int
    /// Seconds of recovery after it.
    public var recoverySeconds: Int
    /// What to do in the recovery, for example "easy jog".
    public var recovery: String

    /// A set of work and recovery, both in seconds.
    public init(repetitions: Int? = nil, workSeconds: Int, recoverySeconds: Int, recovery: String) {
      self.repetitions = repetitions
      self.workSeconds = workSeconds
      self.recoverySeconds = recoverySeconds
      self.recovery = recovery
    }
  }

  /// A step; see the properties for units.
  public init(text: String, activity: String, share: Double, effort: Double, repeats: Repeats? = nil) {
    self.text = text
    self.activity = activity
    self.share = share
    self.effort = effort
    self.repeats = repeats
  }
}
