import TrainingLoad

/// Writes a tree as YAML that people edit: block style, one value a line.
///
/// Only what the reader accepts is written; text that another YAML tool could take for something else is
/// quoted.
struct YAMLText {
  /// Mappings in the lists under these keys stay on one line each.
  private let flowKeys: Set<String>
  private(set) var lines: [String] = []

  init(flowKeys: Set<String> = []) { self.flowKeys = flowKeys }

  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func comment(_ line: String) { lines.append("# \(line)") }

  /// An empty line, where none is yet.
  mutating func emptyLine() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A key with its value.
  mutating func write(_ key: String, _ value: JSONValue, comments: CommentTree = CommentTree()) {
    write(.init(key, value), lead: "", indent: "", comments)
  }

  /// An item of the list under a key, the dash in the first column.
  mutating func write(item: JSONValue, comments: CommentTree) {
    write(item, isFlow: false, lead: "- ", indent: "  ", comments)
  }

  /// Comments on lines of their own, with the empty line that parts them from what follows.
  mutating func write(above comments: CommentTree, indent: Substring = "") {
    write(comments.above, indent: indent)
    if comments.isApart, !comments.above.isEmpty { emptyLine() }
  }

  mutating func write(_ comments: [CommentTree.Line], indent: Substring = "") {
    for comment in comments {
      if comment.isApart { emptyLine() }
      lines.append(indent + comment.text)
    }
  }

  /// A key with its value. `lead` stands before the key: its indentation, or a dash; `indent` is the indentation of
  /// the keys beside it.
  private mutating func write(
    _ member: JSONValue.Member, lead: String, indent: String, _ comments: CommentTree
  ) {
    let value = member.value
    let comments = comments.fitted(to: value)
    write(above: comments, indent: lead.prefix { $0 == " " })
    let head = lead + Self.scalar(member.key) + ":"
    let beside = comments.beside.map { "  " + $0 } ?? ""
    if case .object(let members) = value, !members.isEmpty {
      lines.append(head + beside)
      for item in members {
        write(item, lead: indent + "  ", indent: indent + "  ", comments[.key(item.key)])
      }
    } else if !value.blockItems.isEmpty {
      lines.append(head + beside)
      let isFlow = flowKeys.contains(member.key)
      for (index, item) in value.blockItems.enumerated() {
        write(
          item, isFlow: isFlow, lead: indent + "  - ", indent: indent + "    ", comments[.item(index)])
      }
    } else {
      lines.append(head + " " + Self.flow(value) + beside)
    }
    write(comments.below, indent: indent[...] + "  ")
  }

  /// An item of a list.
  private mutating func write(
    _ item: JSONValue, isFlow: Bool, lead: String, indent: String, _ comments: CommentTree
  ) {
    let isOneLine = isFlow || item.members.isEmpty
    let comments = comments.fitted(to: item, isItem: true, isFlow: isOneLine)
    write(above: comments, indent: lead.prefix { $0 == " " })
    if isOneLine { lines.append(lead + Self.flow(item) + (comments.beside.map { "  " + $0 } ?? "")) }
    for (index, member) in (isOneLine ? [] : item.members).enumerated() {
      write(member, lead: index == 0 ? lead : indent, indent: indent, comments[.key(member.key)])
    }
    write(comments.below, indent: indent[...])
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
