import SeededNumbers
import Testing
import TrainingLoad

@testable import Calendars

/// Files that are no calendars, or want to be too much.
@Suite struct HostileCalendarFileTests {
  @Test("a fault is named with its place and what was expected")
  func faults() {
    let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
    let cases: [(String, Int, Int, String)] = [
      ("", 1, 1, "no calendar"),
      ("hello", 1, 6, "no property"),
      ("SUMMARY:x", 1, 9, "outside a calendar"),
      ("BEGIN:VEVENT", 1, 1, "outside a calendar"),
      ("END:VCALENDAR", 1, 1, "ends nothing"),
      ("BEGIN:VCALENDAR\nVERSION:1.0", 2, 9, "version 1.0"),
      (head, 4, 1, "ends within VEVENT of line 3"),
      (head + "END:VCALENDAR", 4, 1, "VEVENT of line 3 is open"),
      (head + "DTSTART:2027-04-18", 4, 9, "DTSTART is"),
      (head + "DTSTART:20270431", 4, 9, "DTSTART is"),
      (head + "DTSTART:20270418T2500", 4, 9, "DTSTART is"),
      (head + "DTSTART:20270418T080000Z\r\nDTSTART:20270418T080000Z", 5, 9, "a second DTSTART"),
      (head + "DURATION:1h", 4, 10, "DURATION is"),
      (head + "DURATION:PT99999999999999999999H", 4, 10, "DURATION is"),
      (head + "SEQUENCE:-1", 4, 10, "SEQUENCE is"),
      (head + "SUMMARY;X", 4, 9, "no value"),
      (head + "SUMMARY;X=\"a:b", 4, 9, "quoted parameter"),
      (head + "SUMMARY;X:a", 4, 9, "no parameter"),
      (head + "SUMMARY:a\r\n  more\r\n b\r\nDTSTART;X=\r\n y\r\n  z:now", 9, 5, "DTSTART is"),
      (head + "Zähler:1", 4, 2, "no property"),
    ]
    for (text, line, column, message) in cases {
      do {
        _ = try CalendarDocument.reading(iCalendar: Array(text.utf8))
        Issue.record("\(text) was read")
      } catch {
        #expect(error.place == CalendarPlace(line: line, column: column), "\(text): \(error)")
        #expect(error.message.contains(message), "\(error)")
        #expect(error.expected?.isEmpty == false)
      }
    }
  }

  @Test("bytes that are no text are refused")
  func bytes() {
    let head = Array("BEGIN:VCALENDAR\r\nSUMMARY:ab".utf8)
    for bad: [UInt8] in [[0], [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]] {
      #expect(throws: CalendarFault.self) { try CalendarDocument.reading(iCalendar: head + bad + [10]) }
      #expect(throws: CalendarFault.self) { try CalendarDocument.reading(xCalendar: Array("<a>".utf8) + bad) }
    }
  }

