import TrainingLoad

/// Writes a tree as YAML that people edit: block style, one value a line.
///
/// Only what the reader accepts is written; text that another YAML tool could take for something else is
/// quoted.
struct YAMLText {
  /// Mappings in the lists under these keys stay on one line each.
  private let flowKeys: Set<String>
  private(set) var text = ""

  init(flowKeys: Set<String> = []) { self.flowKeys = flowKeys }

  mutating func comment(_ line: String) { text += "# \(line)\n" }

  mutating func emptyLine() { text += "\n" }

  /// A key with its value.
  mutating func write(_ key: String, _ value: JSONValue) { write(.init(key, value), indent: "") }

  private mutating func write(_ member: JSONValue.Member, indent: String) {
    text += Self.scalar(member.key) + ":"
    switch member.value {
    case .object(let members) where !members.isEmpty:
      for item in members {
        text += "\n\(indent)  "
        write(item, indent: indent + "  ")
      }
    case .array(let items) where items.contains { !$0.members.isEmpty }:
      for item in items {
        text += "\n\(indent)  - "
        write(item, isFlow: flowKeys.contains(member.key), indent: indent + "    ")
      }
    default: text += " " + Self.flow(member.value)
    }
    if indent.isEmpty { text += "\n" }
  }

  /// An item of a list.
  private mutating func write(_ item: JSONValue, isFlow: Bool, indent: String) {
    guard !isFlow, !item.members.isEmpty else {
      text += Self.flow(item)
      return
    }
    for (index, member) in item.members.enumerated() {
      if index > 0 { text += "\n" + indent }
      write(member, indent: indent)
    }
  }

  private static func flow(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .numeral(let text): text
    case .text(let text): scalar(text)
    case .array(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ " + members.map { scalar($0.key) + ": " + flow($0.value) }.joined(separator: ", ") + " }"
    }
  }

  /// Text, in quotes where it needs them.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether every YAML reader takes the bare text for text: a word or a date, and no reserved word.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.last != " " else { return false }
    let isDate = CivilDay(iso: text) != nil
    guard first.properties.isAlphabetic || isDate else { return false }
    guard text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || safe.contains($0) }) else {
      return false
    }
    return !reserved.contains(text.lowercased())
  }

  private static let safe: Set<Unicode.Scalar> = Set("0123456789 -_./()+'%".unicodeScalars)
  private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

  /// Text in double quotes (YAML 1.2, section 7.3.1).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
