/// The limits that a schedule must stay inside: the `limits` of `plan-problem/1`.
///
/// Each is defined exactly by the auditor's rule named beside it (R03-R26). A nil limit does not bind.
public struct Limits: Equatable, Sendable {
  /// Most that the EWMA workload ratio may be (R03). Contested measure: binds only where a coach asks.
  public var acwrEWMAMax: Double?
  /// Most that the coupled rolling workload ratio may be (R04). Contested measure.
  public var acwrCoupledMax: Double?
  /// Most that the uncoupled rolling workload ratio may be (R05). Contested measure.
  public var acwrUncoupledMax: Double?
  /// Daily load (AU a day) taken off the acute side of a workload ratio before it is judged.
  public var acuteAllowance = 0.0
  /// Fitness may rise in seven days by `rampAbsolute + rampRelative x fitness` (R06), AU a day.
  public var rampAbsolute: Double?
  /// See `rampAbsolute`; a share of the fitness seven days earlier.
  public var rampRelative: Double?
  /// Form (fitness - fatigue) may not fall below this share of fitness (R15); negative.
  public var formFloorRelative: Double?
  /// Form on the morning of the event, as shares of fitness, lowest and highest (R15).
  public var formOnTheDay: Bounds?
  /// A session may be longer than the longest of its sport lately by this share at most (R07).
  public var spikeMax: Double?
  /// How many days back "lately" reaches (R07).
  public var spikeWindowDays = 30
  /// How many sessions a plan week may be the longest of their sport lately, a sport (R08).
  public var recordsPerWeek = 1
  /// Minutes a sport that anyone may start from, where the history is shorter (R07).
  public var baselineMinutes: [String: Double] = [:]
  /// A load week's load may exceed the last load week's by this share plus the allowance (R09).
  public var weeklyGrowthMax: Double?
  /// AU added to the limit of weekly growth (R09).
  public var weeklyGrowthAllowance = 0.0
  /// Easier weeks (R10).
  public var deload: Deload?
  /// Spacing and number of hard days (R11, R12).
  public var hard: HardDays?
  /// Most that intense minutes may be of a week's training minutes (R13), 0-1.
  public var intenseShareMax: Double?
  /// Most that a week's monotony may be (R16).
  public var monotonyMax: Double?
  /// 0 = population, 1 = sample standard deviation in the monotony of R16.
  public var monotonyDDOF = 0
  /// Most that a week's strain may be (R17).
  public var strainMax: Double?
  /// The taper before the event (R14).
  public var taper: Taper?
  /// Hip-flexion exposure (R18-R21).
  public var hip: Hip?
  /// Variety of activity (R22).
  public var variety: Variety?
  /// Caps a sport (R26).
  public var sportCaps: [String: SportCap] = [:]

  /// Plan weeks, from 0, in order, in which the athlete is away for most of the time, comes back after days away or
  /// recovers from what was done before the plan. They are easier weeks whenever they come and however light they are,
  /// with as few families of activity and relief minutes as they leave room for: what is asked of every week is not
  /// asked of them (`variety`, `Deload.minFraction`, `Deload.minLoadWeeks`, `Hip.counterBase`).
  public var lightWeeks: [Int] = []
  /// What the first days are held to, where the days before the plan break a limit by themselves; nil = to the same as
  /// every day.
  public var firstDays: FirstDays?

  /// No limit at all.
  public init() {}

  /// A lowest and a highest value.
  public struct Bounds: Equatable, Sendable {
    /// The lowest value allowed.
    public var low: Double
    /// The highest value allowed.
    public var high: Double

    /// The bounds from `low` to `high`.
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// When easier weeks come and how easy they are.
  public struct Deload: Equatable, Sendable {
    /// At most so many load weeks in a row.
    public var maxLoadWeeks: Int
    /// At least so many load weeks between two easier weeks.
    public var minLoadWeeks: Int
    /// Load of an easier week: at most this share of the last load week.
    public var maxFraction: Double
    /// Load of an easier week: at least this share of the last load week.
    public var minFraction: Double

    /// An easier-week rule; see the properties.
    public init(maxLoadWeeks: Int, minLoadWeeks: Int, maxFraction: Double, minFraction: Double) {
      self.maxLoadWeeks = maxLoadWeeks
      self.minLoadWeeks = minLoadWeeks
      self.maxFraction = maxFraction
      self.minFraction = minFraction
    }
  }

  /// How far apart and how many hard days are.
  public struct HardDays: Equatable, Sendable {
    /// Days from one hard day to the next, at least (2 = one day between).
    public var minGapDays: Int
    /// Hard days in a plan week, at most; nil = no limit.
    public var maxPerWeek: Int?
    /// No hard day within so many days before the event.
    public var noneBeforeEventDays: Int
    /// Index of the last hard day of the history (negative), if known.
    public var lastHardDay: Int?

