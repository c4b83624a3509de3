import ArgumentParser
import TrainingPlan

struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move a session to another day or time.",
    discussion: """
      EXAMPLES:
        gradus move Plans/half-marathon.yaml 2.sat 2.wed
        gradus move Plans/half-marathon.yaml 2027-02-06/run-easy 2027-02-03 18:30
        gradus move Plans/half-marathon.yaml 2.sat 2.wed --dry-run

      Shows the weeks before and after, and the findings that come and go. The file keeps the day that the \
      session was first planned on, and its id: in calendars it stays the same event. The session is locked, \
      so that planning again leaves it there.
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Argument(help: .session)
  var session: String

  @Argument(help: .date)
  var date: String

  @Argument(help: ArgumentHelp("HH:MM; left out, the time stays.", valueName: "time"))
  var time: ClockTime?

  @Flag(name: .customLong("all-day"), help: "Without a time of day.")
  var isAllDay = false

  @Flag(name: .customLong("no-lock"), help: "Let planning again move it.")
  var isOpen = false

  @OptionGroup var options: ChangeOptions

  func validate() throws {
    if isAllDay, time != nil { throw ValidationError("TIME and --all-day contradict each other.") }
  }

  func run() throws {
    let editor = try ScheduleEditor(file, options)
    var moved = try editor.changeableSession(session).moved(to: try editor.day(date))
    if let time { moved.startMinute = time.minute }
    if isAllDay { moved.startMinute = nil }
    try editor.put(moved, isLocked: !isOpen, by: "gradus move")
  }
}
