import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// What a plan file may say, and what is said when it says something else.
@Suite struct PlanFileTests {
  /// A plan of the fewest words; a test replaces or adds lines.
  static let least = """
    gradus: 1
    id: least
    athlete: { name: A }
    event: { name: E, sport: run, date: 2027-04-18, expected: 50m }
    start: 2027-01-25
    available: { tue: 60m, thu: 45m, sun: 1h30m }
    """

  static func resolve(_ text: String, files: [String: String] = [:]) throws -> PlanProblem {
    try Resolver.problem(planFile: SourceFile(name: "p.yaml", text: text)) { path throws(FileError) in
      guard let text = files[path] else { throw FileError(file: path, mark: nil, "there is no such file") }
      return SourceFile(name: path, text: text)
    }
  }

  @Test func fewestWordsAreAPlan() throws {
    let plan = try PlanFile(SourceFile(name: "p.yaml", text: Self.least))
    #expect(plan.id == "least" && plan.title == nil)
    #expect(plan.athlete.experience == .recreational && plan.athlete.zone == "UTC")
    #expect(plan.event.priority == .a && plan.event.minutes == 50)
    #expect(plan.available.value == [.tuesday: 60, .thursday: 45, .sunday: 90])
    #expect(plan.sessionsPerDay == 1 && plan.sessions == nil && plan.limits == nil && plan.history == nil)
    #expect(plan.calendar == CalendarWishes())
  }

