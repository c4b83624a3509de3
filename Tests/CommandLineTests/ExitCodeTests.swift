import Foundation
import Testing

/// Every way of ending has its exit code, its words on standard error, and with `--json` its data.
@Suite struct ExitCodeTests {
  @Test func donePrintsDataAndNoComplaint() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--json")
      #expect(run.status == 0)
      #expect(run.error.isEmpty)
      let schedule = try #require(run.json as? [String: Any])
      #expect(schedule["schema"] as? String == "plan/1")
      #expect((schedule["problem"] as? [String: Any])?["schema"] as? String == "plan-problem/1")
      #expect(try tool.names() == ["small.yaml"], "--json writes no file")
    }
  }

  @Test(
    "wrong usage",
    arguments: [
      ["plam"], ["plan"], ["plan", "a.yaml", "--effort", "endless"], ["plan", "a.yaml", "--jsn"],
      ["plan", "a.yaml", "--json", "--out", "x"], ["check"], ["check", "a.yaml", "--dry-run"],
      ["check", "a.yaml", "--fail-on", "all"], ["check", "a.yaml", "--today", "5.1.2027"],
      ["export", "a.yaml", "-o", "b.ics"], ["load", "a.csv", "--form", "x"],
      ["explain", "weekly-rize"], ["completions", "tcsh"], ["schema", "plam"],
    ])
  func usage(arguments: [String]) throws {
    try Tool.inFolder { tool in
      try tool.file("a.yaml", SmallPlan.yaml)
      let run = try tool.run(words: arguments)
      #expect(run.status == 2)
      #expect(run.error.isEmpty == false)
      #expect(run.output.isEmpty || arguments.contains("--json"))
    }
  }

  @Test(
    "the nearest word is named",
    arguments: [(["plam", "x"], "\"plan\""), (["explain", "weekly-rize"], "\"weekly-rise\"")])
  func nearest(arguments: [String], word: String) throws {
    try Tool.inFolder { tool in
      let error = try tool.run(words: arguments).error
      #expect(error.contains("did you mean " + word))
    }
  }

  @Test func invalidInputNamesFileLineAndColumnOfEveryFault() throws {
    try Tool.inFolder { tool in
      let text = SmallPlan.yaml.replacing("times:", with: "tmes:") + "colour: red\n"
      try tool.file("wrong.yaml", text)
      for command in ["plan", "check", "resolve"] {
        let run = try tool.run(command, "wrong.yaml", "--json")
        #expect(run.status == 3)
        #expect(run.error.contains("wrong.yaml:10:1: "))
        #expect(run.error.contains("did you mean \"times\"?"))
        #expect(run.error.contains("wrong.yaml:11:1: "))
        let json = try #require(run.json as? [String: Any])
        #expect(json["status"] as? String == "invalid")
        let faults = try #require(json["faults"] as? [[String: Any]])
        #expect(faults.map { $0["line"] as? Int } == [10, 11])
        #expect(faults.first?["suggestion"] as? String == "times")
      }
      let silent = try tool.run("plan", "wrong.yaml")
      #expect(silent.output.isEmpty)
      #expect(try tool.names() == ["wrong.yaml"])
    }
  }

  @Test func infeasibleNamesTheWishesThatClash() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.impossible)
      let run = try tool.run("plan", "small.yaml", "--json", "--effort", "quick")
      #expect(run.status == 4)
      #expect(run.error.contains("would help: "))
      let json = try #require(run.json as? [String: Any])
      #expect(json["status"] as? String == "infeasible")
      let clashes = try #require(json["clashes"] as? [[String: Any]])
      let wishes = try #require(clashes.first?["wishes"] as? [[String: Any]])
      let goal = try #require(wishes.first { $0["key"] as? String == "goal.min_long.run" })
      #expect(goal["file"] as? String == "small.yaml")
      #expect(goal["line"] as? Int == 11)
      #expect(goal["source"] as? String == "goal: { long: { run: 74m } }")
      #expect(goal["needed"] as? String == "proven")
      let rule = try #require(wishes.first { $0["key"] as? String == "limits.spike_max" })
      #expect((rule["default"] as? String)?.contains("gradus explain single-session-spike") == true)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").output.isEmpty)
      #expect(try tool.names() == ["small.yaml"])
    }
  }

  /// A marathon in eight weeks from a short long run, as a coach reads it: what clashes, where it stands, what would help.
  @Test func aMarathonTooSoonInWords() throws {
    try Tool.inFolder { tool in
      try tool.file("marathon.yaml", SmallPlan.marathonTooSoon)
      let run = try tool.run("plan", "marathon.yaml", "--effort", "quick")
      #expect(run.status == 4 && run.output.isEmpty)
      try Golden.check(Data(run.error.utf8), "clash-marathon.txt")
    }
  }

  @Test func readingThatFailsNamesThePath() throws {
    try Tool.inFolder { tool in
      for (path, words) in [("nowhere.yaml", "No such file"), (".", "Is a directory")] {
        for command in ["plan", "check", "resolve", "load"] {
          let run = try tool.run(command, path)
          #expect(run.status == 5)
          #expect(run.error.contains("\(path): \(words)"))
        }
        let json = try #require(try tool.run("plan", path, "--json").json as? [String: Any])
        #expect(json["status"] as? String == "failed")
      }
    }
  }

  @Test func aFileThatThePlanNamesButIsNotThereIsAFaultOfThePlan() throws {
    try Tool.inFolder { tool in
      try tool.file(
        "small.yaml", SmallPlan.yaml.replacing(/baseline:.*\n/, with: "history: none.csv\n"))
      let run = try tool.run("plan", "small.yaml")
      #expect(run.status == 3)
      #expect(run.error.hasPrefix("small.yaml:7:10: "))
      #expect(run.error.contains("none.csv"))
    }
  }

  @Test func writingThatFailsNamesThePathAndLeavesNothing() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      try tool.file("taken", "a file where a folder would have to be")
      let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--out", "taken/deep")
      #expect(run.status == 5)
      #expect(run.error.contains("taken/deep/ledger.json: Not a directory"))
      #expect(run.output.isEmpty)
      #expect(try tool.names() == ["small.yaml", "taken"])
    }
  }

  @Test func aFileThatDoesNotFitLeavesNothing() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let words = ["plan", "small.yaml", "--effort", "quick"]
      let run = try tool.run(words: words, limit: "ulimit -f 8")
      #expect(run.status == 5)
      #expect(run.error.contains(": File too large"))
      #expect(try tool.names() == ["small.yaml"])
    }
  }

  @Test func aFullDiskBehindStandardOutputIsAFailure() throws {
    // Only Linux has such a device.
    guard let full = FileHandle(forWritingAtPath: "/dev/full") else { return }
    try Tool.inFolder { tool in
      let run = try tool.run("explain", output: full)
      #expect(run.status == 5)
      #expect(run.error.contains("standard output: No space left"))
      try tool.file("small.yaml", SmallPlan.yaml)
      let export = try tool.run("export", "small.yaml", "--to", "ics", "-o", "/dev/full")
      #expect(export.status == 5)
      #expect(export.error.contains("/dev/full: No space left"))
    }
  }

  @Test func aReaderThatHasGoneIsNoFault() throws {
    try Tool.inFolder { tool in
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let run = try tool.run("explain", output: pipe.fileHandleForWriting)
      #expect(run.status == 0)
      #expect(run.error.isEmpty)
    }
  }
}
