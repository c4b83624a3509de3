import Calendars
import PlanFiles
import PlanXML
import Reports
import TrainingPlan
import XML

/// A file that is derived from a schedule, by its name among the exports.
enum Export: String, CaseIterable {
  case calendar = "calendar.ics"
  case xmlCalendar = "calendar.xml"
  case planXML = "plan.xml"
  case importFile = "calendar-import.ics"
  case busyCalendar = "calendar-busy.ics"
  case reportData = "report.json"
  case report = "report.html"
  case weekSheets = "week-sheet.html"
  case sessions = "sessions.csv"

  /// The name of the ledger among them.
  static let ledger = "ledger.json"

  /// The file, or nil where the plan does not wish for it.
  func bytes(_ source: ExportSource) throws(Failure) -> [UInt8]? {
    switch self {
    case .calendar: try source.calendars.bytes(.full, for: .feed)
    case .xmlCalendar: try source.calendars.bytes(.full, for: .feed, asXML: true)
    case .planXML: try source.checked.planXML(of: source.answer)
    case .importFile: try source.calendars.bytes(.full, for: .import)
    case .busyCalendar:
      source.answer.problem.calendar.hasBusyCalendar ? try source.calendars.bytes(.busy, for: .feed) : nil
    case .reportData: ReportJSON(source.checked, ruleBook: source.ruleBook).value.bytes()
    case .report:
      try source.answer.report(source.checked.reviewed, for: .coach, ruleBook: source.ruleBook)
    case .weekSheets: try source.planned.weekSheets()
    case .sessions: SessionTable.csv(source.planned.schedule)
    }
  }
}

/// What the exports are made from.
struct ExportSource {
  /// The answer as it stands today, with what was done.
  let answer: Answer
  /// The answer as it was planned.
  let planned: Answer
  let checked: Checked
  let calendars: CalendarOutput
  let ruleBook: RuleBook

  init(
    _ checked: Checked, answer: Answer, planned: Answer, calendars: CalendarOutput
  ) throws(Failure) {
    self.answer = answer
    self.planned = planned
    self.checked = checked
    self.calendars = calendars
    ruleBook = try .bundled()
  }

  /// All files that the plan wishes for, in a folder; not the ledger.
  func files(in folder: String) throws(Failure) -> [OutputFile] {
    var files: [OutputFile] = []
    for export in Export.allCases {
      guard let bytes = try export.bytes(self) else { continue }
      files.append(OutputFile(path: FileName.join(folder, export.rawValue), bytes: bytes))
    }
    return files
  }
}

extension Checked {
  /// plan.xml of a schedule, with what the review found in it.
  func planXML(of answer: Answer) throws(Failure) -> [UInt8] {
    do {
      return try PlanXML.bytes(
        .init(
          schedule: answer.schedule, problem: answer.problem, reviewed: reviewed, verdict: verdict,
          maker: "gradus \(Gradus.version)"))
    } catch {
      throw .inputOutput(path: "plan.xml", message: error.description)
    }
  }
}
