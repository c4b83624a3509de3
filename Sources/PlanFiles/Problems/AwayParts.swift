import TrainingPlan

// Weeks in which the athlete is away. The auditor knows no such weeks, so what a problem asks of every week is what can be
// asked of them too; what holds in all other weeks stands beside it, under `away`.
extension Limits {
  /// The limits that hold in every week, those in which the athlete is away too.
  var askingOfAwayWeeks: Limits {
    var limits = self
    limits.deload?.minFraction = 0
    limits.deload?.minLoadWeeks = 0
    limits.hip?.counterBase = 0
    if let least = variety?.minMinutes { limits.variety = Variety(minFamilies: 0, minMinutes: least) }
    return limits
  }

  /// The weeks, and what holds in the others.
  var awayJSON: JSONValue {
    .record([
      "weeks": .numbers(awayWeeks.map(Double.init)),
      "deload": deload.map {
        .record(["min_load_weeks": .number($0.minLoadWeeks), "min_fraction": .number($0.minFraction)])
      },
      "counter_base": hip.map { .number($0.counterBase) }, "variety": variety?.json,
    ])
  }

  /// Takes over the weeks, and what holds in the others.
  mutating func take(away field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let weeks = try keys.required("weeks").items()
    for week in weeks { awayWeeks.append(try week.int(in: 0...1000)) }
    guard awayWeeks == Set(awayWeeks).sorted() else {
      throw field.error("the weeks of \"away\" are not in order", expected: "each week once, the first first")
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
