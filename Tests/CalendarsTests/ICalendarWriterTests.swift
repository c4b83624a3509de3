import Testing
import TrainingLoad

@testable import Calendars

@Suite struct ICalendarWriterTests {
  private func line(_ value: CalendarValue, name: CalendarName = .description) -> String {
    var writer = ICalendarWriter()
    writer.property(name, value)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  @Test("TEXT escapes backslash, semicolon, comma and newline, and nothing else (RFC 5545, 3.3.11)")
  func escaping() {
    #expect(
      line(.text("a\\b;c,d\ne:f\"g\th'")) == "DESCRIPTION:a\\\\b\\;c\\,d\\ne:f\"g\th'\r\n")
    #expect(line(.text("")) == "DESCRIPTION:\r\n")
    #expect(line(.texts(["a,b", "c"]), name: .categories) == "CATEGORIES:a\\,b,c\r\n")
  }

  @Test("a line of 75 octets is not folded, one of 76 is")
  func foldingAtTheEdge() {
    let room = 75 - "DESCRIPTION:".utf8.count
    let exact = String(repeating: "x", count: room)
    #expect(line(.text(exact)) == "DESCRIPTION:\(exact)\r\n")
    #expect(line(.text(exact + "y")) == "DESCRIPTION:\(exact)\r\n y\r\n")
    #expect(line(.text(exact + exact + "z")).split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  /// Texts whose interesting part stands at each place around the edge of a line.
  static let edges = [
    "é", "€", "🏃", "👩🏽‍🚀", "e\u{301}\u{323}", "\u{2028}", "\\", ";", ",", "\n", "\\n", "🇫🇷", "가", "क्षि",
  ]

  @Test("no character and no escape is parted, wherever the fold falls", arguments: edges)
  func foldingOfWholeCharacters(part: String) throws {
    for padding in 50...80 {
      let text = String(repeating: "x", count: padding) + String(repeating: part, count: 40)
      let bytes = Array(line(.text(text)).utf8)
      for piece in bytes.split(separator: 10) {
        #expect(piece.last == 13)
        #expect(piece.count <= 76)
        #expect(String(validating: piece, as: UTF8.self) != nil)
        #expect(piece.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 0)
      }
      let calendar = Array("BEGIN:A\r\n".utf8) + bytes + Array("END:A\r\n".utf8)
      let read = try #require(ReadICalendar.calendar(calendar))
      #expect(read.properties.map(\.values) == [[text]])
    }
  }

  @Test("long names of zones and long identities are folded too")
  func longParameters() {
    let uid = String(repeating: "0123456789", count: 25)
    #expect(line(.text(uid), name: .uid).split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let zone = String(repeating: "America/", count: 10) + "Here"
    let start = line(.local(0, zone: zone), name: .start)
    #expect(start.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(start.replacing("\r\n ", with: "") == "DTSTART;TZID=\(zone):19700101T000000\r\n")
  }

  @Test(
    "durations have no gaps between their units (RFC 5545, 3.3.6)",
    arguments: [
      (0, "PT0S"), (3600, "PT1H"), (3630, "PT1H0M30S"), (-5400, "-PT1H30M"), (59, "PT59S"), (90, "PT1M30S"),
      (-900, "-PT15M"), (172_800, "PT48H"),
    ])
  func durations(seconds: Int, written: String) {
    #expect(line(.duration(seconds), name: .trigger) == "TRIGGER:\(written)\r\n")
  }

  @Test(
    "offsets have a sign, and seconds only where there are any",
    arguments: [
      (0, "+0000"), (3600, "+0100"), (-12_600, "-0330"), (20_700, "+0545"), (-17_762, "-045602"),
    ])
  func offsets(seconds: Int, written: String) {
    #expect(line(.offset(seconds), name: .offsetTo) == "TZOFFSETTO:\(written)\r\n")
  }

  @Test("dates and times")
  func times() throws {
    let day = try #require(CivilDay(iso: "2027-04-18"))
    let second = day.number * 86_400 + 10 * 3600 + 5 * 60 + 9
    #expect(line(.date(day), name: .start) == "DTSTART;VALUE=DATE:20270418\r\n")
    #expect(line(.utc(second), name: .stamp) == "DTSTAMP:20270418T100509Z\r\n")
    #expect(line(.utc(-1), name: .stamp) == "DTSTAMP:19691231T235959Z\r\n")
    #expect(
      line(.local(second, zone: "Europe/Berlin"), name: .end)
        == "DTEND;TZID=Europe/Berlin:20270418T100509\r\n")
  }
}
