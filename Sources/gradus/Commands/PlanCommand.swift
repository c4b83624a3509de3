import ArgumentParser
import PlanFiles
import Planner
import TrainingPlan

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Make a schedule, and calendars and a report from it.",
    discussion: """
      EXAMPLES:
        gradus plan Plans/half-marathon.yaml            write schedule and calendars
        gradus plan Plans/half-marathon.yaml --dry-run  look first, write nothing
        gradus plan problem.json --json | less          the schedule as plan/1 JSON

      The schedule goes beside the plan as NAME.schedule.yaml, the calendars go to Exports/ID/ of the \
      current directory. The same plan always gives the same bytes.
      """)

  @Argument(help: .file, completion: .plan)
  var file: String

  @Flag(help: "Print the schedule as plan/1 JSON and write no file.")
  var json = false

  @Option(
    help: ArgumentHelp("Write schedule and calendars into this directory.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @Option(help: "How long to search; the result is the same on every machine.")
  var effort = EffortName.standard

  @Flag(name: .customLong("dry-run"), help: "Say what would be written and write nothing.")
  var isDryRun = false

  @Flag(help: "Replace a schedule file whose comments or layout would be lost.")
  var replace = false

  @OptionGroup var publishing: PublishingOptions

  @Flag(help: "Say why for every week and session.")
  var verbose = false

  func validate() throws {
    if json, out != nil { throw ValidationError("--json writes no file, so --out has no meaning with it.") }
  }

  func run() throws {
    let question = try Question.read(try InputFile.read(file))
    let schedule = try effort.effort.plan(question.problem)
    if json {
      try Output.write(ScheduleFile.json(schedule, problem: question).bytes())
      return
    }
    let answer = Answer(schedule: schedule, problem: question.problem)
    let checked = Checked(answer, try answer.reviewed())
    let files = try PlanOutput(checked, answer: answer, publishing, plan: file, folder: out)
    if !replace { try files.refuseLosses() }
    if !isDryRun { try OutputFile.write([files.schedule] + files.exports, after: files.ledger) }
    let text = PlanText(
      schedule: schedule, problem: question.problem, checked: checked, ruleBook: try .bundled(),
      style: .ofOutput, isVerbose: verbose)
    let done = isDryRun ? "Would write" : "Wrote"
    try Output.print((text.lines + files.all.map { "\(done) \($0.path)" }).joined(separator: "\n"))
  }
}

/// How long to search, as named on the command line.
enum EffortName: String, CaseIterable, ExpressibleByArgument {
  case quick, standard, thorough

  var effort: Planner.Effort {
    switch self {
    case .quick: .quick
    case .standard: .standard
    case .thorough: .thorough
    }
  }
}

/// The files that a plan gives.
struct PlanOutput {
  /// The answer, beside the plan.
  let schedule: OutputFile
  /// What is derived from it.
  let exports: [OutputFile]
  /// What says that it was published; nil where no ledger is kept.
  let ledger: OutputFile?

  var all: [OutputFile] { [schedule] + exports + [ledger].compactMap(\.self) }

  /// The files of a schedule: in `folder`, or else the schedule beside the file `plan` and the exports under
  /// `Exports`.
  init(
    _ checked: Checked, answer: Answer, _ publishing: PublishingOptions, plan: String, folder: String?
  ) throws(Failure) {
    let schedule = answer.schedule
    let id = schedule.planID.isEmpty ? "plan" : schedule.planID
    let beside = FileName(plan == "-" ? id : plan).schedule
    let path = folder.map { FileName.join($0, FileName(beside).last) } ?? beside
    self.schedule = OutputFile(path: path, bytes: ScheduleFile.text(schedule))
    let exportFolder = folder ?? answer.exports
    let calendars = try CalendarOutput(
      answer, publishing, ledgerPath: FileName.join(exportFolder, Export.ledger), file: plan)
    exports = try ExportSource(checked, answer: answer, calendars: calendars).files(in: exportFolder)
    ledger = calendars.ledger
  }

  /// Refuses to replace a schedule file that holds more than its schedule: comments, or a layout of its own.
  func refuseLosses() throws(Failure) {
    guard InputFile.exists(schedule.path) else { return }
    let source = try InputFile.read(schedule.path)
    if let known = try? ScheduleFile.read(source), ScheduleFile.text(known.schedule) == source.bytes {
      return
    }
    throw .inputOutput(
      path: schedule.path,
      message: "the file was written by hand, and its comments would be lost; --replace writes over it")
  }
}
