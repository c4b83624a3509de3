// Lists and mappings in brackets, which may run over lines.
extension YAMLReader {
  /// A node inside brackets, or the brackets themselves.
  mutating func flow(depth: Int) throws(FileError) -> Node {
    try checkDepth(depth)
    let start = mark
    switch peek {
    case UInt8(ascii: "["): return Node(mark: start, content: .sequence(try flowSequence(depth: depth)))
    case UInt8(ascii: "{"): return Node(mark: start, content: .mapping(try flowMapping(depth: depth)))
    case UInt8(ascii: "|"), UInt8(ascii: ">"): throw unexpected("text in quotes")
    default: return Node(mark: start, content: try scalar(isFlow: true, indent: 0))
    }
  }

  private mutating func flowSequence(depth: Int) throws(FileError) -> [Node] {
    let start = mark
    advance()
    var items: [Node] = []
    while true {
      try skipToFlowToken(from: start, "]")
      if peek == UInt8(ascii: "]") { break }
      let item = try flow(depth: depth + 1)
      let isOneLine = mark.line == item.mark.line
      try skipToFlowToken(from: start, "]")
      if peek == UInt8(ascii: ":"), isOneLine {
        items.append(try pair(item, depth: depth + 1, from: start))
        try skipToFlowToken(from: start, "]")
      } else {
        items.append(item)
      }
      guard peek == UInt8(ascii: ",") else {
        guard peek == UInt8(ascii: "]") else { throw unexpected("\",\" or \"]\"") }
        break
      }
      advance()
    }
    advance()
    return items
  }

  /// An item such as `a: b`, which is a mapping of one key.
  private mutating func pair(_ item: Node, depth: Int, from start: Mark) throws(FileError) -> Node {
    guard case .scalar(let key, let isQuoted) = item.content else { throw keyRefusal(item.mark) }
    try checkKey(key, isQuoted: isQuoted, at: item.mark)
    advance()
    try skipToFlowToken(from: start, "]")
    let isEmpty = peek == UInt8(ascii: ",") || peek == UInt8(ascii: "]")
    let value = isEmpty ? Node(mark: mark, content: .scalar("", isQuoted: false)) : try flow(depth: depth + 1)
    return Node(mark: item.mark, content: .mapping([.init(key: key, mark: item.mark, value: value)]))
  }

  private mutating func flowMapping(depth: Int) throws(FileError) -> [Node.Entry] {
    let start = mark
    advance()
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    while true {
      try skipToFlowToken(from: start, "}")
      if peek == UInt8(ascii: "}") { break }
      let keyMark = mark
      let key = try self.key(isFlow: true, seen: &seen)
      try skipToFlowToken(from: start, "}")
      var value = Node(mark: mark, content: .scalar("", isQuoted: false))
      if peek == UInt8(ascii: ":") {
        advance()
        try skipToFlowToken(from: start, "}")
        if peek != UInt8(ascii: ","), peek != UInt8(ascii: "}") { value = try flow(depth: depth + 1) }
      }
      entries.append(Node.Entry(key: key, mark: keyMark, value: value))
      try skipToFlowToken(from: start, "}")
      guard peek == UInt8(ascii: ",") else {
        guard peek == UInt8(ascii: "}") else { throw unexpected("\",\" or \"}\"") }
        break
      }
      advance()
    }
    advance()
    return entries
  }

  private mutating func skipToFlowToken(from start: Mark, _ closing: String) throws(FileError) {
    try skipToToken(isFlow: true)
    guard peek != nil, !isMarker("---"), !isMarker("...") else {
      throw FileError(
        file: file, mark: start, "this bracket is never closed", expected: "\"\(closing)\" further down")
    }
  }
}
