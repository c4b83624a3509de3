import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// Lesser events of a plan file: what they become, and what is refused.
@Suite struct TuneUpFileTests {
  private static let least = """
    gradus: 1
    id: least
    athlete: { name: A }
    event: { name: Main run, sport: run, date: 2027-04-18, expected: 50m }
    start: 2027-01-25
    available: { tue: 60m, thu: 45m, sun: 1h30m }
    blocked: [{ from: 2027-02-12, to: 2027-02-14, why: travel }]
    tune_ups:
    """

  private static func resolve(_ events: String...) throws -> PlanProblem {
    try PlanFileTests.resolve(([least] + events.map { "  - " + $0 }).joined(separator: "\n"))
  }

  /// An event of several sports is one of its longest leg, with the hip flexion of all of them.
  @Test func aTriathlonMayLeadToAnother() throws {
    let problem = try Self.resolve(
      "{ name: Town triathlon, sport: triathlon, date: 2027-03-07, expected: 80m, priority: B }",
      "{ name: Swim, sport: swim, date: 2027-03-14, expected: 30m }",
      "{ name: Ride, sport: bike, date: 2027-03-21, expected: 60m }",
      "{ name: Run, sport: run, date: 2027-03-28, expected: 30m }")
    let rates = problem.tuneUps.map(\.hipPerMinute)
    #expect(problem.tuneUps[0].sport == "bike" && problem.tuneUps[0].minutes == 80)
    #expect(abs(rates[0] - (0.18 * rates[1] + 0.51 * rates[2] + 0.31 * rates[3])) < 1e-9)
  }

