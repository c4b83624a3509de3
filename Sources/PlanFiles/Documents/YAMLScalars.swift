// Plain and quoted text.
extension YAMLReader {
  /// A scalar of any style but block text; it may run over lines.
  mutating func scalar(isFlow: Bool, indent: Int) throws(FileError) -> Node.Content {
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try quoted(), isQuoted: true)
    default: return .scalar(try plain(isFlow: isFlow, indent: indent), isQuoted: false)
    }
  }

  /// A scalar that is a key: one line of it.
  mutating func keyScalar(isFlow: Bool) throws(FileError) -> Node.Content {
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try quoted(), isQuoted: true)
    default:
      try checkPlainStart(isFlow: isFlow)
      return .scalar(String(decoding: plainLine(isFlow: isFlow), as: UTF8.self), isQuoted: false)
    }
  }

  /// Whether a key of a block mapping stands here: a scalar on this line with a colon behind it.
  func isKey() -> Bool {
    var ahead = self
    do throws(FileError) {
      _ = try ahead.keyScalar(isFlow: false)
    } catch {
      return false
    }
    guard ahead.mark.line == mark.line else { return false }
    ahead.skipSpaces()
    return ahead.peek == UInt8(ascii: ":") && ahead.isBlank(after: 1)
  }

  // MARK: Plain text

  private func checkPlainStart(isFlow: Bool) throws(FileError) {
    func name() -> String {
      let word = bytes[offset...].prefix(41).prefix { !isSpace($0) && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D }
      return String(decoding: word, as: UTF8.self)
    }
    switch peek {
    case UInt8(ascii: "&"): throw refusal("anchors (\(name())) are not used here", "the value itself")
    case UInt8(ascii: "*"): throw refusal("references (\(name())) are not used here", "the value itself")
    case UInt8(ascii: "!"): throw refusal("tags (\(name())) are not used here", "the value alone")
    case nil: throw unexpected("a value")
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      throw unexpected("a value, or text in quotes")
    case UInt8(ascii: "?") where isFlow, UInt8(ascii: ":") where isFlow:
      throw unexpected("a value, or text in quotes")
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let isBare = isBlank(after: 1) || (isFlow && byte(after: 1).map(Self.isFlowIndicator) == true)
      if isBare { throw unexpected("a value, or text in quotes") }
    default: break
    }
  }

  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// The rest of a plain scalar on this line, without the spaces behind it.
  private mutating func plainLine(isFlow: Bool) -> ArraySlice<UInt8> {
    let begin = offset
    var end = offset
    while let byte = peek, byte != 0x0A, byte != 0x0D {
      if isFlow, Self.isFlowIndicator(byte) { break }
      if byte == UInt8(ascii: ":") {
        let isEnd = isBlank(after: 1) || (isFlow && self.byte(after: 1).map(Self.isFlowIndicator) == true)
        if isEnd { break }
      }
      if byte == UInt8(ascii: "#"), offset > begin, isSpace(bytes[offset - 1]) { break }
      advance()
      if byte != 0x20 && byte != 0x09 { end = offset }
    }
    return bytes[begin..<end]
  }

  private mutating func plain(isFlow: Bool, indent: Int) throws(FileError) -> String {
    try checkPlainStart(isFlow: isFlow)
    var text = Array(plainLine(isFlow: isFlow))
    while let breaks = try nextPlainLine(isFlow: isFlow, indent: indent) {
      text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
      text += plainLine(isFlow: isFlow)
    }
    if !isFlow, peek == UInt8(ascii: ":") { throw unexpected("text with \": \" in quotes") }
    return String(decoding: text, as: UTF8.self)
  }

  /// Goes to the next line of a plain scalar and says how many line breaks lie between; nil where it ends.
  private mutating func nextPlainLine(isFlow: Bool, indent: Int) throws(FileError) -> Int? {
    guard peek == 0x0A || peek == 0x0D else { return nil }
    let here = (offset, mark)
    let line = mark.line
    while let byte = peek, isSpace(byte) {
      if byte == 0x09, mark.column - 1 < indent, !isFlow {
        guard isBlankLine else { throw tabRefusal() }
        skipSpaces()
      } else {
        advance()
      }
    }
    let isEnd: Bool
    switch peek {
    case nil, UInt8(ascii: "#"): isEnd = true
    case UInt8(ascii: ":") where isBlank(after: 1): isEnd = true
    case let byte?:
      isEnd =
        isFlow && (Self.isFlowIndicator(byte) || isMarker("---") || isMarker("..."))
        || !isFlow && (mark.column - 1 < indent || isMarker("---") || isMarker("..."))
    }
    if isEnd {
      (offset, mark) = here
      return nil
    }
    return mark.line - line
  }

  /// Whether nothing but spaces and tabs follows on the line.
  private var isBlankLine: Bool {
    let rest = bytes[offset...].drop { $0 == 0x20 || $0 == 0x09 }
    return rest.first.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  // MARK: Quoted text

  private mutating func quoted() throws(FileError) -> String {
    let start = mark
    let quote = peek
    advance()
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case quote:
        advance()
        guard byte == UInt8(ascii: "'"), peek == quote else { return String(decoding: text, as: UTF8.self) }
        text.append(byte)
        advance()
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): text += try escape()
      case 0x20, 0x09, 0x0A, 0x0D: text += try space(start)
      default:
        text.append(byte)
        advance()
      }
    }
    throw FileError(file: file, mark: start, "this text has no end", expected: "a closing quote")
  }

  /// Spaces inside quotes; a line break with the spaces around it is one space, several are one less.
  private mutating func space(_ start: Mark) throws(FileError) -> [UInt8] {
    let begin = offset
    while let byte = peek, byte == 0x20 || byte == 0x09 { advance() }
    guard peek == 0x0A || peek == 0x0D else { return Array(bytes[begin..<offset]) }
    let line = mark.line
    while let byte = peek, isSpace(byte) {
      advance()
      if isMarker("---") || isMarker("...") {
        throw FileError(file: file, mark: start, "this text has no end", expected: "a closing quote")
      }
    }
    let breaks = mark.line - line
    return breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
  }

  /// The UTF-8 bytes of one escape (YAML 1.2, section 5.7).
  private mutating func escape() throws(FileError) -> [UInt8] {
    let start = mark
    advance()
    guard let letter = peek else { return [] }
    if letter == 0x0A || letter == 0x0D {
      while let byte = peek, isSpace(byte) { advance() }
      return []
    }
    advance()
    switch letter {
    case UInt8(ascii: "x"): return try character(digits: 2, start)
    case UInt8(ascii: "u"): return try character(digits: 4, start)
    case UInt8(ascii: "U"): return try character(digits: 8, start)
    default: break
    }
    guard let text = Self.escapes[letter] else {
      throw FileError(file: file, mark: start, "this escape is not known", expected: #"\" \\ \n \t or \u"#)
    }
    return Array(text.utf8)
  }

  private static let escapes: [UInt8: String] = [
    0x22: "\"", 0x2F: "/", 0x5C: "\\", 0x20: " ", 0x09: "\t", UInt8(ascii: "0"): "\u{0}",
    UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
    UInt8(ascii: "e"): "\u{1B}",
    UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
    UInt8(ascii: "P"): "\u{2029}",
  ]

  private mutating func character(digits: Int, _ start: Mark) throws(FileError) -> [UInt8] {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }), code < 0x0100_0000
      else {
        throw FileError(
          file: file, mark: start, "this escape is not complete", expected: "\(digits) hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      advance()
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw FileError(
        file: file, mark: start, "this escape is no character", expected: "a character's number")
    }
    return Array(String(Character(scalar)).utf8)
  }
}
