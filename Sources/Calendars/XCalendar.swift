import TrainingLoad
import XML

extension CalendarDocument {
  /// The calendar as an xCal document (RFC 6321), property for property the same as `iCalendar()`.
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  public func xCalendar() throws(CalendarError) -> [UInt8] {
    let content = try CalendarContent(self)
    do throws(XMLError) {
      let xml = try XMLWriter(expectedBytes: 4000 + 1400 * events.count)
      xml.start("icalendar", namespace: "urn:ietf:params:xml:ns:icalendar-2.0")
      var writer = XCalendarWriter(xml: xml)
      content.write(to: &writer)
      xml.end()
      return try xml.finish()
    } catch {
      throw .xml(error)
    }
  }
}

/// Writes components and properties as elements, each value within an element of its type.
struct XCalendarWriter: CalendarSink {
  let xml: XMLWriter
  /// For each open component whether its properties are still open; after them come its components.
  private var inProperties: [Bool] = []

  init(xml: XMLWriter) {
    self.xml = xml
  }

  mutating func begin(_ component: CalendarName) {
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
  }

  mutating func property(_ name: CalendarName, _ value: CalendarValue) {
    xml.start(name.xCalendar)
    xml.onOneLine { write(value) }
    xml.end()
  }

  private func write(_ value: CalendarValue) {
    switch value {
    case .text(let text): xml.element("text", text)
    case .texts(let texts): for text in texts { xml.element("text", text) }
    case .date(let day): digits("date") { $0.append(day, to: &$1) }
    case .local(let seconds, let zone):
      if let zone { parameter("tzid", zone) }
      digits("date-time") { $0.append(seconds: seconds, isUTC: false, to: &$1) }
    case .utc(let seconds): digits("date-time") { $0.append(seconds: seconds, isUTC: true, to: &$1) }
    case .duration(let seconds): digits("duration") { CalendarDigits.append(duration: seconds, to: &$1) }
    case .integer(let number): xml.element("integer", String(number))
    case .offset(let seconds): digits("utc-offset") { $0.append(offset: seconds, to: &$1) }
    case .recurrence(let rule): recurrence(rule)
    case .address(let address, let name):
      parameter("cn", name)
      xml.element("cal-address", address)
    }
  }

  private func parameter(_ name: StaticString, _ text: String) {
    xml.start("parameters")
    xml.start(name)
    xml.element("text", text)
    xml.end()
    xml.end()
  }

  private func recurrence(_ rule: YearlyRule) {
    xml.start("recur")
    for (part, values) in rule.parts {
      for value in values { xml.element(part.element, value) }
    }
    xml.end()
  }

  private func digits(_ element: StaticString, _ append: (CalendarDigits, inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    append(CalendarDigits(extended: true), &bytes)
    xml.element(element, String(decoding: bytes, as: UTF8.self))
  }
}
