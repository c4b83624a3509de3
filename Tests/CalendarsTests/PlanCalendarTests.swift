import Testing
import TrainingLoad
import TrainingPlan

@testable import Calendars

@Suite struct PlanCalendarTests {
  private func calendar(
    timed: Bool = true, purpose: CalendarDocument.Purpose = .feed,
    change: (inout Schedule, inout PlanProblem) -> Void = { _, _ in }
  ) -> CalendarDocument {
    var (schedule, problem) = SamplePlan.make(timed: timed)
    change(&schedule, &problem)
    return CalendarDocument(schedule: schedule, problem: problem, purpose: purpose, revision: 1_800_000_000)
  }

  private func event(_ summary: String, in calendar: CalendarDocument) throws -> CalendarEvent {
    try #require(calendar.events.first { $0.summary.hasPrefix(summary) })
  }

  @Test("every session, the event and each rest day are there once, by day")
  func events() {
    let calendar = calendar()
    let (schedule, _) = SamplePlan.make()
    for session in schedule.sessions { #expect(calendar.events.count { $0.uid == session.id } == 1) }
    #expect(calendar.events.last?.uid == schedule.event.id)
    #expect(Set(calendar.events.map(\.uid)).count == calendar.events.count)
    let rest = calendar.events.filter { $0.summary == "Rest day" }
    #expect(rest.map(\.when) == [1, 3, 6, 8, 10].map { .allDay(SamplePlan.start + $0) })
    #expect(rest.allSatisfy { !$0.blocksTime && $0.alarmMinutes == nil })
  }

  @Test("rest days are shown only if wished")
  func noRestDays() {
    let calendar = calendar { $1.calendar.showsRestDays = false }
    #expect(!calendar.events.contains { $0.summary == "Rest day" })
  }

  @Test("sessions begin at the weekday's start and follow each other")
  func times() throws {
    let calendar = calendar()
    let day = SamplePlan.start + 2
    let (strength, mobility) = (
      try event("Strength, hips 30", in: calendar), try event("Mobility 10", in: calendar)
    )
    #expect(strength.when == .timed(day, startMinute: 1110, minutes: 30, zone: "Europe/Berlin"))
    #expect(mobility.when == .timed(day, startMinute: 1140, minutes: 10, zone: "Europe/Berlin"))
    #expect(strength.blocksTime && strength.alarmMinutes == 90)
  }

  @Test("a session's own start goes before its weekday's")
  func ownStart() throws {
    let calendar = calendar { schedule, _ in schedule.sessions[0].startMinute = 420 }
    #expect(
      try event("Intervals 50", in: calendar).when
        == .timed(SamplePlan.start, startMinute: 420, minutes: 50, zone: "Europe/Berlin"))
  }

