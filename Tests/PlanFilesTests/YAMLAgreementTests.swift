import PlanFiles
import Testing
import Yams

/// What another reader of YAML, libYAML through Yams, makes of a text: content and marks.
private func reference(_ node: Yams.Node) -> PlanFiles.Node? {
  guard let place = node.mark else { return nil }
  let mark = PlanFiles.Mark(line: place.line, column: place.column)
  switch node {
  case .scalar(let scalar):
    return .init(mark: mark, content: .scalar(scalar.string, isQuoted: scalar.style != .plain))
  case .sequence(let items): return .init(mark: mark, content: .sequence(items.compactMap(reference)))
  case .mapping(let pairs):
    let entries = pairs.compactMap { key, value -> PlanFiles.Node.Entry? in
      guard let name = key.scalar?.string, let key = reference(key), let value = reference(value) else {
        return nil
      }
      return .init(key: name, mark: key.mark, value: value)
    }
    return .init(mark: mark, content: .mapping(entries))
  case .alias: return nil
  }
}

/// Where a value is missing, readers differ about its place.
private func withoutEmptyMarks(_ node: PlanFiles.Node) -> PlanFiles.Node {
  var node = node
  switch node.content {
  case .scalar(let text, let isQuoted): if text.isEmpty, !isQuoted { node.mark = Mark(line: 0, column: 0) }
  case .sequence(let items): node.content = .sequence(items.map(withoutEmptyMarks))
  case .mapping(let entries):
    node.content = .mapping(
      entries.map { .init(key: $0.key, mark: $0.mark, value: withoutEmptyMarks($0.value)) })
  }
  return node
}

private let texts: [String] = [
  "a: 1\nb: two words\nc: 'it''s'\nd: \"x\\ty\\u00e9\"\n", "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n",
  "a:\n- 1\n- 2\nb:\n  - 3\n  -\n  - 4\n", "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n- - x\n  - y\n",
  "a: [1, 2, [3, {b: c}], ]\n",
  "a: { b: 1, 'c': \"d\", e: , f, g: [] }\n", "a: {\"b\":1,\"c\":[2,3]}\n",
  "a: [\n  1, # one\n  2\n  ]\nb: {\n  c: 1,\n  d: 2 }\n",
  "# head\n\na: 1 # tail\n# between\nb: 2#no comment\n\n", "a: long text\n  goes on\n\n  and on\nb: 1\n",
  "a: x\n  - y\n", "a:\n  text\n  below\n",
  "a: \"folded\n  text\n\n  here\\\n  x\"\nb: 'single\n  folded'\n", "a: |\n  one\n   two\n\n  three\nb: 1\n",
  "a: >\n  one\n  two\n\n  three\n   four\n  five\n\n\nb: 1\n",
  "a: |-\n  x\n\nb: |+\n  y\n\nc: >-\n  z\n  w\n", "a: |2\n    x\n   y\n",
  "a: |\n\n  x\n", "a: >\n\n\n  x\n   y\n\n   z\n\n  w\n", "a: |\n", "a:\n", "a: ~\nb: null\nc:\nd: ''\n",
  "ä: ö # ü\n日本: 🏃 läuft\nc: x\n",
  "---\na: 1\n", "--- # x\na: 1\n...\n", "a: 1\r\nb:\r\n  - 2\r\n  - x\r\n    y\r\n",
  "a: -1\nb: -x\nc: ?x\nd: :x\ne: x:y\nf: a - b\ng: x#y\nh: http://x\n",
  "- [a:b, -1, x y , \"q\" ]\n", "a: [x y\n  z, w]\n",
  "a: 1:30\nb: 010\nc: no\nd: 1e3\ne: 2027-01-01\nf: .5\n", "a   :   b\n\"c\" : d\n'e':\n  f\n",
  "a:   # comment\n  - b   # comment\n  # comment\n  - c\n",
  "a: [b: 1, c: { d: 2 }, e, \"f\":g, h: , i : [j]]\n", "word\n", "\"quoted\"\n", "two\nlines\n",
  "- a\n-\n  b\n- \n- c: d\n", "a: \"\\x41\\U0001F3C3\\/\\\"\"\n",
  "a: [ [ ], { }, '' ]\n", "a: 'x'   \nb: \"y\"\t# z\n", "key with spaces: v\nk2: a, b; c! d* e& f% @g\n",
  "a: x\n\n\n\nb: y", "a:\n   - b\n   - c: 1\n     d:\n     - e\n",
]

/// Our reader takes less than all of YAML; what it takes, it takes as libYAML does.
@Suite struct YAMLAgreementTests {
  @Test(arguments: texts)
  func readsLikeLibYAML(text: String) throws {
    let other = try #require(try Parser(yaml: text, resolver: .basic).singleRoot())
    let ours = try SourceFile(name: "f", text: text).document().node
    #expect(withoutEmptyMarks(ours) == reference(other).map(withoutEmptyMarks))
  }

  @Test(arguments: 0..<20)
  func readsScheduleFilesLikeLibYAML(seed: Int) throws {
    let bytes = ScheduleFile.text(.generated(UInt64(seed)))
    let other = try #require(
      try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic).singleRoot())
    let ours = try SourceFile(name: "f", bytes: bytes).document().node
    #expect(withoutEmptyMarks(ours) == reference(other).map(withoutEmptyMarks))
  }

  /// Pieces of YAML in any order: where both readers take the text, they agree.
  @Test func agreesOnWhatBothAccept() throws {
    let pieces = [
      "a", "b: ", "- ", "c:\n", "  ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "\"x\"", "'y'",
      " # z\n", "x y", ": ", "|\n", ">\n",
      "1", "e: f\n", "- g\n", "  - h\n", "  i: j\n", "-", "?", ":", "é", "\r\n", "|-\n  k\n", "\"l\n  m\"",
    ]
    var g = Seeded(5)
    var both = 0
    for _ in 0..<6000 {
      let text = g.list(1...9) { $0.pick(pieces) }.joined()
      // What begins with a bracket is JSON to us.
      let first = text.first { !$0.isWhitespace }
      guard first != "[", first != "{", let ours = try? SourceFile(name: "f", text: text).document().node
      else { continue }
      guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot() else {
        Issue.record("only we accept \(text.debugDescription)")
        continue
      }
      both += 1
      let other = reference(root).map(withoutEmptyMarks)
      #expect(withoutEmptyMarks(ours) == other, "\(text.debugDescription)")
    }
    #expect(both > 300)
  }
}
