import Testing

@testable import Calendars

@Suite struct CalendarTextTests {
  @Test(
    "every kind of line end becomes one newline",
    arguments: ["a\nb", "a\r\nb", "a\rb", "a\u{2028}b", "a\u{2029}b", "a\u{85}b"])
  func lineEnds(text: String) {
    #expect(CalendarText.clean(text) == "a\nb")
  }

  @Test("control characters and noncharacters go, tabs and all else stay")
  func forbidden() {
    let forbidden =
      (0..<32).filter { ![9, 10, 13].contains($0) } + Array(0x7f...0x9f).filter { $0 != 0x85 }
      + [0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff]
    for value in forbidden {
      let text = "a" + String(Unicode.Scalar(UInt32(value)).map(Character.init) ?? "?") + "b"
      #expect(CalendarText.clean(text) == "ab", "U+\(String(value, radix: 16))")
    }
    for text in ["", "\t", "é", "\u{A0}", "€", "\u{2027}\u{202A}", "\u{FFFD}", "🏃", "e\u{301}", "\u{10FFFD}"]
    {
      #expect(CalendarText.clean(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test("a title is one line and never empty")
  func line() {
    #expect(CalendarText.line("  Long\r\n\trun\u{0}  ") == "Long run")
    #expect(CalendarText.line(" \n\u{1}") == "Untitled")
    #expect(CalendarText.line("", fallback: "") == "")
  }
}
