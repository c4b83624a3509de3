import Foundation
import Testing
import TrainingLoad

@testable import Calendars

@Suite struct ZoneTests {
  /// The 518 names of regions in the IANA database, links included.
  static let regions = String(decoding: PackageResources.regions_txt, as: UTF8.self)
    .split(separator: "\n").map(String.init)

  private func timed(
    _ day: CivilDay, _ minute: Int, minutes: Int = 60, zone: String, uid: String = "a"
  ) -> CalendarEvent {
    CalendarEvent(
      uid: uid, created: 0, lastModified: 0,
      when: .timed(day, startMinute: minute, minutes: minutes, zone: zone), summary: "Run")
  }

  private func calendar(zone: String, _ events: [CalendarEvent]) throws -> ReadComponent {
    let document = CalendarDocument(name: "Zones", zone: zone, lastModified: 0, events: events)
    return try #require(ReadICalendar.calendar(try document.iCalendar()))
  }

  /// The VTIMEZONE of a calendar whose events run from one day to another, expanded.
  private func expansion(_ zone: String, from first: CivilDay, to last: CivilDay) throws -> ExpandedZone {
    let calendar = try calendar(
      zone: zone, [timed(first, 480, zone: zone), timed(last, 480, zone: zone, uid: "b")])
    let component = try #require(calendar.all("VTIMEZONE").first)
    #expect(calendar.all("VTIMEZONE").count == 1)
    #expect(component.value("TZID") == zone)
    return try ExpandedZone(component, until: last.components.year + 1)
  }

  /// Compares an expansion with Foundation every twelve hours and around every change.
  private func check(_ expanded: ExpandedZone, _ name: String, _ days: ClosedRange<CivilDay>) throws {
    let zone = try #require(TimeZone(identifier: name))
    var probes = stride(
      from: days.lowerBound.number * 86_400, through: (days.upperBound.number + 1) * 86_400, by: 43_200
    ).map { $0 }
    probes += expanded.changes.flatMap { change in [-1, 0, 1, 1800].map { change.instant + $0 } }
      .filter { days.contains(CivilDay(number: $0 / 86_400)) }
    let wrong = probes.first { instant in
      expanded.offset(at: instant) != zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }
    #expect(wrong == nil, "\(name) at \(wrong ?? 0)")
  }

  @Test("all 518 regions agree with the zone database over 2024 to 2030", arguments: regions)
  func longPlan(name: String) throws {
    let (first, last) = (CivilDay(number: 19_723), CivilDay(number: 22_279))
    try check(try expansion(name, from: first, to: last), name, first...last)
  }

  @Test("all 518 regions agree over a season in each of the years", arguments: regions)
  func seasons(name: String) throws {
    for start in stride(from: 19_723, to: 22_000, by: 450) {
      let (first, last) = (CivilDay(number: start), CivilDay(number: start + 120))
      let expanded = try expansion(name, from: first, to: last)
      try check(expanded, name, first...last)
      #expect(expanded.observances <= 14, "\(name): short, or readers choke")
    }
  }

