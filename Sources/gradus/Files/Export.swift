import Calendars
import PlanFiles
import Reports
import TrainingPlan

/// A file that is derived from a schedule, by its name among the exports.
enum Export: String, CaseIterable {
  case calendar = "calendar.ics"
  case xmlCalendar = "calendar.xml"
  case importFile = "calendar-import.ics"
  case busyCalendar = "calendar-busy.ics"
  case reportData = "report.json"
  case report = "report.html"

  /// The name of the ledger among them.
  static let ledger = "ledger.json"

  /// The file, or nil where the plan does not wish for it.
  func bytes(_ source: ExportSource) throws(Failure) -> [UInt8]? {
    switch self {
    case .calendar: try source.calendars.bytes(.full, for: .feed)
    case .xmlCalendar: try source.calendars.bytes(.full, for: .feed, asXML: true)
    case .importFile: try source.calendars.bytes(.full, for: .import)
    case .busyCalendar:
      source.answer.problem.calendar.hasBusyCalendar ? try source.calendars.bytes(.busy, for: .feed) : nil
    case .reportData: ReportJSON(source.checked, ruleBook: source.ruleBook).value.bytes()
    case .report:
      try source.answer.report(source.checked.reviewed, for: .coach, ruleBook: source.ruleBook)
    }
  }
}

/// What the exports are made from.
struct ExportSource {
  let answer: Answer
  let checked: Checked
  let calendars: CalendarOutput
  let ruleBook: RuleBook

  init(_ checked: Checked, answer: Answer, calendars: CalendarOutput) throws(Failure) {
    self.answer = answer
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
