import TrainingLoad
public import TrainingPlan

/// Reads what an athlete did: CSV with the columns `date,sport,minutes,rpe` and, where wanted,
/// `distance_km`, `load` and `activity`.
///
/// A row a session; several rows of one day are several sessions. A row with the sport `rest` says that
/// nothing was done on a day. A day without a row is unknown. Rows may come in any order.
public enum HistoryFile {
  /// The word in the sport column that says that a day was rest.
  public static let restWord = "rest"

  /// Whether a file is a history: it is named `.csv`, or begins with the header of one.
  public static func isHistory(_ source: SourceFile) -> Bool {
    if source.name.hasSuffix(".csv") { return true }
    let line = String(decoding: source.bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200), as: UTF8.self)
    let names = line.split(separator: ",").map { $0.filter { $0.isLetter || $0 == "_" } }
    return names.contains("date") && names.contains("sport")
  }

  /// The history in a file.
  ///
  /// - Parameters:
  ///   - source: The file; a byte order mark at its beginning is ignored, since spreadsheets write one.
  ///   - sports: The sports that may be named; nil = any.
  /// - Returns: The sessions, with the days that are known.
  /// - Throws: `FileError` with line and column.
  public static func read(
    _ source: SourceFile, sports: [String]? = nil
  ) throws(FileError) -> TrainingHistory {
    var source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { source.bytes.removeFirst(3) }
    try source.check(sizeLimit: SourceFile.dataSizeLimit)
    var reader = CSVReader(source)
    let columns = try HistoryColumns(try reader.next(), file: source.name)
    var sessions: [TrainingHistory.PastSession] = []
    var knownDays: [CivilDay] = []
    while let row = try reader.next() {
      // A row of spaces, or of commas alone, is what spreadsheets leave below a table.
      if row.cells.allSatisfy({ $0.text.isEmpty }) { continue }
      let entry = try HistoryRow(row, columns: columns, sports: sports)
      knownDays.append(entry.day)
      if let session = entry.session { sessions.append(session) }
    }
    return TrainingHistory(sessions: sessions, knownDays: knownDays)
  }
}

/// Which cell of a row stands under which name.
struct HistoryColumns {
  let file: String
  private(set) var names: [String] = []

  static let known = ["date", "sport", "minutes", "rpe", "distance_km", "load", "activity"]

  init(_ header: CSVReader.Row?, file: String) throws(FileError) {
    self.file = file
    let start = Mark(line: 1, column: 1)
    guard let header else {
      throw FileError(
        file: file, mark: start, "the file is empty", expected: "the header date,sport,minutes,rpe")
    }
    for cell in header.cells {
      guard Self.known.contains(cell.text), !names.contains(cell.text) else {
        throw Self.wrong(cell, isTwice: names.contains(cell.text), file: file)
      }
      names.append(cell.text)
    }
    var needed = ["date", "sport", "minutes"]
    if !names.contains("load") { needed.append("rpe") }
    for name in needed where !names.contains(name) {
      throw FileError(
        file: file, mark: header.mark, "the column \"\(name)\" is missing",
        expected: "the header date,sport,minutes,rpe")
    }
  }

  private static func wrong(_ cell: CSVReader.Cell, isTwice: Bool, file: String) -> FileError {
    if cell.text.contains(";") || cell.text.contains("\t") {
      return FileError(
        file: file, mark: cell.mark, "the columns are not separated by commas", expected: "commas")
    }
    let shown = String(cell.text.prefix(40))
    return FileError(
      file: file, mark: cell.mark,
      isTwice ? "the column \"\(shown)\" is here twice" : "the column \"\(shown)\" is not known",
      expected: isTwice ? "it once" : "one of " + known.joined(separator: ", "),
      suggestion: isTwice ? nil : NearestWord.of(cell.text, among: known))
  }
}

/// One row of a history.
private struct HistoryRow {
  let day: CivilDay
  /// What was done; nil on a day of rest.
  let session: TrainingHistory.PastSession?

  init(_ row: CSVReader.Row, columns: HistoryColumns, sports: [String]?) throws(FileError) {
    guard row.cells.count == columns.names.count else {
      throw FileError(
        file: columns.file, mark: row.mark, "this row has \(row.cells.count) cells",
        expected: "\(columns.names.count), as many as the header")
    }
    func cell(_ name: String) -> Field? {
      guard let index = columns.names.firstIndex(of: name), !row.cells[index].text.isEmpty else { return nil }
      let cell = row.cells[index]
      let node = Node(mark: cell.mark, content: .scalar(cell.text, isQuoted: false))
      return Field(file: columns.file, name: name, node: node)
    }
    func required(_ name: String, _ expected: String) throws(FileError) -> Field {
      if let cell = cell(name) { return cell }
      let index = columns.names.firstIndex(of: name)
      throw FileError(
        file: columns.file, mark: index.map { row.cells[$0].mark } ?? row.mark, "\"\(name)\" is empty",
        expected: expected)
    }
    day = try required("date", "a date as YYYY-MM-DD").day()
    let sport = try required("sport", "a sport, or \(HistoryFile.restWord)")
    guard try sport.line() != HistoryFile.restWord else {
      for name in ["minutes", "rpe", "distance_km", "load"] {
        guard let value = cell(name), try value.double() != 0 else { continue }
        throw value.wrong(expected: "nothing on a day of rest")
      }
      session = nil
      return
    }
    if let sports { _ = try sport.word(among: sports + [HistoryFile.restWord]) }
    let minutes = try required("minutes", "the minutes, for example 45").double(in: 0...10_000)
    let load = try cell("load")?.amount()
    let distance = try cell("distance_km")?.double(in: 0...10_000)
    let activity = try cell("activity")?.line()
    if let load, cell("rpe") == nil {
      session = .init(
        day: day, sport: try sport.line(), minutes: minutes, load: load, distanceKm: distance,
        activity: activity)
      return
    }
    let rpe = try required("rpe", "how hard it felt, 0 to 10, or the load in a column load")
    session = .init(
      day: day, sport: try sport.line(), minutes: minutes, rpe: try rpe.double(in: 0...10), load: load,
      distanceKm: distance, activity: activity)
  }
}
