/// Reads the part of YAML 1.2 that people write by hand: mappings and lists in block and flow style, plain and
/// quoted text, block text, comments. Refused with their place: anchors, references, tags, merge keys, keys
/// that are no words, several documents, tabs that indent.
///
/// One pass over the bytes, in time linear in their number, and never deeper than `SourceFile.depthLimit`.
struct YAMLReader {
  let file: String
  let bytes: [UInt8]
  var offset = 0
  var mark = Mark(line: 1, column: 1)
  /// The comments that were passed, in the order of the file.
  private(set) var comments: [YAMLComment] = []

  /// The tree of a file whose bytes are known to be plain UTF-8 text.
  static func read(_ source: SourceFile) throws(FileError) -> Node { try readWithComments(source).root }

  /// The tree of such a file, and what it says beside its values.
  static func readWithComments(
    _ source: SourceFile
  ) throws(FileError) -> (root: Node, comments: [YAMLComment]) {
    var reader = YAMLReader(file: source.name, bytes: source.bytes)
    let root = try reader.document()
    return (root, reader.comments)
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  private mutating func document() throws(FileError) -> Node {
    try skipToToken()
    if mark.column == 1, peek == UInt8(ascii: "%") { throw refusal("directives are not used here") }
    let hasMarker = isMarker("---")
    if hasMarker {
      for _ in 0..<3 { advance() }
      try skipToToken()
    }
    guard peek != nil, !isMarker("---"), !isMarker("...") else {
      throw FileError(file: file, mark: Mark(line: 1, column: 1), "the file is empty")
    }
    let root = try block(indent: 0, isInline: hasMarker && mark.column > 1, depth: 1)
    try skipToToken()
    if isMarker("---") { throw refusal("a second document begins here", "one document in the file") }
    if isMarker("...") {
      for _ in 0..<3 { advance() }
      try skipToToken()
    }
    guard peek == nil else { throw unexpected("the end of the file") }
    return root
  }

  /// A node in block style; the cursor is at its first character.
  ///
  /// `indent` is the least column (from 0) of the node's lines. Where `isInline`, the node stands behind a
  /// key on the same line, and is no block collection.
  mutating func block(indent: Int, isInline: Bool, depth: Int) throws(FileError) -> Node {
    try checkDepth(depth)
    let start = mark
    switch peek {
    case UInt8(ascii: "-") where isBlank(after: 1):
      guard !isInline else { throw unexpected("a list on lines of its own") }
      return Node(mark: start, content: .sequence(try blockSequence(column: mark.column - 1, depth: depth)))
    case UInt8(ascii: "?") where isBlank(after: 1):
      throw refusal("a list or mapping is used as a key", "a word")
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try flow(depth: depth)
      skipSpaces()
      if peek == UInt8(ascii: ":") { throw keyRefusal(start) }
      try endLine()
      return node
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return Node(mark: start, content: .scalar(try blockText(indent: indent), isQuoted: true))
    default: break
    }
    if !isInline, isKey() {
      return Node(mark: start, content: .mapping(try blockMapping(column: mark.column - 1, depth: depth)))
    }
    let text = try scalar(isFlow: false, indent: indent)
    try endLine()
    return Node(mark: start, content: text)
  }

  private mutating func blockSequence(column: Int, depth: Int) throws(FileError) -> [Node] {
    var items: [Node] = []
    while peek == UInt8(ascii: "-"), isBlank(after: 1), mark.column - 1 == column, !isMarker("---") {
      advance()
      guard peek != 0x09 else { throw tabRefusal() }
      let end = mark
      let isSameLine = try skipToToken() == false
      if isSameLine || (peek != nil && mark.column - 1 > column) {
        items.append(try block(indent: column + 1, isInline: false, depth: depth + 1))
        try skipToToken()
      } else {
        items.append(Node(mark: end, content: .scalar("", isQuoted: false)))
      }
    }
    guard peek == nil || mark.column - 1 <= column else {
      throw unexpected("the items of one list in one column")
    }
    return items
  }

  private mutating func blockMapping(column: Int, depth: Int) throws(FileError) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    repeat {
      let start = mark
      let key = try self.key(isFlow: false, seen: &seen)
      skipSpaces()
      guard peek == UInt8(ascii: ":") else { throw unexpected("\":\" after the key") }
      advance()
      let value = try mappingValue(column: column, depth: depth)
      entries.append(Node.Entry(key: key, mark: start, value: value))
      try skipToToken()
    } while peek != nil && mark.column - 1 == column && !isMarker("---") && !isMarker("...")
    guard peek == nil || mark.column - 1 <= column else {
      throw unexpected("the keys of one mapping in one column")
    }
    return entries
  }

