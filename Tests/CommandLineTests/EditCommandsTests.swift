import Foundation
import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

/// Schedules that a coach edits: what each command says, writes and refuses.
@Suite struct EditCommandsTests {
  private static let file = "small.schedule.yaml"

  /// Three weeks of the small plan by hand, with comments.
  private static let schedule = """
    # Agreed with the runner on 20 February.
    schema: schedule/1
    plan: small
    title: Small plan
    problem: small
    start: 2027-03-01
    event: { id: e1, date: 2027-03-21, name: Park run, sport: run, minutes: 30, start: "10:00" }
    weeks:
      - { week: 1, type: load, phase: base }
      - { week: 2, type: load, phase: build }
      - { week: 3, type: taper, phase: taper }

    sessions:
      - date: 2027-03-02
        start: "18:30"
        title: Easy run
        minutes: 35
        template: run-easy
        sport: run
        srpe: 3
        hip_per_min: 1
        steps:
          - { text: By hand, minutes: 35, effort: easy }
        id: aaaa1111
      # By the river.
      - date: 2027-03-07
        title: Long run
        minutes: 50 # not more
        template: run-long
        sport: run
        srpe: 4
        long: true
        hip_per_min: 1.01
        id: aaaa2222

      # Week 2

      - date: 2027-03-11
        title: Mobility
        minutes: 20
        template: mobility
        sport: mobility
        srpe: 1
        counter_per_min: 1
        rest_ok: true
        id: bbbb3333
      - date: 2027-03-11
        title: Kite
        minutes: 40
        sport: kite
        srpe: 3
        done: true
        id: bbbb4444

    """

