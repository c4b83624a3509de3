import TrainingLoad
import XML

extension CalendarDocument {
  /// The calendar as an xCal document (RFC 6321), property for property the same as `iCalendar()`.
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  public func xCalendar() throws(CalendarError) -> [UInt8] {
    let content = try CalendarContent(self)
    var writer = XCalendarWriter(expectedBytes: 4000 + 1600 * events.count)
    content.write(to: &writer)
    return writer.takeBytes()
  }
}

/// Writes components and properties as elements, each value within an element of its type.
struct XCalendarWriter: CalendarSink {
  private var xml: XMLWriter
  /// For each open component whether its properties are still open; after them come its components.
  private var inProperties: [Bool] = []
  private static let digits = CalendarDigits(extended: true)

  init(expectedBytes: Int = 0) {
    xml = XMLWriter(expectedBytes: expectedBytes)
  }

  mutating func begin(_ component: CalendarName) {
    if inProperties.isEmpty { xml.start("icalendar", namespace: "urn:ietf:params:xml:ns:icalendar-2.0") }
    if inProperties.last == true {
      xml.end()
      xml.start("components")
      inProperties[inProperties.count - 1] = false
    }
    xml.start(component.xCalendar)
    xml.start("properties")
    inProperties.append(true)
  }

  mutating func end(_ component: CalendarName) {
    xml.end()
    xml.end()
    inProperties.removeLast()
    if inProperties.isEmpty { xml.end() }
  }

  mutating func property(_ name: CalendarName, _ value: CalendarValue) {
    xml.start(name.xCalendar, onOneLine: true)
    write(value)
    xml.end()
  }

  mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

  private mutating func write(_ value: CalendarValue) {
    switch value {
    case .text(let text): xml.element("text", text)
    case .texts(let texts): for text in texts { xml.element("text", text) }
    case .date(let day): xml.element("date") { Self.digits.append(day, to: &$0) }
    case .local(let seconds, let zone):
      if let zone { parameter("tzid", zone) }
      xml.element("date-time") { Self.digits.append(seconds: seconds, isUTC: false, to: &$0) }
    case .utc(let seconds):
      xml.element("date-time") { Self.digits.append(seconds: seconds, isUTC: true, to: &$0) }
    case .duration(let seconds): xml.element("duration") { CalendarDigits.append(duration: seconds, to: &$0) }
    case .integer(let number): xml.element("integer", String(number))
    case .offset(let seconds): xml.element("utc-offset") { Self.digits.append(offset: seconds, to: &$0) }
    case .recurrence(let rule): recurrence(rule)
    case .address(let address, let name):
      parameter("cn", name)
      xml.element("cal-address", address)
    }
  }

  private mutating func parameter(_ name: StaticString, _ text: String) {
    xml.start("parameters")
    xml.start(name)
    xml.element("text", text)
    xml.end()
    xml.end()
  }

  private mutating func recurrence(_ rule: YearlyRule) {
    xml.start("recur")
    for (part, values) in rule.parts {
      for value in values { xml.element(part.element, value) }
    }
    xml.end()
  }
}