  /// What stands behind a key: on its line, on deeper lines below it, or a list in the key's own column.
  private mutating func mappingValue(column: Int, depth: Int) throws(FileError) -> Node {
    let end = mark
    if try skipToToken() == false, peek != nil {
      return try block(indent: column + 1, isInline: true, depth: depth + 1)
    }
    let isList = peek == UInt8(ascii: "-") && isBlank(after: 1) && !isMarker("---")
    if peek != nil, mark.column - 1 > column || (mark.column - 1 == column && isList) {
      let indent = mark.column - 1 > column ? column + 1 : column
      return try block(indent: indent, isInline: false, depth: depth + 1)
    }
    return Node(mark: end, content: .scalar("", isQuoted: false))
  }

  /// A key of a mapping, which is a word on one line and none that was seen.
  mutating func key(isFlow: Bool, seen: inout Set<String>) throws(FileError) -> String {
    let start = mark
    guard peek != UInt8(ascii: "?") || !isBlank(after: 1) else { throw keyRefusal(start) }
    guard peek != UInt8(ascii: "["), peek != UInt8(ascii: "{") else { throw keyRefusal(start) }
    let content = try keyScalar(isFlow: isFlow)
    guard mark.line == start.line, case .scalar(let key, let isQuoted) = content else {
      throw FileError(file: file, mark: start, "a key is spread over lines", expected: "it on one line")
    }
    try checkKey(key, isQuoted: isQuoted, at: start)
    guard seen.insert(key).inserted else {
      throw FileError(
        file: file, mark: start, "the key \"\(key.prefix(40))\" is here twice", expected: "it once")
    }
    return key
  }
}

// The cursor, and the errors at it.
extension YAMLReader {
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func byte(after count: Int) -> UInt8? { offset + count < bytes.count ? bytes[offset + count] : nil }

  /// Whether a space, a tab, a line break or the end comes after so many bytes.
  func isBlank(after count: Int) -> Bool {
    switch byte(after: count) {
    case nil, 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  mutating func advance() {
    mark.advance(over: bytes[offset], before: byte(after: 1))
    offset += 1
  }

  /// Whether any space was skipped.
  @discardableResult mutating func skipSpaces() -> Bool {
    let start = offset
    while let byte = peek, byte == 0x20 || byte == 0x09 { advance() }
    return offset > start
  }

  /// Steps over spaces, comments and line breaks; whether a line break was among them.
  @discardableResult mutating func skipToToken(isFlow: Bool = false) throws(FileError) -> Bool {
    var isNewLine = offset == 0
    var tab: Mark?
    while let byte = peek {
      switch byte {
      case 0x0A, 0x0D: (isNewLine, tab) = (true, nil)
      case 0x09: tab = tab ?? mark
      case 0x20: break
      case UInt8(ascii: "#") where offset == 0 || isSpace(bytes[offset - 1]):
        skipComment()
        continue
      default:
        if let tab, isNewLine, !isFlow { throw tabRefusal(tab) }
        return isNewLine
      }
      advance()
    }
    return isNewLine
  }

  /// Steps over a comment, up to the end of its line, and keeps it.
  mutating func skipComment() {
    let start = (offset: offset, mark: mark)
    while let byte = peek, byte != 0x0A, byte != 0x0D { advance() }
    let before = bytes[..<start.offset].reversed().first { $0 != 0x20 && $0 != 0x09 }
    comments.append(
      YAMLComment(
        text: String(decoding: bytes[start.offset..<offset], as: UTF8.self), mark: start.mark,
        isOwnLine: before.map { $0 == 0x0A || $0 == 0x0D } ?? true))
  }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether a document marker, `---` or `...`, stands here.
  func isMarker(_ marker: String) -> Bool {
    mark.column == 1 && bytes[offset...].starts(with: marker.utf8) && isBlank(after: 3)
  }

  /// Only a comment may follow on the line.
  private mutating func endLine() throws(FileError) {
    skipSpaces()
    switch peek {
    case nil, 0x0A, 0x0D: return
    case UInt8(ascii: "#") where isSpace(bytes[offset - 1]): return
    default: throw unexpected("the end of the line")
    }
  }

  func checkKey(_ key: String, isQuoted: Bool, at place: Mark) throws(FileError) {
    guard key == "<<", !isQuoted else { return }
    throw FileError(file: file, mark: place, "merge keys (<<) are not used here", expected: "a word")
  }

  func checkDepth(_ depth: Int) throws(FileError) {
    guard depth > SourceFile.depthLimit else { return }
    throw refusal("lists and mappings are nested too deeply", "at most \(SourceFile.depthLimit) levels")
  }

  func refusal(_ message: String, _ expected: String? = nil) -> FileError {
    FileError(file: file, mark: mark, message, expected: expected)
  }

  func tabRefusal(_ place: Mark? = nil) -> FileError {
    FileError(file: file, mark: place ?? mark, "a tab indents this line", expected: "spaces")
  }

  func keyRefusal(_ place: Mark) -> FileError {
    FileError(file: file, mark: place, "a list or mapping is used as a key", expected: "a word")
  }

  func unexpected(_ expected: String) -> FileError {
    guard offset < bytes.count else { return refusal("the file ends in the middle", expected) }
    let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return refusal("\"\(String(character))\" cannot stand here", expected)
  }
}