  private static func inFolder(_ body: (Tool) throws -> Void) throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      try tool.file(file, schedule)
      try body(tool)
    }
  }

  private static func text(_ tool: Tool) throws -> String {
    String(decoding: try tool.contents(file), as: UTF8.self)
  }

  private static func sessions(_ tool: Tool) throws -> [Session] {
    try ScheduleFile.read(SourceFile(name: file, bytes: Array(try tool.contents(file)))).schedule.sessions
  }

  // MARK: What they say

  @Test(
    "outputs",
    arguments: [
      ["move", "small.yaml", "1.tue", "1.thu", "07:00"],
      ["move", "small.yaml", "1.sun", "2.sun", "--no-lock"],
      ["edit", "small.yaml", "1.tue", "--minutes", "60"],
      ["edit", "small.yaml", "2.thu/mobility", "--template", "run-easy", "--start", "18:30"],
      ["add", "small.yaml", "3.tue", "run-easy", "--minutes", "30", "--start", "18:30"],
      ["add", "small.yaml", "3.thu", "--sport", "kite", "--minutes", "60", "--srpe", "4"],
      ["remove", "small.yaml", "aaaa1111"], ["lock", "small.yaml", "1.tue", "1.sun"],
    ])
  func outputs(words: [String]) throws {
    try Self.inFolder { tool in
      let dry = try tool.run(words: words + ["--dry-run"])
      #expect(dry.status == 0 && dry.error.isEmpty)
      #expect(try Self.text(tool) == Self.schedule, "a dry run writes nothing")
      #expect(try tool.names() == [Self.file, "small.yaml"])
      let run = try tool.run(words: words)
      #expect(run.status == 0 && run.error.isEmpty)
      #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let name = words.filter { !$0.hasPrefix("small") && !$0.hasPrefix("--") }.joined(separator: "-")
      try Golden.check(run.output, name.replacing("/", with: "-").replacing(":", with: "") + ".txt")
      #expect(dry.text.split(separator: "\n").dropLast() == run.text.split(separator: "\n").dropLast(2))
      for note in ["# Agreed", "# By the river.", "# not more", "# Week 2"] {
        #expect(try Self.text(tool).contains(note))
      }
      try tool.file("old.schedule.yaml", Self.schedule)
      let diff = try tool.run("diff", "old.schedule.yaml", "small.yaml")
      #expect(diff.status == 0 && diff.error.isEmpty)
      try Golden.check(
        diff.output, "diff-" + name.replacing("/", with: "-").replacing(":", with: "") + ".txt")
      #expect(try tool.run("undo", "small.yaml").status == 0)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  @Test func aMoveKeepsTheFirstDayAndForgetsItOnTheWayBack() throws {
    try Self.inFolder { tool in
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.wed").status == 0)
      #expect(try tool.run("move", "small.yaml", "1.wed", "2.fri").status == 0)
      var moved = try #require(try Self.sessions(tool).first { $0.id == "aaaa1111" })
      #expect(moved.plannedDay?.iso == "2027-03-02" && moved.day.iso == "2027-03-12" && moved.isLocked)
      #expect(try tool.run("move", "small.yaml", "2.fri", "1.tue").status == 0)
      moved = try #require(try Self.sessions(tool).first { $0.id == "aaaa1111" })
      #expect(moved.plannedDay == nil && moved.startMinute == 1110)
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.tue", "--all-day").status == 0)
      #expect(try Self.sessions(tool).first?.startMinute == nil)
    }
  }

  @Test func stepsFollowTheTemplate() throws {
    try Self.inFolder { tool in
      let run = try tool.run("edit", "small.yaml", "aaaa1", "--minutes", "40", "--no-lock", "--title", "Jog")
      #expect(run.text.contains("The steps were written by hand and do not follow"))
      let session = try #require(try Self.sessions(tool).first)
      #expect(session.steps.reduce(0) { $0 + $1.minutes } == 40 && session.steps.count > 1)
      #expect(session.load == 120 && session.hip == 40 && session.title == "Jog" && !session.isLocked)
      #expect(try tool.run("edit", "small.yaml", "aaaa1", "--srpe", "5").status == 0)
      #expect(try tool.run("edit", "small.yaml", "aaaa1", "--minutes", "50").status == 0)
      #expect(try Self.sessions(tool).first?.load == 250, "the effort of the coach stays")
    }
  }

  @Test func jsonSaysTheSame() throws {
    try Self.inFolder { tool in
      let run = try tool.run("move", "small.yaml", "1.tue", "1.thu", "--json")
      let change = try #require(run.json as? [String: Any])
      #expect(change["schema"] as? String == "change/1" && change["written"] as? Bool == true)
      let session = try #require((change["sessions"] as? [[String: Any]])?.first)
      #expect(session["id"] as? String == "aaaa1111" && session["kinds"] as? [String] == ["moved", "marked"])
      try tool.file("old.schedule.yaml", Self.schedule)
      let diff = try #require(
        try tool.run("diff", "old.schedule.yaml", "small.yaml", "--json").json as? [String: Any])
      #expect(
        NSDictionary(dictionary: diff["findings"] as? [String: Any] ?? [:])
          .isEqual(to: change["findings"] as? [String: Any] ?? [:]))
      #expect((diff["counts"] as? [String: Int])?["kept"] == 3)
    }
  }

  // MARK: What they refuse

  @Test(
    "refusals say what is right",
    arguments: [
      (["move", "small.yaml", "2.thu", "2.fri"], 2, "names 2027-03-11/mobility, 2027-03-11/kite"),
      (["move", "small.yaml", "aaaa", "2.fri"], 2, "begins 2027-03-02/run-easy, 2027-03-07/run-long"),
      (
        ["move", "small.yaml", "1.mon", "2.fri"], 2,
        "no session is on Monday, 2027-03-01; near it is 2027-03-02"
      ),
      (["move", "small.yaml", "1.tue/swim", "2.fri"], 2, "no \"swim\" is on Tuesday"),
      (["move", "small.yaml", "3.sun", "2.fri"], 2, "is the day of the event"),
      (["move", "small.yaml", "9.sun", "2.fri"], 2, "the plan has weeks 1 to 3"),
      (["move", "small.yaml", "99999999999999999999.sun", "2.fri"], 2, "no session is named"),
      (["move", "small.yaml", "", "2.fri"], 2, "no session is named \"\""),
      (["move", "small.yaml", "../../x", "2.fri"], 2, "no session is named"),
      (["move", "small.yaml", "1.tue", "friday"], 2, "\"friday\" is no day"),
      (["move", "small.yaml", "1.tue", "2027-02-30"], 2, "is no day"),
      (["move", "small.yaml", "1.tue", "2027-03-21"], 2, "is outside the plan: 2027-03-01 to 2027-03-20"),
      (["move", "small.yaml", "1.tue", "1.wed", "25:00"], 2, "25:00"),
      (["move", "small.yaml", "1.tue", "1.wed", "7:00", "--all-day"], 2, "contradict"),
      (
        ["move", "small.yaml", "1.tue", "2.wed", "--today", "2027-03-04"], 2,
        "--force changes it all the same"
      ),
      (["move", "small.yaml", "2.thu/kite", "2.fri"], 2, "is done; --force"),
      (["edit", "small.yaml", "2.thu/kite", "--minutes", "5"], 2, "is done; --force"),
      (["edit", "small.yaml", "1.tue"], 2, "There is nothing to change"),
      (["edit", "small.yaml", "1.tue", "--minutes", "0"], 2, "expected 1 to 10000"),
      (["edit", "small.yaml", "1.tue", "--srpe", "11"], 2, "expected 0 to 10"),
      (["edit", "small.yaml", "1.tue", "--srpe", "nan"], 2, "expected 0 to 10"),
      (["edit", "small.yaml", "1.tue", "--title", "a\nb"], 2, "one line of plain text"),
      (["edit", "small.yaml", "1.tue", "--template", "run-esay"], 2, "did you mean \"run-easy\"?"),
      (["add", "small.yaml", "1.wed", "--minutes", "30"], 2, "--sport and --srpe"),
      (["remove", "small.yaml", "1.sun"], 3, "small.schedule.yaml:25:1: a comment belongs to a session"),
      (["undo", "small.yaml"], 2, "there is nothing to take back"),
      (["move", "-", "1.tue", "1.wed"], 2, "standard input cannot be changed"),
      (["move", "none.yaml", "1.tue", "1.wed"], 5, "none.yaml"),
      (["fmt", "small.yaml"], 3, "this is no schedule file"),
      (["diff", "-", "-"], 2, "Only one"),
    ])
  func refusals(words: [String], status: Int, reason: String) throws {
    try Self.inFolder { tool in
      let run = try tool.run(words: words)
      #expect(run.status == Int32(status))
      #expect(run.error.contains(reason), "\(run.error)")
      #expect(run.output.isEmpty)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  @Test func whatIsPastOrDoneIsChangedByForce() throws {
    try Self.inFolder { tool in
      for words in [
        ["move", "small.yaml", "1.tue", "2.wed", "--today", "2027-03-04"],
        ["edit", "small.yaml", "2.thu/kite", "--minutes", "5"],
      ] {
        let run = try tool.run(words: words + ["--force"])
        #expect(run.status == 0)
      }
      #expect(try tool.run("edit", "small.yaml", "1.sun", "--done", "--today", "2027-03-10").status == 0)
      #expect(try tool.run("edit", "small.yaml", "1.sun", "--not-done").status == 0)
      let sunday = try #require(try Self.sessions(tool).first { $0.id == "aaaa2222" })
      #expect(!sunday.isLocked, "marking does not lock")
    }
  }

  @Test func aPlanWithoutItsScheduleIsNotPlanned() throws {
    try Tool.inFolder { tool in
      try tool.file("small.yaml", SmallPlan.yaml)
      let run = try tool.run("move", "small.yaml", "1.tue", "1.wed")
      #expect(run.status == 2 && run.error.contains("`gradus plan small.yaml` writes one"))
    }
  }

  // MARK: Taking back

  @Test func aChangeByHandIsNotLost() throws {
    try Self.inFolder { tool in
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.wed").status == 0)
      let byHand = try Self.text(tool) + "# by hand\n"
      try tool.file(Self.file, byHand)
      let refused = try tool.run("undo", "small.yaml")
      #expect(
        refused.status == 5 && refused.error.contains("changed by hand")
          && refused.error.contains("--replace"))
      #expect(try Self.text(tool) == byHand)
      #expect(try tool.run("undo", "small.yaml", "--replace").status == 0)
      #expect(try Self.text(tool) == Self.schedule)
      for _ in 0..<2 { #expect(try tool.run("undo", "small.yaml", "--redo").status == 0) }
      #expect(try Self.text(tool) == byHand)
      // A command after a change by hand: both can be taken back.
      try tool.file(Self.file, byHand + "# again\n")
      #expect(try tool.run("lock", "small.yaml", "1.sun").status == 0)
      #expect(try tool.run("undo", "small.yaml").status == 0)
      #expect(try Self.text(tool) == byHand + "# again\n")
      #expect(try tool.run("undo", "small.yaml").status == 0)
      #expect(try Self.text(tool) == byHand)
    }
  }

  @Test func aBrokenFileIsBroughtBack() throws {
    try Self.inFolder { tool in
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.wed").status == 0)
      try tool.file(Self.file, "sessions: [")
      #expect(try tool.run("undo", Self.file, "--replace").status == 0)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  @Test(arguments: [
    "", "{", "{\"schema\": \"undo/2\"}", "{\"schema\": \"undo/1\", \"position\": 9, \"states\": []}",
  ])
  func aDamagedRecordIsRefusedAndNothingWritten(record: String) throws {
    try Self.inFolder { tool in
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.wed").status == 0)
      let text = try Self.text(tool)
      try tool.file(".undo/\(Self.file)/steps.json", record)
      for words in [["undo", "small.yaml"], ["move", "small.yaml", "1.wed", "1.fri"]] {
        let run = try tool.run(words: words)
        #expect(
          run.status == 3 && run.error.contains("the record of former states is damaged"), "\(run.error)")
        #expect(try Self.text(tool) == text)
      }
    }
  }

  /// A run that was stopped between the record and the file leaves them one step apart.
  @Test func aStoppedRunIsNoChangeByHand() throws {
    try Self.inFolder { tool in
      #expect(try tool.run("move", "small.yaml", "1.tue", "1.wed").status == 0)
      let one = try Self.text(tool)
      #expect(try tool.run("move", "small.yaml", "1.wed", "1.fri").status == 0)
      try tool.file(Self.file, one)
      #expect(try tool.run("undo", "small.yaml").status == 0)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  @Test func planningAgainCanBeTakenBack() throws {
    try Self.inFolder { tool in
      let plan = try tool.run("plan", "small.yaml", "--effort", "quick", "--replace")
      #expect(plan.status == 0)
      #expect(try Self.text(tool) != Self.schedule)
      #expect(try tool.run("undo", "small.yaml", "--list").text == "take back   gradus plan\n")
      #expect(try tool.run("undo", "small.yaml").status == 0)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  /// Random commands in a row: ids stay, comments stay, and every step can be taken back and made again.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func everyStepCanBeTakenBack(seed: UInt64) throws {
    try Self.inFolder { tool in
      var state = seed
      func draw(_ count: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % count
      }
      var states = [try Self.text(tool)]
      for _ in 0..<10 {
        let before = try Self.sessions(tool)
        let id = before[Int(draw(UInt64(before.count)))].id
        let day = (CivilDay(iso: "2027-03-01").map { $0 + Int(draw(20)) })?.iso ?? ""
        let words: [String] =
          switch draw(6) {
          case 0: ["edit", "small.yaml", id, "--minutes", String(10 + draw(60)), "--force"]
          case 1: ["lock", "small.yaml", id, "--off"]
          case 2: ["add", "small.yaml", day, "run-easy", "--minutes", "30"]
          case 3: ["remove", "small.yaml", id, "--force"]
          case 4: ["fmt", Self.file]
          default: ["move", "small.yaml", id, day, "--force"]
          }
        let run = try tool.run(words: words)
        let isRefused = words[0] == "remove" && run.status == 3
        #expect(run.status == 0 || isRefused, "\(words): \(run.error)")
        let after = try Self.sessions(tool)
        let ids = Set(after.map(\.id))
        switch words[0] {
        case "remove" where !isRefused: #expect(ids == Set(before.map(\.id)).subtracting([id]))
        case "add": #expect(ids.count == before.count + 1 && ids.isSuperset(of: before.map(\.id)))
        default: #expect(ids == Set(before.map(\.id)))
        }
        #expect(after.map(\.day) == after.map(\.day).sorted())
        if try Self.text(tool) != states.last { states.append(try Self.text(tool)) }
      }
      for note in ["# Agreed", "# By the river.", "# not more", "# Week 2"] {
        #expect(try Self.text(tool).contains(note))
      }
      for text in states.dropLast().reversed() {
        #expect(try tool.run("undo", "small.yaml").status == 0)
        #expect(try Self.text(tool) == text)
      }
      #expect(try tool.run("undo", "small.yaml").status == 2)
      for text in states.dropFirst() {
        #expect(try tool.run("undo", "small.yaml", "--redo").status == 0)
        #expect(try Self.text(tool) == text)
      }
    }
  }

  // MARK: Form and difference

  @Test func formIsCheckedAndKept() throws {
    try Self.inFolder { tool in
      let check = try tool.run("fmt", "--check", Self.file)
      #expect(check.status == 1 && check.text == Self.file + "\n")
      #expect(try Self.text(tool) == Self.schedule)
      let piped = try tool.run("fmt", "-", input: Data(Self.schedule.utf8))
      #expect(try tool.run("fmt", Self.file).status == 0)
      #expect(try tool.contents(Self.file) == piped.output)
      #expect(try tool.run("fmt", "--check", Self.file).status == 0)
      #expect(try tool.run("undo", Self.file).status == 0)
      #expect(try Self.text(tool) == Self.schedule)
    }
  }

  @Test func aPipedScheduleAnswersThePlanOfTheOther() throws {
    try Self.inFolder { tool in
      #expect(try tool.run("edit", "small.yaml", "1.sun", "--minutes", "60").status == 0)
      let run = try tool.run("diff", "-", "small.yaml", input: Data(Self.schedule.utf8))
      #expect(
        run.status == 0 && run.text.hasPrefix("Sessions: 3 kept, 1 longer, 1 marked.\n"),
        "\(run.text)\(run.error)")
      let same = try tool.run("diff", Self.file, "small.yaml")
      #expect(same.text == "The schedules are the same.\n")
    }
  }
}
