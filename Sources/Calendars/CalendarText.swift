/// Text as a calendar can carry it, in iCalendar and in XML alike.
enum CalendarText {
  /// The text with every kind of line end as a newline, and without characters that have no place in text:
  /// control characters other than the tab, byte order marks, and noncharacters (RFC 5545, section 3.1; XML 1.0,
  /// section 2.2).
  static func clean(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ needsCare($0) }) else { return text }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": scalars.append("\n")
      case "\n": if previous != "\r" { scalars.append("\n") }
      case "\t": scalars.append("\t")
      default: if !isForbidden(scalar) { scalars.append(scalar) }
      }
      previous = scalar
    }
    return String(scalars)
  }

  /// Clean text on one line, without white space around it; `fallback` where nothing is left.
  static func line(_ text: String, fallback: String = "Untitled") -> String {
    var text = text
    if text.withUTF8({ isLine($0) }) { return text }
    let words = clean(text).split { $0 == "\n" || $0 == "\t" || $0 == " " }
    return words.isEmpty ? fallback : words.joined(separator: " ")
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0xfeff
      || scalar.properties.isNoncharacterCodePoint
  }

  /// Whether UTF-8 is surely one clean line as it stands.
  private static func isLine(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20 && !needsCare(utf8)
  }

  /// Whether UTF-8 might hold a character that `clean` changes; cheap, and sometimes wrongly true.
  private static func needsCare(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case 0x20..<0x7f, 0x09, 0x0a: continue
      case 0xc2: if utf8[index + 1] < 0xa0 { return true }
      case 0xe2: if utf8[index + 1] == 0x80, utf8[index + 2] & 0xfe == 0xa8 { return true }
      case ..<0x20, 0x7f, 0xef, 0xf0...: return true
      default: continue
      }
    }
    return false
  }
}
