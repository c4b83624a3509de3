/// Where a wish or a limit of a question comes from: a line of a file, a default, or a line that a default follows from.
public struct WishPlace: Equatable, Sendable {
  /// The line that says it; nil where no file does.
  public var line: Line?
  /// That it is a default, and whose; nil where the file says it itself.
  public var standard: String?

  /// A place in a file.
  public struct Line: Equatable, Sendable {
    /// Name of the file.
    public var file: String
    /// The place in it.
    public var mark: Mark
    /// What stands there, shortened.
    public var text: String
  }
}

/// A file that was read, for what stands in its lines.
struct ReadFile: Sendable {
  let source: SourceFile
  let document: Field

  init(_ source: SourceFile) throws(FileError) {
    self.source = source
    document = try source.document(sizeLimit: SourceFile.dataSizeLimit)
  }

  init(_ source: SourceFile, part: Field) {
    self.source = source
    document = part
  }

  /// The line of what stands under a path of keys; nil where there is nothing.
  func line(_ path: [String]) -> WishPlace.Line? {
    document.node.mark(of: path[...]).map(line)
  }

  /// The part that stands under a key.
  func part(_ key: String) -> Field? {
    guard case .mapping(let entries) = document.node.content else { return nil }
    return entries.first { $0.key == key }.map { Field(file: document.file, name: key, node: $0.value) }
  }

  private func line(at mark: Mark) -> WishPlace.Line {
    var number = 1
    var start = 0
    for (offset, byte) in source.bytes.enumerated() where number < mark.line && byte == 0x0A {
      number += 1
      start = offset + 1
    }
    let rest = source.bytes[start...]
    let text = String(decoding: rest.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return WishPlace.Line(file: source.name, mark: mark, text: Self.short(text, from: mark.column))
  }

  /// A line as people read it: without space around it; of a long one, what stands at the column.
  private static func short(_ line: String, from column: Int) -> String {
    let most = 72
    let isLong = line.unicodeScalars.count > most
    let part = isLong ? String(line.unicodeScalars.dropFirst(column - 1).prefix(most)) : line
    let text = part.drop { $0.isWhitespace }
    let shown = String(text.reversed().drop { $0.isWhitespace }.reversed())
    return isLong ? shown + " …" : shown
  }
}

extension Node {
  /// Where the last of a path of names stands: keys of mappings, and items of lists by their value, key, id, sport or
  /// number. A name may hold dots, so that several parts of the path may be one name.
  fileprivate func mark(of path: ArraySlice<String>) -> Mark? {
    for count in stride(from: 1, through: path.count, by: 1) {
      guard let (found, child) = child(path.prefix(count).joined(separator: ".")) else { continue }
      if count == path.count { return found }
      if let mark = child.mark(of: path.dropFirst(count)) { return mark }
    }
    return nil
  }

  private func child(_ name: String) -> (mark: Mark, node: Node)? {
    switch content {
    case .scalar: return nil
    case .mapping(let entries): return entries.first { $0.key == name }.map { ($0.mark, $0.value) }
    case .sequence(let items):
      for item in items {
        if let found = item.named(name) { return found }
      }
      return Int(name).flatMap { items.indices.contains($0) ? (items[$0].mark, items[$0]) : nil }
    }
  }

  /// The item of a list that has a name.
  private func named(_ name: String) -> (mark: Mark, node: Node)? {
    switch content {
    case .scalar(let text, _): return text == name ? (mark, self) : nil
    case .sequence: return nil
    case .mapping(let entries):
      if entries.count == 1, entries[0].key == name { return (entries[0].mark, entries[0].value) }
      let isNamed = entries.contains { entry in
        guard ["id", "sport"].contains(entry.key), case .scalar(let text, _) = entry.value.content else {
          return false
        }
        return text == name
      }
      return isNamed ? (mark, self) : nil
    }
  }
}
