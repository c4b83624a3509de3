import TrainingLoad
public import TrainingPlan

/// Reads and writes the resolved question, `plan-problem/1`.
///
/// Keys that are absent or `null` have the format's defaults; keys that are not known are kept and ignored.
public enum ProblemFile {
  /// What the `schema` key says.
  public static let schema = "plan-problem/1"

  /// The problem in a file.
  ///
  /// - Throws: `FileError` where a value cannot be what its key says, or contradicts another.
  public static func read(_ source: SourceFile) throws(FileError) -> ProblemDocument {
    try read(try source.document(sizeLimit: SourceFile.dataSizeLimit))
  }

  /// The problem in a part of a document, for example under `problem` in a `plan/1` file.
  public static func read(_ field: Field) throws(FileError) -> ProblemDocument {
    ProblemDocument(problem: try PlanProblem(field), json: JSONValue(field.node))
  }

  /// The problem as JSON, every default written out.
  public static func json(_ problem: PlanProblem) -> JSONValue { problem.json }
}

/// A problem with the document that it came from, whose further keys stay as they are.
public struct ProblemDocument: Equatable, Sendable {
  /// What the document asks.
  public var problem: PlanProblem
  /// The document, unchanged.
  public var json: JSONValue

  /// A problem and its document.
  public init(problem: PlanProblem, json: JSONValue) {
    self.problem = problem
    self.json = json
  }

  /// A problem that was not read from a document.
  public init(_ problem: PlanProblem) {
    self.init(problem: problem, json: ProblemFile.json(problem))
  }
}

extension PlanProblem {
  init(_ field: Field) throws(FileError) {
    var keys = try MappingReader(field)
    if let schema = keys.optional("schema") { _ = try schema.word(among: [ProblemFile.schema]) }
    let id = try keys.optional("id")?.identifier() ?? ""
    self.init(
      id: id,
      title: try keys.optional("title")?.line() ?? id,
      start: try keys.required("start_date").day(),
      event: try Event(try keys.required("event")),
      history: try History(try keys.required("history")),
      availability: try Availability(try keys.required("availability")),
      rest: try RestDays(try keys.required("rest")),
      templates: try keys.optional("templates").map(Self.templates) ?? [],
      limits: try Limits(try keys.required("limits")))
    goal = try keys.optional("goal").map(Goal.init) ?? Goal()
    model = try keys.optional("model").map(ResponseModel.init) ?? ResponseModel()
    athlete = try keys.optional("athlete").map(Athlete.init)
    coaching = try keys.optional("coaching").map(Coaching.init)
    robustness = try keys.optional("robust").flatMap(Robustness.init)
    calendar = try keys.optional("calendar").map(CalendarWishes.init) ?? CalendarWishes()
    policy = try keys.optional("policy").map(RulePolicy.init) ?? RulePolicy()
    checkIns = try keys.optional("check_ins").map(CheckIns.init) ?? CheckIns()
    assumptions =
      try keys.optional("assumptions")?.items("an assumption")
      .map { item throws(FileError) in try item.line() } ?? []
    held = try keys.optional("held").map { field throws(FileError) in try Held(field, planID: id) } ?? Held()
    tuneUps = try keys.optional("tune_ups").map { field throws(FileError) in try tuneUps(field) } ?? []
  }

  private static func templates(_ field: Field) throws(FileError) -> [SessionTemplate] {
    var templates: [SessionTemplate] = []
    var ids: Set<String> = []
    for item in try field.items("a template") {
      let template = try SessionTemplate(item)
      guard ids.insert(template.id).inserted else {
        throw item.error("a second template has the id \"\(template.id)\"", expected: "one of each id")
      }
      templates.append(template)
    }
    return templates
  }

  var json: JSONValue {
    let name: JSONValue? = id.isEmpty ? nil : .text(id)
    let weeks = JSONValue.number(weekCount)
    return .record([
      "schema": .text(ProblemFile.schema), "id": name, "title": .text(title),
      "start_date": .text(start.iso), "weeks": weeks, "event": event.json, "history": history.json,
      "availability": availability.json, "rest": rest.json, "templates": .array(templates.map(\.json)),
      "limits": limits.json, "goal": goal.json, "model": model.json, "athlete": athlete?.json,
      "coaching": coaching?.json, "robust": robustness?.json, "calendar": calendar.json,
      "policy": policy.json,
      "check_ins": checkIns.all.isEmpty ? nil : checkIns.json,
      "assumptions": assumptions.isEmpty ? nil : .texts(assumptions),
      "held": held.isEmpty ? nil : held.json,
      "tune_ups": tuneUps.isEmpty ? nil : .array(tuneUps.map(\.json)),
    ])
  }
}
