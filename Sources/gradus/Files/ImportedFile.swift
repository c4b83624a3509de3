import Calendars
import PlanFiles
import PlanXML
import TrainingPlan
import XML

/// A file that holds sessions as another program left them.
enum ImportedFile {
  /// iCalendar (RFC 5545).
  case iCalendar(SourceFile)
  /// xCal (RFC 6321).
  case xCalendar(SourceFile)
  /// plan.xml.
  case planXML(SourceFile)
  /// Sessions as comma-separated values.
  case table(SourceFile)

  /// Tells the kinds apart by what they begin with.
  static func read(_ source: SourceFile) -> ImportedFile {
    if source.name.lowercased().hasSuffix(".csv") || SessionTable.isTable(source) { return .table(source) }
    guard source.isXML else { return .iCalendar(source) }
    guard let piece = try? XMLReader(source.bytes).next(), case .start("plan", _, _) = piece else {
      return .xCalendar(source)
    }
    return .planXML(source)
  }

  /// What the file changes in a schedule.
  func edits(of answer: Answer, options: CalendarEdits.Options) throws(Failure) -> CalendarEdits {
    let zone = answer.problem.athlete?.zone ?? "UTC"
    switch self {
    case .iCalendar(let file):
      return try Self.edits(of: answer, options, in: file) { () throws(CalendarFault) in
        try CalendarDocument.reading(iCalendar: file.bytes, zone: zone)
      }
    case .xCalendar(let file):
      return try Self.edits(of: answer, options, in: file) { () throws(CalendarFault) in
        try CalendarDocument.reading(xCalendar: file.bytes, zone: zone)
      }
    case .planXML(let file):
      do {
        return answer.edits(becoming: try PlanXML.read(file), options)
      } catch {
        throw .invalid(error)
      }
    case .table(let file):
      do {
        var edited = try SessionTable.read(
          file, changing: answer.schedule, templates: answer.problem.templates)
        edited.lockChanges(since: answer.schedule)
        return answer.edits(becoming: edited, options)
      } catch {
        throw .invalid(error)
      }
    }
  }

  private static func edits(
    of answer: Answer, _ options: CalendarEdits.Options, in file: SourceFile,
    _ reading: () throws(CalendarFault) -> CalendarReading
  ) throws(Failure) -> CalendarEdits {
    do {
      let reading = try reading()
      var edits = CalendarEdits(in: reading, of: answer.schedule, for: answer.problem, options: options)
      edits.remarks += reading.remarks
      return edits
    } catch {
      let mark = error.place.map { Mark(line: $0.line, column: $0.column) }
      throw .invalid(FileError(file: file.name, mark: mark, error.message, expected: error.expected))
    }
  }
}

extension Answer {
  /// What the sessions of another schedule change; what was done or is past stays.
  fileprivate func edits(becoming other: Schedule, _ options: CalendarEdits.Options) -> CalendarEdits {
    func isFixed(_ session: Session) -> Bool {
      session.isDone || options.today.map { session.day < $0 } == true
    }
    let fixed = schedule.sessions.filter(isFixed)
    let fixedIDs = Set(fixed.map(\.id))
    let known = Set(schedule.sessions.map(\.id))
    var sessions = fixed + other.sessions.filter { !fixedIDs.contains($0.id) }
    if options.keepsMissing {
      let there = Set(sessions.map(\.id))
      sessions += schedule.sessions.filter { !there.contains($0.id) }
    }
    var changed = schedule
    let order = sessions.indices.sorted { (sessions[$0].day, $0) < (sessions[$1].day, $1) }
    changed.sessions = order.map { sessions[$0] }
    let edits = ScheduleDifference(from: schedule, to: changed).changes.map { change in
      CalendarEdit(
        session: change.session.id, title: change.session.title, day: change.session.day,
        words: change.words, kind: change.editKind)
    }
    let remarks = other.event == schedule.event ? [] : ["The event differs: it belongs to the plan file."]
    return CalendarEdits(
      schedule: changed, edits: edits, remarks: remarks,
      matched: other.sessions.count { known.contains($0.id) })
  }
}

extension SessionDifference {
  fileprivate var editKind: CalendarEdit.Kind {
    switch kinds.first {
    case .moved: .moved
    case .longer, .shorter: .resized
    case .added: .added
    case .removed: .removed
    case .changed, .marked, .kept, nil: .renamed
    }
  }
}

extension Schedule {
  /// Locks what a coach changed, so that re-planning keeps it; a cell that says otherwise holds.
  fileprivate mutating func lockChanges(since old: Schedule) {
    let known = Dictionary(old.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, session) in sessions.enumerated() where session != known[session.id] && !session.isDone {
      if let before = known[session.id], before.isLocked != session.isLocked { continue }
      sessions[index].isLocked = true
    }
  }
}
