import TrainingLoad
public import TrainingPlan

// A schedule as the file that a coach edits: what follows from the rest is left out.

extension Schedule {
  var fileMembers: [JSONValue.Member] {
    let problem: JSONValue? = problemID.isEmpty ? nil : .text(problemID)
    return JSONValue.record([
      "schema": .text(ScheduleFile.fileSchema), "plan": .text(planID), "title": .text(title),
      "problem": problem, "start": .text(start.iso), "event": event.fileValue, "robust": robustCost?.json,
      "seal": seal.map(JSONValue.text),
      "weeks": .array(weeks.map(\.fileValue)), "sessions": .array(sessions.map(\.fileValue)),
    ]).members
  }

  init(file keys: inout MappingReader) throws(FileError) {
    let planID = try keys.required("plan").identifier()
    let event = try keys.required("event")
    var eventKeys = try MappingReader(event)
    let day = try eventKeys.required("date").day()
    self.init(
      planID: planID, title: try keys.required("title").line(),
      problemID: try keys.optional("problem")?.identifier() ?? "", start: try keys.required("start").day(),
      event: try Event(&eventKeys, day: day), weeks: [], sessions: [],
      robustCost: try keys.optional("robust").map(RobustCost.init),
      seal: try keys.optional("seal")?.identifier())
    try eventKeys.finish()
    weeks = try Self.weeks(try keys.required("weeks").items("a week"), key: "week", first: 1, isStrict: true)
    var list = SessionList(planID: planID, isStrict: true)
    for item in try keys.required("sessions").items("a session") {
      var session = try MappingReader(item)
      try list.add(&session, day: try session.required("date").day())
    }
    sessions = list.inOrder
    try keys.finish()
  }

  /// Weeks, which are numbered in order by `key`.
  static func weeks(
    _ items: [Field], key: String, first: Int, isStrict: Bool = false
  ) throws(FileError) -> [Week] {
    var weeks: [Week] = []
    for item in items {
      var keys = try MappingReader(item)
      let number = try keys.required(key)
      guard try number.int() == weeks.count + first else {
        throw number.wrong(expected: "\(weeks.count + first), since weeks are listed in order")
      }
      weeks.append(
        Week(
          index: weeks.count, type: try keys.required("type").word(WeekType.self),
          phase: try keys.required("phase").word(Phase.self), why: try keys.optional("why")?.text() ?? ""))
      if isStrict { try keys.finish() }
    }
    return weeks
  }
}

extension RobustCost {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      objective: try keys.required("objective").double(in: -1e6...1e6),
      plainObjective: try keys.required("without").double(in: -1e6...1e6))
    for rule in try keys.optional("except")?.items("except") ?? [] {
      excepted.append(try rule.word(among: Robustness.rules))
    }
    try keys.finish()
  }

  /// Both objectives, and the limits that are excepted.
  public var json: JSONValue {
    .record([
      "objective": .number(objective), "without": .number(plainObjective),
      "except": excepted.isEmpty ? nil : .texts(excepted),
    ])
  }
}

/// Collects the sessions of a document of either form.
struct SessionList {
  let planID: String
  /// Whether every key must be known.
  let isStrict: Bool
  /// In the order of the document.
  private(set) var asListed: [Session] = []
  private var ids: Set<String> = []

  init(planID: String, isStrict: Bool) {
    self.planID = planID
    self.isStrict = isStrict
  }

  /// By day, those of one day as listed.
  var inOrder: [Session] { asListed.sorted { $0.day < $1.day } }

  mutating func add(_ keys: inout MappingReader, day: CivilDay) throws(FileError) {
    var session = try Session(&keys, day: day)
    let steps = try keys.optional("steps")?.items("a step") ?? []
    for step in steps { session.steps.append(try Step(step, isStrict: isStrict)) }
    let birth = [planID, "by hand", day.iso, session.template ?? session.title, String(asListed.count)]
    session.id =
      try keys.optional("id")?.identifier()
      ?? nameBasedUUID(namespace: .gradus, name: birth.joined(separator: "\n"))
    guard ids.insert(session.id).inserted else {
      throw keys.field.error("two sessions have the id \"\(session.id)\"", expected: "one session of each id")
    }
    asListed.append(session)
    if isStrict { try keys.finish() }
  }
}

extension Schedule.Event {
  init(_ keys: inout MappingReader, day: CivilDay) throws(FileError) {
    self.init(
      id: try keys.required("id").identifier(), day: day, name: try keys.required("name").line(),
      sport: try keys.required("sport").line(), minutes: try keys.required("minutes").int(in: 0...10_000),
      startMinute: try keys.optional("start")?.minuteOfDay())
  }

  fileprivate var fileValue: JSONValue {
    .record([
      "id": .text(id), "date": .text(day.iso), "name": .text(name), "sport": .text(sport),
      "minutes": .number(minutes), "start": startMinute.map(TimeText.clock).map(JSONValue.text),
    ])
  }
}

