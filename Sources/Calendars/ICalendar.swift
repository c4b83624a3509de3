import TrainingLoad

extension CalendarDocument {
  /// The calendar as an iCalendar file: UTF-8, lines of at most 75 octets that end in CRLF (RFC 5545).
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  public func iCalendar() throws(CalendarError) -> [UInt8] {
    let content = try CalendarContent(self)
    var writer = ICalendarWriter(expectedBytes: 2000 + 900 * events.count)
    content.write(to: &writer)
    return writer.takeBytes()
  }
}

/// Writes content lines: escaped (RFC 5545, section 3.3.11) and folded (section 3.1) in one pass.
struct ICalendarWriter: CalendarSink {
  private var bytes: [UInt8] = []
  /// Octets of the line so far, with the space that begins a continuation.
  private var column = 0
  private var digits: [UInt8] = []

  init(expectedBytes: Int = 0) {
    bytes.reserveCapacity(expectedBytes)
  }

  mutating func begin(_ component: CalendarName) {
    put("BEGIN:")
    put(component.iCalendar)
    endLine()
  }

  mutating func end(_ component: CalendarName) {
    put("END:")
    put(component.iCalendar)
    endLine()
  }

  mutating func property(_ name: CalendarName, _ value: CalendarValue) {
    put(name.iCalendar)
    switch value {
    case .text(let text):
      put(":")
      escape(text)
    case .texts(let texts): list(texts)
    case .date(let day):
      put(";VALUE=DATE:")
      putDigits { CalendarDigits(extended: false).append(day, to: &$0) }
    case .local(let seconds, let zone): local(seconds, zone)
    case .utc(let seconds):
      put(":")
      putDigits { CalendarDigits(extended: false).append(seconds: seconds, isUTC: true, to: &$0) }
    case .duration(let seconds):
      put(":")
      putDigits { CalendarDigits.append(duration: seconds, to: &$0) }
    case .integer(let number):
      put(":")
      put(String(number))
    case .offset(let seconds):
      put(":")
      putDigits { CalendarDigits(extended: false).append(offset: seconds, to: &$0) }
    case .recurrence(let rule):
      put(":")
      put(rule.parts.map { "\($0.rawValue)=\($1.joined(separator: ","))" }.joined(separator: ";"))
    case .address(let address, let name):
      put(";CN=")
      put(name)
      put(":")
      put(address)
    }
    endLine()
  }

  mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  private mutating func list(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      put(index == 0 ? ":" : ",")
      escape(text)
    }
  }

  private mutating func local(_ seconds: Int, _ zone: String?) {
    if let zone {
      put(";TZID=")
      put(zone)
    }
    put(":")
    putDigits { CalendarDigits(extended: false).append(seconds: seconds, isUTC: false, to: &$0) }
  }

  private mutating func endLine() {
    bytes.append(13)
    bytes.append(10)
    column = 0
  }

  private mutating func fold() {
    endLine()
    bytes.append(32)
    column = 1
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { putASCII($0[...]) }
  }

  private mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { putASCII($0[...]) }
  }

  private mutating func putDigits(_ append: (inout [UInt8]) -> Void) {
    digits.removeAll(keepingCapacity: true)
    append(&digits)
    let written = digits
    written.withUnsafeBufferPointer { putASCII($0[...]) }
  }

  /// Octets that may be parted anywhere.
  private mutating func putASCII(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = text
    while column + rest.count > 75 {
      let room = 75 - column
      append(rest.prefix(room))
      rest = rest.dropFirst(room)
      fold()
    }
    append(rest)
    column += rest.count
  }

  private mutating func append(_ octets: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: octets))
  }

  /// TEXT: runs of plain characters as they are, the rest one by one so that none is parted.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        var end = index
        while end < utf8.count, utf8[end] < 0x80, !Self.isSpecial(utf8[end]) { end += 1 }
        putASCII(utf8[index..<end])
        guard end < utf8.count else { return }
        let byte = utf8[end]
        let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
        if column + max(length, 2) > 75 { fold() }
        if byte < 0x80 {
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte == 10 ? UInt8(ascii: "n") : byte)
        } else {
          append(utf8[end..<end + length])
        }
        column += max(length, 2)
        index = end + length
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == 10
  }
}
