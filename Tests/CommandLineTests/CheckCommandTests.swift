import Foundation
import PlanFiles
import SchemaChecking
import Testing

/// The review on the command line: what it says, how it ends, and what it changes.
@Suite struct CheckCommandTests {
  private static let plans = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Plans")
  private static let samples = [
    "fitness-test", "gran-fondo", "half-marathon", "marathon-knee-history", "novice-5k", "olympic-triathlon",
    "return-desk-job", "ultramarathon",
  ]

  /// A folder with the plans of the repository.
  private static func inPlans(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try FileManager.default.copyItem(at: plans, to: tool.folder.appending(path: "Plans"))
      try body(tool)
    }
  }

  private static let schedule = "Plans/half-marathon.schedule.yaml"

  /// The half marathon with its first long run of 100 minutes or more made one of 150, and a word of the coach above it.
  private static func spoil(_ tool: Tool) throws -> (text: String, date: String) {
    let text = String(decoding: try tool.contents(schedule), as: UTF8.self)
    let longRun = /\ {2}- date: (\d{4}-\d\d-\d\d)\n {4}title: Long run\n {4}minutes: 1\d\d\n/
    let place = try #require(try longRun.firstMatch(in: text))
    let spoilt = """
        # The coach: hills, if the sun shines.
        - date: \(place.1)
          title: Long run
          minutes: 150

      """
    let whole = text[..<place.range.lowerBound] + spoilt + text[place.range.upperBound...]
    try tool.file(schedule, String(whole))
    return (String(whole), String(place.1))
  }

  /// A plan of three weeks with a schedule that takes a session out week after week to be mended.
  private static func threeWeeks(_ tool: Tool) throws {
    try tool.file(
      "small.yaml",
      """
      gradus: 1
      id: small
      athlete: { name: Sample runner, born: 1990, experience: recreational }
      event: { name: Park run, sport: run, date: 2027-03-21, expected: 30m, priority: C }
      start: 2027-03-01
      baseline: { run: { per_week: 3, minutes: 35m, longest: 50m } }
      available: { tue: 60m, thu: 60m, sun: 75m }
      sessions: [run-easy, run-long, mobility]
      """)
    let easy = "template: run-easy, sport: run, srpe: 3, hip_per_min: 1"
    let long = "template: run-long, sport: run, srpe: 4, hip_per_min: 1.01, hard: true, long: true"
    let mobility = "template: mobility, sport: mobility, srpe: 1, counter_per_min: 1, rest_ok: true"
    let sessions = [
      ("02", easy, 40), ("02", mobility, 20), ("04", long, 45), ("04", mobility, 15), ("07", easy, 30),
      ("09", easy, 20), ("11", long, 30), ("11", mobility, 15), ("14", easy, 20), ("16", mobility, 20),
    ]
    let lines = sessions.enumerated().map { number, session in
      "  - { id: s\(number), date: 2027-03-\(session.0), title: Session, minutes: \(session.2), \(session.1) }"
    }
    try tool.file(
      "small.schedule.yaml",
      """
      schema: schedule/1
      plan: small
      title: Small plan
      problem: small
      start: 2027-03-01
      event: { id: e, date: 2027-03-21, name: Park run, sport: run, minutes: 30 }
      weeks:
        - { week: 1, type: load, phase: base }
        - { week: 2, type: load, phase: base }
        - { week: 3, type: deload, phase: build }
      sessions:
      \(lines.joined(separator: "\n"))
      """)
  }

  private static func faults(_ run: Tool.Run) throws -> [String] {
    let document = try SourceFile(name: "report", bytes: Array(run.output)).document(sizeLimit: 16_000_000)
    return try SchemaCheck(.report, isClosed: true).faults(JSONValue(document.node))
  }

  @Test(arguments: samples) func aSampleHasNothingToChange(name: String) throws {
    try Self.inPlans { tool in
      let run = try tool.run("check", "Plans/\(name).yaml", "--fail-on", "change", "--json")
      #expect(run.status == 0, "\(run.error)")
      #expect(try Self.faults(run) == [])
      let report = try #require(run.json as? [String: Any])
      #expect((report["counts"] as? [String: Any])?["change"] as? Int == 0)
      #expect((report["weeks"] as? [[String: Any]])?.isEmpty == false)
    }
  }

  /// A fix that takes out a session of one week is tried in the next, where sessions then have other places.
  @Test func aFixThatIsTriedAgainAWeekLaterFindsItsSession() throws {
    try Tool.inFolder { tool in
      try Self.threeWeeks(tool)
      let run = try tool.run("check", "small.yaml")
      #expect(run.status == 0 || run.status == 1, "\(run.error)")
      #expect(run.text.contains("in 3 weeks"))
    }
  }

  @Test func aSpoiltScheduleFailsAndItsFixClearsIt() throws {
    try Self.inPlans { tool in
      let (spoilt, date) = try Self.spoil(tool)
      let first = try tool.run("check", Self.schedule)
      #expect(first.status == 1)
      #expect(first.error.isEmpty)
      #expect(first.text.contains("Fix: Shorten Sunday's long run (\(date)) from 150 to "))
      #expect(
        first.text.contains("(gradus check Plans/half-marathon.schedule.yaml --apply 1)") == false, "wrapped")
      #expect(try tool.run("check", Self.schedule, "--fail-on", "never").status == 0)
      let dry = try tool.run("check", Self.schedule, "--apply", "1", "--dry-run")
      #expect(dry.text.contains("\nWould write \(Self.schedule)\n"))
      #expect(try tool.contents(Self.schedule) == Data(spoilt.utf8))
      let fixed = try tool.run("check", Self.schedule, "--apply", "1")
      #expect(fixed.text.contains("\nCleared: "))
      let after = String(decoding: try tool.contents(Self.schedule), as: UTF8.self)
      let changed = zip(spoilt.split(separator: "\n"), after.split(separator: "\n")).filter { $0 != $1 }
      #expect(!changed.isEmpty && changed.allSatisfy { $0.0.contains("minutes:") }, "the session: \(changed)")
      #expect(after.contains("# The coach: hills, if the sun shines."))
      #expect(!(try tool.run("check", Self.schedule).text.contains("from 150 to")))
      var tries = 0
      while try tool.run("check", Self.schedule).status == 1, tries < 12 {
        tries += 1
        #expect(try tool.run("check", Self.schedule, "--apply", "1", "--fail-on", "never").status == 0)
      }
      #expect(tries < 12, "each fix clears its finding, so that none is left")
      #expect(
        String(decoding: try tool.contents(Self.schedule), as: UTF8.self).contains("# The coach: hills"))
    }
  }

  @Test func theWholeReportIsReadable() throws {
    try Self.inPlans { tool in
      _ = try Self.spoil(tool)
      for arguments in [["check", Self.schedule], ["check", Self.schedule, "--verbose"]] {
        let text = try tool.run(words: arguments).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.contains(" ") })
        #expect(!text.contains("\u{1B}"), "no colour where there is no terminal")
        for part in [
          "▲ To change", "● To watch", "■ Notes", "Sum: ", "Limit from: ", "Evidence: ", "Contested: ",
        ] {
          #expect(text.contains(part), "\(part)")
        }
      }
      let calm = try tool.run("check", Self.schedule).text
      #expect(calm.contains("     Also "), "similar findings stand together")
      #expect(try tool.run("check", Self.schedule, "--verbose").text.contains("     Also ") == false)
      #expect(try tool.run("check", Self.schedule).text == calm)
    }
  }

  /// Edits of the JSON are those that the words say, and its schema knows every key.
  @Test func jsonCarriesTheFix() throws {
    try Self.inPlans { tool in
      _ = try Self.spoil(tool)
      let run = try tool.run("check", Self.schedule, "--json")
      #expect(run.status == 1)
      #expect(try Self.faults(run) == [])
      let findings = try #require((run.json as? [String: Any])?["findings"] as? [[String: Any]])
      let spike = try #require(findings.first { $0["rule"] as? String == "single-session-spike" })
      #expect(spike["level"] as? String == "change")
      #expect(spike["origin"] as? String == "Plans/limits/recreational.yaml:19")
      let fix = try #require(spike["fix"] as? [String: Any])
      let edit = try #require((fix["edits"] as? [[String: Any]])?.first)
      #expect(edit["edit"] as? String == "lasts")
      #expect(edit["session"] as? String == (spike["sessions"] as? [String])?.first)
    }
  }

  @Test func aLogIsReviewedByItself() throws {
    try Tool.inFolder { tool in
      var rows = ["date,sport,minutes,rpe"]
      for day in 1...28 { rows.append("2027-02-\(day < 10 ? "0" : "")\(day),run,\(30 + day),5") }
      let log = Data(rows.joined(separator: "\n").utf8)
      try tool.file("log.csv", log)
      let run = try tool.run("check", "log.csv")
      #expect(run.status == 0, "what is done is never to be changed")
      #expect(run.text.hasPrefix("log.csv\nNothing to change, "))
      #expect(run.text.contains(" in 28 days."))
      #expect(!run.text.contains("--apply"))
      #expect(try tool.run("check", "log.csv", "--fail-on", "watch").status == 1)
      let piped = try tool.run("check", "-", "--json", input: log)
      #expect(piped.status == 0)
      #expect(try Self.faults(piped) == [])
      for option in [
        ["--apply", "1"], ["--today", "2027-02-03"], ["--done", "log.csv"], ["--plan", "x"],
        ["--missed", "1"],
      ] {
        #expect(try tool.run(words: ["check", "log.csv"] + option).status == 2)
      }
    }
  }

  @Test func whatWasDoneStandsForThePast() throws {
    try Self.inPlans { tool in
      let log = """
        date,sport,minutes,rpe
        2027-01-26,rest,,
        2027-01-28,run,95,8
        2027-01-30,run,30,4

        """
      try tool.file("log.csv", log)
      let words = [
        "check", "Plans/half-marathon.yaml", "--done", "log.csv", "--today", "2027-02-01", "--json",
      ]
      let run = try tool.run(words: words)
      #expect(try Self.faults(run) == [])
      let report = try #require(run.json as? [String: Any])
      let plan = try #require(report["plan"] as? [String: Any])
      #expect(plan["today"] as? String == "2027-02-01")
      #expect(
        plan["unknown_days"] as? [String] == ["2027-01-25", "2027-01-27", "2027-01-29", "2027-01-31"])
      let findings = try #require(report["findings"] as? [[String: Any]])
      let past = findings.filter { ($0["last"] as? String ?? "") < "2027-02-01" }
      #expect(past.isEmpty == false)
      #expect(past.allSatisfy { $0["level"] as? String != "change" && $0["fix"] is NSNull })
      let week = try #require((report["weeks"] as? [[String: Any]])?.first)
      #expect(week["load"] as? Double == Double(95 * 8 + 30 * 4))
      // Without a day, what the log holds is past.
      let undated = try tool.run(words: words.filter { $0 != "--today" && $0 != "2027-02-01" })
      let until = ((undated.json as? [String: Any])?["plan"] as? [String: Any])?["today"] as? String
      #expect(until == "2027-01-31")
    }
  }

  /// The history that the plan names goes on after the start: it is what was done.
  @Test func theHistoryOfThePlanGoesOn() throws {
    try Self.inPlans { tool in
      let history = "Plans/history/sample-runner.csv"
      let text = String(decoding: try tool.contents(history), as: UTF8.self)
      let columns = try #require(text.split(separator: "\n").first).split(separator: ",").count
      let row = "2027-01-26,run,40,5" + String(repeating: ",", count: columns - 4) + "\n"
      try tool.file(history, text + (text.hasSuffix("\n") ? "" : "\n") + row)
      let run = try tool.run(
        "check", "Plans/half-marathon.yaml", "--today", "2027-01-28", "--json", "--fail-on", "never")
      #expect(run.status == 0, "\(run.error)")
      let plan = try #require((run.json as? [String: Any])?["plan"] as? [String: Any])
      #expect(plan["unknown_days"] as? [String] == ["2027-01-25", "2027-01-27"])
    }
  }

  @Test func whatCannotBeAppliedSaysWhy() throws {
    try Self.inPlans { tool in
      let spoilt = try Self.spoil(tool).text
      let far = try tool.run("check", Self.schedule, "--apply", "99")
      #expect(far.status == 2 && far.error.contains("there is no finding 99"))
      let inside = spoilt.replacing("    minutes: 150\n", with: "    minutes: 150   # hills\n")
      try tool.file(Self.schedule, inside)
      #expect(try tool.run("check", Self.schedule, "--apply", "1").status <= 1)
      let fixed = String(decoding: try tool.contents(Self.schedule), as: UTF8.self)
      #expect(fixed.contains("  # hills\n") && !fixed.contains("minutes: 150"), "the comment stays")
      #expect(try tool.run("undo", Self.schedule).status == 0)
      #expect(try tool.contents(Self.schedule) == Data(inside.utf8))
      try FileManager.default.removeItem(at: tool.folder.appending(path: Self.schedule))
      let planned = try tool.run("check", "Plans/half-marathon.yaml", "--apply", "1")
      #expect(planned.status == 2)
    }
  }

  @Test func planWritesTheReportThatCheckPrints() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").status == 0)
      let check = try tool.run("check", "small.yaml", "--json")
      #expect(check.status == 0)
      #expect(try tool.contents("Exports/small/report.json") == check.output)
    }
  }

  /// What a coach has waived is said with the plan and with what is found in it, as long as it stands.
  @Test func whatIsWaivedIsSaid() throws {
    try Tool.inFolder { tool in
      try tool.file(
        "limits.yaml",
        "gradus-limits: 1\nwaivers:\n  - { rule: rest-days, from: 2027-03-01, until: 2027-03-07, reason: camp }\n"
      )
      try tool.file("small.yaml", SmallPlan.yaml + "limits: limits.yaml\n")
      let words = "Rest days: camp; in force from 2027-03-01 until 2027-03-07."
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").text.contains(words))
      #expect(try tool.run("check", "small.yaml").text.contains(words))
      #expect(!(try tool.run("check", "small.yaml", "--today", "2027-03-08").text.contains("in force")))
    }
  }
}
