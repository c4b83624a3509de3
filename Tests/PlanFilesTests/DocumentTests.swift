import PlanFiles
import Testing

/// Documents that must be refused: the text, and how the error begins.
private let refused: [(String, String)] = [
  ("", "f:1:1: the file is empty"),
  ("a: 1\nä: [1, 2\n", "f:2:4: this bracket is never closed; expected \"]\" further down"),
  ("a: &x 1\nb: 2\n", "f:1:4: anchors (&x) are not used here"),
  ("a: 1\nb: *x\n", "f:2:4: references (*x) are not used here"),
  ("a: &x 1\nb: *x\n", "f:1:4: anchors (&x) are not used here"),
  ("a: !!int 1\n", "f:1:4: tags (!!int) are not used here"),
  ("a: !mine {b: 1}\n", "f:1:4: tags (!mine) are not used here"),
  ("a: !!str b\n", "f:1:4: tags"),
  ("a:\n  <<: {b: 1}\n", "f:2:3: merge keys (<<) are not used here"),
  ("a: 1\n---\nb: 2\n", "f:2:1: a second document begins here"),
  ("a: 1\nb: 2\na: 3\n", "f:3:1: the key \"a\" is here twice"),
  ("ä: \"x\ty\"\nb:\n\t- 1\n", "f:3:1: a tab indents this line; expected spaces"),
  ("? [a, b]\n: 1\n", "f:1:1: a list or mapping is used as a key"),
  ("[a, b]: 1\n", "f:1:2: \"a\" is no value in JSON"),
  ("a: {[b]: 1}\n", "f:1:5: a list or mapping is used as a key"),
  ("a: {? b}\n", "f:1:5: a list or mapping is used as a key"),
  ("a: b: c\n", "f:1:5: \":\" cannot stand here; expected text with \": \" in quotes"),
  ("a:\n  b: 1\n   c: 2\n", "f:3:5: \":\" cannot stand here; expected text with \": \" in quotes"),
  (
    "a:\n  b: [1]\n   c: 2\n",
    "f:3:4: \"c\" cannot stand here; expected the keys of one mapping in one column"
  ),
  ("a:\n   b: 1\n  c: 2\n", "f:3:3: \"c\" cannot stand here; expected the keys of one mapping in one column"),
  ("a: - b\n", "f:1:4: \"-\" cannot stand here; expected a list on lines of its own"),
  ("- a\nb: 1\n", "f:2:1: \"b\" cannot stand here; expected the end of the file"),
  ("a: \"b\" c\n", "f:1:8: \"c\" cannot stand here; expected the end of the line"),
  ("a: @home\n", "f:1:4: \"@\" cannot stand here; expected a value, or text in quotes"),
  ("a: 'it\n", "f:1:4: this text has no end; expected a closing quote"),
  ("a: \"\\q\"\n", "f:1:5: this escape is not known"),
  ("a: \"\\ud800\"\n", "f:1:5: this escape is no character"),
  ("a: [b, c\nd: 1\n", "f:2:2: \":\" cannot stand here; expected \",\" or \"]\""),
  ("a: [b\n---\n", "f:1:4: this bracket is never closed"),
  ("%YAML 1.2\n---\na: 1\n", "f:1:1: directives are not used here"),
  ("a:\n\tb: 1\n", "f:2:1: a tab indents this line; expected spaces"),
  ("a: 1\n...\nb: 2\n", "f:3:1: \"b\" cannot stand here; expected the end of the file"),
  ("word\n", "f:1:1: the document is \"word\"; expected a mapping"),
  ("a: |x\n", "f:1:5: \"x\" cannot stand here; expected text on the lines below"),
  ("a: \u{0}\n", "f:1:4: a NUL byte is in the text"),
  ("a: ä\u{7}\n", "f:1:5: the control character U+0007 is in the text"),
  ("\u{FEFF}a: 1\n", "f:1:1: the file begins with a byte order mark"),
  ("{\"a\": 1,}", "f:1:9: \"}\" cannot stand here; expected a key in double quotes"),
  ("{\"a\": 1\n \"b\": 2}", "f:2:2: \"\"\" cannot stand here; expected \",\" or \"}\""),
  ("{\"ä\": 01}", "f:1:7: \"01\" is no value in JSON"),
  ("{\"ä\": NaN}", "f:1:7: \"NaN\" is no value in JSON"),
  ("{\"a\": 1, \"a\": 2}", "f:1:10: the key \"a\" is here twice"),
  ("[1, 2", "f:1:6: the file ends in the middle"),
  ("[\"\\ud800\"]", "f:1:3: this escape is no character"),
  ("[\"\\x\"]", "f:1:3: this escape is not known"),
  ("[\"abc]", "f:1:2: this text has no end"),
  ("[\"a\nb\"]", "f:1:4: a line break or tab stands inside text"),
  ("{} x", "f:1:4: \"x\" cannot stand here; expected the end of the file"),
  (String(repeating: "[", count: 100), "f:1:33: lists and mappings are nested too deeply"),
]

@Suite struct DocumentTests {
  @Test(arguments: refused)
  func refuses(text: String, error: String) throws {
    let caught = #expect(throws: FileError.self) {
      try MappingReader(SourceFile(name: "f", text: text).document())
    }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }
}
