import TrainingPlan

/// The limits of a problem as plain numbers: infinite where a limit does not bind, so that no rule asks twice.
struct Bounds: Sendable {
  /// What a day is held to by the days before it, and what the first days are where the history goes beyond that.
  let daily: DailyBounds
  let first: DailyBounds
  let firstDays: Int
  let looksAtRollingRatios: Bool
  let acuteAllowance: Double
  let rampRelative: Double
  let formLow: Double
  let formHigh: Double
  let minFitness: Double

  let spike: Double
  let spikeWindow: Int
  let recordsPerWeek: Int

  let growth: Double
  let growthAllowance: Double
  let deloadMost: Double
  let deloadLeast: Double

  let hasHardRule: Bool
  let hardGap: Int
  let hardPerWeek: Int
  let hardPerDeload: Int
  let lastHardDay: Int
  let intenseShare: Double
  let monotony: Double
  let monotonyDivisor: Double
  let strain: Double

  let taperMost: [Double]
  let taperLeast: [Double]
  let trainedInLast7: Int

  let hasHipRule: Bool
  let hipPerDay: Double
  let hipThreshold: Double
  let hipDaysInARow: Int
  let hipGrowth: Double
  let hipAllowance: Double
  let reliefBase: Double
  let reliefPerHip: Double
  let softHip: Double
  let softHipPrice: Double

  let hasVarietyRule: Bool
  let minFamilies: Int
  let familyMinutes: Double
  let familyShare: Double

  let restPer7: Int
  let restLoad: Double
  let restInARow: Int
  let restWishPrice: Double
  let sessionsPerDay: Int

  let hasCoaching: Bool
  let endurancePerDay: Int
  let rhythmPrice: Double
  let strengthBeforeHardPrice: Double
  let sessionPrice: Double
  let roundMinutes: Int
  /// Minutes from which a long session may grow by a round number of them; shorter ones need not be round.
  let roundLongFrom: Int
  let roundPrice: Double
  let strengthOnLongDayPrice: Double
  let strengthInARowPrice: Double
  let longInDeload: Double
  let nothingNewDays: Int
  let balancePrice: Double
  let frequencyPrice: Double
  let intenseInBuildPrice: Double
  let intenseInTaperPrice: Double
  let weeklyLongPrice: Double
  let secondLongPrice: Double
  let openerPrice: Double
  let taperVolumePrice: Double
  let sameHardPrice: Double
  let watch: WatchBounds
  let robust: RobustBounds

