public import Calendars
public import PlanFiles
import TrainingLoad
import TrainingPlan

/// The ledger as a file, `ledger/1`: JSON, the same bytes for equal ledgers.
public enum LedgerFile {
  /// What `schema` says.
  public static let schema = "ledger/1"

  /// Reads the ledger of a plan. Every key must be known and every digest must match: what calendars rest on
  /// is taken whole or not at all.
  ///
  /// - Throws: `FileError` where the file is damaged, of another plan, or of an unknown version.
  public static func read(_ source: SourceFile, of planID: String) throws(FileError) -> Ledger {
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    guard source.bytes.first == UInt8(ascii: "{") else { throw document.wrong(expected: "a ledger, in JSON") }
    var keys = try MappingReader(document)
    _ = try keys.required("schema").word(among: [schema])
    let plan = try keys.required("plan")
    guard try plan.text() == planID else {
      throw plan.error("the ledger is of another plan", expected: "the ledger of \"\(planID)\"")
    }
    let digest = try keys.required("digest")
    var ledger = Ledger(planID: planID, revision: try keys.required("revision").instant(), calendars: [])
    for field in try keys.required("calendars").items("a calendar") {
      let calendar = try PublishedCalendar(field)
      guard !ledger.calendars.contains(where: { $0.detail == calendar.detail }) else {
        throw field.error("a second calendar \"\(calendar.detail.rawValue)\" is here", expected: "one")
      }
      ledger.calendars.append(calendar)
    }
    try keys.finish()
    guard try digest.text() == ledger.digest else {
      throw digest.error(
        "the ledger is damaged, or was changed by hand: its digest does not match",
        expected: "a ledger as Gradus wrote it; bring back a copy")
    }
    return ledger
  }

  /// The bytes of the file.
  public static func bytes(_ ledger: Ledger) -> [UInt8] {
    JSONValue.record([
      "schema": .text(schema), "plan": .text(ledger.planID), "revision": .instant(ledger.revision),
      "digest": .text(ledger.digest), "calendars": .array(ledger.calendars.map(\.json)),
    ]).bytes()
  }
}

extension JSONValue {
  fileprivate static func instant(_ seconds: Int) -> JSONValue { .text(TimeText.instant(seconds)) }
}

extension PublishedCalendar {
  fileprivate init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    self.init(
      detail: try keys.required("detail").word(), name: try keys.required("name").text(),
      zone: try keys.required("zone").text(),
      colour: try keys.required("colour").word(among: CSSColour.names),
      lastModified: try keys.required("modified").instant(), events: [])
    var uids: Set<String> = []
    for item in try keys.required("events").items("an event") {
      let event = try PublishedEvent(item)
      guard uids.insert(event.event.uid).inserted else {
        throw item.error("a second event \"\(event.event.uid)\" is here", expected: "one event of each UID")
      }
      events.append(event)
    }
    try keys.finish()
  }

  fileprivate var json: JSONValue {
    .record([
      "detail": .text(detail.rawValue), "name": .text(name), "zone": .text(zone), "colour": .text(colour),
      "modified": .instant(lastModified), "events": .array(events.map(\.json)),
    ])
  }
}

extension PublishedEvent {
  fileprivate init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    let digest = try keys.required("digest")
    let event = CalendarEvent(
      uid: try keys.required("uid").uid(), created: try keys.required("created").instant(),
      lastModified: try keys.required("modified").instant(),
      sequence: try keys.required("sequence").int(in: 0...Int(Int32.max)),
      when: try CalendarEvent.When(&keys), summary: try keys.required("summary").text(),
      description: try keys.optional("description")?.text() ?? "",
      categories: try keys.optional("categories")?.texts() ?? [],
      colour: try keys.optional("colour")?.word(among: CSSColour.names),
      blocksTime: try keys.required("blocks_time").bool(),
      alarmMinutes: try keys.optional("alarm_minutes")?.int(in: CalendarEvent.When.lengths),
      isDone: try keys.optional("done")?.bool() ?? false)
    self.init(event, state: try keys.required("state").word())
    try keys.finish()
    guard try digest.text() == self.digest else {
      throw digest.error(
        "the ledger is damaged, or was changed by hand: this event is not what was published",
        expected: "a ledger as Gradus wrote it; bring back a copy")
    }
  }

  fileprivate var json: JSONValue {
    let head = JSONValue.record([
      "uid": .text(event.uid), "state": .text(state.rawValue), "sequence": .number(event.sequence),
      "created": .instant(event.created), "modified": .instant(event.lastModified),
      "done": event.isDone ? .bool(true) : nil, "digest": .text(digest),
    ])
    let content = JSONValue.record([
      "summary": .text(event.summary),
      "description": event.description.isEmpty ? nil : .text(event.description),
      "categories": event.categories.isEmpty ? nil : .texts(event.categories),
      "colour": event.colour.map(JSONValue.text), "blocks_time": .bool(event.blocksTime),
      "alarm_minutes": event.alarmMinutes.map(JSONValue.number),
    ])
    return .object(head.members + event.when.members + content.members)
  }
}

extension CalendarEvent.When {
  /// Lengths of events and alarms that calendars carry, minutes; days too.
  fileprivate static var lengths: ClosedRange<Int> { 0...525_600 }

  fileprivate init(_ keys: inout MappingReader) throws(FileError) {
    let day = try keys.required("day").day()
    guard let start = keys.optional("start_minute") else {
      self = .allDay(day, days: try keys.required("days").int(in: Self.lengths))
      return
    }
    self = .timed(
      day, startMinute: try start.int(in: Self.lengths),
      minutes: try keys.required("minutes").int(in: Self.lengths), zone: try keys.required("zone").text())
  }

  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .allDay(let day, let days):
      JSONValue.record(["day": .text(day.iso), "days": .number(days)]).members
    case .timed(let day, let start, let minutes, let zone):
      JSONValue.record([
        "day": .text(day.iso), "start_minute": .number(start), "minutes": .number(minutes),
        "zone": .text(zone),
      ]).members
    }
  }
}

extension Field {
  /// A UID as calendars ask for it (RFC 7986, section 5.3).
  fileprivate func uid() throws(FileError) -> String {
    let text = try text()
    let isPlain = text.utf8.allSatisfy { byte in
      (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isPlain, (1..<255).contains(text.utf8.count) else {
      throw wrong(expected: "letters, digits and hyphens, fewer than 255")
    }
    return text
  }

  fileprivate func texts() throws(FileError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }
}
