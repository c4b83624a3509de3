/// A comment of a YAML file.
struct YAMLComment: Equatable, Sendable {
  /// From `#` to the end of the line.
  var text: String
  /// Where the `#` stands.
  var mark: Mark
  /// Whether nothing else is on its line.
  var isOwnLine: Bool
}

/// The comments of a document, each at the part of the tree that it belongs to.
///
/// A comment on a line of its own belongs to what comes below it, or, where it is indented deeper than that, to the
/// end of what comes above it. A comment behind a value belongs to that value.
struct CommentTree: Equatable, Sendable {
  /// On lines of their own above the part.
  var above: [Line] = []
  /// Whether an empty line parts the comments above from the part.
  var isApart = false
  /// Behind it, on its line.
  var beside: String?
  /// On lines of their own at its end.
  var below: [Line] = []
  /// Those of the values of a mapping.
  var keys: [String: CommentTree] = [:]
  /// Those of the items of a list, as far as any has some.
  var items: [CommentTree] = []

  /// A comment on a line of its own.
  struct Line: Equatable, Sendable {
    /// From `#` on.
    var text: String
    /// Its line in the file, from 1.
    var number: Int
    /// Whether an empty line stands before it.
    var isApart: Bool
  }

  /// No comments.
  init() {}

  /// The comments of a YAML file.
  init(_ source: SourceFile) throws(FileError) {
    let (root, comments) = try YAMLReader.readWithComments(source)
    let lines = source.bytes.lines
    let parts = Parts(root, lines: lines)
    // By the number of the part; -1 is the whole document.
    var notes: [Int: CommentTree] = [:]
    for comment in comments {
      let place = parts.place(of: comment)
      let number = comment.mark.line
      let line = Line(text: comment.text, number: number, isApart: lines.isBlank(number - 1))
      switch place {
      case .above(let part):
        notes[part, default: CommentTree()].above.append(line)
        notes[part, default: CommentTree()].isApart = lines.isBlank(number + 1)
      case .below(let part): notes[part, default: CommentTree()].below.append(line)
      case .beside(let part) where notes[part]?.beside == nil:
        notes[part, default: CommentTree()].beside = comment.text
      case .beside(let part): notes[part, default: CommentTree()].above.append(line)
      }
    }
    var number = -1
    self.init(root, notes, number: &number)
  }

  /// The comments of a part and of the parts in it, which are numbered in the order of the file.
  private init(_ node: Node, _ notes: [Int: CommentTree], number: inout Int) {
    self = notes[number] ?? CommentTree()
    number += 1
    switch node.content {
    case .scalar: return
    case .mapping(let entries):
      for entry in entries {
        let comments = CommentTree(entry.value, notes, number: &number)
        if comments != CommentTree() { keys[entry.key] = comments }
      }
    case .sequence(let nodes):
      items = nodes.map { CommentTree($0, notes, number: &number) }
    }
  }

  /// A way to a child: a key, or the place in a list.
  enum Step {
    case key(String)
    case item(Int)
  }

  /// The comments of a child.
  subscript(step: Step) -> CommentTree {
    get {
      switch step {
      case .key(let key): keys[key] ?? CommentTree()
      case .item(let index): items.indices.contains(index) ? items[index] : CommentTree()
      }
    }
    set {
      switch step {
      case .key(let key): keys[key] = newValue
      case .item(let index):
        while items.count <= index { items.append(CommentTree()) }
        items[index] = newValue
      }
    }
  }

  /// All texts, in the order of their lines as far as they have any.
  var texts: [String] {
    above.map(\.text) + [beside].compactMap { $0 } + keys.sorted { $0.key < $1.key }.flatMap(\.value.texts)
      + items.flatMap(\.texts) + below.map(\.text)
  }

  /// The same but for those above.
  var inside: CommentTree {
    var inside = self
    (inside.above, inside.isApart) = ([], false)
    return inside
  }

  /// The lines of the file, from 1, that hold nothing but one of these comments.
  var lineNumbers: Set<Int> {
    let children = Array(keys.values) + items
    return children.reduce(into: Set((above + below).map(\.number))) { $0.formUnion($1.lineNumbers) }
  }

