import Foundation
import Testing

@Suite struct ExportCommandTests {
  private func inPlanned(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").status == 0)
      try body(tool)
    }
  }

  @Test func aScheduleFindsItsPlanBesideIt() throws {
    try inPlanned { tool in
      for (format, name) in [("ics", "calendar.ics"), ("xcal", "calendar.xml")] {
        let fromSchedule = try tool.run("export", "small.schedule.yaml", "--to", format)
        #expect(fromSchedule.status == 0)
        #expect(fromSchedule.error.isEmpty)
        #expect(fromSchedule.output == (try tool.contents("Exports/small/" + name)))
        #expect(try tool.run("export", "small.yaml", "--to", format).output == fromSchedule.output)
      }
    }
  }

  @Test func theScheduleBesideAPlanIsTheTruth() throws {
    try inPlanned { tool in
      let text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      let edited = text.replacing(
        try tool.lastTitle(in: "small.schedule.yaml"), with: "Run with the club")
      #expect(edited != text)
      try tool.file("small.schedule.yaml", edited)
      #expect(try tool.run("export", "small.yaml", "--to", "ics").text.contains("Run with the club"))
    }
  }

  @Test func aPipeOfJSONCarriesItsProblem() throws {
    try inPlanned { tool in
      let json = try tool.run("plan", "small.yaml", "--effort", "quick", "--json")
      let calendar = try tool.run("export", "-", "--to", "ics", input: json.output)
      #expect(calendar.output == (try tool.contents("Exports/small/calendar.ics")))
    }
  }

  @Test func importIsNotFeed() throws {
    try inPlanned { tool in
      let calendar = try tool.run("export", "small.yaml", "--to", "ics", "--for", "import").text
      #expect(calendar.contains("METHOD:PUBLISH"))
      #expect(!(try tool.run("export", "small.yaml", "--to", "ics").text.contains("METHOD:")))
    }
  }

  @Test func outputGoesToAFile() throws {
    try inPlanned { tool in
      let run = try tool.run("export", "small.yaml", "--to", "ics", "-o", "mine/run.ics")
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(try tool.contents("mine/run.ics") == (try tool.contents("Exports/small/calendar.ics")))
      let folder = try tool.run("export", "small.yaml", "--to", "ics", "-o", "mine")
      #expect(folder.status == 5)
      #expect(folder.error.contains("mine: Is a directory"))
    }
  }

  @Test func aScheduleOfAnotherPlanIsRefused() throws {
    try inPlanned { tool in
      try tool.file("other.yaml", SmallPlan.yaml.replacing("id: small", with: "id: other"))
      let run = try tool.run("export", "small.schedule.yaml", "--to", "ics", "--plan", "other.yaml")
      #expect(run.status == 3)
      #expect(run.error.contains("answers \"small\", not \"other\""))
    }
  }

  @Test func aScheduleWithoutItsPlanSaysWhatToDo() throws {
    try inPlanned { tool in
      try FileManager.default.removeItem(at: tool.folder.appending(path: "small.yaml"))
      let run = try tool.run("export", "small.schedule.yaml", "--to", "ics")
      #expect(run.status == 5)
      #expect(run.error.contains("--plan"))
      #expect(run.error.contains("small.yaml"))
    }
  }

  @Test func tableAndWeekSheetsAreThoseAmongTheExports() throws {
    try inPlanned { tool in
      let table = try tool.run("export", "small.yaml", "--to", "csv")
      #expect(table.output == (try tool.contents("Exports/small/sessions.csv")))
      #expect(table.output.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(
        !(try tool.run("export", "small.yaml", "--to", "csv", "--form", "machine").output.starts(with: [0xEF]))
      )
      let sheets = try tool.run("export", "small.yaml", "--to", "html")
      #expect(sheets.output == (try tool.contents("Exports/small/week-sheet.html")))
      let one = try tool.run("export", "small.yaml", "--to", "html", "--week", "2").text
      #expect(one.contains("id=\"week-2\"") && !one.contains("id=\"week-1\""))
    }
  }

  @Test func optionsOfAnotherFormAreAWrongUse() throws {
    try inPlanned { tool in
      for words in [
        ["--to", "csv", "--week", "1"], ["--to", "html", "--for", "import"], ["--form", "machine"],
      ] {
        #expect(try tool.run(words: ["export", "small.yaml"] + words).status == 2, "\(words)")
      }
      let late = try tool.run("export", "small.yaml", "--to", "html", "--week", "9")
      #expect(late.status == 2 && late.error.contains("the weeks of this plan are 1 to 3"))
    }
  }

  @Test func aTableGoesThroughASpreadsheetAndBack() throws {
    try inPlanned { tool in
      let before = try tool.contents("small.schedule.yaml")
      let same = try tool.run(
        "import", "Exports/small/sessions.csv", "--into", "small.yaml", "--fail-on", "never")
      #expect(same.status == 0)
      #expect(try tool.contents("small.schedule.yaml") == before)
      var lines = String(decoding: try tool.contents("Exports/small/sessions.csv"), as: UTF8.self)
        .split(separator: "\r\n").map(String.init)
      let row = try #require(lines[1].firstRange(of: "2027-03-"))
      lines[1].replaceSubrange(
        row.lowerBound..<lines[1].index(row.upperBound, offsetBy: 2), with: "2027-03-04")
      try tool.file("edited.csv", lines.joined(separator: "\r\n"))
      let moved = try tool.run("import", "edited.csv", "--into", "small.yaml", "--fail-on", "never")
      #expect(moved.status == 0, "\(moved.error)")
      let schedule = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      #expect(schedule.contains("locked: true") && schedule.contains("planned: 2027-03-"))
      try tool.file("broken.csv", "date,minutes\n26.01.2027,40\n")
      let broken = try tool.run("import", "broken.csv", "--into", "small.yaml")
      #expect(broken.status == 3 && broken.error.contains("broken.csv:2:1"))
    }
  }
}
