import Foundation
import PlanFiles
import Testing

/// Words that nothing says that people read: exposure is not risk, and a planner is no doctor. What the source
/// articles claim of organs, stored stress and fertility is left out.
private let forbidden = [
  "diagnos", "dysfunction", "imbalance", "treat", "cure", "cures", "cured", "prevents injury",
  "prevent injury",
  "injury prevention", "safe zone", "danger", "injury risk", "risk of injury", "corrective", "infertil",
  "fertility", "constipat", "kidney", "adrenal", "stored stress", "stress is stored", "trauma", "detox",
  "toxin",
]

/// Where a forbidden word is said to deny it, or is a name that nobody is shown.
private let allowed = [
  "not a diagnosis", "no diagnosis", "no study showing that a given count causes or prevents injury",
  "corrective-strength",
]

@Suite struct WordingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What is in the repository for people to read: all but the sources, the tests and the licence.
  private static let files: [String] = {
    let folders = ["docs", "Plans", "Exports", "Sources/PlanData/Resources"]
    let below = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects as? [String]
        ?? [])
        .map { folder + "/" + $0 }
    }
    let kinds = ["md", "yaml", "csv", "json", "html", "ics", "xml", "txt", "svg"]
    return (["README.md", "CONTRIBUTING.md"] + below).filter { name in
      kinds.contains { name.hasSuffix("." + $0) }
    }.sorted()
  }()

  private func check(_ text: String, _ name: String) {
    // Lines of a calendar go on after a fold, and others after a break.
    var plain = text.lowercased().replacing("\r\n ", with: "").replacing("\n", with: " ")
    for phrase in allowed { plain = plain.replacing(phrase, with: "") }
    for phrase in forbidden {
      var rest = plain[...]
      while let found = rest.firstRange(of: phrase) {
        let before = found.lowerBound == plain.startIndex ? " " : plain[plain.index(before: found.lowerBound)]
        let after = found.upperBound == plain.endIndex ? " " : plain[found.upperBound]
        // "secure" is no cure, and "cured" is named by itself.
        if !before.isLetter, !(phrase == "cure" && after.isLetter) {
          let line = plain[found.lowerBound...].prefix(60)
          Issue.record("\(name) says \"\(phrase)\": \(line)")
        }
        rest = rest[found.upperBound...]
      }
    }
  }

  @Test func filesSpeakOfExposure() throws {
    #expect(Self.files.count > 40)
    for name in Self.files {
      check(String(decoding: try Data(contentsOf: Self.root.appending(path: name)), as: UTF8.self), name)
    }
  }

  @Test func helpAndManualSpeakOfExposure() throws {
    try Tool.inFolder { tool in
      var commands = [
        "plan", "check", "report", "resolve", "load", "move", "edit", "add", "remove", "lock", "undo", "diff",
        "fmt",
        "export", "explain", "schema", "doctor",
      ]
      .map { [$0, "--help"] }
      commands += [["--help"], ["man"]]
      for command in commands {
        let run = try tool.run(words: command)
        #expect(run.status == 0, "\(command)")
        check(run.text, "gradus " + command.joined(separator: " "))
      }
    }
  }

  /// Every rule as it is explained, and every schema as it is printed.
  @Test func explanationsSpeakOfExposure() throws {
    try Tool.inFolder { tool in
      let rules = try #require(try tool.run("explain", "--json").json as? [[String: Any]])
      for rule in rules.compactMap({ $0["id"] as? String }) {
        check(try tool.run("explain", rule).text, rule)
      }
      for kind in Schemas.Kind.allCases { check(Schemas.text(kind), "\(kind)") }
    }
  }

  /// What is printed for a hip that hurts and a week that is too much.
  @Test func runsSpeakOfExposure() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml + "check-ins: c.yaml\n")
      let answer =
        "gradus-check-ins: 1\ncheck-ins: [{ date: 2027-02-27, pain: { place: hip, strength: strong } }]"
      try tool.file("c.yaml", answer)
      let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--verbose", "--out", "out")
      #expect(run.status == 0)
      check(run.text, "plan")
      for name in try tool.names() { check(String(decoding: try tool.contents(name), as: UTF8.self), name) }
      try tool.file(
        "c.yaml", answer.replacing("pain: { place: hip, strength: strong }", with: "red_flag: true"))
      check(try tool.run("plan", "small.yaml").error, "red flag")
    }
  }
}
