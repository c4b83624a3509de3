import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

private let event = Schedule.Event(
  id: "e-1", day: CivilDay(number: 20_561), name: "Spring half", sport: "run", minutes: 118, startMinute: 600)

private let sample = Schedule(
  planID: "spring-half", title: "Spring half: 12 weeks", problemID: "spring-half",
  start: CivilDay(number: 20_478), event: event,
  weeks: [.init(index: 0, type: .load, phase: .base, why: "40 min more than the week before")],
  sessions: [
    Session(
      id: "s-1", day: CivilDay(number: 20_479), template: "run-easy", title: "Easy run", sport: "run",
      family: "run", minutes: 40, sRPE: 3, load: 120, hip: 40, relief: 0,
      steps: [Step(text: "Warm-up: easy jog", minutes: 10, effort: "very easy")],
      why: "Keeps the legs used to it",
      startMinute: 1110),
    Session(
      id: "s-2", day: CivilDay(number: 20_480), template: nil, title: "Core", sport: "core",
      family: "strength",
      minutes: 30, sRPE: 4.5, load: 100, hip: 10, relief: 21, isHard: true),
  ])

private let sampleText = """
  # A schedule that Gradus wrote. Edit it as you like: a session with the same id stays
  # the same event in calendars, and load and exposure follow its minutes.
  schema: schedule/1
  plan: spring-half
  title: "Spring half: 12 weeks"
  problem: spring-half
  start: 2026-01-25
  event:
    id: e-1
    date: 2026-04-18
    name: Spring half
    sport: run
    minutes: 118
    start: "10:00"

  weeks:
    - week: 1
      type: load
      phase: base
      why: "40 min more than the week before"

  sessions:
    - date: 2026-01-26
      start: "18:30"
      title: Easy run
      minutes: 40
      template: run-easy
      sport: run
      srpe: 3
      hip_per_min: 1
      why: Keeps the legs used to it
      steps:
        - { text: "Warm-up: easy jog", minutes: 10, effort: very easy }
      id: s-1
    - date: 2026-01-27
      title: Core
      minutes: 30
      sport: core
      family: strength
      srpe: 4.5
      load: 100
      hip: 10
      counter_per_min: 0.7
      hard: true
      id: s-2

  """

/// Edits of the sample file, and the fault that each must name.
private let faults: [(String, String, String)] = [
  (
    "minutes: 40", "mins: 40",
    "s.yaml:26:5: \"mins\" is not known here and \"minutes\" is missing"
  ),
  (
    "hard: true", "hrad: true", "s.yaml:44:5: the key \"hrad\" is not known here; expected one of"
  ),
  ("effort: very easy", "efort: 1", "s.yaml:33:51: the key \"efort\" is not known here"),
  (
    "minutes: 30", "minutes: 1:30",
    "s.yaml:37:14: \"minutes\" is \"1:30\"; expected a whole number, for example 12"
  ),
  (
    "minutes: 30", "minutes: 030",
    "s.yaml:37:14: \"minutes\" is \"030\"; expected a whole number, for example 12"
  ),
  ("hard: true", "hard: yes", "s.yaml:44:11: \"hard\" is \"yes\"; expected true or false"),
  ("\"18:30\"", "\"24:30\"", "s.yaml:24:12: \"start\" is \"24:30\"; expected a time as HH:MM"),
  ("2026-01-27", "2026-02-29", "s.yaml:35:11: there is no day 2026-02-29; expected a day from 01 to 28"),
  ("id: s-2", "id: s-1", "s.yaml:35:5: two sessions have the id \"s-1\""),
  ("week: 1", "week: 2", "s.yaml:17:11: \"week\" is \"2\"; expected 1, since weeks are listed in order"),
  (
    "type: load", "type: lode",
    "s.yaml:18:11: \"type\" is \"lode\"; expected one of load, deload, taper; did you mean \"load\"?"
  ),
  (
    "hip: 10", "hip: 10\n    hip_per_min: 1",
    "s.yaml:42:10: \"hip\" and \"hip_per_min\" say the same thing twice"
  ),
  (
    "schedule/1", "schedule/2",
    "s.yaml:3:9: \"schema\" is \"schedule/2\"; expected one of schedule/1, plan/1; did you mean"
  ),
]

@Suite struct ScheduleFileTests {
  @Test func fileIsForPeople() {
    #expect(String(decoding: ScheduleFile.text(sample), as: UTF8.self) == sampleText)
  }

  @Test(arguments: faults)
  func namesTheFault(old: String, new: String, error: String) throws {
    try #require(sampleText.contains(old))
    let text = sampleText.replacing(old, with: new, maxReplacements: 1)
    let caught = #expect(throws: FileError.self) {
      try ScheduleFile.read(SourceFile(name: "s.yaml", text: text))
    }
    #expect(caught?.description.hasPrefix(error) == true, "\(caught?.description ?? "")")
  }

  @Test func loadAndExposureFollowTheMinutes() throws {
    let text = sampleText.replacing("minutes: 40", with: "minutes: 50")
    let session = try #require(
      try ScheduleFile.read(SourceFile(name: "s", text: text)).schedule.sessions.first)
    #expect(session.load == 150 && session.hip == 50)
  }

  @Test func sessionWrittenByHandGetsAnIdThatStays() throws {
    let text = sampleText.replacing("    id: s-2\n", with: "")
    let first = try ScheduleFile.read(SourceFile(name: "s", text: text)).schedule
    let again = try ScheduleFile.read(SourceFile(name: "t", text: text)).schedule
    #expect(first == again)
    #expect(first.sessions[1].id.utf8.count == 36)
  }

  @Test(arguments: 0..<60)
  func writesWhatItReads(seed: Int) throws {
    let schedule = Schedule.generated(UInt64(seed))
    let text = ScheduleFile.text(schedule)
    #expect(try ScheduleFile.read(SourceFile(name: "s", bytes: text)).schedule == schedule)
    let problem = ProblemDocument(PlanProblem.generated(UInt64(seed)))
    let json = ScheduleFile.json(schedule, problem: problem).bytes()
    let read = try ScheduleFile.read(SourceFile(name: "s", bytes: json))
    #expect(read == ScheduleDocument(schedule: schedule, problem: problem))
  }

  @Test func jsonListsSessionsByDay() throws {
    let json = ScheduleFile.json(sample, problem: nil)
    guard case .array(let days) = json["days"] else { throw FileError(faults: []) }
    #expect(days.map { $0["date"] } == [.text("2026-01-26"), .text("2026-01-27"), .text("2026-04-18")])
    #expect(
      days.last?["sessions"]?.compact
        == #"[{"kind":"event","id":"e-1","name":"Spring half","sport":"run","minutes":118,"start":"10:00"}]"#)
    #expect(json["week_types"] == .texts(["load"]))
  }
}
