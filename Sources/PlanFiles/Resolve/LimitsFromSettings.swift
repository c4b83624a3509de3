import TrainingPlan

/// What the limits of a plan depend on, besides what is said of the rules.
struct LimitCircumstances {
  /// Weeks of the plan.
  var weekCount: Int
  /// Days of the plan in the week of the event, before it.
  var daysInLastWeek: Int
  /// Days in the last seven before the event on which the athlete can train.
  var trainableDaysInLast7: Int
  /// Hip-flexion exposure of a recent week, run-minutes.
  var recentHip: Double
  /// Exposure of the longest session that the goal asks for, run-minutes.
  var longestGoalHip: Double
  /// Families among the chosen sessions.
  var families: Int
  /// Index of the last hard day of the history.
  var lastHardDay: Int?
  /// Plan weeks, from 0, that lose most of their time to absences or come after one.
  var lightWeeks: [Int]
}

/// Turns what is said of the rules into the limits of a problem.
struct LimitsFromSettings {
  let kept: KeptLimits
  let circumstances: LimitCircumstances

  /// A day's exposure that no day reaches, for a streak that does not count.
  private static let unreachable = 100_000.0

  private var settings: LimitSettings { kept.settings }
  private func number(_ rule: String, _ name: String) -> Double? { kept.number(rule, name) }
  private func count(_ rule: String, _ name: String) -> Int? { kept.count(rule, name) }

  /// The limits of the problem.
  var limits: Limits {
    var limits = Limits()
    setProgression(&limits)
    setWeeks(&limits)
    setForm(&limits)
    limits.hard = hard
    limits.hip = hip
    limits.variety = variety
    limits.sportCaps = sportCaps
    limits.lightWeeks = circumstances.lightWeeks
    return limits
  }

  private func setProgression(_ limits: inout Limits) {
    limits.spikeMax = number("single-session-spike", "max")
    limits.spikeWindowDays = settings.count("single-session-spike", "window_days") ?? limits.spikeWindowDays
    limits.recordsPerWeek = count("new-longest", "per_week") ?? 7
    for (sport, value) in settings.rules["no-baseline"]?.values ?? [:] {
      if case .number(let minutes) = value { limits.baselineMinutes[sport] = minutes }
    }
    limits.weeklyGrowthMax = number("weekly-rise", "max")
    limits.weeklyGrowthAllowance = number("weekly-rise", "allowance") ?? 0
    limits.rampAbsolute = number("fitness-ramp", "absolute")
    limits.rampRelative = number("fitness-ramp", "relative")
    limits.acwrEWMAMax = number("workload-ratio", "ewma")
    limits.acwrCoupledMax = number("workload-ratio", "coupled")
    limits.acwrUncoupledMax = number("workload-ratio", "uncoupled")
    limits.acuteAllowance = number("workload-ratio", "allowance") ?? 0
  }

  private func setWeeks(_ limits: inout Limits) {
    if let most = count("deload", "max_load_weeks"), let maxFraction = number("deload", "max") {
      limits.deload = Limits.Deload(
        maxLoadWeeks: most, minLoadWeeks: min(most, count("deload", "min_load_weeks") ?? 1),
        maxFraction: maxFraction, minFraction: min(maxFraction, number("deload", "min") ?? 0))
    }
    limits.intenseShareMax = number("intensity-share", "max")
    limits.monotonyMax = number("monotony", "max")
    limits.monotonyDDOF = settings.word("monotony", "sd") == "sample" ? 1 : 0
    limits.strainMax = number("strain", "max")
    limits.taper = taper
  }

  private func setForm(_ limits: inout Limits) {
    limits.formFloorRelative = number("form-floor", "depth").map { -$0 }
    if let low = number("form-on-the-day", "min"), let high = number("form-on-the-day", "max") {
      limits.formOnTheDay = Limits.Bounds(low: min(low, high), high: high)
    }
  }

  private var hard: Limits.HardDays? {
    guard kept.keeps("hard-spacing") || kept.keeps("hard-count") else { return nil }
    return Limits.HardDays(
      minGapDays: count("hard-spacing", "days") ?? 1, maxPerWeek: count("hard-count", "per_week"),
      noneBeforeEventDays: count("hard-spacing", "before_event_days") ?? 0,
      lastHardDay: circumstances.lastHardDay)
  }

