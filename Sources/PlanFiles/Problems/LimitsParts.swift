import TrainingPlan

// The limits of a problem, each read and written by the same keys. As the auditor has it, an empty
// mapping is no limit.

extension Limits {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init()
    acwrEWMAMax = try keys.optional("acwr_ewma_max")?.amount()
    acwrCoupledMax = try keys.optional("acwr_coupled_max")?.amount()
    acwrUncoupledMax = try keys.optional("acwr_uncoupled_max")?.amount()
    acuteAllowance = try keys.optional("acute_allowance")?.amount() ?? 0
    rampAbsolute = try keys.optional("ctl_ramp_abs")?.amount()
    rampRelative = try keys.optional("ctl_ramp_rel")?.amount()
    formFloorRelative = try keys.optional("tsb_min_rel")?.double(in: -100...100)
    formOnTheDay = try keys.filled("tsb_event_rel")?.bounds()
    spikeMax = try keys.optional("spike_max")?.amount()
    spikeWindowDays = try keys.optional("spike_window_days")?.count() ?? 30
    recordsPerWeek = try keys.optional("records_per_week")?.count() ?? 1
    for (sport, _, minutes) in try keys.optional("baseline_minutes")?.entries() ?? []
    where !minutes.node.isNull {
      baselineMinutes[sport] = try minutes.amount()
    }
    weeklyGrowthMax = try keys.optional("weekly_growth_max")?.amount()
    weeklyGrowthAllowance = try keys.optional("weekly_growth_allowance")?.amount() ?? 0
    deload = try keys.filled("deload").map(Deload.init)
    hard = try keys.filled("hard").map(HardDays.init)
    intenseShareMax = try keys.optional("intense_share_max")?.amount()
    monotonyMax = try keys.optional("monotony_max")?.amount()
    monotonyDDOF = try keys.optional("monotony_ddof")?.int(in: 0...1) ?? 0
    strainMax = try keys.optional("strain_max")?.amount()
    taper = try keys.filled("taper").map(Taper.init)
    hip = try keys.filled("hip").map(Hip.init)
    variety = try keys.filled("variety").map(Variety.init)
    for (sport, _, cap) in try keys.optional("sport_caps")?.entries() ?? [] where !cap.node.isNull {
      sportCaps[sport] = try SportCap(cap)
    }
    if let light = keys.filled("light") { try take(light: light) }
    if let settled = keys.filled("settled") { try take(settled: settled) }
  }

  var json: JSONValue {
    let everywhere = (lightWeeks.isEmpty ? self : askingOfLightWeeks).on(0)
    let elsewhere = JSONValue.record([
      "light": lightWeeks.isEmpty ? nil : lightJSON, "settled": firstDays.map(settledJSON),
    ])
    return .object(everywhere.loadMembers + everywhere.sessionMembers + elsewhere.members)
  }

  private var loadMembers: [JSONValue.Member] {
    JSONValue.record([
      "acwr_ewma_max": acwrEWMAMax.map(JSONValue.number),
      "acwr_coupled_max": acwrCoupledMax.map(JSONValue.number),
      "acwr_uncoupled_max": acwrUncoupledMax.map(JSONValue.number),
      "acute_allowance": .number(acuteAllowance), "ctl_ramp_abs": rampAbsolute.map(JSONValue.number),
      "ctl_ramp_rel": rampRelative.map(JSONValue.number),
      "tsb_min_rel": formFloorRelative.map(JSONValue.number), "tsb_event_rel": formOnTheDay?.json,
      "weekly_growth_max": weeklyGrowthMax.map(JSONValue.number),
      "weekly_growth_allowance": .number(weeklyGrowthAllowance),
      "monotony_max": monotonyMax.map(JSONValue.number), "monotony_ddof": .number(monotonyDDOF),
      "strain_max": strainMax.map(JSONValue.number), "deload": deload?.json, "taper": taper?.json,
    ]).members
  }

  private var sessionMembers: [JSONValue.Member] {
    JSONValue.record([
      "spike_max": spikeMax.map(JSONValue.number), "spike_window_days": .number(spikeWindowDays),
      "records_per_week": .number(recordsPerWeek),
      "baseline_minutes": .sorted(baselineMinutes.mapValues { .number($0) }), "hard": hard?.json,
      "intense_share_max": intenseShareMax.map(JSONValue.number), "hip": hip?.json,
      "variety": variety?.json, "sport_caps": .sorted(sportCaps.mapValues(\.json)),
    ]).members
  }
}

extension Limits.Bounds {
  var json: JSONValue { .numbers([low, high]) }
}

extension Field {
  /// The lowest and the highest value, in a list of two.
  func bounds() throws(FileError) -> Limits.Bounds {
    let ends = try items()
    guard ends.count == 2, try ends[0].double() <= ends[1].double() else {
      throw error("the bounds of \"\(name)\" are not clear", expected: "two numbers, the lower first")
    }
    return Limits.Bounds(low: try ends[0].double(), high: try ends[1].double())
  }
}

extension MappingReader {
  /// The value of a key; nil where it is absent, empty, or a list or mapping with nothing in it.
  mutating func filled(_ key: String) -> Field? {
    guard let field = optional(key) else { return nil }
    switch field.node.content {
    case .sequence([]), .mapping([]): return nil
    default: return field
    }
  }
}

