import SchemaChecking
import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// What a check-in may say, and what becomes of a plan whose athlete said it.
@Suite struct CheckInsTests {
  private static func read(_ body: String) throws -> CheckIns {
    try CheckInsFile.read(SourceFile(name: "c.yaml", text: "gradus-check-ins: 1\ncheck-ins:\n" + body))
  }

  /// A plan of four runs a week with check-ins.
  private static func resolve(_ checkIns: String, more: String = "") throws -> PlanProblem {
    try PlanFileTests.resolve(
      """
      gradus: 1
      id: p
      athlete: { name: A, sitting: 4h }
      event: { name: E, sport: run, date: 2027-04-18, expected: 1h50m }
      start: 2027-01-25
      available: { tue: 60m, thu: 60m, sat: 60m, sun: 2h30m }
      baseline: { run: { per_week: 4, minutes: 40m, longest: 60m } }
      check-ins: c.yaml
      sessions: [run-easy, run-long, swim-easy, strength-hip, mobility]
      \(more)
      """, files: ["c.yaml": "gradus-check-ins: 1\ncheck-ins:\n" + checkIns])
  }

  @Test func everyAnswerIsRead() throws {
    let checkIn = try #require(
      try Self.read(
        """
        - date: 2027-01-11
          pain: { place: back, side: both, strength: moderate }
          red_flag: true
          stiffness: often
          chest_breathing: sometimes
          sitting: 9h
          stress: 5
          sleep: 5h30m
          pelvis: front-lower
          note: long drive
          cleared: { date: 2027-01-12, by: Coach, note: seen by a doctor }
        """
      ).all.first)
    #expect(checkIn.pain == CheckIn.Pain(place: .back, strength: .moderate, side: .both))
    #expect(checkIn.redFlag == true && checkIn.stiffness == .often && checkIn.chestBreathing == .sometimes)
    #expect(checkIn.sittingMinutes == 540 && checkIn.stress == 5 && checkIn.sleepMinutes == 330)
    #expect(checkIn.pelvis == .frontLower && checkIn.note == "long drive")
    #expect(checkIn.cleared?.by == "Coach" && checkIn.cleared?.day.iso == "2027-01-12")
    #expect(
      checkIn.complaints == [
        "moderate low-back pain, both sides", "stiff or sore often when lifting the knee or standing up",
      ])
  }

  @Test func anAnswerMayBeLeftOut() throws {
    let checkIns = try Self.read("  - date: 2027-01-11\n  - { date: 2027-01-10, pain: none }")
    #expect(checkIns.all.map(\.day.iso) == ["2027-01-10", "2027-01-11"])
    #expect(checkIns.standingScreens.isEmpty && checkIns.redFlags.isEmpty && checkIns.sitting == nil)
  }

  /// The coach's word ends its own check-in and all before it, and nothing after it.
  @Test func clearanceLooksBack() throws {
    let body = """
        - { date: 2027-01-10, red_flag: true }
        - { date: 2027-01-11, pain: { place: hip, strength: slight }, cleared: { date: 2027-01-12, by: C, note: n } }
        - { date: 2027-01-13, stiffness: often }
      """
    let checkIns = try Self.read(body)
    #expect(checkIns.redFlags.isEmpty)
    #expect(checkIns.standingScreens.map(\.day.iso) == ["2027-01-13"])
    let uncleared = body.replacing(", cleared: { date: 2027-01-12, by: C, note: n }", with: "")
    #expect(try Self.read(uncleared).redFlags.map(\.day.iso) == ["2027-01-10"])
  }

  @Test(arguments: [
    ("- { date: 2027-02-30 }", "3:11: there is no day 2027-02-30", nil),
    ("- { pain: none }", "3:3: \"check-in\" has no \"date\"", nil),
    ("- { date: 2027-01-11, pian: none }", "3:23: the key \"pian\" is not known here", "pain"),
    ("- { date: 2027-01-11, pain: nine }", "3:29: \"pain\" is \"nine\"", "none"),
    ("- { date: 2027-01-11, pain: { place: hipp, strength: slight } }", "3:38: \"place\"", "hip"),
    ("- { date: 2027-01-11, pain: { place: hip } }", "3:29: \"pain\" has no \"strength\"", nil),
    ("- { date: 2027-01-11, red_flag: yes }", "3:33: \"red_flag\" is \"yes\"; expected true or false", nil),
    (
      "- { date: 2027-01-11, stress: 6 }", "3:31: \"stress\" is \"6\"; expected a whole number from 1 to 5",
      nil
    ),
    ("- { date: 2027-01-11, sleep: 25h }", "3:30: \"sleep\" is \"25h\"; expected 24h or less", nil),
    ("- { date: 2027-01-11, sitting: 9 }", "3:32: \"sitting\" is \"9\"", "9m"),
    ("- { date: 2027-01-11, pelvis: front_lower }", "3:31: \"pelvis\"", "front-lower"),
    ("- { date: 2027-01-11 }\n- { date: 2027-01-11 }", "4:3: a second check-in is dated 2027-01-11", nil),
    (
      "- { date: 2027-01-11, cleared: { date: 2027-01-10, by: C, note: n } }",
      "3:40: \"date\" is \"2027-01-10\"; expected a day from 2027-01-11 on", nil
    ),
    (
      "- { date: 2027-01-11, cleared: { date: 2027-01-12, by: C } }", "3:32: \"cleared\" has no \"note\"", nil
    ),
    ("- 5", "3:3: \"check-in\" is \"5\"; expected a mapping", nil),
  ])
  func faultIsNamedWithItsPlace(body: String, says: String, suggests: String?) throws {
    let error = #expect(throws: FileError.self) { try Self.read(body) }
    let fault = try #require(error?.faults.first)
    #expect(fault.description.hasPrefix("c.yaml:" + says), "\(fault)")
    #expect(fault.suggestion == suggests, "\(fault)")
  }

  @Test func schemaKnowsWhatTheReaderKnows() throws {
    let check = try SchemaCheck(.checkIns, isClosed: true)
    let sample = try Sample.file("Plans/check-ins/sample-runner.yaml")
    #expect(check.faults(JSONValue(try sample.document().node)) == [])
    #expect(try CheckInsFile.read(sample).all.count == 2)
    var seed = Seeded(3)
    for _ in 0..<40 {
      let checkIns = CheckIns.generated(&seed)
      let json = JSONValue.record(["gradus-check-ins": .number(1), "check-ins": checkIns.json])
      #expect(check.faults(json) == [])
      #expect(try CheckInsFile.read(SourceFile(name: "c", bytes: json.bytes())) == checkIns)
    }
  }

  // MARK: What becomes of the plan

  @Test func lastAnswerOnSittingStandsInForTheProfile() throws {
    let problem = try Self.resolve(
      "- { date: 2027-01-10, sitting: 6h }\n- { date: 2027-01-20, sitting: 9h30m }")
    #expect(problem.athlete?.sittingHours == 9.5)
    #expect(problem.assumptions.contains("Sitting: 9.5 h a day, as answered on 2027-01-20."))
  }

  /// Four runs of 40, 40, 40 and 60 min a week, 1.00 run-minutes a minute.
  @Test func aStandingScreenHoldsWhatFlexesTheHip() throws {
    let free = try Self.resolve("- { date: 2027-01-20, pain: none }")
    let asked = try Self.resolve("- { date: 2027-01-20, pain: { place: groin, strength: slight } }")
    let held = asked.holdingHip()
    #expect(asked.limits == free.limits && free.holdingHip() == free, "what is asked stays what it is")
    #expect(free.limits.hip?.per7Cap ?? 0 > 180 && held.limits.hip?.per7Cap == 180)
    func longest(_ problem: PlanProblem, _ id: String) -> Double? {
      problem.templates.first { $0.id == id }?.maxMinutes
    }
    #expect(longest(held, "run-long") == 60)
    #expect(longest(free, "run-long") ?? 0 > 100)
    #expect(longest(held, "swim-easy") == longest(free, "swim-easy"), "a swim is held by nothing")
    #expect(held.goal.longSessions.map(\.minutes) == [60])
    #expect(held.assumptions.last?.contains("held at what was done lately") == true)
    #expect(held.checkIns.standingScreens.count == 1)
  }

  @Test func theCoachMaySwitchTheHoldOff() throws {
    let screen = "- { date: 2027-01-20, stiffness: often }"
    let off = try Self.resolve(screen, more: "limits: { rules: { symptom-gate: off } }")
    #expect(off.limits == (try Self.resolve("- { date: 2027-01-20 }")).limits && off.holdingHip() == off)
    #expect(!off.assumptions.contains { $0.contains("held") })
  }

  @Test func missingFileIsNamedWhereItIsAskedFor() throws {
    let error = #expect(throws: FileError.self) {
      try PlanFileTests.resolve(PlanFileTests.least + "\ncheck-ins: gone.yaml")
    }
    #expect(error?.description.hasPrefix("p.yaml:7:12: \"check-ins\" names the file gone.yaml") == true)
  }
}
