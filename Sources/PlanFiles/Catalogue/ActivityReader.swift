import TrainingPlan

extension Activity {
  init(_ field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(
      id: try reader.required("id").line(), name: try reader.required("name").line(),
      cyclesPerMinute: try reader.required("cycles_per_minute").double(in: 0...300),
      relativeIntensity: try reader.required("relative_intensity").double(in: 0...4),
      tensionSeconds: try reader.required("tension_seconds").double(in: 0...60),
      hipPerMinute: try reader.required("hip_per_minute").double(in: 0...10),
      staticFraction: try reader.required("static_fraction").double(in: 0...1),
      reliefFraction: try reader.required("relief_fraction").double(in: 0...1),
      kind: try reader.required("class").word(), evidence: try reader.required("evidence").word(),
      reason: try reader.required("reason").line())
    try reader.finish()
  }
}

extension CompendiumEntry {
  init(_ field: Field, activities: ActivityIndex) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(
      code: try reader.required("code").line(), activity: try reader.required("activity").line(),
      met: try reader.required("met").double(in: 0.5...30),
      hip: try reader.optional("hip").map { row throws(FileError) in try activities.row(named: row).id })
    try reader.finish()
  }
}

/// The support-work library as a file holds it: the routines, and one rule when to stop for all.
enum RoutineLibrary {
  static func read(_ document: Field, activities: ActivityIndex) throws(FileError) -> [Routine] {
    var reader = try MappingReader(document)
    let stopRule = try reader.required("stop").line()
    return try reader.required("routines").items("routines").map { row throws(FileError) in
      try Routine(row, stopRule: stopRule, activities: activities)
    }
  }
}

extension Routine {
  fileprivate init(_ field: Field, stopRule: String, activities: ActivityIndex) throws(FileError) {
    var reader = try MappingReader(field)
    self.init(
      id: try reader.required("id").slug(), title: try reader.required("title").line(),
      kind: try reader.required("kind").word(), how: try reader.required("how").line(),
      dose: try Dose(try reader.required("dose")), level: try reader.required("level").word(),
      tracks: try reader.required("tracks").items("tracks")
        .map { track throws(FileError) in try track.word() },
      stopRule: stopRule,
      articles: try reader.required("articles").items("articles")
        .map { number throws(FileError) in try number.int(in: 1...4) },
      activity: try reader.optional("activity")
        .map { row throws(FileError) in try activities.row(named: row).id })
    try reader.finish()
  }
}

extension Routine.Dose {
  fileprivate init(_ field: Field) throws(FileError) {
    guard field.isMapping else {
      _ = try field.word(among: [Self.askCoach.words])
      self = .askCoach
      return
    }
    var reader = try MappingReader(field)
    let seconds = try reader.optional("seconds")?.int(in: 1...3600)
    let minutes = try reader.optional("minutes")?.int(in: 1...240)
    let high = try reader.optional("to")?.int(in: 1...3600)
    let eachSide = try reader.optional("each_side")?.bool() ?? false
    try reader.finish()
    switch (seconds, minutes) {
    case (let low?, nil): self = .seconds(low: low, high: high, eachSide: eachSide)
    case (nil, let low?): self = .minutes(low: low, high: high)
    default: throw field.wrong(expected: "either seconds or minutes")
    }
  }
}
