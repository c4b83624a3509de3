import Foundation
import Testing

/// What the repository shows is what Gradus gives. `make example` writes it again.
@Suite struct ExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func kept(_ path: String) throws -> Data { try Data(contentsOf: Self.root.appending(path: path)) }

  @Test func theHalfMarathonIsWhatThePlannerMakes() throws {
    try Tool.inFolder { tool in
      let plan = Self.root.appending(path: "Plans/half-marathon.yaml").path
      let run = try tool.run("plan", plan, "--out", "made")
      #expect(run.status == 0, "\(run.error)")
      let made = try tool.contents("made/half-marathon.schedule.yaml")
      #expect(try made == kept("Plans/half-marathon.schedule.yaml"), "make example")
      for name in ["calendar.ics", "calendar.xml", "report.json"] {
        #expect(try tool.contents("made/" + name) == kept("Exports/half-marathon/" + name), "make example")
      }
      let readme = String(decoding: try kept("README.md"), as: UTF8.self)
      let table = run.text.components(separatedBy: "\nWrote ")[0]
      #expect(readme.contains("$ make plan\n" + table), "make example")
    }
  }

  @Test func thePlanFileOfTheReadmeIsRead() throws {
    try Tool.inFolder { tool in
      let readme = String(decoding: try kept("README.md"), as: UTF8.self)
      let block = try #require(readme.components(separatedBy: "```yaml\n").dropFirst().first)
      let text = try #require(block.components(separatedBy: "```").first)
      let plans = Self.root.appending(path: "Plans")
      let run = try tool.run("resolve", "-", input: Data(text.utf8), in: plans)
      #expect(run.status == 0, "\(run.error)")
    }
  }
}
