import ArgumentParser
import Calendars
import PlanFiles
import Review
import TrainingLoad
import TrainingPlan

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over what was changed in a calendar program or a spreadsheet.",
    discussion: """
      EXAMPLES:
        gradus import half.ics --into Plans/half-marathon.yaml --dry-run
        gradus import half.ics --into Plans/half-marathon.yaml --today 2027-03-01
        gradus import half.ics --into Plans/half-marathon.schedule.yaml --add
        gradus import sessions.csv --into Plans/half-marathon.yaml

      Move, lengthen, rename or delete sessions in the calendar program, export the calendar from there, and \
      import it here. CALENDAR is iCalendar, xCal, plan.xml or the table of sessions; sessions are found by \
      their UID, wherever they were moved. A session that was changed is locked, and keeps the day that it was first planned on. A \
      session without an event is removed where the file holds at least half of the plan; what lies before \
      --today, and what was done, stays as it is.
      """)

  @Argument(
    help: ArgumentHelp("iCalendar, xCal, plan.xml or CSV; - is standard input.", valueName: "calendar"),
    completion: .file(extensions: ["ics", "xml", "xcs", "csv"]))
  var calendar: String

  @Option(
    help: ArgumentHelp("The schedule that is changed, or the plan that it stands beside.", valueName: "file"),
    completion: .plan)
  var into: String

  @Option(name: .customLong("plan"), help: .question, completion: .plan)
  var planPath: String?

  @Option(
    help: ArgumentHelp("What comes before this day is past, and stays as it is.", valueName: "date"))
  var today: CivilDay?

  @Flag(name: .customLong("keep-missing"), help: "Keep sessions that the calendar does not have.")
  var keepsMissing = false

  @Flag(help: "Take further events as sessions where their title or category says which.")
  var add = false

  @Flag(name: .customLong("dry-run"), help: "Show what would change and write nothing.")
  var isDryRun = false

  @Option(name: .customLong("fail-on"), help: "The least finding that makes the exit status 1.")
  var failOn = FailLevel.change

  @Flag(help: "Print the changes and findings as JSON.")
  var json = false

  func run() throws {
    let answer = try Answer.ofFile(into, planPath: planPath)
    let edits = try ImportedFile.read(try InputFile.read(calendar)).edits(
      of: answer, options: .init(today: today, keepsMissing: keepsMissing, addsStrangers: add))
    let text = ImportText(calendar: calendar, edits: edits)
    let change = try ScheduleChange(
      of: answer, to: edits.schedule, says: [text.summary], notes: text.notes, by: "gradus import \(calendar)"
    ) { answer throws(Failure) in
      let standing = try answer.standing(on: today, done: nil)
      return Checked(standing, try standing.reviewed())
    }
    if change.isChange, !isDryRun { try change.write() }
    if json {
      try Output.write(text.json(change, isDryRun: isDryRun).bytes())
    } else {
      try Output.print(text.lines(change, .ofOutput, isDryRun: isDryRun).joined(separator: "\n"))
    }
    if change.comparison.after.reviewed.items.contains(where: { failOn.isReached(by: $0.finding.level) }) {
      throw FindingsRemain()
    }
  }
}