  @Test(
    "in all 518 regions, a start in a skipped or repeated hour is the one that is meant", arguments: regions)
  func gapsAndRepeats(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let days = CivilDay(number: 20_454)...CivilDay(number: 22_279)  // 2026 to 2030
    for change in try ZoneOffsets(zone: name, days: days).changes where change.isWithin(days) {
      // The middle of what the clock skips or shows twice.
      let local = change.instant + (change.from + change.to) / 2
      let (day, second) = local.dividedByDays
      let event = try calendar(zone: name, [timed(day, second / 60, minutes: 600, zone: name)]).all("VEVENT")[
        0]
      // RFC 5545, section 3.3.5: in both cases the offset before the change is meant.
      let meant = day.number * 86_400 + second / 60 * 60 - change.from
      let shown = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(meant)))
      let isRepeated = change.to < change.from
      for (property, instant) in [("DTSTART", meant), ("DTEND", meant + 36_000)] {
        var written: [UInt8] = []
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
        CalendarDigits(extended: false)
          .append(seconds: isRepeated ? instant : instant + offset, isUTC: isRepeated, to: &written)
        #expect(event.value(property) == String(decoding: written, as: UTF8.self), "\(name) \(day)")
      }
      #expect(shown == (isRepeated ? change.from : change.to), "\(name) \(day): not what the zone says")
    }
  }

  @Test("the 518 regions are those that are listed")
  func count() {
    #expect(Set(ZoneTests.regions).count == 518)
  }

  @Test(
    "zones that follow a yearly rule are two parts with an RRULE",
    arguments: [
      ("Europe/Berlin", ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]),
      ("America/New_York", ["FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]),
      ("Australia/Lord_Howe", ["FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=10"]),
      (
        "America/Santiago",
        [
          "FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=4",
          "FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=9",
        ]
      ),
    ])
  func yearly(name: String, rules: [String]) throws {
    let day = CivilDay(number: 20_900)
    let zone = try #require(try calendar(zone: name, [timed(day, 0, zone: name)]).all("VTIMEZONE").first)
    #expect(zone.components.compactMap { $0.value("RRULE") } == rules)
    #expect(Set(zone.components.map(\.name)) == ["STANDARD", "DAYLIGHT"])
  }

  @Test("a zone without changes is one STANDARD, UTC needs no rules at all")
  func fixed() throws {
    let day = CivilDay(number: 20_900)
    let kolkata = try calendar(zone: "Asia/Kolkata", [timed(day, 0, zone: "Asia/Kolkata")])
    #expect(kolkata.components[0].components.map(\.name) == ["STANDARD"])
    let utc = try calendar(zone: "UTC", [timed(day, 390, zone: "UTC")])
    #expect(utc.all("VTIMEZONE").isEmpty)
    #expect(utc.all("VEVENT")[0].value("DTSTART") == "20270323T063000Z")
    #expect(try calendar(zone: "Europe/Berlin", []).all("VTIMEZONE").isEmpty)
  }

  @Test("a start in the skipped hour is read with the offset before it (RFC 5545, 3.3.5)")
  func gap() throws {
    let day = try #require(CivilDay(iso: "2027-03-28"))
    let event = try calendar(
      zone: "Europe/Berlin", [timed(day, 150, minutes: 45, zone: "Europe/Berlin")]
    ).all("VEVENT")[0]
    #expect(event.value("DTSTART") == "20270328T033000")
    #expect(event.value("DTEND") == "20270328T041500")
  }

  @Test("an end beyond a change keeps the length of the session")
  func acrossTheChange() throws {
    let zone = "Europe/Berlin"
    let spring = try #require(CivilDay(iso: "2027-03-28"))
    let autumn = try #require(CivilDay(iso: "2027-10-31"))
    let events = try calendar(
      zone: zone, [timed(spring, 90, zone: zone), timed(autumn, 90, minutes: 180, zone: zone, uid: "b")]
    ).all("VEVENT")
    #expect(events[0].value("DTSTART") == "20270328T013000")
    #expect(events[0].value("DTEND") == "20270328T033000")
    #expect(events[1].value("DTEND") == "20271031T033000")
  }

  @Test("times that a clock shows twice are written in UTC: the first is meant (RFC 5545, 3.3.5)")
  func repeated() throws {
    let zone = "Europe/Berlin"
    let day = try #require(CivilDay(iso: "2027-10-31"))
    let events = try calendar(
      zone: zone, [timed(day, 150, zone: zone), timed(day, 100, minutes: 90, zone: zone, uid: "b")]
    ).all("VEVENT")
    #expect(events[0].value("DTSTART") == "20271031T003000Z")
    #expect(events[0].value("DTEND") == "20271031T013000Z")
    #expect(events[1].value("DTSTART") == "20271030T234000Z")
    #expect(events[1].value("DTEND") == "20271031T011000Z")
  }

  @Test("a day that a zone skipped as a whole is read with the offset before it")
  func skippedDay() throws {
    let day = try #require(CivilDay(iso: "2011-12-30"))
    let event = try calendar(zone: "Pacific/Apia", [timed(day, 600, zone: "Pacific/Apia")]).all("VEVENT")[0]
    #expect(event.value("DTSTART") == "20111231T100000")
  }

  @Test(
    "what is no zone is refused",
    arguments: ["", "Mars/Olympus", "Europe/Berlin\r\nX:1", "../../etc/passwd", "Europe/Bérlin", "\u{0}"])
  func unknown(name: String) {
    let day = CivilDay(number: 20_900)
    for document in [
      CalendarDocument(name: "a", zone: name, lastModified: 0),
      CalendarDocument(
        name: "a", zone: "UTC", lastModified: 0, events: [timed(day, 0, zone: name)]),
    ] {
      #expect(throws: CalendarError.unknownZone(name)) { try document.iCalendar() }
      #expect(throws: CalendarError.unknownZone(name)) { try document.xCalendar() }
    }
  }
}

extension ZoneOffsets.Change {
  fileprivate func isWithin(_ days: ClosedRange<CivilDay>) -> Bool {
    days.contains(instant.dividedByDays.day)
  }
}