  @Test("a lesser event is timed by its own start only, and shown as an event", arguments: [nil, 600])
  func lesserEvent(start: Int?) throws {
    let calendar = calendar { schedule, problem in
      problem.calendar.isAllDay = true
      (schedule.sessions[0].event, schedule.sessions[0].startMinute) = (.c, start)
      schedule.sessions[0].title = "City run"
    }
    let race = try event("City run", in: calendar)
    #expect(race.summary == "City run" && race.categories.last == "Event" && race.colour == "crimson")
    #expect(
      race.when
        == start.map { .timed(SamplePlan.start, startMinute: $0, minutes: 50, zone: "Europe/Berlin") }
        ?? .allDay(SamplePlan.start))
  }

  @Test("sessions without a start are all-day, block no time and ring no bell")
  func allDay() throws {
    let calendar = calendar(timed: false) { $1.calendar.alarmMinutes = 30 }
    for event in calendar.events {
      guard case .allDay(_, 1) = event.when else {
        Issue.record("\(event.summary) is not all-day")
        continue
      }
      #expect(!event.blocksTime && event.alarmMinutes == nil)
    }
  }

  @Test("all-day sessions may ring on the evening before")
  func eveningBefore() throws {
    let calendar = calendar(timed: false) { $1.calendar.dayBeforeAlarmMinute = 1200 }
    #expect(try event("Long run", in: calendar).alarmMinutes == 240)
    let read = try #require(ReadICalendar.calendar(try calendar.iCalendar()))
    let triggers = read.all("VEVENT").compactMap { $0.all("VALARM").first?.value("TRIGGER") }
    #expect(triggers == Array(repeating: "-PT4H", count: SamplePlan.make().0.sessions.count))
  }

  @Test("the coach may want all sessions all-day, whatever their starts; the event keeps its time")
  func allDayWish() throws {
    let calendar = calendar { schedule, problem in
      schedule.sessions[0].startMinute = 420
      problem.calendar.isAllDay = true
    }
    for event in calendar.events.dropLast() { #expect(event.when == .allDay(event.when.firstDay)) }
    #expect(calendar.events.last?.when.firstDay == SamplePlan.start + 12)
    if case .allDay = calendar.events.last?.when { Issue.record("the event lost its time") }
  }

  @Test("support work may stand in the day's session; alone on its day it stays an event")
  func support() throws {
    let calendar = calendar { $1.calendar.support = .description }
    let strength = try event("Strength, hips 30", in: calendar)
    #expect(strength.description.hasPrefix("Also mobility, 10 min:\n\nLoad"))
    #expect(
      strength.when == .timed(SamplePlan.start + 2, startMinute: 1110, minutes: 30, zone: "Europe/Berlin"))
    let mobility = calendar.events.filter { $0.summary.hasPrefix("Mobility") }
    #expect(mobility.map(\.when.firstDay) == [SamplePlan.start + 1])
  }

  @Test("the busy calendar has the same times, other UIDs, and says nothing else")
  func busy() throws {
    let (schedule, problem) = SamplePlan.make()
    let full = calendar { $1.calendar.showsRestDays = false }
    let busy = CalendarDocument(schedule: schedule, problem: problem, detail: .busy, revision: 1_800_000_000)
    #expect(busy.name == "Training")
    #expect(busy.events.map(\.when) == full.events.map(\.when))
    #expect(busy.events.map(\.blocksTime) == full.events.map(\.blocksTime))
    #expect(Set(busy.events.map(\.uid)).isDisjoint(with: full.events.map(\.uid)))
    for event in busy.events {
      #expect(event.summary == "Training" && event.description.isEmpty && event.categories.isEmpty)
      #expect(event.colour == nil && event.alarmMinutes == nil)
    }
  }

  @Test("the coach may leave time free")
  func free() {
    #expect(calendar { $1.calendar.blocksTime = false }.events.allSatisfy { !$0.blocksTime })
  }

  @Test("titles, categories and colours tell the sessions apart")
  func looks() throws {
    let calendar = calendar()
    let (long, strength) = (
      try event("Long run 75 min", in: calendar), try event("Strength, hips 25 min", in: calendar)
    )
    #expect(long.categories == ["Run", "Long"])
    #expect(long.colour == "royalblue")
    #expect(strength.categories == ["Strength"])
    #expect(try event("Intervals", in: calendar).categories == ["Run", "Hard"])
    #expect(try event("Mobility", in: calendar).categories == ["Mobility", "Support"])
  }

  @Test("the description says what to do, what it costs and why")
  func description() throws {
    #expect(
      try event("Long run 75 min", in: calendar()).description == """
        68 min · Easy running (easy, full sentences)
        7 min · Walk to cool down (very easy)

        Load 225 AU (sRPE 3 x 75 min).
        Hip flexion 75 run-minutes, relief 0 min.
        Week 1, peak.
        Why: the long run carries the distance
        A suggestion: adapt it to how you feel.
        """)
  }

  @Test(
    "numbers have at most one digit after the point, whatever they are",
    arguments: [
      (0, "0"), (62.5, "62.5"), (56.25, "56.3"), (-0.04, "0"), (-1.25, "-1.3"), (1e300, "-"), (.nan, "-"),
    ] as [(Double, String)])
  func numbers(value: Double, written: String) {
    #expect(SessionText.number(value) == written)
  }

  @Test("identities that calendars could not carry are replaced, the same each time")
  func identities() throws {
    let calendar = calendar { schedule, _ in
      schedule.sessions[0].id = "Läufer@home_1"
      schedule.sessions[1].id = ""
      schedule.sessions[2].id = String(repeating: "x", count: 255)
      schedule.sessions[3].id = "plain-ID-7"
    }
    let uids = Set(calendar.events.map(\.uid))
    #expect(uids.count == calendar.events.count && uids.contains("plain-ID-7"))
    for uid in uids {
      #expect(uid.utf8.allSatisfy { $0 < 0x80 } && !uid.isEmpty && uid.utf8.count < 255 && !uid.contains("@"))
    }
  }

  @Test("rest days keep their identity when the plan changes round them")
  func stableRestDays() {
    let one = calendar().events.filter { $0.summary == "Rest day" }.map(\.uid)
    let other = calendar { schedule, _ in schedule.sessions.removeFirst(2) }
      .events.filter { $0.summary == "Rest day" }.map(\.uid)
    #expect(Set(one).isSubset(of: other))
    #expect(other.count == one.count + 1)
  }

  @Test("a feed says how often to look, an import file is published")
  func purposes() throws {
    let feed = try #require(ReadICalendar.calendar(try calendar().iCalendar()))
    #expect(feed.value("REFRESH-INTERVAL") == "PT6H" && feed.value("X-PUBLISHED-TTL") == "PT6H")
    #expect(feed.value("METHOD") == nil)
    let published = try #require(ReadICalendar.calendar(try calendar(purpose: .import).iCalendar()))
    #expect(published.value("METHOD") == "PUBLISH" && published.value("REFRESH-INTERVAL") == nil)
    #expect(published.all("VEVENT").allSatisfy { $0.value("ORGANIZER") != nil })
    #expect(feed.all("VEVENT").map { $0.value("UID") } == published.all("VEVENT").map { $0.value("UID") })
  }

  @Test("the revision dates every event, and nothing else does")
  func revision() throws {
    let feed = try #require(ReadICalendar.calendar(try calendar().iCalendar()))
    for event in feed.all("VEVENT") {
      for name in ["DTSTAMP", "CREATED", "LAST-MODIFIED"] {
        #expect(event.value(name) == "20270115T080000Z")
      }
    }
    #expect(try calendar().iCalendar() == calendar().iCalendar())
    #expect(try calendar().xCalendar() == calendar().xCalendar())
  }

  @Test("absurd lengths are refused, not fatal")
  func absurdLengths() {
    let calendar = calendar { schedule, _ in
      for index in schedule.sessions.indices { schedule.sessions[index].minutes = .max }
    }
    #expect(throws: CalendarError.lengthOutOfRange(.max)) { try calendar.iCalendar() }
  }

  @Test("a plan with wishes for fewer weekdays than there are is no reason to stop")
  func shortWishes() throws {
    let calendar = calendar { $1.calendar.startMinute = [] }
    #expect(try !calendar.iCalendar().isEmpty)
  }
}
