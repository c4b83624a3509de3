/// Columns of text, as wide as their widest cell.
struct TextTable {
  enum Alignment { case left, right }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []

  init(_ columns: [(String, Alignment)]) {
    self.columns = columns.map { ($0.0, $0.1) }
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines of the table, its titles first; spaces at the end of a line are left out.
  func lines(_ style: Style) -> [String] {
    let titles = columns.map(\.title)
    let widths = columns.indices.map { column in
      ([titles] + rows).map { cellWidth($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[index] - cellWidth(cell))
        text += index > 0 ? "  " : ""
        text += columns[index].alignment == .left ? cell + space : space + cell
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [style.faint(line(titles))] + rows.map(line)
  }
}

/// The cells of a terminal that a text takes: wide East Asian characters and emoji take two (UAX #11).
func cellWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    if first.properties.generalCategory == .nonspacingMark { return width }
    return width + (isWide(first) || first.properties.isEmojiPresentation ? 2 : 1)
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// A number with so many decimals, a point before them whatever the locale, and no negative zero.
func decimal(_ value: Double, _ places: Int = 0) -> String {
  let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = (value * scale).rounded()
  guard scaled.magnitude < 1e15 else { return String(value) }
  let whole = Int(scaled)
  let digits = String(whole.magnitude)
  guard places > 0 else { return (whole < 0 ? "-" : "") + digits }
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return (whole < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
}

/// Text in lines of at most so many cells, broken between words.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, cellWidth(line) + 1 + cellWidth(String(word)) > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return line.isEmpty ? lines : lines + [line]
}