  @Test func whatIsNotSaidIsUsual() throws {
    let problem = try Self.resolve(
      "{ name: City run, sport: run, date: 2027-03-07, expected: 50m }",
      "{ name: Ride, sport: bike, date: 2027-03-21, start: \"09:30\", expected: 2h, priority: B, effort: 6.5 }"
    )
    let (run, ride) = (problem.tuneUps[0], problem.tuneUps[1])
    #expect(run.dayIndex == 41 && run.minutes == 50 && run.priority == .c && run.startMinute == nil)
    #expect(run.sRPE == 8 && run.hipPerMinute == 1.3 && run.family == "run" && run.specificity >= 1)
    #expect(run.taper == .init(noHardDays: 1, noLongDays: 1, loadDays: 1, loadShareAfter: 1))
    #expect(ride.sRPE == 6.5 && ride.startMinute == 570 && ride.hipPerMinute == 1.16)
    #expect(ride.specificity > 0 && ride.specificity < 1)
    #expect(
      ride.taper
        == .init(
          noHardDays: 3, noLongDays: 3, loadDays: 3, loadShare: 0.6, easyDaysAfter: 1 + 2, loadShareAfter: 0.5
        ),
      "one easy day, and one more for each of its two hours")
  }

  @Test func theProblemComesBackAsItIs() throws {
    let problem = try Self.resolve(
      "{ name: City run, sport: run, date: 2027-03-07, start: \"10:00\", expected: 50m, priority: B }")
    let json = ProblemFile.json(problem)
    #expect(try ProblemFile.read(SourceFile(name: "p.json", bytes: json.bytes())).problem == problem)
  }

  @Test func identityIsOfPlanAndName() throws {
    let one = "{ name: Club run, sport: run, date: 2027-02-21, expected: 25m }"
    let two = "{ name: Club run, sport: run, date: 2027-03-21, expected: 24m }"
    let ids = try Self.resolve(one, two).tuneUpSessions.map(\.session.id)
    #expect(Set(ids).count == 2)
    let moved = try Self.resolve(one.replacing("02-21", with: "02-28"), two).tuneUpSessions.map(\.session.id)
    #expect(moved == ids)
  }

  @Test func aScheduleKeepsThatItIsAnEvent() throws {
    let problem = try Self.resolve("{ name: City run, sport: run, date: 2027-03-07, expected: 50m }")
    let schedule = Schedule(
      planID: "least", title: "T", problemID: "least", start: problem.start,
      event: .init(id: "e", day: problem.day(problem.dayCount), name: "Main", sport: "run", minutes: 50),
      weeks: [], sessions: problem.tuneUpSessions.map(\.session))
    let text = SourceFile(name: "s.yaml", bytes: ScheduleFile.text(schedule))
    let json = SourceFile(name: "s.json", bytes: ScheduleFile.json(schedule, problem: nil).bytes())
    #expect(try ScheduleFile.read(text).schedule == schedule)
    #expect(try ScheduleFile.read(json).schedule == schedule)
  }

  /// Each fault is told at its place, with what is wanted.
  @Test(arguments: [
    ("{ name: X, sport: rnu, date: 2027-03-07, expected: 50m }", 22, "is no sport of the catalogue"),
    ("{ name: X, sport: mobility, date: 2027-03-07, expected: 50m }", 22, "is no sport of the catalogue"),
    ("{ name: X, sport: run, date: 2027-01-24, expected: 50m }", 33, "outside the plan"),
    ("{ name: X, sport: run, date: 2027-05-01, expected: 50m }", 33, "outside the plan"),
    ("{ name: X, sport: run, date: 2027-04-18, expected: 50m }", 33, "on the day of \"Main run\""),
    ("{ name: X, sport: run, date: 2027-02-13, expected: 50m }", 33, "on a blocked day (travel)"),
    ("{ name: X, sport: run, date: 2027-03-07, expected: 50m, priority: A }", 70, "one A event"),
    ("{ name: X, sport: run, date: 2027-03-07, expected: 0m }", 55, ""),
    ("{ name: X, sport: run, date: 2027-03-07, expected: 50m, effort: 11 }", 68, ""),
    ("{ name: X, sport: run, date: 2027-03-07, expected: 50m, pace: 5 }", 60, ""),
    ("{ name: X, sport: run, expected: 50m }", 6, ""),
    ("just words", 4, ""),
  ])
  func faultsAreToldAtTheirPlace(event: String, column: Int, message: String) throws {
    let error = #expect(throws: FileError.self) { try Self.resolve(event) }
    let fault = try #require(error?.faults.first)
    #expect(fault.mark?.line == 9 && fault.mark?.column == column + 1, "\(fault)")
    #expect(fault.message.contains(message))
  }

  @Test func oneEventADay() throws {
    let event = "{ name: X, sport: run, date: 2027-03-07, expected: 50m }"
    let error = #expect(throws: FileError.self) {
      try Self.resolve(event, event.replacing("X", with: "Y"))
    }
    #expect(error?.faults.first?.mark?.line == 10)
    #expect(error?.faults.first?.message == "\"Y\" and \"X\" are on the same day")
  }

  /// A problem of other hands: no day, length or effort that there is not.
  @Test(arguments: [
    ("day_index", "84"), ("day_index", "-1"), ("day_index", "18"), ("minutes", "0"), ("minutes", "1e9"),
    ("srpe", "11"), ("priority", "\"A\""), ("taper", "{\"load_days\": 1000}"), ("name", "\"\""),
  ])
  func aProblemIsRefusedToo(key: String, value: String) throws {
    let problem = try Self.resolve("{ name: City run, sport: run, date: 2027-03-07, expected: 50m }")
    var json = ProblemFile.json(problem).members
    let place = try #require(json.firstIndex { $0.key == "tune_ups" })
    let text = "{\"name\": \"X\", \"sport\": \"run\", \"day_index\": 41, \"minutes\": 50, \"srpe\": 8}"
    json.remove(at: place)
    let bare = String(decoding: JSONValue.object(json).bytes(), as: UTF8.self)
    func read(_ event: String) throws -> PlanProblem {
      let end = try #require(bare.lastIndex(of: "}"))
      let text = bare[..<end] + ", \"tune_ups\": [\(event)]}"
      return try ProblemFile.read(SourceFile(name: "p.json", text: String(text))).problem
    }
    #expect(try read(text).tuneUps.count == 1)
    let parts = text.dropFirst().dropLast().split(separator: ", ").filter { !$0.hasPrefix("\"\(key)\"") }
    #expect(throws: FileError.self) {
      try read("{" + (parts + ["\"\(key)\": \(value)"]).joined(separator: ", ") + "}")
    }
  }
}
