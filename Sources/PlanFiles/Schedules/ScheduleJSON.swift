import TrainingLoad
import TrainingPlan

// A schedule as `plan/1`: sessions listed by day, the event as a session of kind `event`.

extension Schedule {
  func json(problem: JSONValue?) -> JSONValue {
    let name: JSONValue? = problemID.isEmpty ? nil : .text(problemID)
    let types = weeks.map(\.type.rawValue)
    return .record([
      "schema": .text(ScheduleFile.jsonSchema), "id": .text(planID), "title": .text(title),
      "problem_id": name, "start_date": .text(start.iso), "week_types": .texts(types),
      "robust": robustCost?.json, "seal": seal.map(JSONValue.text),
      "weeks": .array(weeks.map(\.json)), "days": .array(days), "problem": problem,
    ])
  }

  /// The days with something on them, in order; the event comes after that day's sessions.
  private var days: [JSONValue] {
    var byDay = sessions.byDay
    byDay[event.day, default: []].append(event.json)
    return byDay.inOrder
  }
}

extension [Session] {
  /// The days with sessions, in order.
  var days: [JSONValue] { byDay.inOrder }

  fileprivate var byDay: [CivilDay: [JSONValue]] {
    Dictionary(grouping: self, by: \.day).mapValues { $0.map(\.json) }
  }
}

extension [CivilDay: [JSONValue]] {
  fileprivate var inOrder: [JSONValue] {
    sorted { $0.key < $1.key }.map { day, sessions in
      .record(["date": .text(day.iso), "sessions": .array(sessions)])
    }
  }
}

extension Schedule.Event {
  fileprivate var json: JSONValue {
    .record([
      "kind": .text("event"), "id": .text(id), "name": .text(name), "sport": .text(sport),
      "minutes": .number(minutes), "start": startMinute.map(TimeText.clock).map(JSONValue.text),
    ])
  }
}

extension Schedule.Week {
  var json: JSONValue {
    .record([
      "index": .number(index), "type": .text(type.rawValue), "phase": .text(phase.rawValue),
      "why": .text(why),
    ])
  }
}

extension Session {
  fileprivate var json: JSONValue {
    .object(numberMembers + wordMembers)
  }

  private var numberMembers: [JSONValue.Member] {
    JSONValue.record([
      "id": .text(id), "template": template.map(JSONValue.text), "title": .text(title),
      "minutes": .number(minutes), "srpe": .number(sRPE), "load": .number(load), "hip": .number(hip),
      "counter": .number(relief), "sport": .text(sport), "family": .text(family),
    ]).members
  }

  private var wordMembers: [JSONValue.Member] {
    JSONValue.record([
      "hard": .bool(isHard), "intense": .bool(isIntense), "long": .bool(isLong), "rest_ok": .bool(isRestful),
      "start": startMinute.map(TimeText.clock).map(JSONValue.text),
      "planned": plannedDay.map { .text($0.iso) }, "locked": isLocked ? .bool(true) : nil,
      "done": isDone ? .bool(true) : nil,
      "event": event.map { .text($0.rawValue) }, "why": .text(why),
      "steps": .array(steps.map(\.json)),
    ]).members
  }
}

extension Step {
  var json: JSONValue {
    .record(["text": .text(text), "minutes": .number(minutes), "effort": .text(effort)])
  }
}

extension ScheduleDocument {
  init(json keys: inout MappingReader) throws(FileError) {
    let planID = try keys.required("id").identifier()
    var sessions = SessionList(planID: planID, isStrict: false)
    var event: Schedule.Event?
    for field in try keys.required("days").items("a day") {
      var day = try MappingReader(field)
      let date = try day.required("date").day()
      for item in try day.required("sessions").items("a session") {
        var session = try MappingReader(item)
        guard let kind = session.optional("kind") else {
          try sessions.add(&session, day: date)
          continue
        }
        _ = try kind.word(among: ["event"])
        guard event == nil else { throw item.error("a second event is here", expected: "one event") }
        event = try Schedule.Event(&session, day: date)
      }
    }
    guard let event else { throw keys.field.error("the schedule has no event", expected: "one event") }
    let weeks = try keys.required("weeks").items("a week")
    self.init(
      schedule: Schedule(
        planID: planID, title: try keys.required("title").line(),
        problemID: try keys.optional("problem_id")?.identifier() ?? "",
        start: try keys.required("start_date").day(), event: event,
        weeks: try Schedule.weeks(weeks, key: "index", first: 0),
        sessions: sessions.inOrder, robustCost: try keys.optional("robust").map(RobustCost.init),
        seal: try keys.optional("seal")?.identifier()),
      problem: try keys.optional("problem").map { problem throws(FileError) in try ProblemFile.read(problem) }
    )
  }
}
