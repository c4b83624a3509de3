import PlanFiles
import Planner
import TrainingPlan

extension SourceFile {
  /// What the key `schema` says, with the document; nil where there is no such key.
  func schema() throws(FileError) -> (word: String, document: Field)? {
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

  /// Reads a plan file or a problem from a document.
  static func read(_ document: Field) throws(FileError) -> ProblemDocument {
    if document.isMapping {
      var keys = try MappingReader(document)
      if let schema = keys.optional("schema") {
        _ = try schema.line()
        return try ProblemFile.read(document)
      }
    }
    return ProblemDocument(try Resolver.problem(plan: document, loader: InputFile.named))
  }

  /// What was done, where a plan file names a history; nil for a problem, which holds what it needs.
  static func history(_ source: SourceFile) throws(Failure) -> TrainingHistory? {
    do {
      if try source.schema() != nil { return nil }
      return try Resolver.history(planFile: source, loader: InputFile.named)
    } catch {
      throw .invalid(error)
    }
  }
}

extension Planner.Effort {
  /// The best schedule for a problem, or the failure of the command; `source` is the file that asks.
  func plan(_ problem: PlanProblem, asked source: SourceFile?) throws(Failure) -> Schedule {
    try planned(problem, asked: source).schedule
  }

  /// The best schedule for a problem with its objective, or the failure of the command, with a word to whoever waits.
  func planned(
    _ problem: PlanProblem, asked source: SourceFile?, keeping standing: Schedule? = nil
  ) throws(Failure) -> PlannedSchedule {
    try ProgressLine.whilePlanning { () throws(Failure) in
      try answer(problem, asked: source, keeping: standing)
    }
  }

  /// The best schedule for a problem with its objective, or why there is none.
  ///
  /// Nothing is planned while a warning sign of a check-in stands.
  func answer(
    _ problem: PlanProblem, asked source: SourceFile?, keeping standing: Schedule? = nil
  ) throws(Failure) -> PlannedSchedule {
    if let checkIn = problem.checkIns.redFlags.last {
      throw .redFlag(checkIn, refer: try RuleBook.bundled()["red-flag"]?.refer ?? [])
    }
    do {
      return try Planner.plan(problem, effort: self, keeping: standing)
    } catch {
      throw .infeasible(error, source.flatMap { WishPlaces($0, loader: InputFile.named) })
    }
  }
}

extension PlannedSchedule {
  /// Notes in the schedule what it answers, so that planning again can tell that nothing has changed since.
  mutating func seal(answering problem: PlanProblem) {
    schedule.seal = schedule.seal(answering: problem, effort: effort.changes)
  }
}
