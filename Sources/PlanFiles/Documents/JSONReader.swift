/// Reads JSON, strictly (RFC 8259): no comments, no trailing commas, no key twice, numbers kept as text.
struct JSONReader {
  private let file: String
  private let bytes: [UInt8]
  private var offset = 0
  private var mark = Mark(line: 1, column: 1)

  /// The tree of a file whose bytes are known to be UTF-8.
  static func read(_ source: SourceFile) throws(FileError) -> Node {
    var reader = JSONReader(file: source.name, bytes: source.bytes)
    let root = try reader.value(depth: 1)
    reader.skipSpace()
    guard reader.peek == nil else { throw reader.unexpected("the end of the file") }
    return root
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func advance() {
    mark.advance(over: bytes[offset], before: offset + 1 < bytes.count ? bytes[offset + 1] : nil)
    offset += 1
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    advance()
    return true
  }

  private func unexpected(_ expected: String) -> FileError {
    guard offset < bytes.count else {
      return FileError(file: file, mark: mark, "the file ends in the middle", expected: expected)
    }
    let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return FileError(file: file, mark: mark, "\"\(String(character))\" cannot stand here", expected: expected)
  }

  private mutating func value(depth: Int) throws(FileError) -> Node {
    skipSpace()
    guard depth <= SourceFile.depthLimit else {
      throw FileError(
        file: file, mark: mark, "lists and mappings are nested too deeply",
        expected: "at most \(SourceFile.depthLimit) levels")
    }
    let start = mark
    switch peek {
    case UInt8(ascii: "{"): return Node(mark: start, content: .mapping(try object(depth: depth)))
    case UInt8(ascii: "["): return Node(mark: start, content: .sequence(try array(depth: depth)))
    case UInt8(ascii: "\""): return Node(mark: start, content: .scalar(try string(), isQuoted: true))
    default: return Node(mark: start, content: .scalar(try literal(), isQuoted: false))
    }
  }

  private mutating func object(depth: Int) throws(FileError) -> [Node.Entry] {
    advance()
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    skipSpace()
    if take("}") { return [] }
    while true {
      skipSpace()
      let keyMark = mark
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
      let key = try string()
      guard seen.insert(key).inserted else {
        throw FileError(file: file, mark: keyMark, "the key \"\(key)\" is here twice", expected: "it once")
      }
      skipSpace()
      guard take(":") else { throw unexpected("\":\" after the key") }
      entries.append(Node.Entry(key: key, mark: keyMark, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return entries }
      guard take(",") else { throw unexpected("\",\" or \"}\"") }
    }
  }

  private mutating func array(depth: Int) throws(FileError) -> [Node] {
    advance()
    var items: [Node] = []
    skipSpace()
    if take("]") { return [] }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return items }
      guard take(",") else { throw unexpected("\",\" or \"]\"") }
    }
  }

  /// A number, `true`, `false` or `null`, as it is written.
  private mutating func literal() throws(FileError) -> String {
    let start = mark
    let begin = offset
    while let byte = peek, Self.isLiteralByte(byte) { advance() }
    let text = String(decoding: bytes[begin..<offset], as: UTF8.self)
    if ["true", "false", "null"].contains(text) || NumberText.isNumber(text) { return text }
    guard !text.isEmpty else { throw unexpected("a value") }
    throw FileError(
      file: file, mark: start, "\"\(text.prefix(40))\" is no value in JSON",
      expected: "a number, true, false, null, or text in double quotes")
  }

  private static func isLiteralByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

extension JSONReader {
  private mutating func string() throws(FileError) -> String {
    let start = mark
    advance()
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case ..<0x20:
        throw FileError(
          file: file, mark: mark, "a line break or tab stands inside text", expected: "\\n or \\t")
      default:
        text.append(byte)
        advance()
      }
    }
    throw FileError(file: file, mark: start, "this text has no end", expected: "a closing double quote")
  }

  /// The UTF-8 bytes of one escape.
  private mutating func escape() throws(FileError) -> [UInt8] {
    let start = mark
    advance()
    let letter = peek
    if letter != nil { advance() }
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter ?? 0]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default:
      throw FileError(
        file: file, mark: start, "this escape is not known", expected: #"one of \" \\ \/ \b \f \n \r \t \u"#)
    }
  }

  private mutating func unicodeEscape(_ start: Mark) throws(FileError) -> [UInt8] {
    var code = try hexadecimal(start)
    if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
      let low = try hexadecimal(start)
      guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate(start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code), code != 0 else { throw loneSurrogate(start) }
    return Array(String(Character(scalar)).utf8)
  }

  private func loneSurrogate(_ start: Mark) -> FileError {
    FileError(
      file: file, mark: start, "this escape is no character",
      expected: "one character, or a pair of surrogates")
  }

  private mutating func hexadecimal(_ start: Mark) throws(FileError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw FileError(file: file, mark: start, "\\u is not complete", expected: "four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }
}
