import XML

/// Reads the elements of xCal, and hands components and properties to a builder.
struct XCalendarReader {
  private let xml: XMLReader
  private var builder: CalendarBuilder
  private let limits: CalendarLimits
  private let bytes: [UInt8]

  private static let namespace = "urn:ietf:params:xml:ns:icalendar-2.0"

  init(_ bytes: [UInt8], zone: String, limits: CalendarLimits) throws(CalendarFault) {
    do {
      xml = try XMLReader(bytes, limits: .init(bytes: limits.bytes, depth: 2 * limits.depth + 8))
    } catch {
      throw CalendarFault(error).within(bytes)
    }
    builder = CalendarBuilder(zone: zone, limits: limits)
    self.limits = limits
    self.bytes = bytes
  }

  mutating func read() throws(CalendarFault) -> CalendarReading {
    do { return try calendar() } catch { throw error.within(bytes) }
  }

  private mutating func calendar() throws(CalendarFault) -> CalendarReading {
    let root = try nextStart()
    guard root == Element(name: "icalendar", isOurs: true) else {
      throw CalendarFault(
        place, "the document is no xCal", expected: "<icalendar xmlns=\"\(Self.namespace)\">")
    }
    while let element = try nextStart() { try component(element) }
    while try piece() != nil {}
    return try builder.finish(at: place)
  }

  private struct Element: Equatable {
    var name: String
    /// Whether it is of xCal's namespace.
    var isOurs: Bool
  }

  private mutating func component(_ element: Element) throws(CalendarFault) {
    guard element.isOurs else {
      _ = try text()
      return
    }
    let name = element.name.uppercased()
    try builder.begin(name, at: place)
    while let part = try nextStart() {
      switch part.name {
      case "properties" where part.isOurs: while let child = try nextStart() { try property(child) }
      case "components" where part.isOurs: while let child = try nextStart() { try component(child) }
      default:
        throw CalendarFault(
          place, "<\(part.name)> is neither properties nor components of \(element.name)",
          expected: "<properties> or <components>")
      }
    }
    try builder.end(name, at: place)
  }

  /// A property: its parameters, then its values, each within an element of its type.
  private mutating func property(_ element: Element) throws(CalendarFault) {
    guard element.isOurs else {
      _ = try text()
      return
    }
    var property = ReceivedProperty(name: element.name.uppercased(), place: place)
    var values: [(type: String, text: String)] = []
    while let child = try nextStart() {
      switch child.name {
      case "parameters":
        while let parameter = try nextStart() {
          let value = try text(deep: true)
          property.parameters.append(.init(name: parameter.name.uppercased(), value: value))
          try checkCount(property.parameters.count)
        }
      case "recur":
        while let part = try nextStart() {
          values.append((part.name, try text()))
          try checkCount(values.count)
        }
      case "unknown":
        values.append(("text", ReceivedProperty.unescaped(try text(), isList: false)[0]))
      default: values.append((child.name, try text()))
      }
      try checkCount(values.count)
    }
    property.value = .typed(values)
    try builder.property(property)
  }

  private func checkCount(_ count: Int) throws(CalendarFault) {
    guard count <= limits.properties else {
      throw CalendarFault(place, "more than \(limits.properties) values", expected: "fewer")
    }
  }

  /// The next element within the open one; nil where that ends.
  private func nextStart() throws(CalendarFault) -> Element? {
    while let piece = try piece() {
      switch piece {
      case .start(let name, let namespace, _): return Element(name: name, isOurs: namespace == Self.namespace)
      case .end: return nil
      case .text(let text):
        throw CalendarFault(
          place, "\"\(CalendarText.line(String(text.prefix(40))))\" stands between elements",
          expected: "an element")
      }
    }
    return nil
  }

  /// The text of the open element, which ends with it; that of elements within it only where it is `deep`.
  private func text(deep: Bool = false) throws(CalendarFault) -> String {
    var text = ""
    var depth = 1
    while depth > 0, let piece = try piece() {
      switch piece {
      case .start: depth += 1
      case .text(let more): if deep || depth == 1 { text += more }
      case .end: depth -= 1
      }
    }
    return text
  }

  private func piece() throws(CalendarFault) -> XMLReader.Piece? {
    do { return try xml.next() } catch { throw CalendarFault(error) }
  }

  private var place: CalendarPlace { CalendarPlace(line: xml.line, column: 1) }
}

extension CalendarFault {
  init(_ error: XMLError) {
    self.init(
      error.line.map { CalendarPlace(line: $0, column: 1) }, error.message, expected: "xCal (RFC 6321)")
  }

  /// The fault of a document, with the column where its line begins to say something.
  fileprivate func within(_ bytes: [UInt8]) -> CalendarFault {
    guard var place else { return self }
    let lines = bytes.split(separator: 0x0a, maxSplits: place.line, omittingEmptySubsequences: false)
    guard lines.indices.contains(place.line - 1) else { return self }
    place.column = 1 + lines[place.line - 1].prefix { $0 == 0x20 || $0 == 0x09 }.count
    return CalendarFault(place, message, expected: expected)
  }
}
