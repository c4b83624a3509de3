import SeededNumbers
import Testing
import TrainingLoad
import TrainingPlan

@testable import Calendars

/// What a coach changes in a calendar program becomes a change of the schedule.
@Suite struct CalendarEditsTests {
  typealias Event = CalendarEvent

  /// The edits of a calendar whose events were changed.
  private func edits(
    timed: Bool = true, options: CalendarEdits.Options = .init(), problem: PlanProblem? = nil,
    schedule: Schedule? = nil, throughXML: Bool = false, _ change: (inout [Event]) -> Void
  ) throws -> CalendarEdits {
    let sample = SamplePlan.make(timed: timed)
    let (schedule, problem) = (schedule ?? sample.0, problem ?? sample.1)
    var document = CalendarDocument(schedule: schedule, problem: problem, revision: 1_800_000_000)
    change(&document.events)
    let reading =
      try throughXML
      ? CalendarDocument.reading(xCalendar: document.xCalendar())
      : CalendarDocument.reading(iCalendar: document.iCalendar())
    return CalendarEdits(in: reading, of: schedule, for: problem, options: options)
  }

  private static let longRun = SamplePlan.make().0.sessions[5]

  private func index(_ id: String, _ events: [Event]) -> Int { events.firstIndex { $0.uid == id } ?? 0 }

  @Test("a calendar as it was published changes nothing", arguments: ZoneNames.sample)
  func identity(zone: String) throws {
    for timed in [true, false] {
      let (schedule, problem) = SamplePlan.make(zone: zone, timed: timed)
      for throughXML in [true, false] {
        let edits = try edits(problem: problem, schedule: schedule, throughXML: throughXML) { _ in }
        #expect(edits.schedule == schedule)
        #expect(edits.edits.isEmpty && edits.remarks.isEmpty && edits.strangers.isEmpty)
      }
    }
  }

  @Test("the same moments in UTC, in another zone or without one change nothing")
  func otherClocks() throws {
    let offsets = try ZoneOffsets(zone: "Europe/Berlin", days: SamplePlan.start...SamplePlan.start + 20)
    let newYork = try ZoneOffsets(zone: "America/New_York", days: SamplePlan.start...SamplePlan.start + 20)
    for zone in ["UTC", "America/New_York"] {
      let edits = try edits { events in
        for index in events.indices {
          guard case .timed(let day, let minute, let minutes, _) = events[index].when else { continue }
          let instant = offsets.instant(local: day.number * 86_400 + minute * 60)
          let (other, second) = (instant + (zone == "UTC" ? 0 : newYork.offset(at: instant))).dividedByDays
          events[index].when = .timed(other, startMinute: second / 60, minutes: minutes, zone: zone)
        }
      }
      #expect(edits.edits.isEmpty && edits.schedule == SamplePlan.make().0)
    }
  }

