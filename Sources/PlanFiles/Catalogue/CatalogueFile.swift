public import TrainingPlan

/// The catalogue: the one that ships with Gradus, and a coach's own file on top of it.
public enum CatalogueFile {
  /// The catalogue that ships with Gradus, read once.
  ///
  /// - Throws: `FileError` where the embedded data are faulty, which the tests rule out.
  public static func standard() throws(FileError) -> Catalogue { try shipped.get() }

  private static let shipped = Result { () throws(FileError) in try readShipped() }

  private static func readShipped() throws(FileError) -> Catalogue {
    let activities = try rows("activities", in: embedded("activities.json", EmbeddedData.activities))
      .map { row throws(FileError) in try Activity(row) }
    let known = ActivityIndex(activities)
    return Catalogue(
      activities: activities,
      compendium: try rows("rows", in: embedded("compendium.json", EmbeddedData.compendium))
        .map { row throws(FileError) in try CompendiumEntry(row, activities: known) },
      entries: try rows("templates", in: embedded("templates.json", EmbeddedData.templates))
        .map { row throws(FileError) in try CatalogueEntry(row, activities: known) },
      routines: try RoutineLibrary.read(
        embedded("routines.json", EmbeddedData.routines), activities: known))
  }

  /// A catalogue with a coach's own file applied: `add` holds new kinds of session, `narrow` tighter
  /// bounds for existing ones.
  ///
  /// ```yaml
  /// gradus: 1
  /// narrow:
  ///   run-intervals: { max_minutes: 50, weekdays: [tue, thu] }
  /// ```
  ///
  /// - Throws: `FileError` where the file is not readable, names what is not there, adds what is there
  ///   already, or widens an entry.
  public static func read(_ file: SourceFile, onto base: Catalogue) throws(FileError) -> Catalogue {
    var document = try MappingReader(try file.document())
    _ = try document.required("gradus").int(in: 1...1)
    let additions = document.optional("add")
    let narrowings = document.optional("narrow")
    try document.finish()

    var catalogue = base
    let known = ActivityIndex(base.activities)
    for addition in try additions?.items("add") ?? [] {
      let entry = try CatalogueEntry(addition, activities: known)
      guard catalogue.entry(entry.id) == nil else {
        throw addition.error(
          "\"\(entry.id)\" is in the catalogue already", expected: "a new id, or the entry under \"narrow\"")
      }
      catalogue.entries.append(entry)
    }
    for (id, mark, bounds) in try narrowings?.entries() ?? [] {
      guard let index = catalogue.entries.firstIndex(where: { $0.id == id }) else {
        throw FileError(
          file: file.name, mark: mark, "\"\(id)\" is not in the catalogue",
          expected: "the id of an entry", suggestion: NearestWord.of(id, among: catalogue.entries.map(\.id)))
      }
      catalogue.entries[index] = try catalogue.entries[index].narrowed(by: bounds)
    }
    return catalogue
  }

  /// The document of an embedded resource.
  static func embedded(_ name: String, _ bytes: [UInt8]) throws(FileError) -> Field {
    try SourceFile(name: name, bytes: bytes).document(sizeLimit: SourceFile.dataSizeLimit)
  }

  /// The rows of an embedded resource; what else it holds is for people.
  static func rows(_ key: String, in document: Field) throws(FileError) -> [Field] {
    var reader = try MappingReader(document)
    return try reader.required(key).items(key)
  }
}

/// The activity rows by id, and their ids for suggestions.
struct ActivityIndex {
  private let rows: [String: Activity]
  private let ids: [String]

  init(_ activities: [Activity]) {
    rows = Dictionary(activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = activities.map(\.id)
  }

  /// The row that a field names.
  func row(named field: Field) throws(FileError) -> Activity {
    let id = try field.line()
    guard let row = rows[id] else {
      throw field.wrong(
        expected: "the id of an activity, for example run_easy", suggestion: NearestWord.of(id, among: ids))
    }
    return row
  }
}
