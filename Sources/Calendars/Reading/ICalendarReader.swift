/// Reads content lines, and hands components and properties to a builder.
struct ICalendarReader {
  private var lines: ContentLines
  private var builder: CalendarBuilder

  init(_ bytes: [UInt8], zone: String, limits: CalendarLimits) throws(CalendarFault) {
    guard bytes.count <= limits.bytes else {
      throw CalendarFault(nil, "the file has \(bytes.count) bytes", expected: "at most \(limits.bytes)")
    }
    lines = ContentLines(bytes, limit: limits.lineOctets)
    builder = CalendarBuilder(zone: zone, limits: limits)
  }

  mutating func read() throws(CalendarFault) -> CalendarReading {
    while let line = try lines.next() {
      let property = try Self.property(line)
      switch property.name {
      case "BEGIN":
        try builder.begin(try property.componentName(), at: line.place(of: 0))
      case "END":
        try builder.end(try property.componentName(), at: line.place(of: 0))
      default:
        try builder.property(property)
      }
    }
    return try builder.finish(at: CalendarPlace(line: lines.line, column: 1))
  }

  /// `NAME;PARAMETER="value":value` in its parts.
  private static func property(_ line: ContentLines.Line) throws(CalendarFault) -> ReceivedProperty {
    let octets = line.octets
    let nameEnd = octets.firstIndex { !isNameOctet($0) } ?? octets.count
    guard nameEnd > 0, nameEnd < octets.count, octets[nameEnd] == colon || octets[nameEnd] == semicolon else {
      throw CalendarFault(
        line.place(of: nameEnd), "no property of a calendar begins like this",
        expected: "NAME:value, or a continuation that begins with a space")
    }
    var property = ReceivedProperty(
      name: String(decoding: octets[..<nameEnd], as: UTF8.self).uppercased(),
      place: line.place(of: nameEnd + 1))
    var index = nameEnd
    while octets[index] == semicolon {
      let end = try endOfParameter(octets, from: index + 1, in: line)
      property.parameters.append(try parameter(octets[(index + 1)..<end], at: index + 1, in: line))
      index = end
    }
    guard let value = String(validating: octets[(index + 1)...], as: UTF8.self) else {
      throw CalendarFault(line.place(of: index + 1), "these bytes are no UTF-8 text", expected: "UTF-8 text")
    }
    property.place = line.place(of: index + 1)
    property.value = .line(value)
    return property
  }

  /// The colon or semicolon that ends a parameter; within quotes they are part of it.
  private static func endOfParameter(
    _ octets: [UInt8], from start: Int, in line: ContentLines.Line
  ) throws(CalendarFault) -> Int {
    var isQuoted = false
    var index = start
    while index < octets.count {
      if octets[index] == quote { isQuoted.toggle() }
      if !isQuoted, octets[index] == colon || octets[index] == semicolon { return index }
      index += 1
    }
    throw CalendarFault(
      line.place(of: start),
      isQuoted ? "the quoted parameter has no end" : "the property has no value", expected: "NAME:value")
  }

  private static func parameter(
    _ octets: ArraySlice<UInt8>, at index: Int, in line: ContentLines.Line
  ) throws(CalendarFault) -> ReceivedProperty.Parameter {
    guard let text = String(validating: octets, as: UTF8.self) else {
      throw CalendarFault(line.place(of: index), "these bytes are no UTF-8 text", expected: "UTF-8 text")
    }
    let name = text.prefix { $0 != "=" }
    guard !name.isEmpty, name.utf8.count < text.utf8.count else {
      throw CalendarFault(
        line.place(of: index), "\"\(text.prefix(40))\" is no parameter", expected: "NAME=value")
    }
    let value = text.unicodeScalars.dropFirst(name.unicodeScalars.count + 1).filter { $0 != "\"" }
    return .init(name: name.uppercased(), value: String(String.UnicodeScalarView(value)))
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    (97...122).contains(octet | 0x20) || (48...57).contains(octet) || octet == UInt8(ascii: "-")
  }

  private static let colon = UInt8(ascii: ":")
  private static let semicolon = UInt8(ascii: ";")
  private static let quote = UInt8(ascii: "\"")
}
