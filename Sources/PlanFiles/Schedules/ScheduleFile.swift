import TrainingLoad
public import TrainingPlan

/// Reads and writes the answer: `plan/1` JSON for programs, and the schedule file that a coach edits.
public enum ScheduleFile {
  /// What the `schema` key of a schedule as JSON says.
  public static let jsonSchema = "plan/1"
  /// What the `schema` key of a schedule file says.
  public static let fileSchema = "schedule/1"

  /// The schedule in a file of either form.
  ///
  /// A schedule file may leave out what follows from the rest (`load`, ids of sessions written by hand),
  /// and every key of it must be known. In `plan/1` further keys are ignored.
  ///
  /// - Throws: `FileError` where a value cannot be what its key says, or contradicts another.
  public static func read(_ source: SourceFile) throws(FileError) -> ScheduleDocument {
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    var keys = try MappingReader(document)
    switch try keys.required("schema").word(among: [fileSchema, jsonSchema]) {
    case jsonSchema: return try ScheduleDocument(json: &keys)
    default: return ScheduleDocument(schedule: try Schedule(file: &keys))
    }
  }

  /// The schedule as `plan/1`, with its question under `problem`.
  public static func json(_ schedule: Schedule, problem: ProblemDocument?) -> JSONValue {
    schedule.json(problem: problem?.json)
  }

  /// The schedule as a file beside its plan. Equal schedules give equal bytes.
  public static func text(_ schedule: Schedule) -> [UInt8] {
    var yaml = YAMLText(flowKeys: ["steps"])
    yaml.comment("A schedule that Gradus wrote. Edit it as you like: a session with the same id stays")
    yaml.comment("the same event in calendars, and load and exposure follow its minutes.")
    for member in schedule.fileMembers {
      if case .array = member.value { yaml.emptyLine() }
      yaml.write(member.key, member.value)
    }
    return Array(yaml.text.utf8)
  }
}

/// A schedule, and the question that it answers where the document holds it.
public struct ScheduleDocument: Equatable, Sendable {
  /// The answer.
  public var schedule: Schedule
  /// The question; nil in a schedule file.
  public var problem: ProblemDocument?

  /// A schedule, with its problem where that is known.
  public init(schedule: Schedule, problem: ProblemDocument? = nil) {
    self.schedule = schedule
    self.problem = problem
  }
}
