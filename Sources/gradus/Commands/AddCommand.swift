import ArgumentParser
import PlanFiles
import TrainingLoad
import TrainingPlan

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a session to a schedule.",
    discussion: """
      EXAMPLES:
        gradus add Plans/half-marathon.yaml 2.fri run-easy --minutes 40 --start 18:30
        gradus add Plans/half-marathon.yaml 2027-02-05 --sport ski --minutes 90 --srpe 4 --title "Skiing"

      A session of a template of the plan takes effort, hip flexion and steps from it; one without a template \
      needs --sport and --srpe. It is locked, so that planning again keeps it.
      """)

  @Argument(help: .scheduleFile, completion: .plan)
  var file: String

  @Argument(help: .date)
  var date: String

  @Argument(help: ArgumentHelp("A template of the plan.", valueName: "template"))
  var template: String?

  @Option(help: "How long it lasts, in minutes.")
  var minutes: Int

  @Option(help: "Its sport, where it has no template.")
  var sport: String?

  @Option(help: "How hard it is, 0 to 10 (session RPE), where it has no template.")
  var srpe: Double?

  @Option(help: "What it is called.")
  var title: String?

  @Option(help: ArgumentHelp("When it begins, HH:MM.", valueName: "time"))
  var start: ClockTime?

  @Option(help: "Why it is there, in words.")
  var why: String?

  @Flag(name: .customLong("no-lock"), help: "Let planning again change it.")
  var isOpen = false

  @OptionGroup var options: ChangeOptions

  func validate() throws {
    if template == nil, sport == nil || srpe == nil {
      throw ValidationError("A session has a template of the plan, or --sport and --srpe.")
    }
    if template != nil, sport != nil || srpe != nil {
      throw ValidationError("--sport and --srpe belong to a session without a template.")
    }
    try EditCommand.Limits.check(minutes: minutes, srpe: srpe, texts: [title, why, sport])
  }

  func run() throws {
    let editor = try ScheduleEditor(file, options)
    let day = try editor.day(date)
    let id = editor.answer.schedule.newID(bornAt: "\(day)\n\(template ?? sport ?? "")")
    var (session, notes) =
      try template.map { name in
        (Session(id: id, day: day, of: try editor.template(name), minutes: minutes), [])
      } ?? byHand(id, on: day, editor.answer.problem)
    if let title { session.title = title }
    session.startMinute = start?.minute
    session.why = why ?? ""
    try editor.put(
      session, isLocked: !isOpen, notes: notes, by: "gradus add")
  }

  /// A session without a template, with the hip flexion of the kind of session of its sport that is nearest in effort.
  private func byHand(
    _ id: String, on day: CivilDay, _ problem: PlanProblem
  ) throws -> (Session, notes: [String]) {
    let (sport, srpe) = (sport ?? "", srpe ?? 0)
    let catalogue = try CatalogueFile.standard().entries
    let known =
      problem.templates.filter { $0.sport == sport }
      + catalogue.filter { $0.sport == sport }.map { $0.template(for: problem.event.sport) }
    let nearest = known.min { abs($0.sRPE - srpe) < abs($1.sRPE - srpe) }
    let length = Double(minutes)
    let session = Session(
      id: id, day: day, template: nil, title: sport.prefix(1).uppercased() + sport.dropFirst(), sport: sport,
      family: nearest?.family ?? sport, minutes: minutes, sRPE: srpe, load: srpe * length,
      hip: (nearest?.hipPerMinute ?? 0) * length, relief: (nearest?.reliefPerMinute ?? 0) * length)
    let note =
      nearest.map {
        "Its hip flexion a minute is that of \($0.id), the nearest kind of session that is known."
      }
      ?? "How much \(sport) flexes the hip is not known: it counts as 0. The file can say: hip_per_min."
    return (session, [note])
  }
}
