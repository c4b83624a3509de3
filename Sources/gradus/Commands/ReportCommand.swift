import ArgumentParser
import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the load-warning report: one HTML file to read, print and hand over.",
    discussion: """
      EXAMPLES:
        gradus report Plans/half-marathon.yaml                  Exports/half-marathon/report.html
        gradus report Plans/half-marathon.yaml --for athlete -o athlete.html
        gradus report Plans/half-marathon.yaml --today 2027-03-01 --done log.csv

      FILE is a schedule (its plan is looked for beside it), a plan file or a problem. For a plan the \
      schedule beside it is taken; where there is none, one is planned. The report needs no network and no \
      script; any browser prints it.
      """)

  @Argument(
    help: ArgumentHelp("Schedule, plan file or problem; - is standard input.", valueName: "file"),
    completion: .plan)
  var file: String

  @Option(name: .customLong("for"), help: "Who reads it.")
  var audience = Report.Audience.coach

  @Option(
    help: ArgumentHelp("The day of the report; the next fourteen days begin there.", valueName: "date"))
  var today: CivilDay?

  @Option(
    help: ArgumentHelp("What was done, as CSV.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var done: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "File to write; - is standard output. By default report.html in Exports/ID.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(name: .customLong("plan"), help: .question, completion: .plan)
  var planPath: String?

  @Flag(help: "Print faults as JSON too.")
  var json = false

  func run() throws {
    let answer = try Answer.read(file, planPath: planPath)
    let history = try answer.doneHistory(done, before: today)
    let standing = try answer.standing(on: today, done: history)
    let bytes = try standing.report(
      try standing.reviewed(), for: audience, ruleBook: try .bundled(), done: history)
    if output == "-" { return try Output.write(bytes) }
    let path = output ?? FileName.join(answer.exports, audience.fileName)
    try OutputFile.write([OutputFile(path: path, bytes: bytes)])
    Output.complain("Wrote \(path)")
  }
}

extension Report.Audience {
  /// The name of its report among the exports.
  var fileName: String { self == .coach ? "report.html" : "athlete.html" }
}