  @Test("limits of size, depth and number hold")
  func limits() {
    var limits = CalendarLimits()
    limits.bytes = 1000
    limits.lineOctets = 100
    limits.properties = 5
    limits.components = 10
    func refuses(_ text: String) -> String? {
      do {
        _ = try CalendarDocument.reading(iCalendar: Array(text.utf8), limits: limits)
        return nil
      } catch {
        return error.message
      }
    }
    let head = "BEGIN:VCALENDAR\n"
    #expect(refuses(String(repeating: "a", count: 1001))?.contains("1001 bytes") == true)
    #expect(refuses(head + "A:" + String(repeating: "a\n ", count: 100))?.contains("100 octets") == true)
    #expect(refuses(head + String(repeating: "A:1\n", count: 6))?.contains("5 properties") == true)
    #expect(refuses(head + String(repeating: "BEGIN:A\n", count: 9))?.contains("8 other") == true)
    #expect(
      refuses(head + String(repeating: "BEGIN:A\nEND:A\n", count: 11))?.contains("10 components") == true)
  }

  @Test("a document type, entities and another root are refused at once")
  func xml() {
    let ours = "xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\""
    let cases = [
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><icalendar \(ours)>&b;</icalendar>",
      "<icalendar \(ours)>&b;</icalendar>", "<icalendar/>", "<html \(ours)/>", "<icalendar \(ours)>",
      "<icalendar \(ours)>text</icalendar>", "<icalendar \(ours)><vevent/></icalendar>",
      "<icalendar \(ours)><vcalendar><vevent/></vcalendar></icalendar>", "", "<",
      "<icalendar \(ours)>" + String(repeating: "<vcalendar><components>", count: 200),
    ]
    for text in cases {
      #expect(throws: CalendarFault.self, "\(text)") {
        try CalendarDocument.reading(xCalendar: Array(text.utf8))
      }
    }
  }

  @Test("every part and every change of a calendar reads or is refused", arguments: [UInt64(1), 2, 3, 4])
  func mutations(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (schedule, problem) = SamplePlan.make()
    let document = CalendarDocument(schedule: schedule, problem: problem, revision: 1_800_000_000)
    let iCalendar = try document.iCalendar()
    let xCalendar = try document.xCalendar()
    let words = [
      "\r\n", "\n ", "BEGIN:VEVENT", "END:VEVENT", ";", ":", "\"", "\u{0}", "\\", "<", "&#0;", "</text>", "T",
      "Z", "99999999",
    ]
    for _ in 0..<150 {
      for (bytes, isXML) in [(iCalendar, false), (xCalendar, true)] {
        var mutated = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let index = Int.random(in: 0..<mutated.count, using: &random)
          switch Int.random(in: 0...3, using: &random) {
          case 0: mutated[index] = UInt8.random(in: 0...255, using: &random)
          case 1: mutated.removeSubrange(index..<min(mutated.count, index + 40))
          case 2: mutated.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: index)
          default: mutated = Array(mutated.prefix(index + 1))
          }
        }
        let reading =
          isXML
          ? try? CalendarDocument.reading(xCalendar: mutated)
          : try? CalendarDocument.reading(iCalendar: mutated)
        // What was read can be written.
        if let reading { _ = try reading.document.iCalendar() }
      }
    }
  }

  @Test(
    "what grows grows the work in proportion", .timeLimit(.minutes(1)),
    arguments: [
      Long(start: "DESCRIPTION:", unit: "a\r\n ", count: 300_000),
      Long(start: "DESCRIPTION:", unit: "\\n", count: 450_000),
      Long(start: "CATEGORIES:", unit: "a,", count: 450_000),
      Long(start: "X;", unit: "A=\"b\";", count: 100_000, end: "A=b:c"),
      Long(unit: "\r\n", count: 1_000_000, end: "X:1"),
      Long(start: "RRULE:", unit: "A=1;", count: 200_000),
      Long(start: "DTSTART;TZID=", unit: "/a", count: 300_000, end: ":20270418T100000"),
    ])
  func linear(lines: Long) {
    let text =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n\(lines.text)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    _ = try? CalendarDocument.reading(iCalendar: Array(text.utf8))
  }

  /// Text that repeats; not itself the argument, which the log of the tests would hold in full.
  struct Long {
    var start = ""
    var unit: String
    var count: Int
    var end = ""

    var text: String { start + String(repeating: unit, count: count) + end }
  }

  @Test("a zone with many changes costs what it has", .timeLimit(.minutes(1)))
  func zones() throws {
    let part =
      "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
      + "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=3\nEND:STANDARD\n"
    let event = "BEGIN:VEVENT\nDTSTART;TZID=Z:21000101T000000\nEND:VEVENT\n"
    for parts in [1000, 1001] {
      let text =
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\n" + String(repeating: part, count: parts)
        + "END:VTIMEZONE\n"
        + String(repeating: event, count: 5000) + event.replacing("2100", with: "1971") + "END:VCALENDAR\n"
      let reading = try CalendarDocument.reading(iCalendar: Array(text.utf8))
      #expect(reading.document.events.count == (parts == 1000 ? 5001 : 0))
    }
  }
}
