import Foundation
import Testing
import TrainingPlan

@Suite struct ImportCommandTests {
  private func inPlanned(_ body: (Tool, String) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").status == 0)
      try body(tool, String(decoding: try tool.contents("Exports/small/calendar.ics"), as: UTF8.self))
    }
  }

  /// The first session's event, and the calendar with another text in its place.
  private func firstEvent(_ calendar: String) throws -> (event: String, rest: (String) -> String) {
    let start = try #require(calendar.range(of: "BEGIN:VEVENT"))
    let end = try #require(calendar.range(of: "END:VEVENT\r\n"))
    let range = start.lowerBound..<end.upperBound
    return (String(calendar[range]), { calendar.replacingCharacters(in: range, with: $0) })
  }

  @Test func whatWasPublishedChangesNothing() throws {
    try inPlanned { tool, _ in
      let before = try tool.contents("small.schedule.yaml")
      for name in ["calendar.ics", "calendar.xml", "calendar-busy.ics", "calendar-import.ics", "plan.xml"] {
        let run = try tool.run(
          "import", "Exports/small/" + name, "--into", "small.yaml", "--fail-on", "never")
        #expect(run.status == 0, "\(run.error)")
        #expect(
          run.text.contains("nothing changed") && run.text.hasSuffix("stays as it is.\n"), "\(run.text)")
        #expect(try tool.contents("small.schedule.yaml") == before)
      }
    }
  }

  @Test func aDeletedEventIsARemovedSessionAndADryRunWritesNothing() throws {
    try inPlanned { tool, calendar in
      let before = try tool.contents("small.schedule.yaml")
      let (_, rest) = try firstEvent(calendar)
      try tool.file("edited.ics", rest(""))
      let words = ["import", "edited.ics", "--into", "small.schedule.yaml", "--fail-on", "never"]
      let dry = try tool.run(words: words + ["--dry-run"])
      #expect(dry.status == 0, "\(dry.error)")
      #expect(dry.text.contains("1 removed") && dry.text.contains("Would write small.schedule.yaml"))
      #expect(try tool.contents("small.schedule.yaml") == before)
      #expect(try tool.run(words: words + ["--keep-missing"]).text.contains("nothing changed"))
      let data = try tool.run(words: words + ["--dry-run", "--json"])
      let json = try #require(data.json as? [String: Any])
      #expect(json["schema"] as? String == "import/1" && json["written"] as? Bool == false)
      #expect((json["changes"] as? [[String: Any]])?.map { $0["kind"] as? String }.first == "removed")
      #expect(try tool.run(words: words).text.contains("Wrote small.schedule.yaml"))
      func sessions(_ file: Data) -> Int {
        String(decoding: file, as: UTF8.self).components(separatedBy: "\n  - date:").count
      }
      #expect(sessions(try tool.contents("small.schedule.yaml")) == sessions(before) - 1)
      #expect(try tool.run(words: words).text.contains("nothing changed"))
    }
  }

  @Test func aFaultIsNamedWithItsPlace() throws {
    try inPlanned { tool, calendar in
      let (event, rest) = try firstEvent(calendar)
      try tool.file("bad.ics", rest(event.replacingOccurrences(of: "DTSTAMP:2", with: "DTSTAMP:x")))
      let run = try tool.run("import", "bad.ics", "--into", "small.yaml")
      #expect(run.status == 3)
      #expect(run.error.hasPrefix("bad.ics:") && run.error.contains("; expected "), "\(run.error)")
      try tool.file("bomb.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><icalendar>&b;</icalendar>")
      let bomb = try tool.run("import", "bomb.xml", "--into", "small.yaml")
      #expect(bomb.status == 3 && bomb.error.contains("document type"))
      #expect(try tool.run("import", "none.ics", "--into", "small.yaml").status == 5)
      #expect(try tool.run("import", "bad.ics").status == 2)
    }
  }

  @Test func planXMLStandsForTheSchedule() throws {
    try inPlanned { tool, _ in
      let written = try tool.run("export", "small.yaml", "--to", "plan-xml")
      #expect(written.status == 0, "\(written.error)")
      #expect(written.output == (try tool.contents("Exports/small/plan.xml")))
      let words = ["--plan", "small.yaml", "--json", "--fail-on", "never"]
      let fromXML = try tool.run(words: ["check", "Exports/small/plan.xml"] + words)
      let fromFile = try tool.run(words: ["check", "small.schedule.yaml"] + words)
      #expect(fromXML.output == fromFile.output && fromXML.status == 0)
    }
  }
}
