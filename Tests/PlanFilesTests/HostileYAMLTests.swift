import PlanFiles
import Testing

/// Text that costs a careless reader far more than its size (libYAML is quadratic in some, up to minutes).
private let hostile: [(name: String, unit: String, prefix: String)] = [
  ("brackets", "[", "a: "), ("braces", "{", "a: "), ("dashes", "- ", ""), ("questions", "? ", ""),
  ("colons", ": ", ""),
  ("bracket pairs", "[]", "a: "), ("list", "a,", "a: ["), ("words without commas", "a ", "a: ["),
  ("questions in a list", "?,", "a: ["), ("colons in a list", ":,", "a: ["), ("mapping", "k: v, ", "a: {"),
  ("keys as mappings", "{{{{{{{{a: 1}: 1}: 1}: 1}: 1}: 1}: 1}: 1},", "a: ["),
  ("brackets behind comments", "[ # ]\n", "a: "),
  ("deep lists behind brackets", "[ [ [ [ [ [ ] # ]\n", "a: "),
  ("keys in keys", "{ ? # }\n", "a: "), ("plain lines", "a\n", ""), ("same key", "k: v\n", ""),
  ("list of nothing", "-\n", ""),
  ("documents", "---\n", ""),
  ("ends", "...\n", ""), ("directives", "%YAML 1.1\n", ""), ("tags", "!a ", ""), ("quotes", "'", ""),
  ("double quotes", "\"", ""), ("escapes", "\\n", "\""), ("aliases", "*a ", ""),
  ("list of aliases", "*a, ", "a: [&a b, "),
  ("anchors", "&a ", ""), ("comments", "#", ""), ("line breaks", "\n", ""), ("block", "x\n ", "a: |\n "),
  ("folded", "x\n ", "a: >\n "), ("tabs", "\t", ""), ("spaces", " ", ""), ("deeper", " - - - - -", ""),
  ("keys without values", "a:\n", ""), ("key chain", "a: ", ""), ("long list of lists", "- [a, b]\n", ""),
  ("JSON strings", "\"\\u00e9\",", "["), ("JSON numbers", "1,", "["), ("JSON objects", "{\"a\":1},", "["),
]

@Suite struct HostileYAMLTests {
  @Test(.timeLimit(.minutes(1)), arguments: hostile.map(\.name))
  func isReadOrRefusedInBoundedTime(name: String) throws {
    let (_, unit, prefix) = try #require(hostile.first { $0.name == name })
    let count = (200_000 - prefix.utf8.count) / unit.utf8.count
    let file = SourceFile(name: "f", text: prefix + String(repeating: unit, count: count))
    do throws(FileError) {
      _ = try file.document()
    } catch {
      #expect(error.description.hasPrefix("f"))
    }
  }

  @Test func refusesBillionLaughs() {
    var text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for (name, inner) in zip("bcdefghi", "abcdefgh") {
      let list = Array(repeating: "*\(inner)", count: 9).joined(separator: ", ")
      text += "\(name): &\(name) [\(list)]\n"
    }
    let error = #expect(throws: FileError.self) {
      try SourceFile(name: "f", text: text + "? *i\n: 1\n").document()
    }
    #expect(error?.description == "f:1:4: anchors (&a) are not used here; expected the value itself")
  }
}
