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
    yaml.write(schedule)
    return Array(yaml.text.utf8)
  }

  /// A schedule file in the one form that `text` gives, with the comments that it holds. What is in that form
  /// already stays as it is.
  ///
  /// Sessions are listed by day, ids that followed from the place in the list are written down.
  ///
  /// - Throws: `FileError` where the source is no schedule file, or where anything would be lost.
  public static func formatted(_ source: SourceFile) throws(FileError) -> [UInt8] {
    let document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
    var keys = try MappingReader(document)
    guard let schema = keys.optional("schema") else {
      throw document.error(
        "this is no schedule file", expected: "NAME.schedule.yaml; a plan file stays as its author wrote it")
    }
    try requireFile(schema, to: "put in form")
    var comments = try CommentTree(source)
    var days: [CivilDay] = []
    for item in try keys.required("sessions").items("a session") {
      var session = try MappingReader(item)
      days.append(try session.required("date").day())
    }
    let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    let ofSessions = comments[.key("sessions")]
    for (place, index) in order.enumerated() {
      comments[.key("sessions")][.item(place)] = ofSessions[.item(index)]
    }
    let schedule = try read(source).schedule
    var yaml = YAMLText(flowKeys: ["steps"])
    yaml.write(schedule, comments: comments)
    let text = Array(yaml.text.utf8)
    try requireSame(schedule, comments, in: text, of: source)
    return text
  }

  /// Another schedule in the place of a file, in the one form that `text` gives, with the comments that the file
  /// holds: those of a session go where it goes.
  ///
  /// - Throws: `FileError` where the source is no schedule file, or where a comment would be lost, for example that
  ///   of a session that is no longer there.
  public static func text(_ schedule: Schedule, over source: SourceFile) throws(FileError) -> [UInt8] {
    let listed = try sessionsAsListed(source)
    let all = try CommentTree(source)
    let ofSessions = all[.key("sessions")]
    var comments = all
    comments[.key("sessions")].items = []
    let places = Dictionary(uniqueKeysWithValues: schedule.sessions.enumerated().map { ($1.id, $0) })
    for (index, session) in listed.enumerated() where ofSessions.items.indices.contains(index) {
      guard !ofSessions[.item(index)].texts.isEmpty else { continue }
      guard let place = places[session.id] else {
        throw FileError(
          file: source.name, mark: nil,
          "a comment stands at a session that is no longer planned: \(session.title) of \(session.day)",
          expected: "the comment elsewhere, the session locked, or --replace, which writes over the file")
      }
      comments[.key("sessions")][.item(place)] = ofSessions[.item(index)]
    }
    var yaml = YAMLText(flowKeys: ["steps"])
    yaml.write(schedule, comments: comments)
    let text = Array(yaml.text.utf8)
    try requireSame(schedule, all, in: text, of: source)
    return text
  }

  private static func sessionsAsListed(_ source: SourceFile) throws(FileError) -> [Session] {
    var keys = try MappingReader(try source.document(sizeLimit: SourceFile.dataSizeLimit))
    try requireFile(try keys.required("schema"), to: "written over")
    var list = SessionList(planID: try keys.required("plan").identifier(), isStrict: true)
    for item in try keys.required("sessions").items("a session") {
      var session = try MappingReader(item)
      try list.add(&session, day: try session.required("date").day())
    }
    return list.asListed
  }

  /// Refuses another kind of file than a schedule file.
  static func requireFile(_ schema: Field, to change: String) throws(FileError) {
    guard try schema.line() == fileSchema else {
      throw schema.wrong(expected: "\(fileSchema): only a schedule file can be \(change)")
    }
  }

  /// Refuses a text that does not say the same with the same comments.
  private static func requireSame(
    _ schedule: Schedule, _ comments: CommentTree, in text: [UInt8], of source: SourceFile
  ) throws(FileError) {
    let written = SourceFile(name: source.name, bytes: text)
    let again = (try? read(written).schedule, (try? CommentTree(written))?.texts.sorted())
    guard again.0 == schedule, again.1 == comments.texts.sorted() else {
      throw FileError(
        file: source.name, mark: nil, "the file cannot be written anew without loss",
        expected: "comments beside or above a key, and sessions one below the other")
    }
  }
}

extension YAMLText {
  /// The parts of a schedule file, lists after an empty line.
  fileprivate mutating func write(_ schedule: Schedule, comments: CommentTree = CommentTree()) {
    let fitted = comments.fitted(to: .object(schedule.fileMembers))
    write(above: fitted)
    for member in schedule.fileMembers {
      if case .array = member.value { emptyLine() }
      write(member.key, member.value, comments: fitted[.key(member.key)])
    }
    write(fitted.below)
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
