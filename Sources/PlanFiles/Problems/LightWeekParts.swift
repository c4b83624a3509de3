import TrainingPlan

// Light weeks and first days of which less is asked. The auditor knows neither, so what a problem asks of every week and
// every day is what can be asked of them too; what holds in all others stands beside it, under `light` and `settled`.
extension Limits {
  /// The limits that hold in every week, the light ones too.
  var askingOfLightWeeks: Limits {
    var limits = self
    limits.deload?.minFraction = 0
    limits.deload?.minLoadWeeks = 0
    limits.hip?.counterBase = 0
    if let least = variety?.minMinutes { limits.variety = Variety(minFamilies: 0, minMinutes: least) }
    return limits
  }

  /// The weeks, and what holds in the others.
  var lightJSON: JSONValue {
    .record([
      "weeks": .numbers(lightWeeks.map(Double.init)),
      "deload": deload.map {
        .record(["min_load_weeks": .number($0.minLoadWeeks), "min_fraction": .number($0.minFraction)])
      },
      "counter_base": hip.map { .number($0.counterBase) }, "variety": variety?.json,
    ])
  }

  /// Takes over the weeks, and what holds in the others.
  mutating func take(light field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let weeks = try keys.required("weeks").items()
    for week in weeks { lightWeeks.append(try week.int(in: 0...1000)) }
    guard lightWeeks == Set(lightWeeks).sorted() else {
      throw field.error(
        "the weeks of \"light\" are not in order", expected: "each week once, the first first")
    }
    if let field = keys.optional("deload"), var elsewhere = deload {
      var keys = try MappingReader(field)
      elsewhere.minLoadWeeks = try keys.optional("min_load_weeks")?.count() ?? 1
      elsewhere.minFraction = min(elsewhere.maxFraction, try keys.optional("min_fraction")?.amount() ?? 0)
      deload = elsewhere
    }
    if let base = try keys.optional("counter_base")?.amount() { hip?.counterBase = base }
    variety = try keys.filled("variety").map(Variety.init)
  }

  /// The day from which the limits of every day hold, and those that hold from then on.
  func settledJSON(_ firstDays: FirstDays) -> JSONValue {
    func number(_ limit: Double?, insteadOf looser: Double?) -> JSONValue? {
      looser == nil ? nil : .number(limit ?? 0)
    }
    return .record([
      "from_day": .number(firstDays.count),
      "acwr_ewma_max": number(acwrEWMAMax, insteadOf: firstDays.acwrEWMAMax),
      "acwr_coupled_max": number(acwrCoupledMax, insteadOf: firstDays.acwrCoupledMax),
      "acwr_uncoupled_max": number(acwrUncoupledMax, insteadOf: firstDays.acwrUncoupledMax),
      "ctl_ramp_abs": number(rampAbsolute, insteadOf: firstDays.rampAbsolute),
      "tsb_min_rel": number(formFloorRelative, insteadOf: firstDays.formFloorRelative),
      "per7_cap": number(hip?.per7Cap, insteadOf: firstDays.hipPer7),
    ])
  }

  /// Takes over the day from which the limits of every day hold, and those that hold from then on.
  mutating func take(settled field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    var first = FirstDays(count: try keys.required("from_day").int(in: 1...1000))
    func settle(_ settled: Double?, _ limit: inout Double?, _ looser: inout Double?) {
      guard let settled else { return }
      (limit, looser) = (settled, limit)
    }
    settle(try keys.optional("acwr_ewma_max")?.amount(), &acwrEWMAMax, &first.acwrEWMAMax)
    settle(try keys.optional("acwr_coupled_max")?.amount(), &acwrCoupledMax, &first.acwrCoupledMax)
    settle(try keys.optional("acwr_uncoupled_max")?.amount(), &acwrUncoupledMax, &first.acwrUncoupledMax)
    settle(try keys.optional("ctl_ramp_abs")?.amount(), &rampAbsolute, &first.rampAbsolute)
    settle(
      try keys.optional("tsb_min_rel")?.double(in: -100...100), &formFloorRelative, &first.formFloorRelative)
    if let cap = try keys.optional("per7_cap")?.amount() {
      first.hipPer7 = hip?.per7Cap
      hip?.per7Cap = cap
    }
    firstDays = first
  }
}
