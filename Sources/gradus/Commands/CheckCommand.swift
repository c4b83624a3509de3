import ArgumentParser
import PlanFiles
import Review
import TrainingLoad
import TrainingPlan

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what breaks a limit, with proof and the smallest change that helps.",
    discussion: """
      EXAMPLES:
        gradus check Plans/half-marathon.yaml                 findings, proof, fix
        gradus check Plans/half-marathon.yaml --apply 1       make the change of 1
        gradus check Plans/half-marathon.yaml --done log.csv  first what was done
        gradus check Plans/half-marathon.yaml --missed 1      what each miss breaks
        gradus check log.csv                                  a training log alone

      FILE is a schedule (its plan is looked for beside it), a plan file, a problem, plan/1 JSON, or a history \
      as CSV. For a plan the schedule beside it is taken; where there is none, one is planned.

      Exits with 1 where a finding is at or above --fail-on, so that it can guard a folder of plans.
      """)

  @Argument(
    help: ArgumentHelp("Schedule, plan file, problem or history; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json", "csv"]))
  var file: String

  @Option(name: .customLong("plan"), help: .question, completion: .plan)
  var planPath: String?

  @Option(
    help: ArgumentHelp(
      "What comes before this day is past: it is not changed, and only watched.", valueName: "date"))
  var today: CivilDay?

  @Option(
    help: ArgumentHelp(
      "What was done, as CSV: it stands for the schedule before today (else the day after its last).",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var done: String?

  @Option(
    help: ArgumentHelp(
      "Instead of the findings: what breaks when up to so many sessions are missed.", valueName: "k"))
  var missed: Int?

  @Option(name: .customLong("fail-on"), help: "The least finding that makes the exit status 1.")
  var failOn = FailLevel.change

  @Option(
    help: ArgumentHelp("Make the change that clears this finding in the schedule file.", valueName: "n"))
  var apply: Int?

  @Flag(name: .customLong("dry-run"), help: "With --apply: show what would change and write nothing.")
  var isDryRun = false

  @Flag(help: "Print the review as report/1 JSON.")
  var json = false

  @Flag(help: "Tell every finding in full, notes too, instead of similar ones together.")
  var verbose = false

  /// Sessions that are missed together, at most.
  private static let mostMissed = 7

  func validate() throws {
    if isDryRun, apply == nil { throw ValidationError("--dry-run has a meaning with --apply only.") }
    if let missed, !(1...Self.mostMissed).contains(missed) {
      throw ValidationError("--missed is a number of sessions from 1 to \(Self.mostMissed).")
    }
    if missed != nil, apply != nil { throw ValidationError("--missed and --apply do not go together.") }
  }

  func run() throws {
    let source = try InputFile.read(file)
    var checked: Checked
    if HistoryFile.isHistory(source) {
      for (option, isGiven) in [
        ("--plan", planPath != nil), ("--done", done != nil), ("--apply", apply != nil),
        ("--today", today != nil), ("--missed", missed != nil),
      ] where isGiven {
        throw Failure.usage("\(option) belongs to a schedule; \(file) is a training log")
      }
      checked = try Checked(log: source)
    } else {
      checked = try plan(source)
      if let missed { checked.missed = try checked.answer?.missed(atMost: missed) }
    }
    if json {
      try Output.write(ReportJSON(checked, ruleBook: try .bundled()).value.bytes())
    } else {
      try Output.print(([checked.heading(.ofOutput), ""] + lines(checked)).joined(separator: "\n"))
    }
    if checked.findings.contains(where: { failOn.isReached(by: $0.level) }) { throw FindingsRemain() }
  }

  /// The findings, or what is asked instead of them.
  private func lines(_ checked: Checked) throws(Failure) -> [String] {
    if let missed = checked.missed, let answer = checked.answer {
      return MissedText(
        missed: missed, schedule: answer.schedule, ruleBook: try .bundled(), style: .ofOutput,
        isVerbose: verbose
      ).lines
    }
    let ruleBook = try RuleBook.bundled()
    let findings = FindingsText(
      reviewed: checked.reviewed, ruleBook: ruleBook, style: .ofOutput, detail: .full,
      isVerbose: verbose, command: checked.answer?.file.map { _ in "gradus check \(file) --apply" })
    guard let answer = checked.answer else { return findings.lines }
    let waivers = WaiversText(
      waivers: answer.problem.policy.waivers, ruleBook: ruleBook, day: answer.today ?? answer.problem.start,
      style: .ofOutput)
    return findings.lines + waivers.lines
  }

  /// The schedule as it stands today; with `--apply`, after the change.
  private func plan(_ source: SourceFile) throws(Failure) -> Checked {
    let answer = try Answer.read(source, planPath: planPath)
    let done = try answer.doneHistory(done, before: today)
    let standing = try answer.standing(on: today, done: done)
    let checked = Checked(standing, try standing.reviewed())
    guard let apply else { return checked }
    let fix = try checked.fix(apply)
    let change = try ScheduleChange(
      of: answer, to: fix.applied(to: answer.schedule, for: answer.problem),
      says: ["Fix \(apply): \(fix.summary)"], by: "gradus check --apply", before: checked
    ) { answer throws(Failure) in
      let standing = try answer.standing(on: today, done: done)
      return Checked(standing, try standing.reviewed())
    }
    if !isDryRun { try change.write() }
    if !json {
      try Output.print((change.lines(.ofOutput, isDryRun: isDryRun) + [""]).joined(separator: "\n"))
    }
    return change.comparison.after
  }
}

/// The least level of a finding that makes a run fail.
enum FailLevel: String, CaseIterable, ExpressibleByArgument {
  case change, watch, note, never

  func isReached(by level: Finding.Level) -> Bool {
    switch self {
    case .change: level >= .change
    case .watch: level >= .watch
    case .note: level >= .note
    case .never: false
    }
  }
}
