import ArgumentParser
import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

/// What every command takes that changes the sessions of a schedule file.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What comes before this day is past. By default the plan has not begun.", valueName: "date"))
  var today: CivilDay?

  @Option(name: .customLong("plan"), help: .question, completion: .plan)
  var planPath: String?

  @Flag(help: "Change a session that is past or done, too.")
  var force = false

  @Flag(name: .customLong("dry-run"), help: "Show what would change and write nothing.")
  var isDryRun = false

  @Flag(help: "Print the change as change/1 JSON.")
  var json = false
}

extension ArgumentHelp {
  /// The FILE argument of commands that change a schedule file.
  static let scheduleFile = ArgumentHelp(
    "Schedule file, or plan file with its schedule beside it.", valueName: "file")
  /// The SESSION argument.
  static let session = ArgumentHelp(
    "2027-02-06, 2027-02-06/run-easy, 2.sat (week 2, Saturday) or the beginning of an id.",
    valueName: "session")
  /// The DATE argument.
  static let date = ArgumentHelp("YYYY-MM-DD, or a week and a weekday such as 2.sat.", valueName: "date")
}

/// A schedule file, and how a command may change it.
struct ScheduleEditor {
  let answer: Answer
  private let options: ChangeOptions
  private let done: TrainingHistory?

  init(_ file: String, _ options: ChangeOptions) throws(Failure) {
    answer = try .ofFile(file, planPath: options.planPath)
    done = try answer.doneHistory(nil, before: options.today)
    self.options = options
  }

  /// The session that a coach names.
  func session(_ name: String) throws(Failure) -> Session {
    do { return try answer.schedule.session(named: name) } catch { throw .usage(error.message) }
  }

  /// A session that may be changed: neither past nor done, unless the coach insists.
  func changeableSession(_ name: String) throws(Failure) -> Session {
    let session = try session(name)
    try refusePast(session.day)
    if session.isDone, !options.force {
      throw .usage("\(session.inShort) on \(session.day) is done; --force changes it all the same")
    }
    return session
  }

  /// The day that a coach names, on which a session can stand.
  func day(_ name: String) throws(Failure) -> CivilDay {
    let schedule = answer.schedule
    let day: CivilDay?
    do { day = try schedule.day(named: name) } catch { throw .usage(error.message) }
    guard let day else {
      throw .usage("\"\(name)\" is no day; expected YYYY-MM-DD, or a week and a weekday such as 2.tue")
    }
    guard day >= schedule.start, day < schedule.event.day else {
      throw .usage(
        "\(day) is outside the plan: \(schedule.start) to \(schedule.event.day - 1), then the event")
    }
    try refusePast(day)
    return day
  }

  /// The template of the plan with the id.
  func template(_ id: String) throws(Failure) -> SessionTemplate {
    let templates = answer.problem.templates
    if let template = templates.first(where: { $0.id == id }) { return template }
    let ids = templates.map(\.id)
    let nearest = NearestWord.of(id, among: ids).map { "; did you mean \"\($0)\"?" } ?? ""
    throw .usage("the plan has no template \"\(id)\"; it has \(ids.joined(separator: ", "))" + nearest)
  }

  private func refusePast(_ day: CivilDay) throws(Failure) {
    guard let today = options.today, day < today, !options.force else { return }
    throw .usage("\(day) is before \(today) and past; --force changes it all the same")
  }

  /// Makes the change, or with `--dry-run` only shows it.
  func make(_ schedule: Schedule, notes: [String] = [], by command: String) throws(Failure) {
    let change = try ScheduleChange(of: answer, to: schedule, notes: notes, by: command) {
      answer throws(Failure) in
      let standing = try answer.standing(on: options.today, done: done)
      return Checked(standing, try standing.reviewed())
    }
    if !options.isDryRun, change.isChange { try change.write() }
    if options.json {
      try Output.write(change.json(isDryRun: options.isDryRun).bytes())
    } else {
      try Output.print(change.lines(.ofOutput, isDryRun: options.isDryRun).joined(separator: "\n"))
    }
  }

  /// Puts a changed or new session into the schedule, locked unless the coach keeps it open.
  func put(_ session: Session, isLocked: Bool, notes: [String] = [], by command: String) throws(Failure) {
    var session = session
    var notes = notes
    if isLocked, !session.isLocked {
      session.isLocked = true
      notes.append("Locked: planning again leaves it as it is. --no-lock would keep it open.")
    }
    if let planned = session.plannedDay {
      notes.append("First planned on \(planned.weekday.name), \(planned); the file keeps that day.")
    }
    var schedule = answer.schedule
    schedule.put(session)
    try make(schedule, notes: notes, by: command)
  }
}

/// A time of day on the command line.
struct ClockTime: ExpressibleByArgument {
  /// Minutes after midnight.
  let minute: Int

  /// `HH:MM`, or `H:MM`.
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard parts.count == 2, isDigits, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    self.minute = 60 * hour + minute
  }
}
