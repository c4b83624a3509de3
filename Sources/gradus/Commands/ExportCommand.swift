import ArgumentParser
import Calendars
import PlanFiles
import TrainingPlan

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a schedule as a calendar.",
    discussion: """
      EXAMPLES:
        gradus export Plans/half-marathon.schedule.yaml --to ics -o half.ics
        gradus export Plans/half-marathon.yaml --to xcal --for import
        gradus plan problem.json --json | gradus export - --to ics

      FILE is a schedule (its plan is looked for beside it), a plan file or a problem. For a plan the \
      schedule beside it is taken; where there is none, one is planned.
      """)

  @Argument(
    help: ArgumentHelp("Schedule, plan file or problem; - is standard input.", valueName: "file"),
    completion: .plan)
  var file: String

  @Option(help: "iCalendar (RFC 5545) or its XML form (RFC 6321).")
  var to: CalendarFormat

  @Option(
    name: .customLong("for"),
    help: "To subscribe to, or to import once.")
  var purpose = CalendarDocument.Purpose.feed

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"), completion: .file())
  var output = "-"

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp("The plan or problem that the schedule answers.", valueName: "file"),
    completion: .plan)
  var planPath: String?

  @Flag(help: "Print faults as JSON too.")
  var json = false

  func run() throws {
    let answer = try Answer.read(file, planPath: planPath)
    let bytes = try answer.calendar(to, for: purpose, file: file)
    if output == "-" {
      try Output.write(bytes)
    } else {
      try OutputFile.write([OutputFile(path: output, bytes: bytes)])
    }
  }
}

enum CalendarFormat: String, CaseIterable, ExpressibleByArgument {
  case ics, xcal
}

extension Answer {
  /// The calendar of the schedule; `file` is named where it cannot be written down.
  func calendar(
    _ format: CalendarFormat, for purpose: CalendarDocument.Purpose, file: String
  ) throws(Failure) -> [UInt8] {
    let document = CalendarDocument(
      schedule: schedule, problem: problem, purpose: purpose,
      revision: CalendarDocument.defaultRevision(of: schedule))
    do {
      switch format {
      case .ics: return try document.iCalendar()
      case .xcal: return try document.xCalendar()
      }
    } catch .xml(let error) {
      throw .inputOutput(path: file, message: CalendarError.xml(error).description)
    } catch {
      throw .invalid(FileError(file: file, mark: nil, error.description))
    }
  }
}
