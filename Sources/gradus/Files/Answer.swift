import PlanFiles
import PlanXML
import Planner
import Review
import TrainingLoad
import TrainingPlan

/// A schedule with the question that it answers.
struct Answer {
  var schedule: Schedule
  let problem: PlanProblem
  /// The file that the schedule stands in; nil where the planner has just made it.
  var file: SourceFile?
  /// The plan or problem that asks; nil where it stands in the schedule's own file.
  var question: SourceFile?
  /// What comes before is past; nil = the start of the plan.
  var today: CivilDay?
  /// Past days of which nothing is known.
  var unknownDays: Set<CivilDay> = []

  /// Reads a schedule with its question; for a plan or a problem, the schedule beside it, or else the one
  /// that the planner finds. The question of a schedule stands at `planPath`, or else inside or beside it.
  static func read(_ path: String, planPath: String?) throws(Failure) -> Answer {
    try read(try InputFile.read(path), planPath: planPath)
  }

  /// Reads a schedule file that is to be changed, with its question; for a plan, the schedule beside it.
  static func ofFile(_ path: String, planPath: String?) throws(Failure) -> Answer {
    guard path != "-" else { throw .usage("standard input cannot be changed; name the schedule's file") }
    let source = try InputFile.read(path)
    guard try isSchedule(source) || InputFile.exists(FileName(path).schedule) else {
      throw .usage("there is no schedule file beside \(path); `gradus plan \(path)` writes one")
    }
    return try read(source, planPath: planPath)
  }

  private static func isSchedule(_ source: SourceFile) throws(Failure) -> Bool {
    do {
      let word = try source.schema()?.word
      return word == ScheduleFile.fileSchema || word == ScheduleFile.jsonSchema
    } catch {
      throw .invalid(error)
    }
  }

  /// Reads a schedule with its question from a file that is read already. `fallback` is the question of a schedule
  /// that has none inside or beside it.
  static func read(
    _ source: SourceFile, planPath: String?, fallback: String? = nil
  ) throws(Failure) -> Answer {
    let path = source.name
    if source.isXML {
      let schedule: Schedule
      do { schedule = try PlanXML.read(source) } catch { throw .invalid(error) }
      let plan: String
      if let planPath { plan = planPath } else { plan = try Self.plan(beside: path, or: fallback) }
      var answer = try Answer(schedule, in: source, question: plan)
      answer.file = nil
      return answer
    }
    if try isSchedule(source) {
      let document = try Self.schedule(source)
      if planPath == nil, let problem = document.problem {
        return Answer(schedule: document.schedule, problem: problem.problem, file: source)
      }
      if let planPath { return try Answer(document.schedule, in: source, question: planPath) }
      return try Answer(document.schedule, in: source, question: try Self.plan(beside: path, or: fallback))
    }
    let problem = try Question.read(source).problem
    let beside = FileName(path).schedule
    if path != "-", InputFile.exists(beside) {
      let file = try InputFile.read(beside)
      let schedule = try Self.schedule(file).schedule
      return try Answer(schedule, in: file, problem: problem, question: source)
    }
    let planned = try Planner.Effort.standard.plan(problem, asked: source)
    return Answer(schedule: planned, problem: problem, question: source)
  }

  init(schedule: Schedule, problem: PlanProblem, file: SourceFile? = nil, question: SourceFile? = nil) {
    self.schedule = schedule
    self.problem = problem
    self.file = file
    self.question = question
  }

  private init(_ schedule: Schedule, in file: SourceFile, question path: String) throws(Failure) {
    let question = try InputFile.read(path)
    try self.init(schedule, in: file, problem: try Question.read(question).problem, question: question)
  }

  private init(
    _ schedule: Schedule, in file: SourceFile, problem: PlanProblem, question: SourceFile
  ) throws(Failure) {
    guard schedule.problemID == problem.id else {
      throw .invalid(
        FileError(
          file: file.name, mark: nil, "the schedule answers \"\(schedule.problemID)\", not \"\(problem.id)\"",
          expected: "the schedule of \(question.name); `gradus plan` makes it"))
    }
    self.init(schedule: schedule, problem: problem, file: file, question: question)
  }

  private static func schedule(_ source: SourceFile) throws(Failure) -> ScheduleDocument {
    do { return try ScheduleFile.read(source) } catch { throw .invalid(error) }
  }

  private static func plan(beside path: String, or fallback: String?) throws(Failure) -> String {
    let places = path == "-" ? [] : FileName(path).plans.filter { $0 != path }
    if let plan = places.first(where: InputFile.exists) ?? fallback { return plan }
    let tried = places.isEmpty ? "" : " (" + places.joined(separator: ", ") + ")"
    throw .inputOutput(path: path, message: "no plan is beside the schedule\(tried); name it with --plan")
  }
}

extension SourceFile {
  /// Whether it is XML: neither YAML nor JSON begins like this.
  var isXML: Bool {
    bytes.first { !($0 <= 0x20 || [0xef, 0xbb, 0xbf].contains($0)) } == UInt8(ascii: "<")
  }
}

extension Answer {
  /// What the review says of it, with the smallest fix of each finding.
  func reviewed() throws(Failure) -> Reviewed {
    Review.reviewed(
      schedule, for: problem, ruleBook: try .bundled(), today: today, unknownDays: unknownDays)
  }

  /// What breaks when up to so many sessions are missed and the rest is followed unchanged.
  func missed(atMost most: Int) throws(Failure) -> MissedSessions? {
    missedSessions(
      schedule, for: problem, ruleBook: try .bundled(), most: most, today: today, unknownDays: unknownDays)
  }

  /// The answer as it stands on a day, with what was done before it; where nothing says what was done, the
  /// schedule counts as done.
  func standing(on today: CivilDay?, done: TrainingHistory?) throws(Failure) -> Answer {
    var standing = self
    standing.today = today
    guard let done, let today = today ?? done.knownDays.last.map({ $0 + 1 }) else { return standing }
    standing.today = today
    do {
      (standing.schedule, standing.unknownDays) = schedule.following(
        done, until: today, catalogue: try CatalogueFile.standard())
    } catch {
      throw .invalid(error)
    }
    return standing
  }

  /// What was done: the log that is named, or what the plan's own history holds beyond the start.
  func doneHistory(_ path: String?, before today: CivilDay?) throws(Failure) -> TrainingHistory? {
    if let path {
      let source = try InputFile.read(path)
      do { return try HistoryFile.read(source, sports: try knownSports()) } catch { throw .invalid(error) }
    }
    guard let today, today > problem.start, let question, let history = try Question.history(question),
      history.knownDays.contains(where: { $0 >= problem.start && $0 < today })
    else { return nil }
    return history
  }

  /// The sports that a log may name: those of the catalogue, and those of the plan.
  private func knownSports() throws(FileError) -> [String] {
    let own = problem.templates.map(\.sport) + schedule.sessions.map(\.sport) + [problem.event.sport]
    return Set(try CatalogueFile.standard().sports + own).sorted()
  }
}
