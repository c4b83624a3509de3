import TrainingLoad
import TrainingPlan

extension CatalogueEntry {
  /// Reads an entry of the catalogue, or one of a coach's own.
  init(_ field: Field, activities: ActivityIndex) throws(FileError) {
    var reader = try MappingReader(field)
    let id = try reader.required("id").slug()
    let title = try reader.required("title").line()
    let sport = try reader.required("sport").slug()
    let also = try reader.optional("also").map(SessionTemplate.SecondSport.init(entry:))
    let family = try reader.optional("family")?.slug() ?? sport
    let role: SessionTemplate.Role = try reader.optional("role")?.word() ?? .endurance
    let shortest = try reader.required("min_minutes").double(in: 1...1440)
    let longestField = try reader.required("max_minutes")
    let longest = try longestField.double(in: 1...1440)
    guard shortest <= longest else { throw longestField.wrong(expected: "at least min_minutes") }
    let flags = try reader.optional("flags")?.items("flags")
      .map { flag throws(FileError) in try flag.word(Flag.self) }
    let steps = try Self.steps(try reader.required("steps"), activities: activities)
    let perWeek = try reader.optional("max_per_week")?.int(in: 1...14)
    let weekdays = try reader.optional("weekdays")?.items("weekdays")
      .map { day throws(FileError) in try day.weekday() }
    let purpose = try reader.required("purpose").line()
    let specificity = try Specificity(try reader.required("specificity"))
    try reader.finish()
    self.init(
      id: id, title: title, sport: sport, also: also, family: family, role: role, steps: steps,
      minMinutes: shortest,
      maxMinutes: longest, isHard: flags?.contains(.hard) == true,
      isIntense: flags?.contains(.intense) == true,
      isLong: flags?.contains(.long) == true, isRestful: flags?.contains(.restful) == true,
      maxPerWeek: perWeek, weekdays: weekdays, purpose: purpose, specificity: specificity)
  }

  private enum Flag: String, CaseIterable {
    case hard, intense, long
    case restful = "rest_ok"
  }

  private static func steps(_ field: Field, activities: ActivityIndex) throws(FileError) -> [Step] {
    let steps = try field.items("steps").map { step throws(FileError) in
      try Step(step, activities: activities)
    }
    let sum = steps.reduce(0) { $0 + $1.pattern.share }
    guard abs(sum - 1) < 1e-6 else {
      throw field.error(
        "the shares of the steps sum to \(JSONValue.number((sum * 1000).rounded() / 1000).compact)",
        expected: "shares that sum to 1")
    }
    return steps
  }
}

extension CatalogueEntry.Specificity {
  fileprivate init(_ field: Field) throws(FileError) {
    var bySport: [String: Double] = [:]
    var otherwise = 0.0
    for (sport, _, share) in try field.entries() {
      let value = try share.double(in: 0...1.25)
      if sport == "other" { otherwise = value } else { bySport[sport] = value }
    }
    self.init(bySport: bySport, otherwise: otherwise)
  }
}

extension SessionTemplate.SecondSport {
  fileprivate init(entry field: Field) throws(FileError) {
    var reader = try MappingReader(field)
    let sport = try reader.required("sport").slug()
    let share = try reader.required("share").share()
    try reader.finish()
    self.init(sport: sport, share: share)
  }
}

extension CatalogueEntry.Step {
  fileprivate init(_ field: Field, activities: ActivityIndex) throws(FileError) {
    var reader = try MappingReader(field)
    let text = try reader.required("text").line()
    let activity = try activities.row(named: try reader.required("activity"))
    let shareField = try reader.required("share")
    let share = try shareField.share()
    guard share > 0 else { throw shareField.wrong(expected: "a share above 0") }
    let effort = try reader.required("effort").double(in: 0...10)
    let set = try reader.optional("set").map { set throws(FileError) in
      try RepeatedSet(set, of: activity, activities: activities)
    }
    try reader.finish()
    self.init(
      pattern: StepPattern(
        text: text, activity: activity.id, share: share, effort: effort, repeats: set?.repeats),
      activity: activity, recovery: set?.recovery)
  }
}

/// A repeated set as files write it: by seconds, or by repetitions that the activity's cadence times.
private struct RepeatedSet {
  var repeats: StepPattern.Repeats
  var recovery: Activity?

  init(_ field: Field, of activity: Activity, activities: ActivityIndex) throws(FileError) {
    var reader = try MappingReader(field)
    let repetitions = try reader.optional("repetitions")?.int(in: 1...1000)
    let seconds = try reader.optional("seconds")?.int(in: 1...86_400)
    let rest = try reader.required("recovery_seconds").int(in: 0...86_400)
    let text = try reader.required("recovery").line()
    let resting = reader.optional("recovery_activity")
    try reader.finish()
    recovery = try resting.map { name throws(FileError) in try activities.row(named: name) }
    repeats = StepPattern.Repeats(
      repetitions: repetitions,
      workSeconds: try Self.work(repetitions: repetitions, seconds: seconds, of: activity, in: field),
      recoverySeconds: rest, recovery: text)
  }

  private static func work(
    repetitions: Int?, seconds: Int?, of activity: Activity, in field: Field
  ) throws(FileError) -> Int {
    switch (repetitions, seconds) {
    case (nil, let seconds?): return seconds
    case (let count?, nil) where activity.cyclesPerMinute > 0:
      return max(1, Int((Double(count) * 60 / activity.cyclesPerMinute).rounded()))
    case (_?, nil):
      throw field.error("\"\(activity.id)\" has no cadence that would time repetitions", expected: "seconds")
    default: throw field.wrong(expected: "either seconds or repetitions")
    }
  }
}

extension Field {
  /// A name in small letters, digits and hyphens, for example `run-long`.
  func slug() throws(FileError) -> String {
    let name = try line()
    let isSlug =
      name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
      && name.first != "-" && name.last != "-"
    guard isSlug else { throw wrong(expected: "small letters and hyphens, for example run-long") }
    return name
  }
}
