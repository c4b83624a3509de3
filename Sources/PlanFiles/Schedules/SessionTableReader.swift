import TrainingLoad
public import TrainingPlan

extension SessionTable {
  /// The schedule with the sessions of a table in place of its own.
  ///
  /// A row whose `id` is that of a session is that session; a cell that still says what `csv` wrote changes nothing.
  /// Where only the minutes changed, load, exposure and steps follow. A row without an id is a new session, with the
  /// rest of a template that it names; a session without a row is left out, unless it was done. Columns may stand in
  /// any order, and all but `date` and `minutes` may be missing; columns of other names are not read.
  ///
  /// Semicolons or tabs may stand in the place of commas, decimal commas in that of points, times may have seconds
  /// or AM and PM, as spreadsheets write them. Dates are `YYYY-MM-DD` only: the day and the month of another form
  /// can be mistaken for each other.
  ///
  /// - Parameters:
  ///   - source: The table.
  ///   - schedule: What it changes.
  ///   - templates: The templates that a session may name; none = any name will do.
  /// - Returns: The schedule with its sessions by day.
  /// - Throws: `FileError` with a fault a row, each with line and column.
  public static func read(
    _ source: SourceFile, changing schedule: Schedule, templates: [SessionTemplate] = []
  ) throws(FileError) -> Schedule {
    let table = try SessionTableText(source)
    var reader = SessionTableReader(schedule, templates: templates)
    var rows = table.rows
    var faults: [FileError.Fault] = []
    while let row = try rows.next(), faults.count < faultLimit {
      do { try reader.add(SessionCells(row, of: table)) } catch { faults += error.faults }
    }
    guard faults.isEmpty else { throw FileError(faults: faults) }
    return reader.result
  }

  /// Whether a file is a table of sessions: unlike a training log, it has ids or titles.
  public static func isTable(_ source: SourceFile) -> Bool {
    guard let table = try? SessionTableText(source) else { return false }
    return table.columns[.id] != nil || table.columns[.title] != nil
  }

  /// Rows with faults after which no more are looked at.
  private static let faultLimit = 20
}

/// Makes sessions of rows, one after the other.
struct SessionTableReader {
  private let schedule: Schedule
  private let known: [String: Session]
  private let templates: [SessionTemplate]
  private var sessions: [Session] = []
  private var ids: Set<String> = []
  /// Places in `sessions` of those that have no id yet.
  private var unnamed: [Int] = []