    /// A hard-day rule; see the properties.
    public init(
      minGapDays: Int, maxPerWeek: Int? = nil, noneBeforeEventDays: Int = 0, lastHardDay: Int? = nil
    ) {
      self.minGapDays = minGapDays
      self.maxPerWeek = maxPerWeek
      self.noneBeforeEventDays = noneBeforeEventDays
      self.lastHardDay = lastHardDay
    }
  }

  /// How the load falls towards the event, in windows of seven days counted back from it.
  public struct Taper: Equatable, Sendable {
    /// For each window, nearest the event first: at most this share of the last load week's load.
    public var maxFraction: [Double]
    /// For each window: at least this share of the last load week's load.
    public var minFraction: [Double]
    /// Trained days in the last seven, at least; nil = none asked.
    public var minDaysLast7: Int?

    /// A taper; see the properties.
    public init(maxFraction: [Double], minFraction: [Double], minDaysLast7: Int? = nil) {
      self.maxFraction = maxFraction
      self.minFraction = minFraction
      self.minDaysLast7 = minDaysLast7
    }
  }

  /// Hip-flexion exposure, in run-minutes.
  public struct Hip: Equatable, Sendable {
    /// In any seven days, at most; nil = no limit (R18).
    public var per7Cap: Double?
    /// On one day, at most; nil = no limit (R18).
    public var dayCap: Double?
    /// A day above this counts as a hip-flexion day (R19).
    public var dayThreshold: Double
    /// Hip-flexion days in a row, at most (R19).
    public var maxConsecutiveDays: Int
    /// Weekly rise against the last load week, as a share; nil = no limit (R20).
    public var weeklyGrowthMax: Double?
    /// Run-minutes added to the limit of the weekly rise (R20).
    public var weeklyGrowthAllowance: Double
    /// Relief minutes asked in every full week (R21).
    public var counterBase: Double
    /// Relief minutes asked for each run-minute of the week, on top of the base (R21).
    public var counterPerHip: Double
    /// Price of each run-minute above `softWeek` in the objective.
    public var softWeight: Double
    /// Weekly run-minutes from which `softWeight` counts; nil = none.
    public var softWeek: Double?

    /// A hip-flexion rule; see the properties.
    public init(
      per7Cap: Double? = nil, dayCap: Double? = nil, dayThreshold: Double, maxConsecutiveDays: Int,
      weeklyGrowthMax: Double? = nil, weeklyGrowthAllowance: Double = 0, counterBase: Double = 0,
      counterPerHip: Double = 0, softWeight: Double = 0, softWeek: Double? = nil
    ) {
      self.per7Cap = per7Cap
      self.dayCap = dayCap
      self.dayThreshold = dayThreshold
      self.maxConsecutiveDays = maxConsecutiveDays
      self.weeklyGrowthMax = weeklyGrowthMax
      self.weeklyGrowthAllowance = weeklyGrowthAllowance
      self.counterBase = counterBase
      self.counterPerHip = counterPerHip
      self.softWeight = softWeight
      self.softWeek = softWeek
    }
  }

  /// How varied a week must be.
  public struct Variety: Equatable, Sendable {
    /// Families in a week outside the taper, at least.
    public var minFamilies: Int
    /// Minutes that make a family count.
    public var minMinutes: Double
    /// Most that one family may be of a week's minutes; nil = no limit.
    public var maxShare: Double?
    /// Lowest and highest share of a week's minutes, a family.
    public var familyShare: [String: Bounds]

    /// A variety rule; see the properties.
    public init(
      minFamilies: Int, minMinutes: Double = 1, maxShare: Double? = nil, familyShare: [String: Bounds] = [:]
    ) {
      self.minFamilies = minFamilies
      self.minMinutes = minMinutes
      self.maxShare = maxShare
      self.familyShare = familyShare
    }
  }

  /// Caps on one sport.
  public struct SportCap: Equatable, Sendable {
    /// Days of the sport in a plan week, at most.
    public var maxDaysPerWeek: Int?
    /// Minutes of the sport in a plan week, at most.
    public var maxMinutesPerWeek: Double?
    /// Days of the sport in a row, at most.
    public var maxConsecutiveDays: Int?

    /// A cap; nil values do not bind.
    public init(maxDaysPerWeek: Int? = nil, maxMinutesPerWeek: Double? = nil, maxConsecutiveDays: Int? = nil)
    {
      self.maxDaysPerWeek = maxDaysPerWeek
      self.maxMinutesPerWeek = maxMinutesPerWeek
      self.maxConsecutiveDays = maxConsecutiveDays
    }
  }
}
