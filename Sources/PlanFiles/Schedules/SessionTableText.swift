import TrainingLoad
import TrainingPlan

/// A table as text: its rows, and which column stands where.
struct SessionTableText {
  let file: String
  let separator: Unicode.Scalar
  private(set) var columns: [SessionColumn: Int] = [:]
  let width: Int
  /// What comes after the header.
  let rows: CSVReader

  private static let expected = "the header of `gradus export --to csv`, at least date and minutes"

  /// The table in a file, its header read.
  init(_ source: SourceFile) throws(FileError) {
    var source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { source.bytes.removeFirst(3) }
    try source.check(sizeLimit: SourceFile.dataSizeLimit)
    file = source.name
    separator = Self.separator(of: source.bytes)
    var rows = CSVReader(source, separator: separator)
    var header = try rows.next()
    // Excel says its separator in a line of its own: `sep=;`.
    if let cells = header?.cells, cells[0].text.hasPrefix("sep="), cells.count <= 2 {
      header = try rows.next()
    }
    guard let header else {
      throw FileError(
        file: file, mark: Mark(line: 1, column: 1), "the file is empty", expected: Self.expected)
    }
    width = header.cells.count
    self.rows = rows
    try name(header)
  }

  /// Finds the columns; others are the coach's own, unless one is a known name mistyped.
  private mutating func name(_ header: CSVReader.Row) throws(FileError) {
    var others: [CSVReader.Cell] = []
    for (index, cell) in header.cells.enumerated() {
      let name = cell.text.lowercased().replacing(" ", with: "_")
      guard let column = SessionColumn(rawValue: name) else {
        others.append(cell)
        continue
      }
      guard columns.updateValue(index, forKey: column) == nil else {
        throw FileError(
          file: file, mark: cell.mark, "the column \"\(name)\" is here twice", expected: "it once")
      }
    }
    let missing = SessionColumn.allCases.filter { columns[$0] == nil }.map(\.rawValue)
    for cell in others {
      guard let meant = NearestWord.of(cell.text, among: missing) else { continue }
      throw FileError(
        file: file, mark: cell.mark, "the column \"\(cell.text.prefix(40))\" is not known",
        expected: "one of " + missing.joined(separator: ", "), suggestion: meant)
    }
    for column in [SessionColumn.date, .minutes] where columns[column] == nil {
      throw FileError(
        file: file, mark: header.mark, "the column \"\(column.rawValue)\" is missing", expected: Self.expected
      )
    }
  }

  /// What parts the cells of the first line: the one of comma, semicolon and tab that is there most often.
  private static func separator(of bytes: [UInt8]) -> Unicode.Scalar {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { a, b in
      line.count { $0 == UInt8(ascii: a) } < line.count { $0 == UInt8(ascii: b) }
    } ?? ","
  }
}

/// The cells of a row under the names of their columns.
struct SessionCells {
  private let row: CSVReader.Row
  private let table: SessionTableText

  init(_ row: CSVReader.Row, of table: SessionTableText) {
    self.row = row
    self.table = table
  }

  /// Spreadsheets leave rows of nothing below a table.
  var areEmpty: Bool { row.cells.allSatisfy { $0.text.isBlank } }

  /// Refuses cells behind the last column.
  func refuseMore() throws(FileError) {
    guard let cell = row.cells.dropFirst(table.width).first(where: { !$0.text.isBlank }) else { return }
    throw FileError(
      file: table.file, mark: cell.mark, "this row has \(row.cells.count) cells",
      expected:
        "\(table.width), as many as the header; a decimal comma needs quotes where commas part the cells")
  }

  /// What the cell says; nil where it is empty or not there.
  func text(_ column: SessionColumn) -> String? { cell(column).flatMap { $0.text.isBlank ? nil : said($0) } }

  private func cell(_ column: SessionColumn) -> CSVReader.Cell? {
    table.columns[column].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
  }

