import Yams

/// Reads the part of YAML that people write by hand: no anchors, aliases, tags or merge keys.
enum YAMLReader {
  /// The tree of a file whose bytes are known to be plain UTF-8 text.
  static func read(_ source: SourceFile) throws(FileError) -> Node {
    try YAMLGuard.check(source)
    let file = source.name
    let root: Yams.Node?
    let parser: Parser
    do {
      parser = try Parser(
        yaml: String(decoding: source.bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw fileError(error, file: file)
    } catch {
      throw FileError(file: file, mark: nil, "not readable as YAML: \(error)")
    }
    guard let root else {
      throw FileError(file: file, mark: Mark(line: 1, column: 1), "the file is empty")
    }
    // Yams' nodes hold their anchors weakly: the parser keeps them alive.
    return try withExtendedLifetime(parser) { () throws(FileError) in
      try node(root, file: file, depth: 1)
    }
  }

  private static func node(
    _ node: Yams.Node, file: String, depth: Int, isKey: Bool = false
  ) throws(FileError) -> Node {
    let mark = mark(of: node)
    func refuse(_ what: String, expected: String) -> FileError {
      FileError(file: file, mark: mark, what, expected: expected)
    }
    guard depth <= SourceFile.depthLimit else {
      throw refuse(
        "lists and mappings are nested too deeply", expected: "at most \(SourceFile.depthLimit) levels")
    }
    if let anchor = node.anchor {
      throw refuse("anchors (&\(anchor.rawValue)) are not used here", expected: "the value itself")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain
      // Yams gives quoted text the tag of text, and keys too, when it looks for duplicates.
      let tag = scalar.tag.rawValue
      guard tag.isEmpty || (tag == Tag.Name.str.rawValue && (isQuoted || isKey)) else {
        throw refuse("tags (\(tag)) are not used here", expected: "the value alone")
      }
      return Node(mark: mark, content: .scalar(scalar.string, isQuoted: isQuoted))
    case .sequence(let sequence):
      guard sequence.tag.rawValue.isEmpty else {
        throw refuse("tags are not used here", expected: "the list alone")
      }
      var items: [Node] = []
      for item in sequence { items.append(try self.node(item, file: file, depth: depth + 1)) }
      return Node(mark: mark, content: .sequence(items))
    case .mapping(let mapping):
      guard mapping.tag.rawValue.isEmpty else {
        throw refuse("tags are not used here", expected: "the mapping alone")
      }
      var entries: [Node.Entry] = []
      for (key, value) in mapping { entries.append(try entry(key, value, file: file, depth: depth + 1)) }
      return Node(mark: mark, content: .mapping(entries))
    case .alias:
      throw refuse("references (*name) are not used here", expected: "the value itself")
    }
  }

  private static func entry(
    _ key: Yams.Node, _ value: Yams.Node, file: String, depth: Int
  ) throws(FileError) -> Node.Entry {
    let keyMark = mark(of: key)
    guard let name = key.scalar?.string else {
      throw FileError(file: file, mark: keyMark, "a list or mapping is used as a key", expected: "a word")
    }
    let checked = try node(key, file: file, depth: depth, isKey: true)
    guard checked.isQuotedScalar || name != "<<" else {
      throw FileError(file: file, mark: keyMark, "merge keys (<<) are not used here", expected: "a word")
    }
    return Node.Entry(key: name, mark: keyMark, value: try node(value, file: file, depth: depth))
  }

  private static func mark(of node: Yams.Node) -> Mark {
    Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private static func fileError(_ error: YamlError, file: String) -> FileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return FileError(
        file: file, mark: Mark(line: mark.line, column: mark.column), "not readable as YAML: \(problem)",
        expected: hint(problem))
    case .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      return FileError(
        file: file, mark: Mark(line: mark.line, column: mark.column),
        isAlias ? "references (*name) are not used here" : "a second document begins here",
        expected: isAlias ? "the value itself, or text in quotes" : "one document in the file")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      return FileError(
        file: file, mark: Mark(line: context.mark.line, column: context.mark.column),
        "the key \(names) is here twice", expected: "it once")
    default:
      return FileError(file: file, mark: nil, "not readable as YAML")
    }
  }

  /// What usually lies behind libYAML's words.
  private static func hint(_ problem: String) -> String? {
    if problem.contains("cannot start any token") {
      return "spaces instead of tabs, and text with @ ` % in quotes"
    }
    if problem.contains("mapping values are not allowed") { return "text with \": \" in quotes" }
    if problem.contains("could not find expected ':'") { return "a colon and a space after the key" }
    if problem.contains("did not find expected key") { return "keys of one mapping in one column" }
    if problem.contains("unexpected end of stream") { return "a closing quote" }
    return nil
  }
}
