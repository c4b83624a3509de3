import PlanFiles
import Planner
import TrainingPlan

extension SourceFile {
  /// What the key `schema` says, with the document; nil where there is no such key.
  fileprivate func schema() throws(FileError) -> (word: String, document: Field)? {
    let document = try document(sizeLimit: SourceFile.dataSizeLimit)
    guard document.isMapping else { return nil }
    var keys = try MappingReader(document)
    guard let schema = keys.optional("schema") else { return nil }
    return (try schema.line(), document)
  }
}

/// The question that a FILE argument asks.
enum Question {
  /// Reads a plan file or a problem, told apart by the key `schema`.
  static func read(_ source: SourceFile) throws(Failure) -> ProblemDocument {
    do {
      if let document = try source.schema()?.document { return try ProblemFile.read(document) }
      return ProblemDocument(try Resolver.problem(planFile: source, loader: InputFile.named))
    } catch {
      throw .invalid(error)
    }
  }
}

extension Planner.Effort {
  /// The best schedule for a problem, or the failure of the command.
  ///
  /// Nothing is planned while a warning sign of a check-in stands.
  func plan(_ problem: PlanProblem) throws(Failure) -> Schedule {
    if let checkIn = problem.checkIns.redFlags.last {
      throw .redFlag(checkIn, refer: try RuleBook.bundled()["red-flag"]?.refer ?? [])
    }
    do {
      return try ProgressLine.whilePlanning { () throws(Infeasibility) in
        try Planner.plan(problem, effort: self).schedule
      }
    } catch {
      throw .infeasible(error)
    }
  }
}

/// A schedule with the question that it answers.
struct Answer {
  let schedule: Schedule
  let problem: PlanProblem

  /// Reads a schedule with its question; for a plan or a problem, the schedule beside it, or else the one
  /// that the planner finds. The question of a schedule stands at `planPath`, or else inside or beside it.
  static func read(_ path: String, planPath: String?) throws(Failure) -> Answer {
    let source = try InputFile.read(path)
    let word: String?
    do { word = try source.schema()?.word } catch { throw .invalid(error) }
    if word == ScheduleFile.fileSchema || word == ScheduleFile.jsonSchema {
      let document = try Self.schedule(source)
      if planPath == nil, let problem = document.problem {
        return Answer(schedule: document.schedule, problem: problem.problem)
      }
      if let planPath { return try Answer(document.schedule, from: path, question: planPath) }
      return try Answer(document.schedule, from: path, question: try Self.plan(beside: path))
    }
    let problem = try Question.read(source).problem
    let beside = FileName(path).schedule
    if path != "-", InputFile.exists(beside) {
      let schedule = try Self.schedule(try InputFile.read(beside)).schedule
      return try Answer(schedule, from: beside, problem: problem, question: path)
    }
    return Answer(schedule: try Planner.Effort.standard.plan(problem), problem: problem)
  }

  init(schedule: Schedule, problem: PlanProblem) {
    self.schedule = schedule
    self.problem = problem
  }

  private init(_ schedule: Schedule, from path: String, question: String) throws(Failure) {
    let problem = try Question.read(try InputFile.read(question)).problem
    try self.init(schedule, from: path, problem: problem, question: question)
  }

  private init(
    _ schedule: Schedule, from path: String, problem: PlanProblem, question: String
  ) throws(Failure) {
    guard schedule.problemID == problem.id else {
      throw .invalid(
        FileError(
          file: path, mark: nil, "the schedule answers \"\(schedule.problemID)\", not \"\(problem.id)\"",
          expected: "the schedule of \(question); `gradus plan` makes it"))
    }
    self.init(schedule: schedule, problem: problem)
  }

  private static func schedule(_ source: SourceFile) throws(Failure) -> ScheduleDocument {
    do { return try ScheduleFile.read(source) } catch { throw .invalid(error) }
  }

  private static func plan(beside path: String) throws(Failure) -> String {
    let places = path == "-" ? [] : FileName(path).plans.filter { $0 != path }
    if let plan = places.first(where: InputFile.exists) { return plan }
    let tried = places.isEmpty ? "" : " (" + places.joined(separator: ", ") + ")"
    throw .inputOutput(path: path, message: "no plan is beside the schedule\(tried); name it with --plan")
  }
}