extension Limits.Deload {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let least = keys.optional("min_fraction")
    self.init(
      maxLoadWeeks: try keys.required("max_load_weeks").int(in: 1...1000),
      minLoadWeeks: try keys.optional("min_load_weeks")?.count() ?? 1,
      maxFraction: try keys.optional("max_fraction")?.amount() ?? 0.7,
      minFraction: try least?.amount() ?? 0)
    if let least, minFraction > maxFraction {
      throw least.error("\"min_fraction\" is above \"max_fraction\"", expected: "at most \(maxFraction)")
    }
  }

  var json: JSONValue {
    .record([
      "max_load_weeks": .number(maxLoadWeeks), "min_load_weeks": .number(minLoadWeeks),
      "max_fraction": .number(maxFraction), "min_fraction": .number(minFraction),
    ])
  }
}

extension Limits.HardDays {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      minGapDays: try keys.required("min_gap_days").count(),
      maxPerWeek: try keys.optional("max_per_week")?.count(),
      noneBeforeEventDays: try keys.optional("none_before_event_days")?.count() ?? 0,
      lastHardDay: try keys.optional("last_hard_day")?.int(in: -100_000 ... -1))
  }

  var json: JSONValue {
    .record([
      "min_gap_days": .number(minGapDays), "max_per_week": maxPerWeek.map(JSONValue.number),
      "none_before_event_days": .number(noneBeforeEventDays),
      "last_hard_day": lastHardDay.map(JSONValue.number),
    ])
  }
}

extension Limits.Taper {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let most = try keys.required("max_fraction").amounts()
    var least = Array(repeating: 0.0, count: most.count)
    if let field = keys.optional("min_fraction") {
      least = try field.amounts()
      guard least.count == most.count else {
        throw field.error(
          "\"min_fraction\" has \(least.count) windows and \"max_fraction\" has \(most.count)",
          expected: "as many in both")
      }
      guard zip(least, most).allSatisfy({ $0 <= $1 }) else {
        throw field.error("\"min_fraction\" is above \"max_fraction\"", expected: "no value above it")
      }
    }
    self.init(
      maxFraction: most, minFraction: least, minDaysLast7: try keys.optional("min_days_last7")?.count())
  }

  var json: JSONValue {
    .record([
      "max_fraction": .numbers(maxFraction), "min_fraction": .numbers(minFraction),
      "min_days_last7": minDaysLast7.map(JSONValue.number),
    ])
  }
}

extension Limits.Hip {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      per7Cap: try keys.optional("per7_cap")?.amount(), dayCap: try keys.optional("day_cap")?.amount(),
      dayThreshold: try keys.required("day_threshold").amount(),
      maxConsecutiveDays: try keys.required("max_consecutive_days").count(),
      weeklyGrowthMax: try keys.optional("weekly_growth_max")?.amount(),
      weeklyGrowthAllowance: try keys.optional("weekly_growth_allowance")?.amount() ?? 0,
      counterBase: try keys.optional("counter_base")?.amount() ?? 0,
      counterPerHip: try keys.optional("counter_per_hip")?.amount() ?? 0,
      softWeight: try keys.optional("soft_weight")?.amount() ?? 0,
      softWeek: try keys.optional("soft_week")?.amount())
  }

  var json: JSONValue {
    .record([
      "per7_cap": per7Cap.map(JSONValue.number), "day_cap": dayCap.map(JSONValue.number),
      "day_threshold": .number(dayThreshold), "max_consecutive_days": .number(maxConsecutiveDays),
      "weekly_growth_max": weeklyGrowthMax.map(JSONValue.number),
      "weekly_growth_allowance": .number(weeklyGrowthAllowance),
      "counter_base": .number(counterBase), "counter_per_hip": .number(counterPerHip),
      "soft_weight": .number(softWeight), "soft_week": softWeek.map(JSONValue.number),
    ])
  }
}

extension Limits.Variety {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    var shares: [String: Limits.Bounds] = [:]
    for (family, _, bounds) in try keys.optional("family_share")?.entries() ?? [] where !bounds.node.isNull {
      shares[family] = try bounds.bounds()
    }
    self.init(
      minFamilies: try keys.required("min_families").count(),
      minMinutes: try keys.optional("min_minutes")?.amount() ?? 1,
      maxShare: try keys.optional("max_share")?.amount(), familyShare: shares)
  }

  var json: JSONValue {
    .record([
      "min_families": .number(minFamilies), "min_minutes": .number(minMinutes),
      "max_share": maxShare.map(JSONValue.number), "family_share": .sorted(familyShare.mapValues(\.json)),
    ])
  }
}

extension Limits.SportCap {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      maxDaysPerWeek: try keys.optional("max_days_per_week")?.count(),
      maxMinutesPerWeek: try keys.optional("max_minutes_per_week")?.amount(),
      maxConsecutiveDays: try keys.optional("max_consecutive_days")?.count())
  }

  var json: JSONValue {
    .record([
      "max_days_per_week": maxDaysPerWeek.map(JSONValue.number),
      "max_minutes_per_week": maxMinutesPerWeek.map(JSONValue.number),
      "max_consecutive_days": maxConsecutiveDays.map(JSONValue.number),
    ])
  }
}
