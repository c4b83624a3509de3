import PlanFiles
import TrainingLoad
import TrainingPlan
import XML

/// Reads a plan.xml that is valid against its schema.
struct PlanXMLReader {
  private let xml: XMLReader
  private let file: String

  init(_ xml: XMLReader, file: String) {
    self.xml = xml
    self.file = file
  }

  /// An element with its attributes.
  private struct Element {
    let name: String
    let attributes: [String: String]
    let line: Int
  }

  mutating func schedule() throws(FileError) -> Schedule {
    guard let plan = try nextStart() else { throw fault(1, "the document is empty", "<plan>") }
    var title = ""
    var event: Schedule.Event?
    var weeks: [Schedule.Week] = []
    var sessions: [Session] = []
    while let part = try nextStart() {
      switch part.name {
      case "title": title = try text()
      case "event": event = try self.event(part)
      case "weeks": while let week = try nextStart() { weeks.append(try self.week(week, after: weeks.count)) }
      case "sessions": while let session = try nextStart() { sessions.append(try self.session(session)) }
      default: _ = try text()
      }
    }
    guard let event else { throw fault(plan.line, "the plan has no event", "<event>") }
    return Schedule(
      planID: try required("id", of: plan), title: title, problemID: plan.attributes["problem"] ?? "",
      start: try day("start", of: plan), event: event, weeks: weeks,
      sessions: sessions.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element))
  }

  private func event(_ element: Element) throws(FileError) -> Schedule.Event {
    var event = Schedule.Event(
      id: try required("id", of: element), day: try day("date", of: element), name: "",
      sport: try required("sport", of: element), minutes: try minutes(of: element),
      startMinute: try start(of: element))
    while let part = try nextStart() {
      let text = try text()
      if part.name == "name" { event.name = text }
    }
    return event
  }

  private func week(_ element: Element, after count: Int) throws(FileError) -> Schedule.Week {
    guard try required("number", of: element) == String(count + 1) else {
      throw fault(element.line, "the weeks are not in order", "week \(count + 1)")
    }
    guard let type = WeekType(rawValue: try required("type", of: element)),
      let phase = Phase(rawValue: try required("phase", of: element))
    else { throw fault(element.line, "the week has no type or phase", "words of the schema") }
    var week = Schedule.Week(index: count, type: type, phase: phase, why: "")
    while let part = try nextStart() {
      let text = try text()
      if part.name == "why" { week.why = text }
    }
    return week
  }

  private func session(_ element: Element) throws(FileError) -> Session {
    var session = Session(
      id: try required("id", of: element), day: try day("date", of: element),
      template: element.attributes["template"], title: "", sport: try required("sport", of: element),
      family: try required("family", of: element), minutes: try minutes(of: element),
      sRPE: try number("srpe", of: element), load: try number("load", of: element),
      hip: try number("hip", of: element), relief: try number("relief", of: element),
      startMinute: try start(of: element))
    if element.attributes["planned"] != nil { session.plannedDay = try day("planned", of: element) }
    for (flag, name) in session.flags {
      session[keyPath: flag] = ["true", "1"].contains(element.attributes["\(name)"] ?? "")
    }
    while let part = try nextStart() {
      switch part.name {
      case "title": session.title = try text()
      case "why": session.why = try text()
      default:
        let minutes = try minutes(of: part)
        session.steps.append(
          Step(text: try text(), minutes: minutes, effort: part.attributes["effort"] ?? ""))
      }
    }
    return session
  }
}

extension PlanXMLReader {
  /// The next element within the open one; nil where that ends.
  private func nextStart() throws(FileError) -> Element? {
    while let piece = try piece() {
      switch piece {
      case .start(let name, _, let attributes):
        let values = attributes.filter { $0.namespace == nil }.map { ($0.name, $0.value) }
        return Element(
          name: name, attributes: Dictionary(values, uniquingKeysWith: { first, _ in first }), line: xml.line)
      case .end: return nil
      case .text: continue
      }
    }
    return nil
  }

  /// The text of the open element, which ends with it; what is within other elements is passed over.
  private func text() throws(FileError) -> String {
    var text = ""
    var depth = 1
    while depth > 0, let piece = try piece() {
      switch piece {
      case .start: depth += 1
      case .text(let more): if depth == 1 { text += more }
      case .end: depth -= 1
      }
    }
    return text
  }

  private func piece() throws(FileError) -> XMLReader.Piece? {
    do { return try xml.next() } catch { throw FileError(error, in: file) }
  }

  private func required(_ name: String, of element: Element) throws(FileError) -> String {
    guard let value = element.attributes[name] else {
      throw fault(element.line, "<\(element.name)> has no \(name)", "\(name)=\"…\"")
    }
    return value
  }

  private func day(_ name: String, of element: Element) throws(FileError) -> CivilDay {
    let text = try required(name, of: element)
    guard let day = CivilDay(iso: text.trimmed) else {
      throw fault(element.line, "there is no day \(text.prefix(20))", "a date as YYYY-MM-DD")
    }
    return day
  }

  private func minutes(of element: Element) throws(FileError) -> Int {
    let text = try required("minutes", of: element).trimmed
    guard let minutes = Int(text), (0...10_000).contains(minutes) else {
      throw fault(element.line, "minutes is \"\(text.prefix(20))\"", "0 to 10000")
    }
    return minutes
  }

  private func number(_ name: String, of element: Element) throws(FileError) -> Double {
    let text = try required(name, of: element).trimmed
    guard let number = Double(text), number.isFinite, number >= 0 else {
      throw fault(element.line, "\(name) is \"\(text.prefix(20))\"", "a number that is not negative")
    }
    return number
  }

  private func start(of element: Element) throws(FileError) -> Int? {
    guard let text = element.attributes["start"] else { return nil }
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      throw fault(element.line, "start is \"\(text.prefix(20))\"", "a time as HH:MM")
    }
    return parts[0] * 60 + parts[1]
  }

  private func fault(_ line: Int, _ message: String, _ expected: String) -> FileError {
    FileError(file: file, mark: Mark(line: line, column: 1), message, expected: expected)
  }
}

extension String {
  /// Without white space around it, which the schema lets stand beside numbers and days.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension FileError {
  /// A document that is no plan.xml.
  init(_ error: XMLError, in file: String) {
    self.init(
      file: file, mark: error.line.map { Mark(line: $0, column: 1) }, error.message,
      expected: "plan.xml as `gradus schema plan-xml` describes it")
  }
}
