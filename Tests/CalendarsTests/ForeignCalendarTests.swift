import Testing
import TrainingLoad

@testable import Calendars

/// Calendars as other programs write them.
@Suite struct ForeignCalendarTests {
  static func event(_ lines: String, before: String = "", newline: String = "\r\n") -> [UInt8] {
    let text = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Somebody//EN
      \(before)
      BEGIN:VEVENT
      UID:a
      DTSTAMP:20270101T000000Z
      SUMMARY:Long run
      \(lines)
      END:VEVENT
      END:VCALENDAR
      """
    let kept = text.split(separator: "\n").joined(separator: newline) + newline
    return Array(kept.utf8)
  }

  func when(_ lines: String, before: String = "", zone: String = "Europe/Berlin") throws -> CalendarEvent.When
  {
    let reading = try CalendarDocument.reading(iCalendar: Self.event(lines, before: before), zone: zone)
    return try #require(reading.document.events.first).when
  }

  static let day = CivilDay(number: 20_926)  // 2027-04-18

  @Test("a start and a length, in the ways that programs say them")
  func lengths() throws {
    let hour = CalendarEvent.When.timed(Self.day, startMinute: 600, minutes: 90, zone: "Europe/Berlin")
    #expect(try when("DTSTART;TZID=Europe/Berlin:20270418T100000\nDURATION:PT1H30M") == hour)
    #expect(try when("DURATION:PT90M\nDTSTART;TZID=\"Europe/Berlin\":20270418T100000") == hour)
    #expect(
      try when("DTEND;TZID=Europe/Berlin:20270418T113000\nDTSTART;TZID=Europe/Berlin:20270418T100000") == hour
    )
    #expect(try when("DTSTART:20270418T100000\nDTEND:20270418T113000") == hour)
    #expect(try when("dtstart;tzid=Europe/Berlin:20270418T100000\ndtend:20270418T093000Z") == hour)
    #expect(
      try when("DTSTART;TZID=/citadel.org/20250101_1/Europe/Berlin:20270418T100000\nDURATION:PT5400S") == hour
    )
    #expect(
      try when("DTSTART:20270418T080000Z\nDURATION:PT1H30M")
        == .timed(Self.day, startMinute: 480, minutes: 90, zone: "UTC"))
    #expect(
      try when("DTSTART;TZID=America/New_York:20270418T040000\nDURATION:PT1H30M")
        == .timed(Self.day, startMinute: 240, minutes: 90, zone: "America/New_York"))
    #expect(try when("DTSTART;VALUE=DATE:20270418") == .allDay(Self.day))
    #expect(try when("DTSTART;VALUE=DATE:20270418\nDTEND;VALUE=DATE:20270418") == .allDay(Self.day))
    #expect(try when("DTSTART;VALUE=DATE:20270418\nDURATION:P2D") == .allDay(Self.day, days: 2))
    #expect(
      try when("DTSTART:20270418T080000Z") == .timed(Self.day, startMinute: 480, minutes: 0, zone: "UTC"))
  }

  /// As Outlook writes it: the zone has a name of Windows, and rules from the year 1601.
  static let windowsZone = """
    BEGIN:VTIMEZONE
    TZID:W. Europe Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
    """

  @Test("a zone that only the file knows is read by its own rules", arguments: [2, 3, 4, 6, 10, 11, 12])
  func windows(month: Int) throws {
    let day = try #require(CivilDay(year: 2027, month: month, day: 28))
    let digits = day.iso.filter { $0 != "-" }
    let lines = "DTSTART;TZID=W. Europe Standard Time:\(digits)T100000\nDURATION:PT1H"
    let offset = (4...10).contains(month) || month == 3 ? 120 : 60
    #expect(
      try when(lines, before: Self.windowsZone)
        == .timed(day, startMinute: 600 - offset, minutes: 60, zone: "UTC"))
  }

  @Test("the rules of a file agree with the zone that they describe", arguments: ZoneNames.sample)
  func described(zone: String) throws {
    guard !ZoneOffsets.isUTC(zone) else { return }
    var document = CalendarDocument(name: "Zone", zone: zone, lastModified: 0)
    for number in stride(from: 20_600, to: 21_400, by: 9) {
      document.events.append(
        CalendarEvent(
          uid: "a\(number)", created: 0, lastModified: 0,
          when: .timed(CivilDay(number: number), startMinute: 600, minutes: 30, zone: zone), summary: "Run"))
    }
    let text = String(decoding: try document.iCalendar(), as: UTF8.self)
      .replacing("TZID:\(zone)", with: "TZID:X-HERE").replacing("TZID=\(zone)", with: "TZID=X-HERE")
    let renamed = try CalendarDocument.reading(iCalendar: Array(text.utf8))
    let offsets = try ZoneOffsets(zone: zone, days: CivilDay(number: 20_000)...CivilDay(number: 22_000))
    #expect(renamed.document.events.count == document.events.count)
    for (event, read) in zip(document.events, renamed.document.events) {
      guard case .timed(let day, let start, _, _) = event.when,
        case .timed(let readDay, let readStart, _, "UTC") = read.when
      else {
        Issue.record("\(read.when)")
        continue
      }
      #expect(
        offsets.instant(local: day.number * 86_400 + start * 60) == readDay.number * 86_400 + readStart * 60)
    }
  }

  @Test("what is no single event of a known time is set aside, with the reason")
  func setAside() throws {
    let cases = [
      ("DTSTART:20270418T080000Z\nRRULE:FREQ=WEEKLY", "it repeats"),
      ("DTSTART:20270418T080000Z\nRECURRENCE-ID:20270418T080000Z", "it repeats"),
      ("DTSTART;TZID=Mars/Olympus:20270418T080000", "its time zone Mars/Olympus"),
      ("DTSTART:19500418T080000Z", "it is outside the years"),
      ("DTSTART;TZID=Europe/Berlin:22000418T080000", "it is outside the years"),
      ("DTSTART:20270418T080000Z\nDTEND:20270418T070000Z", "its end is not"),
      ("DTSTART;VALUE=DATE:20270418\nDTEND:20270418T070000Z", "its end is no day"),
      ("LOCATION:here", "it has no start"),
    ]
    for (lines, reason) in cases {
      let reading = try CalendarDocument.reading(iCalendar: Self.event(lines))
      #expect(reading.document.events.isEmpty)
      let first = try #require(reading.setAside.first)
      #expect(first.reason.hasPrefix(reason), "\(first.reason)")
      #expect(first.uid == "a" && first.summary == "Long run" && first.place.line > 3)
    }
  }

  @Test("lines end and fold in other ways; the unknown is passed over, and said")
  func tolerance() throws {
    let lines = """
      DTSTART;X-A="a:b;c";TZID=Europe/Berlin:20270418T100000
      DURATION:PT1H
      X-APPLE-TRAVEL:1
      ATTENDEE;CN="Coach, the":mailto:coach@example.org
      CATEGORIES:Run,Long
      CATEGORIES:A\\,b
      DESCRIPTION:One\\nTwo\\; three\\, four\\\\n\\Nfive: "six"
      BEGIN:VALARM
      ACTION:AUDIO
      TRIGGER:-PT15M
      X-WR-ALARMUID:1
      END:VALARM
      BEGIN:X-THING
      DTSTART:nonsense
      END:X-THING
      """
    let before = "X-WR-CALNAME:Training\nBEGIN:VTODO\nUID:t\nEND:VTODO"
    for newline in ["\r\n", "\n"] {
      var bytes = Self.event(lines, before: before, newline: newline)
      let reading = try CalendarDocument.reading(iCalendar: bytes)
      let event = try #require(reading.document.events.first)
      #expect(event.description == "One\nTwo; three, four\\n\nfive: \"six\"")
      #expect(event.categories == ["Run", "Long", "A,b"] && event.alarmMinutes == 15)
      #expect(reading.document.name == "Training" && reading.remarks == ["1 VTODO passed over."])
      // Folded after every octet, within characters too.
      let long = Self.event("DESCRIPTION:Läufer 🏃\n" + lines.replacing("DESCRIPTION", with: "COMMENT"))
      bytes = long.split(separator: 13).flatMap { line -> [UInt8] in
        line.filter { $0 != 10 }.enumerated().flatMap { index, octet in
          (index == 0 ? [] : Array((newline + " ").utf8)) + [octet]
        } + Array(newline.utf8)
      }
      let folded = try CalendarDocument.reading(iCalendar: [0xef, 0xbb, 0xbf] + bytes)
      #expect(folded.document.events.first?.description == "Läufer 🏃")
    }
  }

  @Test("xCal of another program: other prefixes, order and space")
  func foreignXCalendar() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- by hand -->
      <c:icalendar xmlns:c="urn:ietf:params:xml:ns:icalendar-2.0" xmlns:x="urn:x">
       <c:vcalendar><c:properties><c:version><c:text>2.0</c:text></c:version>
        <x:extra><x:a>1</x:a></x:extra>
        <c:x-wr-calname><c:unknown>Train\\, ing</c:unknown></c:x-wr-calname></c:properties>
        <c:components><c:vevent><c:properties>
          <c:duration><c:duration>PT90M</c:duration></c:duration>
          <c:dtstart><c:parameters><c:tzid><c:text>Europe/Berlin</c:text></c:tzid></c:parameters>
            <c:date-time>2027-04-18T10:00:00</c:date-time></c:dtstart>
          <c:summary><c:text>Long <![CDATA[<run>]]> &amp; more</c:text></c:summary>
          <c:uid><c:text>a</c:text></c:uid>
        </c:properties></c:vevent></c:components></c:vcalendar>
      </c:icalendar>
      """
    let reading = try CalendarDocument.reading(xCalendar: Array(text.utf8))
    let event = try #require(reading.document.events.first)
    #expect(event.when == .timed(Self.day, startMinute: 600, minutes: 90, zone: "Europe/Berlin"))
    #expect(event.summary == "Long <run> & more" && event.uid == "a")
    #expect(reading.document.name == "Train, ing")
    #expect(reading.places == [CalendarPlace(line: 7, column: 1)])
  }
}
