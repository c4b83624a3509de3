import ArgumentParser
import Calendars
import PlanFiles
import TrainingPlan

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Publish a schedule: calendars, report, week sheets and table, or one of them.",
    discussion: """
      EXAMPLES:
        gradus export Plans/half-marathon.yaml                all of Exports/ID
        gradus export Plans/half-marathon.yaml --today 2027-03-01
        gradus export Plans/half-marathon.schedule.yaml --to ics -o half.ics
        gradus export Plans/half-marathon.yaml --to xcal --for import
        gradus export Plans/half-marathon.yaml --to html --week 3 -o fridge.html
        gradus export Plans/half-marathon.yaml --to csv --form machine | cut -d, -f1,6,8
        gradus plan problem.json --json | gradus export - --to ics

      FILE is a schedule (its plan is looked for beside it), a plan file or a problem. For a plan the \
      schedule beside it is taken; where there is none, one is planned.

      The ledger among the exports keeps what was published, so that a session stays one event for ever: \
      moved, it moves in calendars; taken off the plan, it is cancelled; unchanged, not one byte differs.
      """)

  @Argument(
    help: ArgumentHelp("Schedule, plan file or problem; - is standard input.", valueName: "file"),
    completion: .plan)
  var file: String

  @Option(
    help: """
      One file of this form instead of all: iCalendar (RFC 5545), its XML form (RFC 6321), plan.xml, a row a \
      session for spreadsheets, or a sheet a week to print.
      """)
  var to: ExportFormat?

  @Option(
    name: .customLong("for"),
    help: "With --to: a calendar to subscribe to (default), or to import.")
  var purpose: CalendarDocument.Purpose?

  @Option(help: "With --to: a calendar that says all (default), or only when the athlete trains.")
  var detail: CalendarDocument.Detail?

  @Option(help: "With --to csv: safe in a spreadsheet (default), or figures in full for programs.")
  var form: SessionTable.Form?

  @Option(help: ArgumentHelp("With --to html: only this week, from 1.", valueName: "number"))
  var week: Int?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("With --to: file to write; by default standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write all into this directory instead of Exports/ID.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @Option(name: .customLong("plan"), help: .question, completion: .plan)
  var planPath: String?

  @OptionGroup var publishing: PublishingOptions

  @Flag(help: "Print faults as JSON too.")
  var json = false

  func validate() throws {
    let calendars: [ExportFormat] = [.ics, .xcal]
    let options: [(name: String, isGiven: Bool, formats: [ExportFormat])] = [
      ("--for", purpose != nil, calendars), ("--detail", detail != nil, calendars),
      ("--form", form != nil, [.csv]),
      ("--week", week != nil, [.html]), ("-o", output != nil, ExportFormat.allCases),
    ]
    for option in options where option.isGiven {
      guard let to else {
        throw ValidationError("\(option.name) belongs to a single file: say which with --to.")
      }
      guard option.formats.contains(to) else {
        throw ValidationError("\(option.name) has no meaning with --to \(to.rawValue).")
      }
    }
    if to != nil, out != nil { throw ValidationError("--out is for all files; with --to it is -o.") }
  }

  func run() throws {
    let answer = try Answer.read(file, planPath: planPath)
    if let to { try write(to, of: answer) } else { try publish(answer) }
  }

  /// All files among the exports, and the ledger.
  private func publish(_ answer: Answer) throws(Failure) {
    let folder = out ?? answer.exports
    let calendars = try CalendarOutput(
      answer, publishing, ledgerPath: FileName.join(folder, Export.ledger), file: file)
    let today = publishing.explicitDay
    let standing = try answer.standing(on: today, done: try answer.doneHistory(nil, before: today))
    let checked = Checked(standing, try standing.reviewed())
    let files = try ExportSource(checked, answer: standing, planned: answer, calendars: calendars).files(
      in: folder)
    try OutputFile.write(files, after: calendars.ledger)
    for written in files + [calendars.ledger].compactMap(\.self) { Output.complain("Wrote \(written.path)") }
  }

  private func write(_ format: ExportFormat, of answer: Answer) throws(Failure) {
    let path = output == "-" ? nil : output
    let bytes = try written(format, of: answer, at: path)
    if path == nil { try Output.write(bytes) }
  }

  /// A file after it was written down at a path, if there is one.
  private func written(_ format: ExportFormat, of answer: Answer, at path: String?) throws(Failure) -> [UInt8]
  {
    let bytes: [UInt8]
    switch format {
    case .ics, .xcal: return try published(asXML: format == .xcal, of: answer, at: path)
    case .planXML:
      let standing = try answer.standing(on: publishing.explicitDay, done: nil)
      bytes = try Checked(standing, try standing.reviewed()).planXML(of: standing)
    case .csv: bytes = SessionTable.csv(answer.schedule, form: form ?? .spreadsheet)
    case .html: bytes = try answer.weekSheets(week)
    }
    if let path { try OutputFile.write([OutputFile(path: path, bytes: bytes)]) }
    return bytes
  }

  /// A calendar after it was written down at a path, if there is one, with the ledger where the schedule stands in a
  /// file: else nobody could publish it again. The ledger is free again by then.
  private func published(asXML: Bool, of answer: Answer, at path: String?) throws(Failure) -> [UInt8] {
    let isKept = answer.file.map { $0.name != "-" } ?? false
    let calendars = try CalendarOutput(
      answer, publishing, ledgerPath: isKept ? FileName.join(answer.exports, Export.ledger) : nil,
      with: detail ?? .full, file: file)
    let bytes = try calendars.bytes(detail ?? .full, for: purpose ?? .feed, asXML: asXML)
    let files = path.map { [OutputFile(path: $0, bytes: bytes)] } ?? []
    try OutputFile.write(files, after: calendars.ledger)
    return bytes
  }
}

/// The forms of a single file.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case ics, xcal, csv, html
  case planXML = "plan-xml"
}
