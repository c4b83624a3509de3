import Foundation
import Testing

/// What the repository shows is what Gradus gives. `make example` writes it again.
@Suite struct ExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func kept(_ path: String) throws -> Data { try Data(contentsOf: Self.root.appending(path: path)) }

  @Test func theHalfMarathonIsWhatThePlannerMakes() throws {
    try Tool.inFolder { tool in
      // Findings name the limits file by the path that the plan was read from.
      let made = tool.folder.appending(path: "made").path
      let run = try tool.run("plan", "Plans/half-marathon.yaml", "--out", made, in: Self.root)
      #expect(run.status == 0, "\(run.error)")
      let schedule = try tool.contents("made/half-marathon.schedule.yaml")
      #expect(try schedule == kept("Plans/half-marathon.schedule.yaml"), "make example")
      let exports = [
        "calendar.ics", "calendar.xml", "calendar-import.ics", "calendar-busy.ics", "report.json",
        "plan.xml", "report.html", "week-sheet.html", "sessions.csv", "ledger.json",
      ]
      for name in exports {
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