extension Schedule.Week {
  fileprivate var fileValue: JSONValue {
    .record([
      "week": .number(index + 1), "type": .text(type.rawValue), "phase": .text(phase.rawValue),
      "why": why.isEmpty ? nil : .text(why),
    ])
  }
}

extension Session {
  /// A session of either form, but for its id and steps. What is not said follows from the rest: `load` is
  /// sRPE x minutes, flags are off.
  fileprivate init(_ keys: inout MappingReader, day: CivilDay) throws(FileError) {
    let template = try keys.optional("template")?.line()
    let sport = try keys.required("sport").line()
    let minutes = try keys.required("minutes").int(in: 0...10_000)
    let sRPE = try keys.required("srpe").double(in: 0...10)
    self.init(
      id: "", day: day, template: template, title: try keys.optional("title")?.line() ?? template ?? sport,
      sport: sport, family: try keys.optional("family")?.line() ?? sport, minutes: minutes, sRPE: sRPE,
      load: try keys.optional("load")?.amount() ?? sRPE * Double(minutes),
      hip: try keys.total("hip", perMinute: "hip_per_min", minutes: minutes),
      relief: try keys.total("counter", perMinute: "counter_per_min", minutes: minutes))
    isHard = try keys.optional("hard")?.bool() ?? false
    isIntense = try keys.optional("intense")?.bool() ?? false
    isLong = try keys.optional("long")?.bool() ?? false
    isRestful = try keys.optional("rest_ok")?.bool() ?? false
    startMinute = try keys.optional("start")?.minuteOfDay()
    why = try keys.optional("why")?.text() ?? ""
    plannedDay = try keys.optional("planned")?.day()
    isLocked = try keys.optional("locked")?.bool() ?? false
    isDone = try keys.optional("done")?.bool() ?? false
    event = try keys.optional("event")?.word(TuneUp.Priority.self)
  }

  /// The lines of the session as an item of a list, the dash in the first column.
  func fileLines(_ comments: CommentTree) -> [String] {
    var yaml = YAMLText(flowKeys: ["steps"])
    yaml.write(item: fileValue, comments: comments)
    return yaml.lines
  }

  fileprivate var fileValue: JSONValue {
    let isUsualLoad = load == sRPE * Double(minutes)
    let first = JSONValue.record([
      "date": .text(day.iso), "start": startMinute.map(TimeText.clock).map(JSONValue.text),
      "title": .text(title), "minutes": .number(minutes), "template": template.map(JSONValue.text),
      "sport": .text(sport), "family": family == sport ? nil : .text(family), "srpe": .number(sRPE),
      "load": isUsualLoad ? nil : .number(load),
    ])
    let last = JSONValue.record([
      "planned": plannedDay.map { .text($0.iso) }, "locked": isLocked ? .bool(true) : nil,
      "done": isDone ? .bool(true) : nil, "event": event.map { .text($0.rawValue) },
      "hard": isHard ? .bool(true) : nil,
      "intense": isIntense ? .bool(true) : nil,
      "long": isLong ? .bool(true) : nil, "rest_ok": isRestful ? .bool(true) : nil,
      "why": why.isEmpty ? nil : .text(why), "steps": steps.isEmpty ? nil : .array(steps.map(\.json)),
      "id": .text(id),
    ])
    let exposure = share("hip", "hip_per_min", of: hip) + share("counter", "counter_per_min", of: relief)
    return .object(first.members + exposure + last.members)
  }

  /// A total as so much a minute, so that it follows when the minutes are edited; as it is where the rate
  /// would not be short, or would not give back the same number.
  private func share(_ key: String, _ perMinute: String, of total: Double) -> [JSONValue.Member] {
    guard total != 0 else { return [] }
    let length = Double(minutes)
    let rate = total / length
    let short = (rate * 1e4).rounded() / 1e4
    let isShortTotal = (total * 10).rounded() / 10 == total
    let candidates = isShortTotal ? [short] : [short, rate]
    guard let rate = candidates.first(where: { $0.isFinite && $0 * length == total }) else {
      return [.init(key, .number(total))]
    }
    return [.init(perMinute, .number(rate))]
  }
}

extension MappingReader {
  /// A total that is given as it is or as so much a minute; 0 where neither is there.
  fileprivate mutating func total(
    _ key: String, perMinute: String, minutes: Int
  ) throws(FileError) -> Double {
    let rate = optional(perMinute)
    if let total = optional(key) {
      guard rate == nil else {
        throw total.error("\"\(key)\" and \"\(perMinute)\" say the same thing twice", expected: "one of them")
      }
      return try total.amount()
    }
    return try rate.map { field throws(FileError) in try field.amount() * Double(minutes) } ?? 0
  }
}

extension Step {
  init(_ field: Field, isStrict: Bool) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      text: try keys.required("text").text(), minutes: try keys.required("minutes").int(in: 0...10_000),
      effort: try keys.optional("effort")?.text() ?? "")
    if isStrict { try keys.finish() }
  }
}
