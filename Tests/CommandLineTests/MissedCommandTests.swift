import Foundation
import PlanFiles
import SchemaChecking
import Testing

/// `gradus check --missed` on a kept plan with its kept schedule.
@Suite struct MissedCommandTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Golden/missed")

  private static func inMissed(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      for name in ["missed.yaml", "missed.schedule.yaml"] {
        try tool.file(name, try Data(contentsOf: golden.appending(path: name)))
      }
      try body(tool)
    }
  }

  /// `RECORD_GOLDEN=1 swift test` keeps what is printed now.
  @Test(arguments: [
    ("alone.txt", ["--missed", "1"]), ("pairs.txt", ["--missed", "2"]),
    ("rows-in-full.txt", ["--missed", "3", "--verbose"]),
    ("later.txt", ["--missed", "1", "--today", "2027-03-22"]),
  ])
  func saysWhatBreaks(name: String, options: [String]) throws {
    try Self.inMissed { tool in
      let run = try tool.run(words: ["check", "missed.yaml"] + options)
      #expect(run.status == 1 && run.error.isEmpty)
      #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let file = Self.golden.appending(path: name)
      if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil { try run.output.write(to: file) }
      #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == run.text, "\(name)")
    }
  }

  @Test func exitsAsFailOnSays() throws {
    try Self.inMissed { tool in
      let plain = try tool.run("check", "missed.yaml")
      #expect(plain.status == 0)
      #expect(try tool.run("check", "missed.yaml", "--missed", "1").status == 1)
      #expect(try tool.run("check", "missed.yaml", "--missed", "1", "--fail-on", "never").status == 0)
      for words in [
        ["--missed", "0"], ["--missed", "8"], ["--missed", "x"], ["--missed", "1", "--apply", "1"],
      ] {
        #expect(try tool.run(words: ["check", "missed.yaml"] + words).status == 2, "\(words)")
      }
    }
  }

  @Test func jsonFollowsItsSchema() throws {
    try Self.inMissed { tool in
      let run = try tool.run("check", "missed.yaml", "--missed", "2", "--json")
      let report = try #require(run.json as? [String: Any])
      let document = try SourceFile(name: "report", bytes: Array(run.output)).document(sizeLimit: 16_000_000)
      #expect(try SchemaCheck(.report, isClosed: true).faults(JSONValue(document.node)) == [])
      let missed = try #require(report["missed"] as? [String: Any])
      let cases = try #require(missed["cases"] as? [[String: Any]])
      let lone = cases.filter { ($0["sessions"] as? [String])?.count == 1 }
      #expect(missed["sessions"] as? Int == 24)
      #expect(missed["free"] as? Int == 24 - lone.count)
      for found in cases {
        let findings = try #require(found["findings"] as? [[String: Any]])
        let left = try #require(found["left"] as? [Int])
        #expect(findings.allSatisfy { $0["level"] as? String == "change" })
        #expect(found["repair"] is NSNull ? left.count == findings.count : left.count < findings.count)
      }
      let plain = try #require(try tool.run("check", "missed.yaml", "--json").json as? [String: Any])
      #expect(plain["missed"] == nil, "only where it is asked for")
    }
  }
}
