// Text in lines of its own behind `|` (as it stands) or `>` (folded).
extension YAMLReader {
  private enum Chomping { case clip, strip, keep }

  mutating func blockText(indent least: Int) throws(FileError) -> String {
    let isFolded = peek == UInt8(ascii: ">")
    advance()
    var chomping = Chomping.clip
    var indent: Int?
    while let byte = peek, !isSpace(byte) {
      switch byte {
      case UInt8(ascii: "-"): chomping = .strip
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil: indent = least - 1 + Int(byte - 48)
      default: throw unexpected("text on the lines below")
      }
      advance()
    }
    skipSpaces()
    if peek == UInt8(ascii: "#") { skipComment() }
    guard peek == nil || peek == 0x0A || peek == 0x0D else { throw unexpected("text on the lines below") }
    skipBreak()
    let lines = textLines(indent: max(0, indent ?? textIndent(least: max(1, least))))
    return Self.joined(lines.lines, breaks: lines.breaks, isFolded: isFolded, chomping: chomping)
  }

  private mutating func skipBreak() {
    if peek == 0x0D { advance() }
    if peek == 0x0A { advance() }
  }

  /// The indentation of the first line that holds text, or of a longer line of spaces before it.
  private func textIndent(least: Int) -> Int {
    var column = 0
    var deepest = least
    for byte in bytes[offset...] {
      if byte == 0x20 {
        column += 1
        deepest = max(deepest, column)
      } else if byte == 0x0A || byte == 0x0D {
        column = 0
      } else {
        break
      }
    }
    return deepest
  }

  /// The lines of the text without their indentation, and how many line breaks end them; the cursor stops
  /// at the line after them.
  private mutating func textLines(indent: Int) -> (lines: [ArraySlice<UInt8>], breaks: Int) {
    var lines: [ArraySlice<UInt8>] = []
    var breaks = 0
    while peek != nil {
      let here = (offset, mark)
      var column = 0
      while column < indent, peek == 0x20 {
        advance()
        column += 1
      }
      let isEmpty = peek == nil || peek == 0x0A || peek == 0x0D
      guard isEmpty || (column == indent && !(indent == 0 && (isMarker("---") || isMarker("...")))) else {
        (offset, mark) = here
        break
      }
      let begin = offset
      while let byte = peek, byte != 0x0A, byte != 0x0D { advance() }
      lines.append(bytes[begin..<offset])
      guard peek != nil else { break }
      skipBreak()
      breaks += 1
    }
    return (lines, breaks)
  }

  private static func joined(
    _ lines: [ArraySlice<UInt8>], breaks total: Int, isFolded: Bool, chomping: Chomping
  ) -> String {
    let last = lines.lastIndex { !$0.isEmpty }
    var text: [UInt8] = []
    var breaks = 0
    var wasDeeper = false
    for (index, line) in lines.enumerated() where last.map({ index <= $0 }) ?? false {
      guard !line.isEmpty else {
        breaks += 1
        continue
      }
      let isDeeper = line.first == 0x20 || line.first == 0x09
      if index > 0 {
        let isJoined = isFolded && !isDeeper && !wasDeeper && !text.isEmpty
        if isJoined {
          text += breaks == 0 ? [0x20] : Array(repeating: 0x0A, count: breaks)
        } else {
          text += Array(repeating: 0x0A, count: text.isEmpty ? breaks : breaks + 1)
        }
      }
      text += line
      (breaks, wasDeeper) = (0, isDeeper)
    }
    let trailing = total - (last ?? 0)
    switch chomping {
    case .strip: break
    case .clip: text += Array(repeating: 0x0A, count: last == nil ? 0 : min(1, trailing))
    case .keep: text += Array(repeating: 0x0A, count: trailing)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
