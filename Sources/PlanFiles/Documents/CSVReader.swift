/// Reads comma-separated values, strictly (RFC 4180): a broken file is refused, never repaired.
///
/// Some spreadsheets put a semicolon or a tab in the comma's place; that is said by `separator`.
struct CSVReader {
  /// A row: its cells, each with its place.
  struct Row {
    var mark: Mark
    var cells: [Cell]
  }

  /// A cell, without its quotes.
  struct Cell {
    var mark: Mark
    var text: String
  }

  private let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset = 0
  private var mark = Mark(line: 1, column: 1)

  /// A reader of bytes that are known to be UTF-8 text.
  init(_ source: SourceFile, separator: Unicode.Scalar = ",") {
    file = source.name
    bytes = source.bytes
    self.separator = UInt8(ascii: separator)
  }

  /// The next row with something in it; nil at the end. Lines end with LF, CR LF or CR.
  mutating func next() throws(FileError) -> Row? {
    while let byte = peek, byte == 0x0A || byte == 0x0D { advance() }
    guard peek != nil else { return nil }
    var row = Row(mark: mark, cells: [try cell()])
    while peek == separator {
      advance()
      row.cells.append(try cell())
    }
    return row
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var isEndOfCell: Bool { peek == nil || peek == separator || peek == 0x0A || peek == 0x0D }

  private mutating func advance() {
    mark.advance(over: bytes[offset], before: offset + 1 < bytes.count ? bytes[offset + 1] : nil)
    offset += 1
  }

  private mutating func cell() throws(FileError) -> Cell {
    let start = mark
    guard peek == UInt8(ascii: "\"") else { return Cell(mark: start, text: try plain()) }
    advance()
    var text: [UInt8] = []
    while let byte = peek {
      advance()
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      guard peek == UInt8(ascii: "\"") else {
        guard isEndOfCell else {
          throw FileError(
            file: file, mark: mark, "text follows a closing quote",
            expected: "the end of the cell, or quotes doubled inside quotes")
        }
        return Cell(mark: start, text: String(decoding: text, as: UTF8.self))
      }
      text.append(byte)
      advance()
    }
    throw FileError(file: file, mark: start, "this text has no end", expected: "a closing double quote")
  }

  /// A cell without quotes; spaces around it do not count.
  private mutating func plain() throws(FileError) -> String {
    let begin = offset
    while !isEndOfCell, let byte = peek {
      guard byte != UInt8(ascii: "\"") else {
        throw FileError(
          file: file, mark: mark, "a quote stands inside a cell", expected: "the whole cell in quotes")
      }
      advance()
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let text = bytes[begin..<offset].drop(while: isSpace)
    return String(decoding: text.reversed().drop(while: isSpace).reversed(), as: UTF8.self)
  }
}
