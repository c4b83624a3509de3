import Foundation
import Testing
import TrainingLoad

/// A warning sign in a check-in stops every command that would plan.
@Suite struct CheckInsTests {
  private func inFolder(_ answer: String, _ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml + "check-ins: c.yaml\n")
      try tool.file("c.yaml", "gradus-check-ins: 1\ncheck-ins:\n  - { date: 2027-02-27, \(answer) }\n")
      try body(tool)
    }
  }

  @Test(arguments: [["plan", "small.yaml"], ["export", "small.yaml", "--to", "ics"]])
  func redFlagStopsAndRefers(command: [String]) throws {
    try inFolder("red_flag: true") { tool in
      let run = try tool.run(words: command)
      #expect(run.status == 4)
      #expect(run.output.isEmpty)
      #expect(
        run.error.contains("The check-in of 2027-02-27 names a warning sign, so no training is planned."))
      #expect(run.error.contains("Call for emergency help now if there is numbness"))
      #expect(try tool.names() == ["c.yaml", "small.yaml"], "nothing is written")
    }
  }

  @Test func redFlagIsDataToo() throws {
    try inFolder("red_flag: true") { tool in
      let run = try tool.run("plan", "small.yaml", "--json")
      #expect(run.status == 4)
      let json = try #require(run.json as? [String: Any])
      #expect(json["status"] as? String == "stopped" && json["reason"] as? String == "red-flag")
      #expect(json["date"] as? String == "2027-02-27")
      #expect((json["refer"] as? [String])?.count == 4)
    }
  }

  /// The question is no plan: it can be looked at, and carries the warning sign to whoever plans it.
  @Test func resolvedQuestionKeepsTheWarningSign() throws {
    try inFolder("red_flag: true") { tool in
      let question = try tool.run("resolve", "small.yaml")
      #expect(question.status == 0)
      #expect(try tool.run("plan", "-", "--json", input: question.output).status == 4)
    }
  }

  @Test func clearedOrNoMattersNothing() throws {
    for answer in ["red_flag: false", "red_flag: true, cleared: { date: 2027-02-28, by: C, note: seen }"] {
      try inFolder(answer) { tool in
        let run = try tool.run("plan", "small.yaml", "--json", "--effort", "quick")
        #expect(run.status == 0)
      }
    }
  }

  @Test func aScreenThatStandsHoldsAndSaysSo() throws {
    try inFolder("stiffness: often") { tool in
      let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--dry-run")
      #expect(run.status == 0)
      #expect(run.text.contains("Symptom screen"))
      #expect(run.text.contains("hip-flexing work is held at what was done lately"))
      #expect(run.text.contains("Nothing to change"))
    }
  }

  /// After high stress the plan made again has no hard session for four days; the one that stood there is worth a look.
  @Test func stressKeepsTheNextDaysCalm() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      #expect(try tool.run("plan", "small.yaml", "--effort", "quick").status == 0)
      let hard = try #require(try hardDays(tool).first { $0 >= "2027-03-03" })
      try tool.file("small.yaml", SmallPlan.yaml + "check-ins: c.yaml\n")
      try tool.file("c.yaml", "gradus-check-ins: 1\ncheck-ins:\n  - { date: \(hard), stress: 5 }\n")
      let check = try tool.run("check", "small.yaml")
      #expect(check.text.contains("is the next hard session after stress 5 of 5"))
      let run = try tool.run("plan", "small.yaml", "--effort", "quick")
      #expect(run.status == 0)
      #expect(run.text.contains("Check-in of \(hard): stress 5 of 5; no hard session up to"))
      #expect(!run.text.contains("is the next hard session after"))
      #expect(try !hardDays(tool).contains(hard))
      let later = try #require(CivilDay(iso: hard)) + 1
      let answers = "  - { date: \(hard), stress: 5 }\n  - { date: \(later.iso), stress: 1 }\n"
      try tool.file("c.yaml", "gradus-check-ins: 1\ncheck-ins:\n" + answers)
      let after = try tool.run("plan", "small.yaml", "--effort", "quick")
      #expect(after.status == 0 && !after.text.contains("no hard session"), "answered since")
      #expect(try !hardDays(tool).contains(hard))
    }
  }

  private func hardDays(_ tool: Tool) throws -> [String] {
    let run = try tool.run("plan", "small.yaml", "--effort", "quick", "--json", "--dry-run")
    let plan = try #require(run.json as? [String: Any])
    return try #require(plan["days"] as? [[String: Any]]).compactMap { day in
      let sessions = day["sessions"] as? [[String: Any]] ?? []
      return sessions.contains { $0["hard"] as? Bool == true } ? day["date"] as? String : nil
    }
  }
}