  init(_ problem: PlanProblem) {
    let limits = problem.limits
    daily = DailyBounds(limits)
    first = DailyBounds(limits.on(0))
    firstDays = limits.firstDays?.count ?? 0
    looksAtRollingRatios = limits.acwrCoupledMax != nil || limits.acwrUncoupledMax != nil
    acuteAllowance = limits.acuteAllowance
    rampRelative = limits.rampRelative ?? 0
    formLow = limits.formOnTheDay?.low ?? -.infinity
    formHigh = limits.formOnTheDay?.high ?? .infinity
    minFitness = problem.goal.minFitness ?? -.infinity

    spike = limits.spikeMax ?? .infinity
    spikeWindow = limits.spikeWindowDays
    recordsPerWeek = limits.spikeMax == nil ? Int.max : limits.recordsPerWeek

    growth = limits.weeklyGrowthMax ?? .infinity
    growthAllowance = limits.weeklyGrowthMax == nil ? .infinity : limits.weeklyGrowthAllowance
    deloadMost = limits.deload?.maxFraction ?? .infinity
    deloadLeast = limits.deload?.minFraction ?? 0

    hasHardRule = limits.hard != nil
    hardGap = limits.hard?.minGapDays ?? 0
    hardPerWeek = limits.hard?.maxPerWeek ?? Int.max
    hardPerDeload = problem.coaching?.hardInDeload ?? Int.max
    lastHardDay = limits.hard?.lastHardDay ?? -100_000
    intenseShare = limits.intenseShareMax ?? .infinity
    monotony = limits.monotonyMax ?? .infinity
    monotonyDivisor = Double(7 - limits.monotonyDDOF)
    strain = limits.strainMax ?? .infinity

    let windows = limits.taper?.maxFraction ?? []
    taperMost = windows
    taperLeast = windows.indices.map { index in
      let least = limits.taper?.minFraction ?? []
      return index < least.count ? least[index] : 0
    }
    trainedInLast7 = limits.taper?.minDaysLast7 ?? 0

    let hip = limits.hip
    hasHipRule = hip != nil
    hipPerDay = hip?.dayCap ?? .infinity
    hipThreshold = (hip?.dayThreshold ?? .infinity) + Score.tolerance
    hipDaysInARow = hip?.maxConsecutiveDays ?? Int.max
    hipGrowth = hip?.weeklyGrowthMax ?? .infinity
    hipAllowance = hip?.weeklyGrowthMax == nil ? .infinity : hip?.weeklyGrowthAllowance ?? 0
    reliefBase = hip?.counterBase ?? 0
    reliefPerHip = hip?.counterPerHip ?? 0
    softHip = hip?.softWeek ?? .infinity
    softHipPrice = hip?.softWeight ?? 0

    hasVarietyRule = limits.variety != nil
    minFamilies = limits.variety?.minFamilies ?? 0
    familyMinutes = limits.variety?.minMinutes ?? 0
    familyShare = limits.variety?.maxShare ?? .infinity

    restPer7 = problem.rest.minPer7
    restLoad = problem.rest.loadMax + Score.tolerance
    restInARow = problem.rest.maxConsecutive ?? Int.max
    restWishPrice = problem.rest.wishWeight
    sessionsPerDay = problem.availability.maxSessionsPerDay

    hasCoaching = problem.coaching != nil
    endurancePerDay = problem.coaching?.endurancePerDay ?? Int.max
    rhythmPrice = problem.coaching?.rhythmPrice ?? 0
    strengthBeforeHardPrice = problem.coaching?.strengthBeforeHardPrice ?? 0
    sessionPrice = problem.coaching?.sessionPrice ?? 0
    roundMinutes = max(1, problem.coaching?.roundMinutes ?? 1)
    roundPrice = problem.coaching?.roundPrice ?? 0
    let share = limits.spikeMax ?? 1
    roundLongFrom = share > 0.01 ? Int((Double(roundMinutes) / share).rounded(.up)) : 0
    strengthOnLongDayPrice = problem.coaching?.strengthOnLongDayPrice ?? 0
    strengthInARowPrice = problem.coaching?.strengthInARowPrice ?? 0
    longInDeload = problem.coaching?.longInDeload ?? .infinity
    nothingNewDays = problem.coaching?.nothingNewDays ?? 0
    balancePrice = problem.coaching.map { $0.balance.isEmpty ? 0 : $0.balancePrice } ?? 0
    frequencyPrice = problem.coaching.map { $0.frequency.isEmpty ? 0 : $0.frequencyPrice } ?? 0
    intenseInBuildPrice = problem.coaching?.intenseInBuildPrice ?? 0
    intenseInTaperPrice = problem.coaching?.intenseInTaperPrice ?? 0
    weeklyLongPrice = problem.coaching?.weeklyLongPrice ?? 0
    secondLongPrice = problem.coaching?.secondLongPrice ?? 0
    openerPrice = problem.coaching?.openerPrice ?? 0
    taperVolumePrice = problem.coaching.map { $0.taperVolume.isEmpty ? 0 : $0.taperVolumePrice } ?? 0
    sameHardPrice = problem.coaching?.sameHardPrice ?? 0
    watch = WatchBounds(problem)
    robust = RobustBounds(problem)
  }

  /// The longest session of a load week from which on the easier week after it stays under a share of it, minutes, and the
  /// longest that no easier week is too easy for.
  static let (leastHeldDown, alwaysEasy) = (40, 30)

  /// What a session of an easier week lasts at most after a longest one of so many minutes in the load weeks before.
  @inline(__always)
  func longInDeload(after longest: Int) -> Double {
    let share = longest < Self.leastHeldDown ? max(1, longInDeload) : longInDeload
    return max(share * Double(longest), Double(Self.alwaysEasy))
  }

  /// What a day is held to by the days before it.
  @inline(__always)
  func on(_ day: Int) -> DailyBounds { day < firstDays ? first : daily }
}
