import SeededNumbers
import Testing
import TrainingLoad
import XML

@testable import Calendars

/// Properties of calendars whose texts want to break them.
@Suite struct GeneratedCalendarTests {
  static let seeds = Array(UInt64(1)...60)

  @Test("iCalendar keeps to the rules of lines", arguments: seeds)
  func lines(seed: UInt64) throws {
    let bytes = try HostileCalendar.make(seed: seed).iCalendar()
    #expect(bytes.suffix(2) == [13, 10])
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      #expect(line.last == 13 && (2...76).contains(line.count))
      let text = try #require(String(validating: line.dropLast(), as: UTF8.self))
      #expect(
        text.unicodeScalars.allSatisfy { scalar in
          scalar == "\t"
            || scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
              && !scalar.properties.isNoncharacterCodePoint
        })
    }
  }

  @Test("both serialisations hold the same properties, and the texts that went in", arguments: seeds)
  func equality(seed: UInt64) throws {
    let document = HostileCalendar.make(seed: seed)
    let iCalendar = try #require(ReadICalendar.calendar(try document.iCalendar()))
    let xCalendar = try #require(try ReadXCalendar.calendar(try document.xCalendar()))
    #expect(iCalendar == xCalendar)
    #expect(iCalendar.all("VEVENT").count == document.events.count)
    for (event, read) in zip(document.events, iCalendar.all("VEVENT")) {
      #expect(read.value("SUMMARY") == CalendarText.line(event.summary))
      let description = CalendarText.clean(event.description)
      #expect(read.value("DESCRIPTION") == (description.isEmpty ? nil : description))
      #expect(read.value("DTSTART") != nil && read.value("DTEND") != nil)
    }
  }

  @Test("xCal is valid against its schema", arguments: seeds)
  func valid(seed: UInt64) throws {
    let document = try HostileCalendar.make(seed: seed).xCalendar()
    let schema = try XMLSchema(PackageResources.xcal_rng, language: .relaxNG)
    #expect(try schema.faults(in: document) == [])
  }

  @Test("what no calendar can carry is refused, by both")
  func refused() {
    let base = HostileCalendar.make(seed: 1)
    func document(_ change: (inout CalendarDocument) -> Void) -> CalendarDocument {
      var copy = base
      change(&copy)
      return copy
    }
    let late = CivilDay(number: 84_006)
    let cases: [(CalendarDocument, CalendarError)] = [
      (document { $0.colour = "#4682B4" }, .unknownColour("#4682B4")),
      (document { $0.events[0].colour = "Red" }, .unknownColour("Red")),
      (document { $0.lastModified = .min }, .instantOutOfRange(.min)),
      (document { $0.events[0].created = -1 }, .instantOutOfRange(-1)),
      (document { $0.events[0].when = .allDay(late) }, .dayOutOfRange(late)),
      (document { $0.events[0].when = .allDay(CivilDay(number: -1)) }, .dayOutOfRange(CivilDay(number: -1))),
      (document { $0.events[0].when = .allDay(late - 1) }, .dayOutOfRange(late - 1)),
      (document { $0.events[0].when = .allDay(late, days: .max) }, .lengthOutOfRange(.max)),
      (
        document { $0.events[0].when = .timed(late - 9, startMinute: .max, minutes: .max, zone: "UTC") },
        .lengthOutOfRange(.max)
      ),
      (document { $0.events[0].alarmMinutes = -1 }, .lengthOutOfRange(-1)),
    ]
    for (document, error) in cases {
      #expect(throws: error) { try document.iCalendar() }
      #expect(throws: error) { try document.xCalendar() }
    }
  }
}

/// Calendars with every kind of event and with texts made to break writers.
enum HostileCalendar {
  static let pieces =
    [
      "a", "Long run ", " ", ",", ";", ":", "\\", "\\n", "\"", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{8}",
      "\u{7F}",
      "\u{85}", "\u{9F}", "\u{A0}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}",
      "€", "🏃", "👩🏽‍🚀", "\u{202E}", "<", "&", "]]>", "<!DOCTYPE a>", "&amp;", "END:VEVENT",
      "\r\nBEGIN:VALARM\r\n",
      "BEGIN:VCALENDAR", "=", "^n", "%0A", "\u{10FFFD}", "0123456789012345678901234567890123456789",
    ]
    + [0xfffe, 0xffff, 0xfdd0, 0x1ffff].compactMap {
      Unicode.Scalar(UInt32($0)).map { String(Character($0)) }
    }
  static let zones = ["Europe/Berlin", "UTC", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata"]

  static func make(seed: UInt64) -> CalendarDocument {
    var random = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<Int.random(in: 0...count, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    var document = CalendarDocument(
      name: text(20), zone: "UTC", lastModified: 1_800_000_000,
      refreshSeconds: Bool.random(using: &random) ? 21_600 : nil,
      purpose: Bool.random(using: &random) ? .feed : .import)
    for number in 0..<12 {
      let day = CivilDay(number: Int.random(in: 19_800...22_000, using: &random))
      let zone = zones.randomElement(using: &random) ?? "UTC"
      let minute = Int.random(in: 0..<2000, using: &random)
      let minutes = Int.random(in: 0...300, using: &random)
      let isTimed = Bool.random(using: &random)
      document.events.append(
        CalendarEvent(
          uid: "event-\(number)", created: 1_700_000_000, lastModified: 1_800_000_000,
          sequence: Int.random(in: 0...9, using: &random),
          when: isTimed
            ? .timed(day, startMinute: minute, minutes: minutes, zone: zone)
            : .allDay(day, days: minutes % 3),
          summary: text(30), description: text(200), categories: (0...number % 3).map { _ in text(4) },
          colour: number % 2 == 0 ? "teal" : nil, status: CalendarEvent.Status.allCases[number % 3],
          blocksTime: isTimed, alarmMinutes: number % 4 == 0 ? minutes : nil))
    }
    return document
  }
}
