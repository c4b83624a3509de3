import TrainingLoad
public import TrainingPlan

/// A coach's policy as written in one file: which rules bind, their numbers, and exceptions.
///
/// `gradus-limits: 1`. The file that it extends is not yet laid under it.
public struct LimitsFile: Sendable {
  /// What people call the policy; empty where not said.
  public var title: String
  /// The file that this one extends, as written, relative to this file.
  var extends: (path: String, field: Field)?
  /// What it says of the rules.
  var settings: LimitSettings
  /// Exceptions with their reason and end.
  public var waivers: [RulePolicy.Waiver]

  /// Reads a limits file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - names: The sports and families that numbers may be given for.
  /// - Throws: `FileError` with line, column and the nearest valid word.
  public init(_ file: SourceFile, names: [String]) throws(FileError) {
    let document = try file.document()
    var reader = try MappingReader(document)
    let version = try reader.required("gradus-limits")
    guard try version.int() == 1 else { throw version.wrong(expected: "1") }
    try self.init(body: &reader, names: names)
  }

  /// Reads the limits that stand inside a plan file.
  init(inline field: Field, names: [String]) throws(FileError) {
    var reader = try MappingReader(field)
    try self.init(body: &reader, names: names)
  }

  private init(body reader: inout MappingReader, names: [String]) throws(FileError) {
    title = try reader.optional("title").map { field throws(FileError) in try field.line() } ?? ""
    if let field = reader.optional("extends") { extends = (try field.line(), field) }
    let rules = reader.optional("rules")
    let waivers = reader.optional("waivers")
    try reader.finish()
    settings = LimitSettings()
    if let rules { settings = try LimitsReader(names: names).settings(rules) }
    self.waivers = []
    for item in try waivers?.items("waiver") ?? [] { self.waivers.append(try Self.waiver(item)) }
  }

  private static func waiver(_ field: Field) throws(FileError) -> RulePolicy.Waiver {
    var reader = try MappingReader(field)
    let rule = try reader.required("rule")
    let from = reader.optional("from")
    let until = try reader.required("until")
    let sessions = reader.optional("sessions")
    let dates = reader.optional("dates")
    let reason = try reader.required("reason")
    try reader.finish()
    let id = try rule.word(among: LimitVocabulary.rules.filter(\.isOptional).map(\.id))
    let last = try until.day()
    var first: TrainingLoad.CivilDay?
    if let from { first = try from.day() }
    if let first, last < first { throw until.wrong(expected: "a day from \(first) on") }
    var waiver = RulePolicy.Waiver(rule: id, from: first, until: last, reason: try reason.line())
    for item in try sessions?.items("a session") ?? [] { waiver.sessions.append(try item.identifier()) }
    for item in try dates?.items("a day") ?? [] {
      let day = try item.day()
      guard day <= last, first.map({ $0 <= day }) ?? true else {
        throw item.wrong(expected: "a day of the waiver, which ends on \(last)")
      }
      waiver.dates.append(day)
    }
    return waiver
  }
}