  /// The same comments for a value that is to be written: those of parts that it has not, or that stay on its one
  /// line, go above it.
  ///
  /// - Parameters:
  ///   - value: What will be written.
  ///   - isItem: Whether it is an item of a list, whose first line is that of its first key.
  ///   - isFlow: Whether it is written on one line.
  /// - Returns: The comments, none of them lost.
  func fitted(to value: JSONValue, isItem: Bool = false, isFlow: Bool = false) -> CommentTree {
    var fitted = self
    let members = isFlow ? [] : value.members
    let lost = keys.filter { key, _ in !members.contains { $0.key == key } }.sorted { $0.key < $1.key }
    for (key, _) in lost { fitted.keys[key] = nil }
    let count = isFlow ? 0 : value.blockItems.count
    fitted.items = Array(items.prefix(count))
    var texts = lost.flatMap(\.value.texts) + items.dropFirst(count).flatMap(\.texts)
    if isItem, !isFlow, let beside {
      texts.append(beside)
      fitted.beside = nil
    }
    fitted.above += texts.map { Line(text: $0, number: 0, isApart: false) }
    return fitted
  }
}

extension JSONValue {
  /// The items of a list that is written one below the other; none for other values.
  var blockItems: [JSONValue] {
    if case .array(let items) = self, items.contains(where: { !$0.members.isEmpty }) { items } else { [] }
  }
}

/// The parts of a document, keys with their values and items of lists, in the order of the file.
private struct Parts {
  private struct Part {
    let mark: Mark
    /// Where its line begins: the column of the dash before an item, else its own.
    let column: Int
    let isKey: Bool
    /// The part that it is in; -1 = the document.
    let parent: Int
  }

  /// Where a comment belongs, with the number of the part.
  enum Place {
    case above(Int)
    case below(Int)
    case beside(Int)
  }

  private var parts: [Part] = []
  private let lines: [ArraySlice<UInt8>]

  init(_ root: Node, lines: [ArraySlice<UInt8>]) {
    self.lines = lines
    add(root, in: -1)
  }

  private mutating func add(_ node: Node, in parent: Int) {
    switch node.content {
    case .scalar: return
    case .mapping(let entries):
      for entry in entries {
        parts.append(Part(mark: entry.mark, column: entry.mark.column, isKey: true, parent: parent))
        add(entry.value, in: parts.count - 1)
      }
    case .sequence(let nodes):
      for node in nodes {
        let dash = lines.dash(of: node.mark.line).flatMap { $0 < node.mark.column ? $0 : nil }
        parts.append(
          Part(mark: node.mark, column: dash ?? node.mark.column, isKey: false, parent: parent))
        add(node, in: parts.count - 1)
      }
    }
  }

  func place(of comment: YAMLComment) -> Place {
    let next = firstPart(behind: comment.mark)
    let isAtDash = lines.isDashAlone(comment.mark.line)
    if comment.isOwnLine || isAtDash {
      // What stands above the first key stands above the document.
      if next < parts.count, isAtDash || comment.mark.column <= parts[next].column {
        return .above(next == 0 ? -1 : next)
      }
      var around = next - 1
      while around >= 0, parts[around].column >= comment.mark.column { around = parts[around].parent }
      return .below(around)
    }
    var first = next
    while first > 0, parts[first - 1].mark.line == comment.mark.line { first -= 1 }
    let onLine = first..<next
    let keys = onLine.filter { parts[$0].isKey }
    if keys.count == 1 { return .beside(keys[0]) }
    return .beside(onLine.first ?? next - 1)
  }

  private func firstPart(behind mark: Mark) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      let part = parts[middle].mark
      if (part.line, part.column) > (mark.line, mark.column) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [UInt8] {
  /// The lines, which end with LF, CR LF or CR.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in indices where self[index] == 0x0A || self[index] == 0x0D {
      let isPair = self[index] == 0x0A && index > 0 && self[index - 1] == 0x0D
      if !isPair { lines.append(self[start..<index]) }
      start = index + 1
    }
    return lines + [self[start...]]
  }
}

extension [ArraySlice<UInt8>] {
  /// Whether a line, counted from 1, is there and empty.
  fileprivate func isBlank(_ line: Int) -> Bool {
    indices.contains(line - 1) && self[line - 1].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The column of the dash that begins a line, both from 1.
  fileprivate func dash(of line: Int) -> Int? {
    guard indices.contains(line - 1) else { return nil }
    let spaces = self[line - 1].prefix { $0 == 0x20 }.count
    return self[line - 1].dropFirst(spaces).first == UInt8(ascii: "-") ? spaces + 1 : nil
  }

  /// Whether a line holds a dash and then nothing but a comment.
  fileprivate func isDashAlone(_ line: Int) -> Bool {
    guard let dash = dash(of: line) else { return false }
    let rest = self[line - 1].dropFirst(dash)
    let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
    return text.first == UInt8(ascii: "#") && text.count < rest.count
  }
}
