import TrainingPlan

// First days that are held to less. The auditor knows none, so what a problem asks of every day is what can be asked of them
// too; what holds on all others stands beside it, under `settled`, and so does what the first week holds at most.
extension Limits {
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
      "week_load": firstDays.weekLoad.map(JSONValue.number),
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
    first.weekLoad = try keys.optional("week_load")?.amount()
    firstDays = first
  }
}
