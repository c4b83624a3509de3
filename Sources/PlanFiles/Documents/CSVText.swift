/// Writes comma-separated values (RFC 4180): cells quoted where they must be, lines that end in CRLF.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a return for a formula, also behind
/// blanks and on a later line of the cell; a formula can fetch and send data. An apostrophe before it makes it text.
/// A cell that begins with such an apostrophe itself gets one more in either form, so that `plain` gives back what
/// went in.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  /// Whether texts that look like formulas are kept from being any.
  let isForSpreadsheets: Bool

  init(isForSpreadsheets: Bool) {
    self.isForSpreadsheets = isForSpreadsheets
    // Excel reads a file without the mark in the code page of the machine.
    if isForSpreadsheets { bytes = [0xEF, 0xBB, 0xBF] }
  }

  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: Self.quoted(isForSpreadsheets ? Self.guarded(cell) : Self.marked(cell)).utf8)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// The text of a cell without the apostrophe that keeps it from being a formula.
  static func plain(_ cell: String) -> String {
    isMarked(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static func guarded(_ text: String) -> String {
    isMarked(text) || isFormula(text.unicodeScalars[...]) ? "'" + text : text
  }

  private static func marked(_ text: String) -> String { isMarked(text) ? "'" + text : text }

  /// Whether the text is an apostrophe, or several, before what would be a formula.
  private static func isMarked(_ text: String) -> Bool {
    text.unicodeScalars.first == "'" && isFormula(text.unicodeScalars.drop { $0 == "'" })
  }

  private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    var isAtStart = true
    for scalar in text {
      switch scalar {
      case "\n": isAtStart = true
      case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        if isAtStart || scalar == "\r" { return true }
      default:
        let isInvisible = scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        isAtStart = isAtStart && isInvisible
      }
    }
    return false
  }

  private static func quoted(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ";") && byte >= 0x20
    }
    if isPlain, cell.utf8.first != 0x20, cell.utf8.last != 0x20 { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
