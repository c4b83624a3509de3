import ArgumentParser
import TrainingPlan

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a session out of a schedule.",
    discussion: """
      EXAMPLES:
        gradus remove Plans/half-marathon.yaml 2027-02-02/mobility
        gradus remove Plans/half-marathon.yaml 2.thu --dry-run

      A session with a comment in the file is not removed, since the comment would be lost. \
      `gradus undo` brings a session back as it was.
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Argument(help: .session)
  var session: String

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let editor = try ScheduleEditor(file, options)
    let id = try editor.changeableSession(session).id
    var schedule = editor.answer.schedule
    schedule.sessions.removeAll { $0.id == id }
    try editor.make(schedule, by: "gradus remove")
  }
}
