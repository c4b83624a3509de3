/// Walks a mapping key by key, and at the end names the keys that nobody asked for.
public struct MappingReader {
  /// The mapping.
  public let field: Field
  private let entries: [Node.Entry]
  private let index: [String: Int]
  private var asked: [String] = []

  /// A walk over a mapping.
  ///
  /// - Throws: `FileError` where the value is no mapping.
  public init(_ field: Field) throws(FileError) {
    guard case .mapping(let entries) = field.node.content else { throw field.wrong(expected: "a mapping") }
    self.field = field
    self.entries = entries
    index = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of a key; nil where the key is absent or empty (`null`).
  public mutating func optional(_ key: String) -> Field? {
    asked.append(key)
    guard let position = index[key], !entries[position].value.isNull else { return nil }
    return Field(file: field.file, name: key, node: entries[position].value)
  }

  /// The value of a key that must be there.
  public mutating func required(_ key: String) throws(FileError) -> Field {
    if let value = optional(key) { return value }
    if let position = index[key] {
      throw FileError(
        file: field.file, mark: entries[position].mark, "\"\(key)\" is empty", expected: "a value")
    }
    let others = entries.filter { !asked.contains($0.key) }
    if let meant = NearestWord.of(key, among: others.map(\.key)),
      let entry = others.first(where: { $0.key == meant })
    {
      throw FileError(
        file: field.file, mark: entry.mark, "\"\(meant)\" is not known here and \"\(key)\" is missing",
        expected: "\"\(key)\"", suggestion: key)
    }
    let place = field.name.isEmpty ? "the document" : "\"\(field.name)\""
    throw FileError(
      file: field.file, mark: field.mark, "\(place) has no \"\(key)\"", expected: "\"\(key)\"")
  }

  /// Refuses the keys that were not asked for, each with the nearest valid word.
  public func finish() throws(FileError) {
    let valid = asked
    let faults = entries.filter { !valid.contains($0.key) }.map { entry in
      FileError.Fault(
        file: field.file, mark: entry.mark, message: "the key \"\(Self.short(entry.key))\" is not known here",
        expected: "one of " + valid.joined(separator: ", "),
        suggestion: NearestWord.of(entry.key, among: valid))
    }
    guard faults.isEmpty else { throw FileError(faults: faults) }
  }

  private static func short(_ key: String) -> String {
    String(key.unicodeScalars.prefix(40).map { $0.value < 0x20 ? " " : Character($0) })
  }
}
