import TrainingLoad
public import TrainingPlan

/// The sessions of a schedule as comma-separated values, a row each, for spreadsheets and programs; and back.
public enum SessionTable {
  /// Who is to read the table.
  public enum Form: String, CaseIterable, Sendable {
    /// Spreadsheets: figures to two places, steps in words, a byte order mark (Excel needs it to see UTF-8), and an
    /// apostrophe before what would be taken for a formula.
    case spreadsheet
    /// Programs: figures in full, steps as JSON, texts as they are, no byte order mark.
    case machine
  }

  /// The table of a schedule's sessions. Equal schedules give equal bytes.
  public static func csv(_ schedule: Schedule, form: Form = .spreadsheet) -> [UInt8] {
    var text = CSVText(isForSpreadsheets: form == .spreadsheet)
    text.row(SessionColumn.allCases.map(\.rawValue))
    for session in schedule.sessions {
      text.row(SessionColumn.allCases.map { $0.text(of: session, in: schedule, form: form) })
    }
    return text.bytes
  }
}

/// A column of the table; its name stands in the header.
enum SessionColumn: String, CaseIterable {
  case date, weekday, week, phase, start, title, sport, minutes, srpe, load, hip, relief, hard, intense, long
  case template, steps, why, locked, done, planned, family
  case restful = "rest_ok"
  case id

  /// What follows from the day: there to be read by people, not read back.
  var isDerived: Bool { [.weekday, .week, .phase].contains(self) }

  /// The cell of a session, before it is made safe for spreadsheets.
  func text(of session: Session, in schedule: Schedule, form: SessionTable.Form) -> String {
    switch self {
    case .date: session.day.iso
    case .weekday: session.day.weekday.shortName
    case .week: schedule.week(of: session.day).map { String($0.index + 1) } ?? ""
    case .phase: schedule.week(of: session.day)?.phase.rawValue ?? ""
    case .start: session.startMinute.map(TimeText.clock) ?? ""
    case .title: session.title
    case .sport: session.sport
    case .minutes: String(session.minutes)
    case .srpe: form.text(session.sRPE)
    case .load: form.text(session.load)
    case .hip: form.text(session.hip)
    case .relief: form.text(session.relief)
    case .hard: Self.flag(session.isHard)
    case .intense: Self.flag(session.isIntense)
    case .long: Self.flag(session.isLong)
    case .template: session.template ?? ""
    case .steps: form.text(session.steps)
    case .why: session.why
    case .locked: Self.flag(session.isLocked)
    case .done: Self.flag(session.isDone)
    case .planned: session.plannedDay?.iso ?? ""
    case .family: session.family
    case .restful: Self.flag(session.isRestful)
    case .id: session.id
    }
  }

  /// `yes` or nothing: words that no spreadsheet translates.
  private static func flag(_ isOn: Bool) -> String { isOn ? "yes" : "" }
}

extension Schedule {
  /// The plan week of a day; nil before and after the plan.
  fileprivate func week(of day: CivilDay) -> Week? {
    let index = (day - start) / 7
    return day >= start && weeks.indices.contains(index) ? weeks[index] : nil
  }
}

extension SessionTable.Form {
  fileprivate func text(_ value: Double) -> String {
    switch self {
    case .spreadsheet: JSONValue.number((value * 100).rounded() / 100).compact
    case .machine: JSONValue.number(value).compact
    }
  }

  fileprivate func text(_ steps: [Step]) -> String {
    switch self {
    case .spreadsheet: steps.map(\.line).joined(separator: "\n")
    case .machine: steps.isEmpty ? "" : JSONValue.array(steps.map(\.json)).compact
    }
  }
}