  init(_ schedule: Schedule, templates: [SessionTemplate]) {
    self.schedule = schedule
    self.templates = templates
    known = Dictionary(schedule.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ cells: SessionCells) throws(FileError) {
    guard !cells.areEmpty else { return }
    try cells.refuseMore()
    guard let id = try cells.optional(.id)?.identifier() else {
      unnamed.append(sessions.count)
      return sessions.append(try created("", cells))
    }
    guard ids.insert(id).inserted else {
      throw cells.error(.id, "two rows have the id \"\(id)\"", expected: "one row of each id")
    }
    if let old = known[id] {
      sessions.append(try changed(old, cells))
    } else {
      sessions.append(try created(id, cells))
    }
  }

  /// The schedule with the sessions that were read, those of a day in the order that they had.
  var result: Schedule {
    var listed = sessions
    var ids = ids
    for index in unnamed {
      listed[index].id = birthName(of: listed[index], besides: ids)
      ids.insert(listed[index].id)
    }
    listed += schedule.sessions.filter { $0.isDone && !ids.contains($0.id) }
    let places = Dictionary(
      schedule.sessions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var result = schedule
    result.sessions = listed.enumerated().sorted { a, b in
      func key(_ entry: (offset: Int, element: Session)) -> (CivilDay, Int, Int) {
        (entry.element.day, places[entry.element.id] ?? .max, entry.offset)
      }
      return key(a) < key(b)
    }.map(\.element)
    return result
  }

  /// The first name of its kind that no other row has: the same table read twice gives the same names.
  private func birthName(of session: Session, besides ids: Set<String>) -> String {
    let birth = [schedule.planID, "table", session.day.iso, session.template ?? session.title]
    var number = 1
    while true {
      let name = nameBasedUUID(namespace: .gradus, name: (birth + [String(number)]).joined(separator: "\n"))
      if !ids.contains(name) { return name }
      number += 1
    }
  }

  /// A session that the schedule did not have.
  private func created(_ id: String, _ cells: SessionCells) throws(FileError) -> Session {
    let day = try cells.required(.date).tableDay()
    let minutes = try cells.required(.minutes).tableMinutes()
    var session: Session
    if let name = cells.text(.template), let template = try template(name, cells) {
      session = Session(id: id, day: day, of: template, minutes: minutes)
    } else {
      let sport = try cells.required(.sport).line()
      session = Session(
        id: id, day: day, template: nil, title: cells.text(.template) ?? sport, sport: sport, family: sport,
        minutes: minutes, sRPE: 0, load: 0, hip: 0, relief: 0)
      session.sRPE = try cells.required(.srpe).tableNumber(in: 0...10)
      session.load = session.sRPE * Double(minutes)
    }
    let usual = session.sRPE
    try session.take(cells) { cells.text($0) != nil }
    if session.sRPE != usual, cells.text(.load) == nil { session.load = session.sRPE * Double(minutes) }
    return session
  }

  /// A session of the schedule with what its row changes.
  private func changed(_ old: Session, _ cells: SessionCells) throws(FileError) -> Session {
    let changes = cells.changes(of: old, in: schedule)
    guard let first = changes.first else { return old }
    guard !old.isDone else {
      throw cells.error(
        first, "this session was done, so nothing changes it any more",
        expected: "\"\(first.text(of: old, in: schedule, form: .spreadsheet))\"")
    }
    var session = old
    if changes.contains(.template), let name = cells.text(.template), let template = try template(name, cells)
    {
      session = Session(
        id: old.id, day: old.day, of: template, minutes: old.minutes, startMinute: old.startMinute)
      (session.plannedDay, session.isLocked) = (old.plannedDay, old.isLocked)
    }
    let before = session
    try session.take(cells) { changes.contains($0) && (cells.text($0) != nil || !$0.isFigure) }
    session.follow(from: before, template: templates.first { $0.id == session.template }) { column in
      changes.contains(column) && cells.text(column) != nil
    }
    if session.day != old.day, !changes.contains(.planned) {
      let first = old.plannedDay ?? old.day
      session.plannedDay = first == session.day ? nil : first
    }
    return session
  }

  /// The template of a name; nil where any name will do.
  private func template(_ name: String, _ cells: SessionCells) throws(FileError) -> SessionTemplate? {
    guard !templates.isEmpty else { return nil }
    let word = try cells.required(.template).word(among: templates.map(\.id))
    return templates.first { $0.id == word }
  }
}

extension SessionColumn {
  /// Figures that follow from minutes and effort where they are left empty.
  fileprivate var isFigure: Bool { [.load, .hip, .relief].contains(self) }
}

extension Session {
  /// Takes over the cells that say something of their own.
  fileprivate mutating func take(
    _ cells: SessionCells, where isTaken: (SessionColumn) -> Bool
  ) throws(FileError) {
    if isTaken(.date) { day = try cells.required(.date).tableDay() }
    if isTaken(.start) { startMinute = try cells.optional(.start)?.tableTime() }
    if isTaken(.title) { title = try cells.required(.title).line() }
    if isTaken(.sport) { sport = try cells.required(.sport).line() }
    if isTaken(.minutes) { minutes = try cells.required(.minutes).tableMinutes() }
    if isTaken(.srpe) { sRPE = try cells.required(.srpe).tableNumber(in: 0...10) }
    if isTaken(.load) { load = try cells.required(.load).tableNumber(in: 0...1e9) }
    if isTaken(.hip) { hip = try cells.required(.hip).tableNumber(in: 0...1e9) }
    if isTaken(.relief) { relief = try cells.required(.relief).tableNumber(in: 0...1e9) }
    if isTaken(.hard) { isHard = try cells.flag(.hard) }
    if isTaken(.intense) { isIntense = try cells.flag(.intense) }
    if isTaken(.long) { isLong = try cells.flag(.long) }
    if isTaken(.template) { template = try cells.optional(.template)?.line() }
    if isTaken(.steps) { steps = try cells.steps() }
    if isTaken(.why) { why = try cells.optional(.why)?.text() ?? "" }
    if isTaken(.locked) { isLocked = try cells.flag(.locked) }
    if isTaken(.done) { isDone = try cells.flag(.done) }
    if isTaken(.planned) { plannedDay = try cells.optional(.planned)?.tableDay() }
    if isTaken(.family) { family = try cells.optional(.family)?.line() ?? sport }
    if isTaken(.restful) { isRestful = try cells.flag(.restful) }
  }

  /// Lets load, exposure and steps follow minutes and effort, but for what the table says itself.
  fileprivate mutating func follow(
    from old: Session, template: SessionTemplate?, unless isSaid: (SessionColumn) -> Bool
  ) {
    let length = Double(minutes)
    let ratio = old.minutes > 0 ? length / Double(old.minutes) : 0
    if !isSaid(.load), minutes != old.minutes || sRPE != old.sRPE {
      load = old.load == old.sRPE * Double(old.minutes) || sRPE != old.sRPE ? sRPE * length : old.load * ratio
    }
    guard minutes != old.minutes else { return }
    if !isSaid(.hip) { hip = template.map { $0.hipPerMinute * length } ?? old.hip * ratio }
    if !isSaid(.relief) { relief = template.map { $0.reliefPerMinute * length } ?? old.relief * ratio }
    if !isSaid(.steps) { steps = template?.steps(lasting: minutes) ?? [] }
  }
}
