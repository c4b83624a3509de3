import TrainingPlan

// Light weeks, of which less is asked. The auditor knows none, so what a problem asks of every week is what can be asked of
// them too; what holds in all others stands beside it, under `light`.
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
}
