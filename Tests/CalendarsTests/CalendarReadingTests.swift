import SeededNumbers
import Testing
import TrainingLoad
import TrainingPlan

@testable import Calendars

/// What is written is read back.
@Suite struct CalendarReadingTests {
  @Test("a plan's calendar is read as what it was written from", arguments: [true, false])
  func identity(timed: Bool) throws {
    for purpose in CalendarDocument.Purpose.allCases {
      let (schedule, problem) = SamplePlan.make(timed: timed)
      let document = CalendarDocument(
        schedule: schedule, problem: problem, purpose: purpose, revision: 1_800_000_000)
      let reading = try CalendarDocument.reading(iCalendar: try document.iCalendar())
      #expect(reading.document == document)
      #expect(reading.setAside.isEmpty && reading.remarks.isEmpty)
      #expect(reading.places.count == document.events.count)
      #expect(try CalendarDocument.reading(xCalendar: try document.xCalendar()).document == document)
    }
  }

  @Test("texts made to break writers are read back, from both forms", arguments: GeneratedCalendarTests.seeds)
  func hostileTexts(seed: UInt64) throws {
    let document = HostileCalendar.make(seed: seed)
    let bytes = try document.iCalendar()
    let reading = try CalendarDocument.reading(iCalendar: bytes)
    #expect(reading.document.events.count == document.events.count && reading.setAside.isEmpty)
    for (event, read) in zip(document.events, reading.document.events) {
      #expect(read.uid == event.uid && read.sequence == event.sequence && read.status == event.status)
      #expect(read.summary == CalendarText.line(event.summary))
      let description = CalendarText.clean(event.description)
      #expect(read.description == (description.allSatisfy(\.isWhitespace) ? "" : description))
      #expect(
        read.categories == event.categories.map { CalendarText.line($0, fallback: "") }.filter { !$0.isEmpty }
      )
      #expect(read.colour == event.colour && read.alarmMinutes == event.alarmMinutes)
      #expect(read.blocksTime == event.blocksTime)
    }
    let xCalendar = try CalendarDocument.reading(xCalendar: try document.xCalendar())
    #expect(xCalendar.document == reading.document)
    #expect(try reading.document.iCalendar() == bytes)
  }

  @Test("moments survive in every zone, whatever the clocks do", arguments: ZoneNames.sample)
  func zones(zone: String) throws {
    var random = SplitMix64(seed: UInt64(zone.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
    var document = CalendarDocument(name: "Zone", zone: zone, lastModified: 1_800_000_000)
    let offsets = try ZoneOffsets(zone: zone, days: CivilDay(number: 20_500)...CivilDay(number: 22_000))
    // Around every change of the clock, in its gap and in what it repeats, and on any day.
    let near = offsets.changes.flatMap { change in
      [-5400, -1800, 0, 1800, 5400].map { change.instant + change.from + $0 }
    }
    let any = (0..<40).map { _ in Int.random(in: 20_600 * 1440...21_900 * 1440, using: &random) * 60 }
    for (index, local) in (near + any).enumerated() {
      let (day, second) = local.dividedByDays
      document.events.append(
        CalendarEvent(
          uid: "event-\(index)", created: 0, lastModified: 0,
          when: .timed(
            day, startMinute: second / 60, minutes: Int.random(in: 1...200, using: &random), zone: zone),
          summary: "Run"))
    }
    let reading = try CalendarDocument.reading(iCalendar: try document.iCalendar())
    #expect(try CalendarDocument.reading(xCalendar: try document.xCalendar()).document == reading.document)
    for (event, read) in zip(document.events, reading.document.events) {
      guard case .timed(let day, let start, let minutes, _) = event.when,
        case .timed(let readDay, let readStart, let readMinutes, let readZone) = read.when
      else {
        Issue.record("\(read.when) is no time")
        continue
      }
      #expect(minutes == readMinutes)
      #expect(readZone == zone || ZoneOffsets.isUTC(zone))
      let instant = offsets.instant(local: day.number * 86_400 + start * 60)
      #expect(offsets.instant(local: readDay.number * 86_400 + readStart * 60) == instant)
      if instant + offsets.offset(at: instant) == day.number * 86_400 + start * 60 {
        #expect(read.when == .timed(day, startMinute: start, minutes: minutes, zone: readZone))
      }
    }
  }
}

enum ZoneNames {
  static let sample = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza",
    "Asia/Kolkata", "Pacific/Apia", "America/Santiago", "Asia/Tehran", "UTC", "Antarctica/Troll",
    "Europe/Dublin", "America/St_Johns", "Pacific/Chatham",
  ]
}
