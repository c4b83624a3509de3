import TrainingLoad
import TrainingPlan

// A session template of a problem, read and written by the same keys.

extension SessionTemplate {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let longest = try keys.required("max_minutes")
    self.init(
      id: try keys.required("id").line(), title: try keys.optional("title")?.line(),
      sport: try keys.required("sport").line(), also: try keys.optional("also").map(SecondSport.init),
      family: try keys.required("family").line(),
      sRPE: try keys.required("srpe").double(in: 0...10),
      minMinutes: try keys.required("min_minutes").double(in: 0...10_000),
      maxMinutes: try longest.double(in: 0...10_000),
      hipPerMinute: try keys.optional("hip_per_min")?.amount() ?? 0,
      reliefPerMinute: try keys.optional("counter_per_min")?.amount() ?? 0,
      staticPerMinute: try keys.optional("static_per_min")?.double(in: 0...1) ?? 0,
      flexionShare: try keys.optional("flexion_share")?.double(in: 0...1),
      trainingShare: try keys.optional("training_share")?.double(in: 0...1),
      specificity: try keys.optional("specificity")?.amount() ?? 1)
    guard minMinutes <= maxMinutes else {
      throw longest.wrong(expected: "at least \"min_minutes\", \(JSONValue.number(minMinutes).compact)")
    }
    isHard = try keys.optional("hard")?.bool() ?? false
    isIntense = try keys.optional("intense")?.bool() ?? false
    isLong = try keys.optional("long")?.bool() ?? false
    isRestful = try keys.optional("rest_ok")?.bool() ?? false
    role = try keys.optional("role")?.word(Role.self) ?? Self.role(sport: sport, isRestful: isRestful)
    maxPerWeek = try keys.optional("max_per_week")?.count()
    minPerWeek = try keys.optional("min_per_week")?.count()
    let days = try keys.optional("weekdays")?.weekdays() ?? []
    weekdays = days.isEmpty ? nil : days
    widest = try keys.optional("widest").map(Widest.init)
    steps = try keys.optional("steps")?.items("a step").map(StepPattern.init) ?? []
    purpose = try keys.optional("purpose")?.text() ?? ""
  }

  /// What a session is for the week where a bare problem does not say.
  private static func role(sport: String, isRestful: Bool) -> Role {
    if isRestful { return .support }
    switch sport {
    case "strength", "upper": return .strength
    case "core", "mobility", "situps": return .support
    default: return .endurance
    }
  }

  var json: JSONValue {
    .object(numberMembers + wordMembers)
  }

  private var numberMembers: [JSONValue.Member] {
    JSONValue.record([
      "id": .text(id), "title": .text(title), "sport": .text(sport),
      "also": also?.json, "family": .text(family),
      "srpe": .number(sRPE), "min_minutes": .number(minMinutes), "max_minutes": .number(maxMinutes),
      "hip_per_min": .number(hipPerMinute), "counter_per_min": .number(reliefPerMinute),
      "static_per_min": .number(staticPerMinute), "flexion_share": flexionShare.map(JSONValue.number),
      "training_share": trainingShare.map(JSONValue.number), "specificity": .number(specificity),
    ]).members
  }

  private var wordMembers: [JSONValue.Member] {
    JSONValue.record([
      "hard": .bool(isHard), "intense": .bool(isIntense), "long": .bool(isLong),
      "rest_ok": .bool(isRestful), "role": .text(role.rawValue),
      "max_per_week": maxPerWeek.map(JSONValue.number), "min_per_week": minPerWeek.map(JSONValue.number),
      "weekdays": weekdays.map { .texts($0.map(\.abbreviation)) }, "widest": widest?.json,
      "steps": .array(steps.map(\.json)),
      "purpose": .text(purpose),
    ]).members
  }
}

extension SessionTemplate.Widest {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      minutes: try keys.required("minutes").amount(), perWeek: try keys.optional("per_week")?.count())
  }

  var json: JSONValue {
    .record(["minutes": .number(minutes), "per_week": perWeek.map(JSONValue.number)])
  }
}

extension SessionTemplate.SecondSport {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(sport: try keys.required("sport").line(), share: try keys.required("share").double(in: 0...1))
  }

  var json: JSONValue { .record(["sport": .text(sport), "share": .number(share)]) }
}

extension StepPattern {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      text: try keys.required("text").line(), activity: try keys.required("activity").line(),
      share: try keys.required("share").double(in: 0...1),
      effort: try keys.required("effort").double(in: 0...10),
      repeats: try keys.optional("repeats").map(Repeats.init))
  }

  var json: JSONValue {
    .record([
      "text": .text(text), "activity": .text(activity), "share": .number(share),
      "effort": .number(effort), "repeats": repeats?.json,
    ])
  }
}

extension StepPattern.Repeats {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      repetitions: try keys.optional("repetitions")?.int(in: 1...1000),
      workSeconds: try keys.required("work_seconds").int(in: 1...36_000),
      recoverySeconds: try keys.required("recovery_seconds").int(in: 0...36_000),
      recovery: try keys.optional("recovery")?.text() ?? "")
  }

  var json: JSONValue {
    .record([
      "repetitions": repetitions.map(JSONValue.number), "work_seconds": .number(workSeconds),
      "recovery_seconds": .number(recoverySeconds),
      "recovery": .text(recovery),
    ])
  }
}
