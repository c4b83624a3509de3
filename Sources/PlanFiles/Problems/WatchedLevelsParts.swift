import TrainingPlan

extension WatchedLevels {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init()
    if let field = keys.optional("hip_share") { hipShare = try Share(field) }
    if let field = keys.optional("hip_one_family") { oneFamily = try Share(field) }
    if let field = keys.optional("easy_sessions") { easySessions = try EasySessions(field) }
    if let field = keys.optional("hip_days") { hipDays = try HipDays(field) }
    if let field = keys.optional("two_week_rise") { rise = try Rise(field) }
    if let field = keys.optional("own_strain") { strain = try OwnStrain(field) }
  }

  var json: JSONValue {
    .record([
      "hip_share": hipShare?.json, "hip_one_family": oneFamily?.json, "easy_sessions": easySessions?.json,
      "hip_days": hipDays?.json, "two_week_rise": rise?.json, "own_strain": strain?.json,
    ])
  }
}

extension WatchedLevels.Share {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      from: try keys.required("from").double(in: 0...1),
      leastSessions: try keys.required("min_sessions").count())
  }

  var json: JSONValue { .record(["from": .number(from), "min_sessions": .number(leastSessions)]) }
}

extension WatchedLevels.EasySessions {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      least: try keys.required("least").double(in: 0...1),
      effort: try keys.required("effort").double(in: 0...10))
  }

  var json: JSONValue { .record(["least": .number(least), "effort": .number(effort)]) }
}

extension WatchedLevels.HipDays {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      inARow: try keys.required("in_a_row").count(),
      runMinutes: try keys.required("run_minutes").amount())
  }

  var json: JSONValue { .record(["in_a_row": .number(inARow), "run_minutes": .number(runMinutes)]) }
}

extension WatchedLevels.Rise {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(sport: try keys.required("sport").line(), most: try keys.required("most").amount())
  }

  var json: JSONValue { .record(["sport": .text(sport), "most": .number(most)]) }
}

extension WatchedLevels.OwnStrain {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      deviations: try keys.required("deviations").amount(),
      leastWeeks: try keys.required("min_weeks").count())
  }

  var json: JSONValue { .record(["deviations": .number(deviations), "min_weeks": .number(leastWeeks)]) }
}
