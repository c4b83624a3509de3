import ArgumentParser
import PlanFiles
import Reports
import TrainingPlan

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a session: its length, template, title, time or effort, or mark it done.",
    discussion: """
      EXAMPLES:
        gradus edit Plans/half-marathon.yaml 2.sun/run-long --minutes 75
        gradus edit Plans/half-marathon.yaml 2.thu --template run-easy --start 18:30
        gradus edit Plans/half-marathon.yaml 1.thu --done

      Load and hip flexion follow the length, and the steps are those of the template at that length. The \
      session is locked, so that planning again leaves it as it is.
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Argument(help: .session)
  var session: String

  @Option(help: "How long it lasts, in minutes.")
  var minutes: Int?

  @Option(help: ArgumentHelp("Make it a session of this template of the plan.", valueName: "id"))
  var template: String?

  @Option(help: "What it is called.")
  var title: String?

  @Option(help: ArgumentHelp("When it begins, HH:MM.", valueName: "time"))
  var start: ClockTime?

  @Flag(name: .customLong("all-day"), help: "Without a time of day.")
  var isAllDay = false

  @Option(help: "How hard it is, 0 to 10 (session RPE).")
  var srpe: Double?

  @Option(help: "Why it is there, in words.")
  var why: String?

  @Flag(help: "Mark it done: nothing changes it any more.")
  var done = false

  @Flag(name: .customLong("not-done"), help: "Mark it as not done.")
  var isNotDone = false

  @Flag(name: .customLong("no-lock"), help: "Let planning again change it.")
  var isOpen = false

  @OptionGroup var options: ChangeOptions

  /// Whether more than the mark is changed.
  private var changesTraining: Bool {
    minutes != nil || template != nil || title != nil || start != nil || isAllDay || srpe != nil || why != nil
  }

  func validate() throws {
    if !changesTraining, !done, !isNotDone {
      throw ValidationError("There is nothing to change; name it, for example --minutes 40.")
    }
    if isAllDay, start != nil { throw ValidationError("--start and --all-day contradict each other.") }
    if done, isNotDone { throw ValidationError("--done and --not-done contradict each other.") }
    try Limits.check(minutes: minutes, srpe: srpe, texts: [title, why])
  }

  func run() throws {
    let editor = try ScheduleEditor(file, options)
    let needsChange = changesTraining && !isNotDone
    let old = needsChange ? try editor.changeableSession(session) : try editor.session(session)
    var (edited, notes) = try trained(old, editor)
    if let title { edited.title = title }
    if let why { edited.why = why }
    if let start { edited.startMinute = start.minute }
    if isAllDay { edited.startMinute = nil }
    if done || isNotDone { edited.isDone = done }
    try editor.put(
      edited, isLocked: changesTraining && !isOpen, notes: notes, by: "gradus edit")
  }

  /// The session with another template, length or effort, and what a coach should know of it.
  private func trained(_ old: Session, _ editor: ScheduleEditor) throws -> (Session, notes: [String]) {
    let known = old.template.flatMap { id in editor.answer.problem.templates.first { $0.id == id } }
    var edited = old
    if let template {
      edited = old.becoming(try editor.template(template), minutes: minutes ?? old.minutes)
    } else if let minutes {
      edited = old.lasting(minutes, as: known)
    }
    if let srpe {
      edited.sRPE = srpe
      edited.load = srpe * Double(edited.minutes)
    }
    let hasOwnSteps = !old.steps.isEmpty && old.steps != known?.steps(lasting: old.minutes)
    guard hasOwnSteps, edited.steps != old.steps else { return (edited, []) }
    let fate = edited.steps.isEmpty ? "left out" : "replaced by those of the template"
    return (edited, ["The steps were written by hand and do not follow: they are \(fate)."])
  }
}

extension EditCommand {
  /// What numbers and texts of a session may be.
  enum Limits {
    static func check(minutes: Int?, srpe: Double?, texts: [String?]) throws {
      if let minutes, !(1...10_000).contains(minutes) {
        throw ValidationError("--minutes is \(minutes); expected 1 to 10000.")
      }
      if let srpe, !(0...10).contains(srpe) {
        throw ValidationError("--srpe is \(srpe); expected 0 to 10.")
      }
      for text in texts.compactMap({ $0 }) {
        guard SourceFile.canHold(line: text), !text.contains("\t") else {
          throw ValidationError("A title or a reason is one line of plain text.")
        }
      }
    }
  }
}
