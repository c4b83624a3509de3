/// The one way to write a number, in YAML and in JSON: that of RFC 8259.
///
/// So `010`, `0x1F`, `1_000`, `+5`, `.5`, `1:30`, `inf` and `nan` are no numbers.
enum NumberText {
  /// Whether the text is a number.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = digits(&rest)
    guard whole.count > 0, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits(&rest).count > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard digits(&rest).count > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// The value of a number; nil where the text is none, or one too large to hold.
  static func double(_ text: String) -> Double? {
    guard isNumber(text), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The value of a whole number, written without exponent; `45.0` counts as one.
  static func int(_ text: String) -> Int? {
    guard isNumber(text) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(parts[0])
  }

  private static func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let run = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[run.endIndex...]
    return run
  }
}
