public import TrainingLoad

/// A kind of session in the catalogue: its steps, its bounds, and what it is good for.
///
/// How hard it is and how much it flexes the hip follow from the steps; nobody types those numbers.
public struct CatalogueEntry: Equatable, Sendable {
  /// Name in the catalogue, for example `run-long`.
  public var id: String
  /// What a person reads, for example "Long run".
  public var title: String
  /// Sport, for example `run`.
  public var sport: String
  /// The sport that a brick goes on with; nil for a session of one sport.
  public var also: SessionTemplate.SecondSport?
  /// Family of activity, which the variety rule counts.
  public var family: String
  /// What the session is for the week.
  public var role: SessionTemplate.Role
  /// The parts of the session; their shares sum to 1.
  public var steps: [Step]
  /// Shortest session, minutes.
  public var minMinutes: Double
  /// Longest session, minutes.
  public var maxMinutes: Double
  /// A hard session: needs easy days around it.
  public var isHard: Bool
  /// A session of high intensity.
  public var isIntense: Bool
  /// The long session of its sport.
  public var isLong: Bool
  /// Allowed on a rest day.
  public var isRestful: Bool
  /// At most so many in a plan week; nil = no limit.
  public var maxPerWeek: Int?
  /// The weekdays it may fall on; nil = any.
  public var weekdays: [Weekday]?
  /// Why a coach gives this session, a phrase that completes "Why: ...".
  public var purpose: String
  /// How much of its load serves an event.
  public var specificity: Specificity

  /// One part of the session with the activities that it consists of.
  public struct Step: Equatable, Sendable {
    /// What to do, for how much of the session, and how hard.
    public var pattern: StepPattern
    /// What is done in the step, or in the work of a repeated set.
    public var activity: Activity
    /// What is done between the repeats; nil = standing or lying rest.
    public var recovery: Activity?

    /// A step; `activity.id` is the `pattern`'s activity.
    public init(pattern: StepPattern, activity: Activity, recovery: Activity? = nil) {
      self.pattern = pattern
      self.activity = activity
      self.recovery = recovery
    }
  }

  /// Share of the load that serves an event of a sport: 1 = fully, 0 = not at all.
  public struct Specificity: Equatable, Sendable {
    /// The share for each sport of the event.
    public var bySport: [String: Double]
    /// The share for any other sport.
    public var otherwise: Double

    /// The shares, 0-1.25; a little above 1 marks work that serves the event more than its load says.
    public init(bySport: [String: Double], otherwise: Double) {
      self.bySport = bySport
      self.otherwise = otherwise
    }
  }

  /// An entry; see the properties for units.
  public init(
    id: String, title: String, sport: String, also: SessionTemplate.SecondSport? = nil, family: String,
    role: SessionTemplate.Role, steps: [Step],
    minMinutes: Double, maxMinutes: Double, isHard: Bool = false, isIntense: Bool = false,
    isLong: Bool = false, isRestful: Bool = false, maxPerWeek: Int? = nil, weekdays: [Weekday]? = nil,
    purpose: String, specificity: Specificity
  ) {
    self.id = id
    self.title = title
    self.sport = sport
    self.also = also
    self.family = family
    self.role = role
    self.steps = steps
    self.minMinutes = minMinutes
    self.maxMinutes = maxMinutes
    self.isHard = isHard
    self.isIntense = isIntense
    self.isLong = isLong
    self.isRestful = isRestful
    self.maxPerWeek = maxPerWeek
    self.weekdays = weekdays
    self.purpose = purpose
    self.specificity = specificity
  }

  /// The session template that the entry gives to a plan whose event has the sport `eventSport`.
  public func template(for eventSport: String) -> SessionTemplate {
    SessionTemplate(
      id: id, title: title, sport: sport, also: also, family: family, sRPE: sRPE, minMinutes: minMinutes,
      maxMinutes: maxMinutes, hipPerMinute: hipPerMinute, reliefPerMinute: reliefPerMinute,
      staticPerMinute: staticPerMinute, flexionShare: flexionShare, trainingShare: trainingShare,
      specificity: specificity.bySport[eventSport] ?? specificity.otherwise, isHard: isHard,
      isIntense: isIntense, isLong: isLong, isRestful: isRestful, role: role, maxPerWeek: maxPerWeek,
      weekdays: weekdays, steps: steps.map(\.pattern), purpose: purpose)
  }
}

// What follows from the steps.
extension CatalogueEntry {
  /// Session rating of perceived exertion, CR-10, to the half point: the root mean square of the step
  /// efforts, weighted by their minutes.
  ///
  /// Athletes give one number for the whole session (Foster 2001), and its hard part weighs more in it
  /// than its minutes alone; a plain mean makes interval sessions look moderate. The square is our
  /// choice. The effort of a repeated set is that of the set as a whole, recoveries included.
  public var sRPE: Double {
    let square = steps.reduce(0) { $0 + $1.pattern.share * $1.pattern.effort * $1.pattern.effort }
    return (square.squareRoot() * 2).rounded() / 2
  }

  /// Hip-flexion exposure, run-minutes a minute.
  public var hipPerMinute: Double { perMinute(\.hipPerMinute) }

  /// Relief minutes a minute, 0-1.
  public var reliefPerMinute: Double { perMinute(\.reliefFraction) }

  /// Share of the minutes in which the hip is held flexed without movement, 0-1.
  public var staticPerMinute: Double { perMinute(\.staticFraction) }

  /// Share of the minutes in flexion-class activities, 0-1. A set counts as what its work is.
  public var flexionShare: Double { share { $0.activity.kind == .flexion } }

  /// Share of the minutes that are training minutes for the share of hip flexion, 0-1.
  public var trainingShare: Double { share(where: \.activity.kind.countsAsTraining) }

  private func perMinute(_ value: KeyPath<Activity, Double>) -> Double {
    CatalogueEntry.rounded(steps.reduce(0) { $0 + $1.pattern.share * $1.mean(value) })
  }

  private func share(where counts: (Step) -> Bool) -> Double {
    CatalogueEntry.rounded(steps.filter(counts).reduce(0) { $0 + $1.pattern.share })
  }

  /// To four decimals: the coefficients have two, and nobody needs the dust of binary fractions.
  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension CatalogueEntry.Step {
  /// The mean of a value a minute over the step, its recoveries included.
  func mean(_ value: KeyPath<Activity, Double>) -> Double {
    guard let repeats = pattern.repeats else { return activity[keyPath: value] }
    let work = Double(repeats.workSeconds)
    let rest = Double(repeats.recoverySeconds)
    guard work + rest > 0 else { return 0 }
    let resting = recovery?[keyPath: value] ?? 0
    return (work * activity[keyPath: value] + rest * resting) / (work + rest)
  }
}
