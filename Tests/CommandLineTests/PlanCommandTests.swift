import Foundation
import Testing

@Suite struct PlanCommandTests {
  private static let written = [
    "Exports/small/calendar-busy.ics", "Exports/small/calendar-import.ics", "Exports/small/calendar.ics",
    "Exports/small/calendar.xml", "Exports/small/ledger.json", "Exports/small/plan.xml",
    "Exports/small/report.html", "Exports/small/report.json", "Exports/small/sessions.csv",
    "Exports/small/week-sheet.html", "small.schedule.yaml", "small.yaml",
  ]

  @Test func writesScheduleAndCalendarsAndSaysSo() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let run = try tool.run("plan", "small.yaml", "--effort", "quick")
      #expect(run.status == 0)
      #expect(run.error.isEmpty)
      #expect(try tool.names() == Self.written, "nothing else, no temporary file")
      let lines = run.text.split(separator: "\n").map(String.init)
      #expect(lines.first == "Small plan: 3 weeks to Park run on Sun 21 Mar 2027")
      #expect(
        lines.suffix(11) == [
          "Wrote small.schedule.yaml", "Wrote Exports/small/calendar.ics", "Wrote Exports/small/calendar.xml",
          "Wrote Exports/small/plan.xml", "Wrote Exports/small/calendar-import.ics",
          "Wrote Exports/small/calendar-busy.ics",
          "Wrote Exports/small/report.json", "Wrote Exports/small/report.html",
          "Wrote Exports/small/week-sheet.html", "Wrote Exports/small/sessions.csv",
          "Wrote Exports/small/ledger.json",
        ])
      #expect(lines.contains { $0.hasPrefix("   1  1 Mar – 7 Mar") })
      #expect(!run.text.contains("\u{1B}"), "no colour where there is no terminal")
    }
  }

  @Test func twiceGivesTheSameBytes() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let first = try tool.run("plan", "small.yaml", "--effort", "quick")
      let before = try Self.written.map(tool.contents)
      let second = try tool.run("plan", "small.yaml", "--effort", "quick")
      #expect(second.status == 0)
      #expect(second.text.replacing(/Against .*\n\n/, with: "") == first.text)
      #expect(try Self.written.map(tool.contents) == before)
    }
  }

  @Test func dryRunSaysWhatItWouldWrite() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--dry-run")
      #expect(run.status == 0)
      #expect(run.text.contains("Would write small.schedule.yaml"))
      #expect(try tool.names() == ["small.yaml"])
    }
  }

  @Test func outTakesEverything() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick", "--out", "a/b/").status == 0)
      #expect(
        try tool.names() == [
          "a/b/calendar-busy.ics", "a/b/calendar-import.ics", "a/b/calendar.ics", "a/b/calendar.xml",
          "a/b/ledger.json", "a/b/plan.xml", "a/b/report.html", "a/b/report.json", "a/b/sessions.csv",
          "a/b/small.schedule.yaml", "a/b/week-sheet.html", "small.yaml",
        ])
    }
  }

  @Test func verboseSaysWhy() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let calm = try tool.run("plan", "small.yaml", "--effort", "quick", "--dry-run").text
      let verbose = try tool.run("plan", "small.yaml", "--effort", "quick", "--dry-run", "--verbose").text
      #expect(!calm.contains("Week 1: "))
      #expect(verbose.contains("Week 1: "))
      let kept = Set(verbose.split(separator: "\n"))
      #expect(calm.split(separator: "\n").allSatisfy(kept.contains))
    }
  }

  @Test func commentsInAScheduleAreNotLost() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let plan = ["plan", "small.yaml", "--effort", "quick"]
      #expect(try tool.run(words: plan).status == 0)
      let noted = try tool.contents("small.schedule.yaml") + Data("# The knee was fine this week.\n".utf8)
      try tool.file("small.schedule.yaml", noted)
      #expect(try tool.run(words: plan).status == 0)
      #expect(try tool.contents("small.schedule.yaml") == noted)
      try tool.file("small.yaml", SmallPlan.yaml.replacing("sun: 75m", with: "sun: 60m"))
      #expect(try tool.run(words: plan).status == 0)
      let kept = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      #expect(kept.hasSuffix("# The knee was fine this week.\n"))
    }
  }

  /// The comment of a session goes with it; where the session is no longer planned, nothing is written.
  @Test func aCommentIsNotLostWithItsSession() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let plan = ["plan", "small.yaml", "--effort", "quick"]
      #expect(try tool.run(words: plan).status == 0)
      let text = String(decoding: try tool.contents("small.schedule.yaml"), as: UTF8.self)
      let noted = Data(text.replacing("template: run-easy\n", with: "template: run-easy # park\n").utf8)
      try #require(noted != Data(text.utf8))
      try tool.file("small.schedule.yaml", noted)
      try tool.file("small.yaml", SmallPlan.yaml.replacing("2027-03-21", with: "2027-03-14"))
      let refused = try tool.run(words: plan)
      #expect(refused.status == 3, "\(refused.error)")
      #expect(refused.error.contains("--replace") && refused.error.contains("Easy run"))
      #expect(try tool.contents("small.schedule.yaml") == noted)
      #expect(try tool.run(words: plan + ["--replace"]).status == 0)
    }
  }

  @Test func aSymbolicLinkStaysOneAndPermissionsStay() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let plan = ["plan", "small.yaml", "--effort", "quick"]
      #expect(try tool.run(words: plan).status == 0)
      let files = FileManager.default
      let schedule = tool.folder.appending(path: "small.schedule.yaml")
      let kept = tool.folder.appending(path: "kept.yaml")
      try files.moveItem(at: schedule, to: kept)
      try files.createSymbolicLink(at: schedule, withDestinationURL: kept)
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: kept.path)
      #expect(try tool.run(words: plan).status == 0)
      #expect(try files.destinationOfSymbolicLink(atPath: schedule.path) == kept.path)
      let mode = try files.attributesOfItem(atPath: kept.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func aProblemKeepsTheKeysThatGradusDoesNotKnow() throws {
    try Tool.inFolder { tool in
      let problem = try tool.run("resolve", "-", input: Data(SmallPlan.yaml.utf8))
      let marked = problem.text.replacing(
        "\"id\": \"small\",", with: "\"id\": \"small\", \"club\": \"Ours\",")
      let run = try tool.run("plan", "-", "--json", "--effort", "quick", input: Data(marked.utf8))
      let schedule = try #require(run.json as? [String: Any])
      #expect((schedule["problem"] as? [String: Any])?["club"] as? String == "Ours")
    }
  }

  @Test func planAndResolvedProblemGiveTheSameSchedule() throws {
    try Tool.inFolder { tool in
      let plan = Data(SmallPlan.yaml.utf8)
      let problem = try tool.run("resolve", "-", input: plan)
      #expect(problem.status == 0)
      #expect(try tool.run("resolve", "-", input: problem.output).output == problem.output)
      let direct = try tool.run("plan", "-", "--json", "--effort", "quick", input: plan)
      let resolved = try tool.run("plan", "-", "--json", "--effort", "quick", input: problem.output)
      #expect(direct.output == resolved.output)
    }
  }
}