  /// The text of a cell: as it was before it was made safe, with the line ends of this program.
  private func said(_ cell: CSVReader.Cell) -> String {
    let text = CSVText.plain(cell.text).replacing("\r\n", with: "\n")
    return text.trimmed
  }

  /// The columns whose cells no longer say what was written of a session.
  func changes(of session: Session, in schedule: Schedule) -> [SessionColumn] {
    SessionColumn.allCases.filter { column in
      guard !column.isDerived, column != .id, table.columns[column] != nil else { return false }
      let text = text(column) ?? ""
      return !SessionTable.Form.allCases.contains { form in
        column.isSame(text, column.text(of: session, in: schedule, form: form))
      }
    }
  }

  /// The value of a cell; nil where it is empty or not there.
  func optional(_ column: SessionColumn) -> Field? {
    text(column).map { text in
      let mark = cell(column)?.mark ?? row.mark
      return Field(
        file: table.file, name: column.rawValue,
        node: Node(mark: mark, content: .scalar(column.isText ? text : number(text), isQuoted: column.isText))
      )
    }
  }

  /// The value of a cell that must be there.
  func required(_ column: SessionColumn) throws(FileError) -> Field {
    if let field = optional(column) { return field }
    throw error(column, "\"\(column.rawValue)\" is empty", expected: "a value")
  }

  /// An error at the cell of a column, or at the row where that is not there.
  func error(_ column: SessionColumn, _ message: String, expected: String) -> FileError {
    FileError(file: table.file, mark: cell(column)?.mark ?? row.mark, message, expected: expected)
  }

  /// A number with a decimal point, where it cannot be mistaken for thousands.
  private func number(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return text }
    let mayBeThousands = parts[1].count == 3 && parts[0].count < 4 && parts[0] != "0"
    return table.separator == "," && mayBeThousands ? text : parts.joined(separator: ".")
  }

  func flag(_ column: SessionColumn) throws(FileError) -> Bool {
    guard let field = optional(column) else { return false }
    switch text(column)?.lowercased() {
    case "yes", "y", "true", "x", "1": return true
    case "no", "n", "false", "0": return false
    default: throw field.wrong(expected: "yes, no or nothing")
    }
  }

  func steps() throws(FileError) -> [Step] {
    guard let field = optional(.steps), let text = text(.steps) else { return [] }
    if text.hasPrefix("[") {
      do { return try Step.steps(json: SourceFile(name: table.file, text: text)) } catch {
        throw field.error("\"steps\" is no list of steps as JSON", expected: "a step a line, or its JSON")
      }
    }
    var steps: [Step] = []
    for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
      guard let step = Step(line: String(line).trimmed) else {
        throw field.wrong(expected: "a step a line, for example: 10 min Easy jog (very easy)")
      }
      steps.append(step)
    }
    return steps
  }
}

extension SessionColumn {
  /// Whether the column holds text, which quotes leave as it is.
  fileprivate var isText: Bool {
    ![.minutes, .srpe, .load, .hip, .relief].contains(self)
  }

  /// Whether two cells say the same. A spreadsheet may have rewritten a time or a figure.
  fileprivate func isSame(_ text: String, _ written: String) -> Bool {
    if text == written.trimmed { return true }
    switch self {
    case .minutes, .srpe, .load, .hip, .relief:
      guard let a = NumberText.double(text.replacing(",", with: ".")), let b = NumberText.double(written)
      else {
        return false
      }
      return abs(a - b) <= 1e-9 * max(1, abs(b))
    case .hard, .intense, .long, .locked, .done, .restful:
      return ["no", "n", "false", "0"].contains(text.lowercased()) && written.isEmpty
        || ["y", "true", "x", "1", "yes"].contains(text.lowercased()) && !written.isEmpty
    case .start: return SpreadsheetTime.minute(text).map(TimeText.clock) == written
    default: return false
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
