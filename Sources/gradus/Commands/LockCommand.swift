import ArgumentParser
import TrainingPlan

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Keep sessions as they are when the plan is made again.",
    discussion: """
      EXAMPLES:
        gradus lock Plans/half-marathon.yaml 2.sat 2.sun/run-long
        gradus lock Plans/half-marathon.yaml 2.sat --off
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Argument(help: .session)
  var sessions: [String]

  @Flag(name: .customLong("off"), help: "Let planning again change them.")
  var isOff = false

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let editor = try ScheduleEditor(file, options)
    var schedule = editor.answer.schedule
    for name in sessions {
      var session = try editor.session(name)
      session.isLocked = !isOff
      schedule.put(session)
    }
    try editor.make(schedule, by: "gradus lock" + (isOff ? " --off" : ""))
  }
}
