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
        gradus plan Plans/half-marathon.yaml --today 2027-02-15
                                                        the past stands as it is
        gradus plan problem.json --json | less          the schedule as plan/1 JSON

      The schedule goes beside the plan as NAME.schedule.yaml, the calendars go to Exports/ID/ of the \
      current directory. The same plan always gives the same bytes.

      Where a schedule stands there already, it changes no more than it must: what is past, done, locked or \
      written by hand stays as it is, sessions keep their identity in calendars, and what changes is said.
      """)

  @Argument(help: .file, completion: .plan)
  var file: String

  @Flag(help: "Print the schedule as plan/1 JSON and write no file.")
  var json = false

  @Option(
    help: ArgumentHelp("Write schedule and calendars into this directory.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @OptionGroup var search: SearchOptions

  @Flag(help: "Say how near the schedule comes to a proven bound of the best.")
  var prove = false

  @Flag(name: .customLong("dry-run"), help: "Say what would be written and write nothing.")
  var isDryRun = false

  @Flag(help: "Plan anew what is not past or done, locked sessions too. Identities are kept.")
  var fresh = false

  @Option(
    help: ArgumentHelp(
      "What was done, as CSV: it takes the place of the schedule on the days before today that it knows.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var done: String?

  @Flag(help: "Replace a schedule file that cannot be read, or whose comments would be lost.")
  var replace = false

  @OptionGroup var publishing: PublishingOptions

  @Flag(help: "Say why for every week, and for the sessions of the next seven days.")
  var verbose = false

  func validate() throws {
    if json, out != nil { throw ValidationError("--json writes no file, so --out has no meaning with it.") }
    if json, prove { throw ValidationError("`gradus prove --json` gives the bound as JSON.") }
    if done != nil, publishing.today == nil, publishing.now == nil {
      throw ValidationError("--done needs --today, the first day that is planned.")
    }
  }

  func run() throws {
    let source = try InputFile.read(file)
    let asked = try Question.read(source)
    let place = PlanOutput.schedulePath(of: asked.problem, plan: file, folder: out)
    let replanning = try Replanning(
      asked, source, standing: json && file == "-" ? nil : try standing(at: place),
      today: try publishing.day(in: asked.problem, file: file), done: done, isFresh: fresh)
    let planned = try replanning.planned(search.work, asked: source)
    let schedule = planned.schedule
    if json {
      try Output.write(ScheduleFile.json(schedule, problem: replanning.question).bytes())
      return
    }
    var answer = Answer(schedule: schedule, problem: replanning.question.problem)
    answer.today = replanning.today > asked.problem.start ? replanning.today : nil
    let checked = Checked(answer, try answer.reviewed())
    let files = try PlanOutput(
      checked, answer: answer, publishing, over: replace ? nil : replanning.file, plan: file, folder: out)
    if !isDryRun {
      try files.schedule.replaceSchedule(by: "gradus plan", with: files.exports, after: files.ledger)
    }
    let text = PlanText(
      schedule: schedule, problem: answer.problem, checked: checked, ruleBook: try .bundled(),
      style: .ofOutput, isVerbose: verbose)
    let change = replanning.change(to: schedule, style: .ofOutput, isVerbose: verbose)?.lines ?? []
    let proof = prove ? Proof(planned, for: answer.problem).lines + [""] : []
    let done = isDryRun ? "Would write" : "Wrote"
    let written = files.all.map { "\(done) \($0.path)" }
    try Output.print((text.lines + change + proof + written).joined(separator: "\n"))
  }

  /// The schedule file that stands; nil where there is none, or none that can be read and need be.
  private func standing(at path: String) throws(Failure) -> (file: SourceFile, schedule: Schedule)? {
    guard InputFile.exists(path) else { return nil }
    let file = try InputFile.read(path)
    do {
      return (file, try ScheduleFile.read(file).schedule)
    } catch {
      if replace { return nil }
      throw .invalid(error)
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
  var ledger: OutputFile? { calendars.ledger }
  private let calendars: CalendarOutput

  var all: [OutputFile] { [schedule] + exports + [ledger].compactMap(\.self) }

  /// The files of a schedule: in `folder`, or else the schedule beside the file `plan` and the exports under
  /// `Exports`.
  ///
  /// - Throws: `Failure` where comments of the schedule file that stands would be lost.
  init(
    _ checked: Checked, answer: Answer, _ publishing: PublishingOptions, over standing: SourceFile?,
    plan: String, folder: String?
  ) throws(Failure) {
    let schedule = answer.schedule
    do {
      self.schedule = OutputFile(
        path: Self.schedulePath(of: answer.problem, plan: plan, folder: folder),
        bytes: try standing.map { file throws(FileError) in try ScheduleFile.text(schedule, over: file) }
          ?? ScheduleFile.text(schedule))
    } catch {
      throw .invalid(error)
    }
    let exportFolder = folder ?? answer.exports
    calendars = try CalendarOutput(
      answer, publishing, ledgerPath: FileName.join(exportFolder, Export.ledger), file: plan)
    exports = try ExportSource(checked, answer: answer, planned: answer, calendars: calendars).files(
      in: exportFolder)
  }

  /// Where the schedule of a plan goes.
  static func schedulePath(of problem: PlanProblem, plan: String, folder: String?) -> String {
    let beside = FileName(plan == "-" ? problem.id.isEmpty ? "plan" : problem.id : plan).schedule
    return folder.map { FileName.join($0, FileName(beside).last) } ?? beside
  }
}