  @Test("moved, longer, renamed: locked, with the day that it was first planned on; exposure follows")
  func changes() throws {
    let session = Self.longRun
    let edits = try edits { events in
      let index = index(session.id, events)
      events[index].when = .timed(session.day + 1, startMinute: 420, minutes: 100, zone: "Europe/Berlin")
      events[index].summary = "Long run in the hills 90 min"
    }
    let changed = try #require(edits.schedule.sessions.first { $0.id == session.id })
    #expect(changed.day == session.day + 1 && changed.plannedDay == session.day && changed.isLocked)
    #expect(changed.startMinute == 420 && changed.minutes == 100 && changed.title == "Long run in the hills")
    #expect(changed.load == 300 && changed.hip == 100 && changed.steps.map(\.minutes) == [90, 10])
    #expect(edits.edits.map(\.kind) == [.moved])
    #expect(
      edits.edits[0].words
        == "moved from Sun 2027-03-28 08:00 to Mon 2027-03-29 07:00, 100 min instead of 90, "
        + "named \"Long run in the hills\" instead of \"Long run\"")
    // Moved back, it was never moved.
    let back = CalendarEdits(
      in: try CalendarDocument.reading(
        iCalendar: try CalendarDocument(
          schedule: SamplePlan.make().0, problem: SamplePlan.make().1, revision: 0
        ).iCalendar()), of: edits.schedule, for: SamplePlan.make().1)
    let again = try #require(back.schedule.sessions.first { $0.id == session.id })
    #expect(again.day == session.day && again.plannedDay == nil && again.minutes == 90)
  }

  @Test("after the import the calendar is the one that the coach left", arguments: UInt64(1)...40)
  func fixpoint(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (schedule, problem) = SamplePlan.make()
    var wanted: [String: Event.When] = [:]
    let edits = try edits { events in
      for index in events.indices where events[index].categories != ["Rest"] {
        guard case .timed(let day, let minute, let minutes, let zone) = events[index].when,
          events[index].uid != schedule.event.id
        else { continue }
        if Int.random(in: 0...3, using: &random) == 0 {
          // Far from other sessions, so that none overlaps.
          let start = 5 * Int.random(in: 180...200, using: &random)
          events[index].when = .timed(
            day + Int.random(in: -2...2, using: &random), startMinute: start, minutes: minutes, zone: zone)
        } else if Int.random(in: 0...4, using: &random) == 0 {
          events[index].when = .timed(day, startMinute: minute, minutes: max(1, minutes - 5), zone: zone)
        }
        wanted[events[index].uid] = events[index].when
      }
    }
    let after = CalendarDocument(schedule: edits.schedule, problem: problem, revision: 0)
    for (uid, when) in wanted {
      #expect(after.events.first { $0.uid == uid }?.when == when)
    }
    #expect(edits.schedule.sessions.map(\.day) == edits.schedule.sessions.map(\.day).sorted())
  }

  @Test("deleted and cancelled events: removed, but not from the past, nor by part of a calendar")
  func removed() throws {
    let id = Self.longRun.id
    let first = SamplePlan.make().0.sessions[0]
    let deleted = try edits { $0.removeAll { [id, first.id].contains($0.uid) } }
    #expect(deleted.edits.map(\.kind) == [.removed, .removed])
    #expect(deleted.schedule.sessions.count == SamplePlan.make().0.sessions.count - 2)
    let later = try edits(options: .init(today: first.day + 1)) {
      $0.removeAll { [id, first.id].contains($0.uid) }
    }
    #expect(later.edits.map(\.session) == [id])
    let kept = try edits(options: .init(keepsMissing: true)) { $0.removeAll { $0.uid == id } }
    #expect(kept.edits.isEmpty)
    let part = try edits { $0.removeAll { $0.uid != id } }
    #expect(part.edits.isEmpty && part.remarks.count == 1)
    let cancelled = try edits(options: .init(keepsMissing: true)) { $0[index(id, $0)].status = .cancelled }
    #expect(cancelled.edits.map(\.words) == ["removed from Sun 2027-03-28: cancelled in the calendar"])
  }

  @Test("what was done or is past stays, and is named")
  func past() throws {
    var (schedule, problem) = SamplePlan.make()
    let index = try #require(schedule.sessions.firstIndex { $0.id == Self.longRun.id })
    schedule.sessions[index].isDone = true
    let done = try edits(problem: problem, schedule: schedule) { events in
      events[self.index(Self.longRun.id, events)].when = .allDay(Self.longRun.day + 1)
    }
    #expect(
      done.edits.isEmpty && done.remarks == ["Long run of Sun 2027-03-28 is left as it is: it is done."])
    problem.calendar.startMinute = []
    let past = try edits(options: .init(today: Self.longRun.day + 1)) { events in
      events[self.index(Self.longRun.id, events)].status = .cancelled
    }
    #expect(
      past.edits.isEmpty && past.remarks == ["Long run of Sun 2027-03-28 is left as it is: it is past."])
  }

  @Test("all-day events: the day and the length in the title count, a length that a program made up does not")
  func allDay() throws {
    let id = Self.longRun.id
    let moved = try edits(timed: false) { $0[index(id, $0)].when = .allDay(Self.longRun.day - 1) }
    #expect(moved.edits.map(\.words) == ["moved from Sun 2027-03-28 to Sat 2027-03-27"])
    let shorter = try edits(timed: false) { $0[index(id, $0)].summary = "Long run 70 min" }
    #expect(shorter.schedule.sessions.first { $0.id == id }?.minutes == 70)
    let timed = try edits(timed: false) {
      $0[index(id, $0)].when = .timed(Self.longRun.day, startMinute: 600, minutes: 60, zone: "Europe/Berlin")
    }
    let session = try #require(timed.schedule.sessions.first { $0.id == id })
    #expect(session.startMinute == 600 && session.minutes == 90 && timed.remarks.count == 1)
  }

  @Test("ids that calendars cannot carry, capitals and the busy calendar are recognised")
  func identities() throws {
    var (schedule, problem) = SamplePlan.make()
    schedule.sessions[0].id = "läuft_by hand"
    problem.calendar.hasBusyCalendar = true
    let moved = try edits(problem: problem, schedule: schedule) { events in
      for index in events.indices { events[index].uid = events[index].uid.uppercased() }
      events[index(events[0].uid, events)].when = .timed(
        schedule.sessions[0].day + 1, startMinute: 1110, minutes: 50, zone: "Europe/Berlin")
    }
    #expect(moved.edits.map(\.session) == ["läuft_by hand"])
    var busy = CalendarDocument(schedule: schedule, problem: problem, detail: .busy, revision: 0)
    busy.events[0].when = .timed(
      schedule.sessions[0].day + 1, startMinute: 1110, minutes: 50, zone: "Europe/Berlin")
    let edits = CalendarEdits(
      in: try CalendarDocument.reading(iCalendar: try busy.iCalendar()), of: schedule, for: problem)
    #expect(edits.edits.map(\.session) == ["läuft_by hand"] && edits.edits.map(\.kind) == [.moved])
    #expect(edits.schedule.sessions.first { $0.id == "läuft_by hand" }?.title == schedule.sessions[0].title)
  }

  @Test("the race and rest days belong to the plan file; who moved them is told so")
  func raceAndRest() throws {
    let edits = try edits { events in
      for index in events.indices {
        if events[index].summary == "Spring 10 km" { events[index].when = .allDay(SamplePlan.start + 13) }
        if events[index].categories == ["Rest"] { events[index].when = .allDay(SamplePlan.start + 4) }
      }
    }
    #expect(edits.edits.isEmpty)
    #expect(edits.remarks.contains { $0.contains("Write date: 2027-04-05 under event") })
    #expect(edits.remarks.contains { $0.hasPrefix("The rest day of") })
  }

  @Test("further events are named, and taken where they are recognised and wanted")
  func strangers() throws {
    func add(_ events: inout [Event]) {
      for (number, title, categories) in [
        (1, "Mobility 15 min", []), (2, "Club", ["Run"]), (3, "Dentist", []),
      ] {
        events.append(
          Event(
            uid: "new-\(number)", created: 0, lastModified: 0,
            when: .timed(SamplePlan.start + number, startMinute: 1260, minutes: 40, zone: "Europe/Berlin"),
            summary: title, categories: categories))
      }
    }
    let listed = try edits { add(&$0) }
    #expect(
      listed.edits.isEmpty && listed.strangers.map(\.summary) == ["Mobility 15 min", "Club", "Dentist"])
    let taken = try edits(options: .init(addsStrangers: true)) { add(&$0) }
    #expect(taken.strangers.map(\.summary) == ["Dentist"])
    let added = taken.edits.filter { $0.kind == .added }
    #expect(added.map(\.session) == ["new-1", "new-2"] && added.map(\.title) == ["Mobility", "Long run"])
    #expect(taken.schedule.sessions.first { $0.id == "new-1" }?.minutes == 15)
    // Once more, they are the plan's own.
    let again = try edits(options: .init(addsStrangers: true), schedule: taken.schedule) { _ in }
    #expect(again.edits.isEmpty && again.strangers.isEmpty)
  }

  @Test("an event that repeats now, or is there twice, leaves the session as it is")
  func odd() throws {
    let (schedule, problem) = SamplePlan.make()
    var text = String(
      decoding: try CalendarDocument(schedule: schedule, problem: problem, revision: 0).iCalendar(),
      as: UTF8.self)
    text = text.replacing(
      "UID:\(Self.longRun.id)\r\n", with: "UID:\(Self.longRun.id)\r\nRRULE:FREQ=WEEKLY\r\n")
    let edits = CalendarEdits(
      in: try CalendarDocument.reading(iCalendar: Array(text.utf8)), of: schedule, for: problem)
    #expect(edits.schedule == schedule && edits.remarks.count == 1)
    #expect(edits.remarks.first?.contains("it repeats") == true)
    let begin = try #require(text.firstRange(of: "BEGIN:VEVENT"))
    let end = try #require(text.firstRange(of: "END:VEVENT\r\n"))
    text.insert(contentsOf: text[begin.lowerBound..<end.upperBound], at: end.upperBound)
    text = text.replacing("RRULE:FREQ=WEEKLY\r\n", with: "")
    let twice = CalendarEdits(
      in: try CalendarDocument.reading(iCalendar: Array(text.utf8)), of: schedule, for: problem)
    #expect(twice.schedule == schedule && twice.remarks.count == 1)
  }

  @Test("support work within a description goes where its session goes")
  func support() throws {
    var (schedule, problem) = SamplePlan.make()
    problem.calendar.support = .description
    let strength = schedule.sessions[2]
    let mobility = schedule.sessions[3]
    #expect(strength.day == mobility.day)
    let moved = try edits(problem: problem, schedule: schedule) { events in
      events[index(strength.id, events)].when = .timed(
        strength.day + 1, startMinute: 390, minutes: strength.minutes, zone: "Europe/Berlin")
    }
    #expect(moved.schedule.sessions.first { $0.id == mobility.id }?.day == strength.day + 1)
    schedule.sessions[3].isDone = true
    let same = try edits(problem: problem, schedule: schedule) { _ in }
    #expect(same.schedule == schedule && same.edits.isEmpty)
  }
}