  @Test func everyWordIsRead() throws {
    let plan = try PlanFile(
      SourceFile(
        name: "p.yaml",
        text: """
          gradus: 1
          id: all-of-it
          title: All of it
          athlete: { name: A, born: 1990, experience: experienced, sitting: 9h30m, zone: Europe/Berlin, support: weak }
          event: { name: E, sport: triathlon, date: 2027-04-18, start: "10:05", expected: 2h45m, priority: B, legs: { run: 50m } }
          start: 2027-01-25
          history: h.csv
          history_unknown: rest
          baseline: { run: { per_week: 3, minutes: 40m, longest: 60m } }
          limits: l.yaml
          catalogue: c.yaml
          available: { mon: 0m, tue: 60m }
          blocked: [{ from: 2027-02-12 }, { from: 2027-02-20, to: 2027-02-22, why: travel, seated: 5h }]
          rest: [sun, mon]
          rest_wish: [fri]
          sessions: [run-easy, { run-long: { min_minutes: 40, max_minutes: 90, max_per_week: 1, min_per_week: 1, weekdays: [sun] } }]
          sessions_per_day: 2
          times: { tue: "18:30" }
          calendar: { alarm: 30m, rest_days: true, busy: false, colour: teal, all_day: true,
            alarm_day_before: "20:00", support: description, busy_calendar: false, busy_title: Away }
          goal: { long: { run: 80m }, fitness: 55 }
          coaching: { round: 10, rhythm: 1, strength_before_hard: 0, strength_in_a_row: 0.9, no_strength_before_event: 7, long_taper: [{ days: 10, fraction: 60% }], hard_in_deload: 1, nothing_new: 10, session_price: 0, watch_price: 0.5, balance: { run: 25%, swim: { least: 0.1, most: 60% } }, balance_price: 2, weekly_long: 0.8, second_long: 1.5, same_hard: 0.4, opener: 0.7, taper_volume: [40%, 0.5, 0.7], taper_volume_price: 0.2, easy_after_absence: 5, frequency: { run: 4 }, frequency_price: 3, intense_in_taper: 2, intense_in_taper_price: 0.7, intense_in_build: 3, intense_in_build_price: 0.6 }
          """))
    #expect(plan.athlete.support == .weak && plan.athlete.sittingHours == 9.5)
    #expect(plan.event.startMinute == 605 && plan.event.priority == .b)
    #expect(plan.event.legs.map(\.minutes) == [50])
    #expect(plan.unknownDays == .rest && plan.baseline.first?.longest == 60)
    #expect(plan.blocked.map(\.seatedHours) == [nil, 5])
    #expect(plan.rest == [.monday, .sunday] && plan.restWish == [.friday])
    #expect(
      plan.sessions?.last?.narrowing
        == Narrowing(minMinutes: 40, maxMinutes: 90, maxPerWeek: 1, weekdays: [.sunday]))
    #expect(plan.sessions?.last?.minPerWeek?.value == 1)
    #expect(
      plan.calendar.startMinute[1] == 1110 && plan.calendar.colour == "teal" && !plan.calendar.blocksTime)
    #expect(plan.calendar.isAllDay && plan.calendar.dayBeforeAlarmMinute == 1200)
    #expect(plan.calendar.support == .description)
    #expect(!plan.calendar.hasBusyCalendar && plan.calendar.busyTitle == "Away")
    #expect(plan.longSessions?.map(\.minutes) == [80] && plan.minFitness == 55)
    #expect(plan.coaching.longTaper == [Coaching.LongTaper(days: 10, fraction: 0.6)])
    #expect(plan.balance?.map(\.least) == [0.25, 0.1] && plan.coaching.balancePrice == 2)
    #expect(plan.frequency?.map(\.days) == [4] && plan.coaching.frequencyPrice == 3)
    #expect(plan.balance?.map(\.most) == [1, 0.6] && plan.coaching.weeklyLongPrice == 0.8)
    #expect(plan.coaching.weeklyLongPrice == 0.8 && plan.coaching.secondLongPrice == 1.5)
    #expect(plan.coaching.easyDaysAfterAbsence == 5 && plan.coaching.sameHardPrice == 0.4)
    #expect(plan.coaching.openerPrice == 0.7)
    #expect(plan.coaching.taperVolume == [0.4, 0.5, 0.7] && plan.coaching.taperVolumePrice == 0.2)
    #expect(plan.coaching.strengthInARowPrice == 0.9 && plan.coaching.strengthBeforeHardPrice == 0)
    #expect(plan.coaching.intenseInBuild == 3 && plan.coaching.intenseInBuildPrice == 0.6)
    #expect(plan.coaching.intenseInTaper == 2 && plan.coaching.intenseInTaperPrice == 0.7)
    #expect(
      plan.coaching.roundMinutes == 10 && plan.coaching.watchPrice == 0.5
        && plan.coaching.endurancePerDay == 2
        && plan.coaching.hardInDeload == 1)
  }

  /// Each row: the line to replace (by its key), what stands there instead, and what is said of it.
  @Test(arguments: [
    ("gradus", "gradus: 2", "1:9: \"gradus\" is \"2\"; expected 1", nil),
    ("gradus", "", "1:1: the document has no \"gradus\"", nil),
    ("id", "id: Spring Half", "2:5: \"id\" is \"Spring Half\"", nil),
    ("id", "id: ../../etc", "2:5: \"id\" is \"../../etc\"", nil),
    ("start", "strat: 2027-01-25", "5:1: \"strat\" is not known here and \"start\" is missing", "start"),
    ("start", "start: 2027-13-25", "5:8: there is no day 2027-13-25", nil),
    ("start", "start: 2027-02-29", "5:8: there is no day 2027-02-29; expected a day from 01 to 28", nil),
    ("start", "start: 25.1.2027", "5:8: \"start\" is \"25.1.2027\"; expected a date as YYYY-MM-DD", nil),
    ("start", "start: 2027-04-18", "5:8: the plan starts on or after the day of the event", nil),
    ("start", "start: 2027-05-18", "5:8: the plan starts on or after the day of the event", nil),
    ("start", "start: 2027-04-14", "5:8: the plan starts 4 days before the event", nil),
    ("start", "start: 2020-04-14", "5:8: the plan starts 2560 days before the event", nil),
    ("available", "available: {}", "6:12: no day is available for training", nil),
    ("available", "available: { tue: 0m }", "6:12: no day is available for training", nil),
    ("available", "available: { tue: 60 }", "6:19: \"tue\" is \"60\"", "60m"),
    ("available", "available: { tue: 1:30 }", "6:19: \"tue\" is \"1:30\"", "1h30m"),
    ("available", "available: { tue: 60s }", "6:19: \"tue\" is \"60s\"", nil),
    ("available", "available: { tue: 25h }", "6:19: \"tue\" is \"25h\"; expected 24h or less", nil),
    ("available", "available: { teu: 60m }", "6:14: the key \"teu\"", "tue"),
    ("athlete", "athlete: { name: A, experience: begginer }", "3:33: \"experience\" is \"begginer\"", nil),
    ("athlete", "athlete: { name: A, experience: novise }", "3:33: \"experience\" is \"novise\"", "novice"),
    ("athlete", "athlete: { name: A, born: 88 }", "3:27: \"born\" is \"88\"", nil),
    ("athlete", "athlete: { name: A, zone: Berlin }", "3:27: \"zone\" is \"Berlin\"", nil),
    ("athlete", "athlete: { nmae: A }", "3:12: \"nmae\" is not known here and \"name\" is missing", "name"),
    (
      "event", "event: { name: E, sport: runn, date: 2027-04-18, expected: 50m }",
      "4:26: \"runn\" is no sport of the catalogue", "run"
    ),
    (
      "event", "event: { name: E, sport: run, date: 2027-04-31, expected: 50m }",
      "4:37: there is no day 2027-04-31; expected a day from 01 to 30", nil
    ),
    (
      "event", "event: { name: E, sport: run, date: 2027-04-18, expected: 0m }",
      "4:59: \"expected\" is \"0m\"", nil
    ),
    (
      "event", "event: { name: E, sport: run, date: 2027-04-18, expected: 50m, priority: D }",
      "4:74: \"priority\" is \"D\"; expected one of A, B, C", nil
    ),
  ])
  func faultIsNamedWithItsPlace(key: String, line: String, says: String, suggests: String?) throws {
    let lines = Self.least.split(separator: "\n").map(String.init)
      .map { $0.hasPrefix(key + ":") ? line : $0 }.filter { !$0.isEmpty }
    try expectFault(lines.joined(separator: "\n"), says: says, suggests: suggests)
  }

  /// Each row: a line added to the plan of the fewest words, and what is said of it.
  @Test(arguments: [
    ("sesions: [run-easy]", "7:1: the key \"sesions\"", "sessions"),
    ("sessions: []", "7:11: \"sessions\" is a list; expected at least one session", nil),
    ("sessions: [run-esay]", "7:12: the catalogue has no session \"run-esay\"", "run-easy"),
    ("sessions: [run-easy, run-easy]", "7:22: the session \"run-easy\" is here twice", nil),
    ("sessions: [run-easy: { max_minutes: 500 }]", "7:37: \"max_minutes\" is \"500\"", nil),
    ("sessions: [run-easy: { max_minuets: 50 }]", "7:24: the key \"max_minuets\"", "max_minutes"),
    ("sessions: [run-long: { min_per_week: 2 }]", "7:38: \"min_per_week\" is \"2\"; expected 1 or less", nil),
    ("sessions: [mobility, walk-easy]\ngoal: { long: { run: 60m } }", "8:17: a run session of 60 min", nil),
    ("goal: { long: { rum: 60m } }", "7:17: \"rum\" is no sport", "run"),
    ("blocked: [{ from: 2027-03-02, to: 2027-03-01 }]", "7:35: \"to\" is \"2027-03-01\"", nil),
    ("rest: [mon, mon]", "7:13: mon is here twice", nil),
    ("rest: [monday]", "7:8: \"rest\" is \"monday\"", nil),
    ("sessions_per_day: 9", "7:19: \"sessions_per_day\" is \"9\"", nil),
    ("robust: 2", "7:9: \"robust\" is \"2\"", nil),
    ("robust: {}", "7:9: \"robust\" has no \"except\"", nil),
    ("robust: { except: [weekly-rize] }", "7:20: \"except\" is \"weekly-rize\"", "weekly-rise"),
    ("times: { tue: 18:30pm }", "7:15: \"tue\" is \"18:30pm\"", nil),
    ("calendar: { colour: steelblu }", "7:21: \"colour\" is \"steelblu\"", "steelblue"),
    ("history: gone.csv", "7:10: \"history\" names the file gone.csv, which cannot be read", nil),
    ("limits: gone.yaml", "7:9: \"limits\" names the file gone.yaml, which cannot be read", nil),
    ("catalogue: gone.yaml", "7:12: \"catalogue\" names the file gone.yaml, which cannot be read", nil),
    ("limits: { rules: { monotony: { maxx: 2 } } }", "7:32: the key \"maxx\"", "max"),
    ("limits: { waivers: [{ rule: monotony, reason: x }] }", "7:21: \"waiver\" has no \"until\"", nil),
    ("baseline: { run: { minutes: 40m } }", "7:18: \"run\" has no \"per_week\"", nil),
    ("baseline: { rum: { per_week: 1, minutes: 40m } }", "7:13: \"rum\" is no sport", "run"),
    ("coaching: { rhythmus: 2 }", "7:13: the key \"rhythmus\"", "rhythm"),
  ])
  func addedFaultIsNamedWithItsPlace(line: String, says: String, suggests: String?) throws {
    try expectFault(Self.least + "\n" + line, says: says, suggests: suggests)
  }

  @Test(arguments: [
    ("date,sport,minutes,rpe\n2027-01-20,run,40,3\n", "7:10: the history ends on 2027-01-20, 4 days before"),
    (
      "date,sport,minutes,rpe\n2027-01-24,run,40,3\n",
      "7:10: only 1 of the 28 days before the start are known"
    ),
    ("date,sport,minutes,rpe\n2027-01-25,run,40,3\n", "7:10: the history has no day before the start"),
  ])
  func gapInTheHistoryIsRefused(csv: String, says: String) throws {
    try expectFault(Self.least + "\nhistory: h.csv", files: ["h.csv": csv], says: says)
  }

  @Test func faultInTheHistoryStandsInTheHistory() throws {
    let csv = "date,sport,minutes,rpe\n2027-01-24,runn,40,3\n"
    let error = #expect(throws: FileError.self) {
      try Self.resolve(Self.least + "\nhistory: sub/h.csv", files: ["sub/h.csv": csv])
    }
    #expect(error?.faults.first?.file == "sub/h.csv")
    #expect(error?.faults.first?.mark == Mark(line: 2, column: 12))
    #expect(error?.faults.first?.suggestion == "run")
  }

  private func expectFault(
    _ text: String, files: [String: String] = [:], says: String, suggests: String? = nil
  ) throws {
    let error = #expect(throws: FileError.self) { try Self.resolve(text, files: files) }
    let fault = try #require(error?.faults.first)
    #expect(fault.description.hasPrefix("p.yaml:" + says), "\(fault)")
    #expect(fault.suggestion == suggests, "\(fault)")
  }
}
