public import TrainingLoad

/// A value of a document under its name, read as what the name says it is.
///
/// Every reading throws a `FileError` that names the field, shows what is written and says what may be.
public struct Field: Sendable {
  /// The file, for errors.
  public let file: String
  /// The key that the value stands under, for errors; empty for the document itself.
  public let name: String
  /// The value.
  public let node: Node

  /// A value under a name.
  public init(file: String, name: String, node: Node) {
    self.file = file
    self.name = name
    self.node = node
  }

  /// Where the value stands.
  public var mark: Mark { node.mark }

  /// Where the value stands, as `file:line`.
  public var origin: String { "\(file):\(mark.line)" }

  /// Whether the value is a list.
  public var isList: Bool {
    if case .sequence = node.content { true } else { false }
  }

  /// Whether the value is a mapping.
  public var isMapping: Bool {
    if case .mapping = node.content { true } else { false }
  }

  /// An error at this value.
  public func error(_ message: String, expected: String? = nil, suggestion: String? = nil) -> FileError {
    FileError(file: file, mark: mark, message, expected: expected, suggestion: suggestion)
  }

  /// An error that shows what is written.
  public func wrong(expected: String, suggestion: String? = nil) -> FileError {
    let subject = name.isEmpty ? "the document" : "\"\(name)\""
    return error("\(subject) is \(shown)", expected: expected, suggestion: suggestion)
  }

  private var shown: String {
    switch node.content {
    case .scalar: node.isNull ? "empty" : "\"\(short)\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  private var short: String {
    guard case .scalar(let text, _) = node.content else { return "" }
    let line = String(text.unicodeScalars.prefix(40).map { $0.value < 0x20 ? " " : Character($0) })
    return text.unicodeScalars.count > 40 ? line + "…" : line
  }

  /// The text as written, quoted or not.
  private func scalar(expected: String) throws(FileError) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else { throw wrong(expected: expected) }
    return text
  }

  /// The text as written, where quotes do not say that it is meant as text.
  private func plain(expected: String) throws(FileError) -> String {
    guard case .scalar(let text, isQuoted: false) = node.content, !node.isNull else {
      throw wrong(expected: expected + (node.isQuotedScalar ? " without quotes" : ""))
    }
    return text
  }

  /// Text; no control characters but line breaks and tabs.
  public func text() throws(FileError) -> String {
    let text = try scalar(expected: "text")
    if text.isPrintableASCII { return text }
    let hasControl = text.unicodeScalars.contains {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F..<0xA0).contains($0.value)
        || $0.value == 0xFFFE || $0.value == 0xFFFF
    }
    guard !hasControl else { throw error("\"\(name)\" holds a control character", expected: "plain text") }
    return text
  }

  /// Text of one line with something in it.
  public func line() throws(FileError) -> String {
    let text = try text()
    guard text.isOneLine else { throw wrong(expected: "one line of text") }
    return text
  }

  /// A finite number.
  public func double() throws(FileError) -> Double {
    guard let value = NumberText.double(try plain(expected: "a number")) else {
      throw wrong(expected: "a number, for example 12.5")
    }
    return value
  }

  /// A number in a range.
  public func double(in range: ClosedRange<Double>) throws(FileError) -> Double {
    let value = try double()
    guard range.contains(value) else { throw wrong(expected: "a number \(Self.words(range))") }
    return value
  }

  /// A whole number.
  public func int() throws(FileError) -> Int {
    guard let value = NumberText.int(try plain(expected: "a whole number")) else {
      throw wrong(expected: "a whole number, for example 12")
    }
    return value
  }

  /// A whole number in a range.
  public func int(in range: ClosedRange<Int>) throws(FileError) -> Int {
    let value = try int()
    guard range.contains(value) else {
      throw wrong(
        expected: range.upperBound == Int.max
          ? "a whole number from \(range.lowerBound)"
          : "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    let low = JSONValue.number(range.lowerBound).compact
    guard range.upperBound < .greatestFiniteMagnitude else { return "from \(low)" }
    let high = JSONValue.number(range.upperBound).compact
    return range.lowerBound <= -.greatestFiniteMagnitude ? "up to \(high)" : "from \(low) to \(high)"
  }

  /// A number from 0, such as a load, minutes or a price.
  public func amount() throws(FileError) -> Double {
    let value = try double()
    guard (0...1e9).contains(value) else { throw wrong(expected: "a number from 0") }
    return value
  }

  /// A whole number from 0, such as how often or how many days.
  public func count() throws(FileError) -> Int {
    let value = try int()
    guard (0...1_000_000).contains(value) else { throw wrong(expected: "a whole number from 0") }
    return value
  }

  /// A name that may become part of a file's name: no path, no control character, at most 100 letters.
  public func identifier() throws(FileError) -> String {
    let text = try line()
    let isHostile = text.hasPrefix(".") || text.contains { $0 == "/" || $0 == "\\" }
    guard !isHostile, text.utf8.count <= 100 else {
      throw wrong(expected: "a name without / and \\, not beginning with a dot, of at most 100 bytes")
    }
    return text
  }

  /// `true` or `false`, nothing else.
  public func bool() throws(FileError) -> Bool {
    switch try plain(expected: "true or false") {
    case "true": return true
    case "false": return false
    default: throw wrong(expected: "true or false")
    }
  }

  /// One of the given words.
  public func word(among words: [String]) throws(FileError) -> String {
    let list = "one of " + words.joined(separator: ", ")
    let text = try scalar(expected: list)
    guard words.contains(text) else {
      throw wrong(expected: list, suggestion: NearestWord.of(text, among: words))
    }
    return text
  }

  /// One of an enumeration's words.
  public func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type = Word.self
  ) throws(FileError) -> Word where Word.RawValue == String {
    let text = try word(among: Word.allCases.map(\.rawValue))
    guard let word = Word(rawValue: text) else { throw wrong(expected: "a word") }
    return word
  }

  /// A weekday, `mon` to `sun`.
  public func weekday() throws(FileError) -> Weekday {
    Weekday(abbreviation: try word(among: Weekday.allCases.map(\.abbreviation))) ?? .monday
  }

  /// The values of a list; `name` is what one of them is called in errors.
  public func items(_ name: String? = nil) throws(FileError) -> [Field] {
    guard case .sequence(let nodes) = node.content else { throw wrong(expected: "a list") }
    return nodes.map { Field(file: file, name: name ?? self.name, node: $0) }
  }

  /// The entries of a mapping whose keys are free; each field is named by its key.
  public func entries() throws(FileError) -> [(key: String, mark: Mark, value: Field)] {
    guard case .mapping(let entries) = node.content else { throw wrong(expected: "a mapping") }
    return entries.map { ($0.key, $0.mark, Field(file: file, name: $0.key, node: $0.value)) }
  }
}

extension Node {
  var isQuotedScalar: Bool {
    if case .scalar(_, isQuoted: true) = content { true } else { false }
  }
}
