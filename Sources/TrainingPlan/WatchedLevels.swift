/// From where on a planned week is worth a look, as far as a planner can keep below it by choosing sessions; nil where
/// nobody looks. The levels are those of the rule book or the coach.
public struct WatchedLevels: Equatable, Sendable {
  /// The share of a week's training minutes that bends the hip again and again (rule `hip-share`).
  public var hipShare: Share?
  /// The share of a week's hip flexion that comes from one family of activity (rule `hip-one-family`).
  public var oneFamily: Share?
  /// How many endurance sessions of four weeks are easy (rule `intensity-share`).
  public var easySessions: EasySessions?
  /// Days in a row with hip flexion (rule `hip-streak`).
  public var hipDays: HipDays?
  /// The rise of a sport in two weeks (rule `novice`).
  public var rise: Rise?
  /// The strain of a week beside that of the athlete's other weeks (rule `strain`).
  public var strain: OwnStrain?

  /// A share of a week, from which on it is worth a look.
  public struct Share: Equatable, Sendable {
    /// The share, 0-1.
    public var from: Double
    /// Weeks of fewer sessions say too little.
    public var leastSessions: Int

    /// Looked at from a share of 0-1 in weeks of so many sessions.
    public init(from: Double, leastSessions: Int) {
      self.from = from
      self.leastSessions = leastSessions
    }
  }

  /// The share of easy sessions below which four weeks are worth a look.
  public struct EasySessions: Equatable, Sendable {
    /// The share, 0-1.
    public var least: Double
    /// A session is easy up to this effort, CR-10 scale.
    public var effort: Double

    /// Looked at below a share of 0-1 of sessions up to an effort.
    public init(least: Double, effort: Double) {
      self.least = least
      self.effort = effort
    }
  }

  /// The number of days in a row that is worth a look.
  public struct HipDays: Equatable, Sendable {
    /// Days in a row.
    public var inARow: Int
    /// Hip flexion from which a day counts, run-minutes.
    public var runMinutes: Double

    /// Looked at from so many days of so many run-minutes.
    public init(inARow: Int, runMinutes: Double) {
      self.inARow = inARow
      self.runMinutes = runMinutes
    }
  }

  /// The rise of a sport's weekly minutes that is worth a look.
  public struct Rise: Equatable, Sendable {
    /// The sport.
    public var sport: String
    /// Share by which a week may exceed the one two weeks earlier; 0.3 = 30 %.
    public var most: Double

    /// Looked at above a share.
    public init(sport: String, most: Double) {
      self.sport = sport
      self.most = most
    }
  }

  /// How far the strain of a week may lie above that of all weeks in view.
  public struct OwnStrain: Equatable, Sendable {
    /// Standard deviations above the mean.
    public var deviations: Double
    /// Fewer weeks than these say too little.
    public var leastWeeks: Int

    /// Looked at above so many standard deviations, among so many weeks.
    public init(deviations: Double, leastWeeks: Int) {
      self.deviations = deviations
      self.leastWeeks = leastWeeks
    }
  }

  /// The levels; by default nobody looks at anything.
  public init(
    hipShare: Share? = nil, oneFamily: Share? = nil, easySessions: EasySessions? = nil,
    hipDays: HipDays? = nil, rise: Rise? = nil, strain: OwnStrain? = nil
  ) {
    self.hipShare = hipShare
    self.oneFamily = oneFamily
    self.easySessions = easySessions
    self.hipDays = hipDays
    self.rise = rise
    self.strain = strain
  }
}
