import Testing

@testable import PlanFiles

/// The schemas name the keys that the readers know, no more and no fewer.
@Suite struct PlanSchemaTests {
  private static func properties(_ bytes: [UInt8], at path: [String]) throws -> Set<String> {
    var json = JSONValue(try SourceFile(name: "schema", bytes: bytes).document().node)
    for step in path {
      if let index = Int(step), case .array(let items) = json {
        json = items[index]
      } else {
        json = try #require(json[step], "\(path) \(step)")
      }
    }
    guard case .object(let members) = try #require(json["properties"]) else { return [] }
    return Set(members.map(\.key))
  }

  /// The keys that a reader names when it meets one that it does not know.
  private static func known(_ fault: FileError?) throws -> Set<String> {
    let expected = try #require(fault?.faults.first?.expected)
    return Set(expected.dropFirst("one of ".count).split(separator: ", ").map(String.init))
  }

  @Test(arguments: [
    ("", [String]()), ("athlete", ["athlete"]), ("event", ["event"]), ("calendar", ["calendar"]),
    ("goal", ["goal"]), ("coaching", ["coaching"]), ("available", ["available"]), ("times", ["times"]),
    ("limits", ["limits"]),
  ])
  func planSchemaKnowsWhatTheReaderKnows(place: String, path: [String]) throws {
    var lines = PlanFileTests.least.split(separator: "\n").map(String.init)
    if place.isEmpty {
      lines.append("zzzz: 1")
    } else if let line = lines.firstIndex(where: { $0.hasPrefix(place + ":") }) {
      lines[line] = lines[line].replacing("{", with: "{ zzzz: 1, ")
    } else {
      lines.append("\(place): { zzzz: 1 }")
    }
    let error = #expect(throws: FileError.self) {
      try PlanFileTests.resolve(lines.joined(separator: "\n"))
    }
    var steps = path.flatMap { ["properties", $0] }
    if place == "limits" { steps += ["oneOf", "1"] }
    #expect(try Self.known(error) == Self.properties(EmbeddedData.planSchema, at: steps))
  }

  @Test func limitsSchemaKnowsWhatTheReaderKnows() throws {
    let error = #expect(throws: FileError.self) { try LimitsFileTests.limits("gradus-limits: 1\nzzzz: 1") }
    #expect(try Self.known(error) == Self.properties(EmbeddedData.limitsSchema, at: []))
    let rules = try Self.properties(EmbeddedData.limitsSchema, at: ["properties", "rules"])
    #expect(rules == Set(LimitVocabulary.rules.filter { $0.isOptional || !$0.keys.isEmpty }.map(\.id)))
  }

  @Test(arguments: LimitVocabulary.rules.filter(\.isOptional).map(\.id))
  func limitsSchemaKnowsTheNumbersOfARule(rule: String) throws {
    let numbers = try Self.properties(
      EmbeddedData.limitsSchema, at: ["properties", "rules", "properties", rule, "oneOf", "1"])
    let keys = try #require(LimitVocabulary.rule(rule)).keys.map(\.name)
    #expect(numbers == Set(keys + ["effect"]))
  }
}
