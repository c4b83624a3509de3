/// Text as XML 1.0 carries it.
enum XMLEscaping {
  /// Appends `text` with markup escaped and without the characters that XML cannot carry.
  static func append(_ text: String, to bytes: inout [UInt8], inAttribute: Bool) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x40 || byte == 0xef else { continue }
        let skipped: Int
        let replacement: StaticString
        switch byte {
        case UInt8(ascii: "&"): (skipped, replacement) = (1, "&amp;")
        case UInt8(ascii: "<"): (skipped, replacement) = (1, "&lt;")
        case UInt8(ascii: ">"): (skipped, replacement) = (1, "&gt;")
        case UInt8(ascii: "\r"): (skipped, replacement) = (1, "&#13;")
        case UInt8(ascii: "\"") where inAttribute: (skipped, replacement) = (1, "&quot;")
        case UInt8(ascii: "\t") where inAttribute: (skipped, replacement) = (1, "&#9;")
        case UInt8(ascii: "\n") where inAttribute: (skipped, replacement) = (1, "&#10;")
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): continue
        case ..<0x20: (skipped, replacement) = (1, "")
        case 0xef where utf8[index + 1] == 0xbf && utf8[index + 2] >= 0xbe: (skipped, replacement) = (3, "")
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + skipped
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }
}
