/// A JSON tree that writes itself: the same tree gives the same bytes, keys in the order given.
public indirect enum JSONValue: Equatable, Sendable {
  /// No value.
  case null
  /// True or false.
  case bool(Bool)
  /// A number, as it is written.
  case numeral(String)
  /// Text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values in order.
  case object([Member])

  /// A key and its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number in the shortest form that reads back as the same value; whole numbers without `.0`.
  ///
  /// JSON has no infinity: what is not finite becomes `null`.
  public static func number(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return .numeral(String(whole)) }
    return .numeral(value.description)
  }

  /// A whole number.
  public static func number(_ value: Int) -> JSONValue { .numeral(String(value)) }

  /// A list of numbers.
  public static func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }

  /// A list of texts.
  public static func texts(_ values: [String]) -> JSONValue { .array(values.map { .text($0) }) }

  /// An object of the keys that have a value, in the order given.
  public static func record(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The tree of a document, numbers as they were written.
  public init(_ node: Node) {
    switch node.content {
    case .scalar(let text, let isQuoted):
      if node.isNull {
        self = .null
      } else if isQuoted {
        self = .text(text)
      } else if text == "true" || text == "false" {
        self = .bool(text == "true")
      } else {
        self = NumberText.isNumber(text) ? .numeral(text) : .text(text)
      }
    case .sequence(let items): self = .array(items.map { JSONValue($0) })
    case .mapping(let entries): self = .object(entries.map { Member($0.key, JSONValue($0.value)) })
    }
  }

  /// An object in the order of its keys.
  static func sorted(_ values: [String: JSONValue]) -> JSONValue {
    .object(values.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
  }

  /// The members of an object; none for anything else.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value of a key of an object.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.key == key }?.value
  }

  /// On one line, without spaces.
  public var compact: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The bytes: two spaces a level and a line break at the end, or all on one line.
  ///
  /// In the pretty form a list of plain values stays on one line.
  public func bytes(isPretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isPretty: isPretty)
    writer.write(self, depth: 0)
    if isPretty { writer.bytes.append(0x0A) }
    return writer.bytes
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []
  let isPretty: Bool

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .numeral(let text): bytes += text.utf8
    case .text(let text): write(text)
    case .array(let items): write(items, depth: depth)
    case .object(let members): write(members, depth: depth)
    }
  }

  private mutating func write(_ items: [JSONValue], depth: Int) {
    let isFlat = items.allSatisfy(\.isPlain)
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes += isPretty && isFlat ? ", ".utf8 : ",".utf8 }
      if !isFlat { breakLine(depth + 1) }
      write(item, depth: depth + 1)
    }
    if !isFlat { breakLine(depth) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONValue.Member], depth: Int) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      write(member.key)
      bytes += isPretty ? ": ".utf8 : ":".utf8
      write(member.value, depth: depth + 1)
    }
    if !members.isEmpty { breakLine(depth) }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * depth)
  }

  /// Text in quotes; only what RFC 8259 section 7 asks is escaped.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