  /// The taper, in windows of seven days before the event.
  ///
  /// Windows are counted back from the event, week types in plan weeks. Where the last week has three
  /// days or fewer before the event, one more week must be a taper week, or the first window would be
  /// measured against itself; its own load is left free. Without a taper, a last week that holds only the
  /// event is named one, since nothing can be asked of it.
  private var taper: Limits.Taper? {
    guard kept.keeps("taper"), var most = settings.numbers("taper", "max") else {
      return circumstances.daysInLastWeek == 0 ? Limits.Taper(maxFraction: [1], minFraction: [0]) : nil
    }
    var least = settings.numbers("taper", "min") ?? []
    most = Array(most.prefix(max(1, circumstances.weekCount - 1)))
    least = Array((least + Array(repeating: 0, count: most.count)).prefix(most.count))
    if circumstances.daysInLastWeek <= 3, circumstances.weekCount > most.count + 1 {
      most.append(1)
      least.append(0)
    }
    let days = settings.count("taper", "training_days").map { min($0, circumstances.trainableDaysInLast7) }
    return Limits.Taper(
      maxFraction: most, minFraction: zip(least, most).map { min($0, $1) }, minDaysLast7: days)
  }

  private var hip: Limits.Hip? {
    guard ["hip-load", "hip-streak", "hip-rise", "hip-relief"].contains(where: kept.keeps) else { return nil }
    return Limits.Hip(
      per7Cap: hipPer7Days, dayCap: number("hip-load", "per_day"),
      dayThreshold: number("hip-streak", "above") ?? Self.unreachable,
      maxConsecutiveDays: count("hip-streak", "days") ?? 7,
      weeklyGrowthMax: number("hip-rise", "max"), weeklyGrowthAllowance: number("hip-rise", "allowance") ?? 0,
      counterBase: number("hip-relief", "base") ?? 0,
      counterPerHip: (number("hip-relief", "per_100") ?? 0) / 100)
  }

  /// Exposure in seven days: the coach's number, or room to train for the event from what the athlete is
  /// used to, rounded up to ten run-minutes.
  private var hipPer7Days: Double? {
    guard kept.keeps("hip-load") else { return nil }
    if let cap = settings.number("hip-load", "per_7_days") { return cap }
    guard let times = settings.number("hip-load", "times_recent") else { return nil }
    let cap = max(
      settings.number("hip-load", "at_least") ?? 0, times * circumstances.recentHip,
      2 * circumstances.longestGoalHip)
    return (cap / 10).rounded(.up) * 10
  }

  private var variety: Limits.Variety? {
    guard kept.keeps("variety"), let families = settings.count("variety", "families") else { return nil }
    var shares: [String: Limits.Bounds] = [:]
    for (name, value) in settings.rules["variety"]?.values ?? [:] where name.hasPrefix("shares.") {
      guard case .numbers(let bounds) = value, bounds.count == 2 else { continue }
      shares[String(name.dropFirst("shares.".count))] = Limits.Bounds(low: bounds[0], high: bounds[1])
    }
    return Limits.Variety(
      minFamilies: min(families, circumstances.families),
      minMinutes: settings.number("variety", "min_minutes") ?? 1,
      maxShare: circumstances.families > 1 ? settings.number("variety", "max_share") : nil,
      familyShare: shares)
  }

  private var sportCaps: [String: Limits.SportCap] {
    guard kept.keeps("sport-cap") else { return [:] }
    var caps: [String: Limits.SportCap] = [:]
    for name in settings.rules["sport-cap"]?.values.keys.sorted() ?? [] {
      guard let dot = name.firstIndex(of: ".") else { continue }
      let sport = String(name[..<dot])
      caps[sport] = Limits.SportCap(
        maxDaysPerWeek: settings.count("sport-cap", sport + ".days_per_week"),
        maxMinutesPerWeek: settings.number("sport-cap", sport + ".minutes_per_week"),
        maxConsecutiveDays: settings.count("sport-cap", sport + ".days_in_a_row"))
    }
    return caps
  }
}
