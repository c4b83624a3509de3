import Foundation
import Testing

/// What `gradus plan` and `gradus export` publish over the life of a plan.
@Suite struct LedgerTests {
  private static let exports = [
    "calendar-busy.ics", "calendar-import.ics", "calendar.ics", "calendar.xml", "ledger.json", "plan.xml",
    "report.html", "report.json", "sessions.csv", "week-sheet.html",
  ].map { "Exports/small/" + $0 }

  private func inPlanned(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").status == 0)
      try body(tool)
    }
  }

  /// Changes the schedule file and publishes it.
  private func edit(_ tool: Tool, _ old: String, _ new: String, _ arguments: String...) throws {
    let text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
    let edited = text.replacing(old, with: new, maxReplacements: 1)
    #expect(edited != text)
    try tool.file("small.schedule.yaml", edited)
    let run = try tool.run(words: ["export", "small.yaml"] + arguments)
    #expect(run.status == 0, "\(run.error)")
  }

  private func text(_ tool: Tool, _ name: String) throws -> String {
    String(decoding: try tool.contents("Exports/small/" + name), as: UTF8.self)
  }

  @Test func exportWithoutAFormPublishesAll() throws {
    try inPlanned { tool in
      let before = try Self.exports.map(tool.contents)
      let run = try tool.run("export", "small.yaml")
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(run.error.split(separator: "\n").count == Self.exports.count)
      #expect(try Self.exports.map(tool.contents) == before, "nothing changed, so nothing differs")
      #expect(try tool.names() == Self.exports + ["small.schedule.yaml", "small.yaml"])
      #expect(try tool.run("export", "small.schedule.yaml", "--out", "a/b").status == 0)
      #expect(try tool.contents("a/b/calendar.ics") == tool.contents("Exports/small/calendar.ics"))
    }
  }

  @Test func anEditedSessionStaysTheSameEvent() throws {
    try inPlanned { tool in
      let before = try text(tool, "calendar.ics")
      let title = try tool.lastTitle(in: "small.schedule.yaml")
      try edit(tool, "title: \(title)", "title: Run with the club", "--now", "2027-03-02T07:30:00Z")
      let after = try text(tool, "calendar.ics")
      #expect(after.contains("SUMMARY:Run with the club"))
      #expect(after.contains("SEQUENCE:1"))
      #expect(after.contains("LAST-MODIFIED:20270302T073000Z"))
      func uids(_ text: String) -> [Substring] {
        text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
      }
      #expect(uids(after) == uids(before))
      #expect(try text(tool, "calendar-busy.ics").contains("SEQUENCE:1") == false)
    }
  }

  @Test func whatIsTakenOffIsCancelledOrHistory() throws {
    try inPlanned { tool in
      let schedule = try tool.contents("small.schedule.yaml")
      let last = try #require(
        String(decoding: schedule, as: UTF8.self).components(separatedBy: "\n  - date: ").last)
      try edit(tool, "\n  - date: " + last, "\n")
      let cancelled = try text(tool, "calendar-import.ics")
      #expect(cancelled.components(separatedBy: "STATUS:CANCELLED").count == 2)
      #expect(try !text(tool, "calendar.ics").contains("CANCELLED"))

      for file in try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
      where file == "Exports" {
        try FileManager.default.removeItem(at: tool.folder.appending(path: file))
      }
      try tool.file("small.schedule.yaml", schedule)
      #expect(try tool.run("export", "small.yaml").status == 0)
      let before = try text(tool, "calendar.ics")
      try edit(tool, "\n  - date: " + last, "\n", "--today", "2027-03-20")
      #expect(try text(tool, "calendar.ics") == before, "what is past stays")
    }
  }

  @Test func planningAnewKeepsTheLedger() throws {
    try inPlanned { tool in
      let title = try tool.lastTitle(in: "small.schedule.yaml")
      try edit(tool, "title: \(title)", "title: Run with the club")
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick", "--replace").status == 0)
      #expect(try text(tool, "calendar.ics").contains("SEQUENCE:2"))
    }
  }

  @Test func aSingleCalendarIsPublishedToo() throws {
    try inPlanned { tool in
      let text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      let title = try tool.lastTitle(in: "small.schedule.yaml")
      try tool.file(
        "small.schedule.yaml", text.replacing("title: \(title)", with: "title: Run with the club"))
      let plain = try tool.run("export", "small.yaml", "--to", "ics", "--no-ledger")
      #expect(!plain.text.contains("SEQUENCE:1"))
      let published = try tool.run("export", "small.yaml", "--to", "ics")
      #expect(published.text.contains("SEQUENCE:1"))
      #expect(try self.text(tool, "ledger.json").contains("\"sequence\": 1"))
      let elsewhere = try tool.run("export", "small.yaml", "--to", "ics", "--ledger", "own.json")
      #expect(elsewhere.output == plain.output, "another ledger, another life")
      #expect(try tool.names().contains("own.json"))
    }
  }

  @Test func aPipeLeavesNoLedger() throws {
    try Tool.inFolder { tool in
      let json = try tool.run("plan", "-", "--effort", "quick", "--json", input: Data(SmallPlan.yaml.utf8))
      #expect(try tool.run("export", "-", "--to", "ics", input: json.output).status == 0)
      #expect(try tool.names().isEmpty)
    }
  }

  @Test func theBusyCalendarSaysOnlyWhen() throws {
    try inPlanned { tool in
      let busy = try text(tool, "calendar-busy.ics")
      #expect(busy.contains("SUMMARY:Training\r\n"))
      for word in ["run", "Run", "DESCRIPTION", "CATEGORIES", "Small plan"] { #expect(!busy.contains(word)) }
      #expect(
        try Data(busy.utf8) == tool.run("export", "small.yaml", "--to", "ics", "--detail", "busy").output)
      try tool.file("none.yaml", SmallPlan.yaml + "calendar: { busy_calendar: false }\n")
      #expect(try tool.run("plan", "none.yaml", "--effort", "quick", "--out", "none").status == 0)
      #expect(try !tool.names().contains("none/calendar-busy.ics"))
    }
  }

  @Test(arguments: [
    ("{", "ends in the middle"), ("", "the file is empty"), ("{\"schema\": \"ledger/2\"}", "ledger/1"),
    ("{\"schema\": \"ledger/1\", \"plan\": \"other\"}", "another plan"),
  ])
  func aBadLedgerIsRefusedAndKept(content: String, message: String) throws {
    try inPlanned { tool in
      let before = try Self.exports.map(tool.contents)
      try tool.file("Exports/small/ledger.json", content)
      for words in [
        ["export", "small.yaml"], ["export", "small.yaml", "--to", "ics"],
        ["plan", "small.yaml", "--effort", "quick"],
      ] {
        let run = try tool.run(words: words)
        #expect(run.status == 3)
        #expect(run.error.hasPrefix("Exports/small/ledger.json"), "\(run.error)")
        #expect(run.error.contains(message), "\(run.error)")
        #expect(run.output.isEmpty)
        #expect(try tool.contents("Exports/small/ledger.json") == Data(content.utf8), "never overwritten")
      }
      for (name, bytes) in zip(Self.exports, before) where !name.hasSuffix("ledger.json") {
        #expect(try tool.contents(name) == bytes)
      }
      #expect(try tool.run("export", "small.yaml", "--no-ledger").status == 0)
      #expect(try tool.contents("Exports/small/ledger.json") == Data(content.utf8))
    }
  }

  @Test func whenItIsCanBeSaid() throws {
    try inPlanned { tool in
      for (now, stamp) in [
        ("2027-03-05", "20270305T000000Z"), ("2027-03-06T08:09:10Z", "20270306T080910Z"),
        ("2020-01-01", "20270306T080911Z"),
      ] {
        try edit(tool, "title: ", "title: A ", "--now", now)
        #expect(try text(tool, "calendar.ics").contains("LAST-MODIFIED:" + stamp), "\(now)")
      }
      try edit(tool, "title: ", "title: A ", "--now", "clock")
      for now in ["yesterday", "2027-02-30", "2027-02-26T8:00:00Z", "2027-02-26T08:00:00", "1969-12-31"] {
        #expect(try tool.run("export", "small.yaml", "--now", now).status == 2, "\(now)")
      }
    }
  }

  @Test(arguments: [
    ["-o", "a.ics"], ["--detail", "busy"], ["--for", "import"], ["--to", "ics", "--out", "a"],
    ["--ledger", "a", "--no-ledger"],
  ])
  func optionsThatMeanNothingTogetherAreRefused(words: [String]) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run(words: ["export", "small.yaml"] + words).status == 2)
    }
  }
}
