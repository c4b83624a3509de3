import ArgumentParser
import PlanFiles
import TrainingLoad
import TrainingPlan

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two schedules: their sessions, weeks and findings.",
    discussion: """
      EXAMPLES:
        gradus diff old.schedule.yaml Plans/half-marathon.yaml
        git show HEAD:Plans/half-marathon.schedule.yaml | gradus diff - Plans/half-marathon.yaml

      A and B are schedules or plans with a schedule beside them; one of them may be -, standard input. A \
      schedule without a plan beside it answers the plan of the other. Sessions are the same where their ids \
      are. Exits with 0 whether they differ or not.
      """)

  @Argument(help: ArgumentHelp("The schedule as it was.", valueName: "a"), completion: .plan)
  var before: String

  @Argument(help: ArgumentHelp("The schedule as it is.", valueName: "b"), completion: .plan)
  var after: String

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp("The plan or problem that both schedules answer.", valueName: "file"),
    completion: .plan)
  var planPath: String?

  @Option(help: ArgumentHelp("What comes before this day is past, and only watched.", valueName: "date"))
  var today: CivilDay?

  @Flag(help: "Print the difference as diff/1 JSON.")
  var json = false

  func validate() throws {
    if before == "-", after == "-" { throw ValidationError("Only one of the two can be standard input.") }
  }

  func run() throws {
    let (old, new) = try answers()
    let comparison = Comparison(
      try checked(old), try checked(new), sessions: ScheduleDifference(from: old.schedule, to: new.schedule))
    if json {
      let head = JSONValue.record([
        "schema": .text("diff/1"), "before": .text(before), "after": .text(after),
        "event": .record(["changed": .bool(old.schedule.event != new.schedule.event)]),
      ])
      return try Output.write(JSONValue.object(head.members + comparison.jsonMembers).bytes())
    }
    if old.schedule == new.schedule { return try Output.print("The schedules are the same.") }
    let text = ComparisonText(comparison: comparison, style: .ofOutput)
    try Output.print(text.lines(heading(old, new, comparison)).dropLast().joined(separator: "\n"))
  }

  private func answers() throws(Failure) -> (Answer, Answer) {
    let sources = (try InputFile.read(before), try InputFile.read(after))
    if before != "-", let old = try? Answer.read(sources.0, planPath: planPath) {
      return (old, try .read(sources.1, planPath: planPath, fallback: old.question?.name))
    }
    let new = try Answer.read(sources.1, planPath: planPath)
    return (try .read(sources.0, planPath: planPath, fallback: new.question?.name), new)
  }

  private func checked(_ answer: Answer) throws(Failure) -> Checked {
    let standing = try answer.standing(on: today, done: try answer.doneHistory(nil, before: today))
    return Checked(standing, try standing.reviewed())
  }

  private func heading(_ old: Answer, _ new: Answer, _ comparison: Comparison) -> [String] {
    let (a, b) = (old.schedule.event, new.schedule.event)
    let event =
      a == b
      ? []
      : ["The event: \(a.name) on \(a.day), \(a.minutes) min, is \(b.name) on \(b.day), \(b.minutes) min."]
    let start =
      old.schedule.start == new.schedule.start
      ? [] : ["The start: \(old.schedule.start) is \(new.schedule.start)."]
    return ["Sessions: \(comparison.sessions.summary)."] + event + start
  }
}
