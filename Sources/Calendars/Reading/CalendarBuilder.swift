/// Receives what a file holds, component by component and property by property, and makes a calendar of it: the
/// other way of `CalendarSink`.
struct CalendarBuilder {
  private let zone: String
  private let limits: CalendarLimits
  private var open: [OpenComponent] = []
  private var componentCount = 0
  private var isCalendarSeen = false
  private var calendar = ReceivedCalendar()
  private var event = ReceivedEvent(place: CalendarPlace(line: 1, column: 1))
  private var alarm = ReceivedAlarm()
  private var describedZone = DescribedZone()
  private var observance = DescribedZone.Observance()
  /// How many components of a kind were passed over.
  private var skipped: [String: Int] = [:]

  private struct OpenComponent {
    let name: String
    let kind: Kind
    let place: CalendarPlace
    var propertyCount = 0
  }

  private enum Kind {
    case calendar, event, alarm, zone, observance, other
  }

  init(zone: String, limits: CalendarLimits) {
    self.zone = zone
    self.limits = limits
  }

  mutating func begin(_ name: String, at place: CalendarPlace) throws(CalendarFault) {
    guard open.count < limits.depth else {
      throw CalendarFault(
        place, "\(name) is within \(open.count) other components", expected: "at most \(limits.depth - 1)")
    }
    componentCount += 1
    guard componentCount <= limits.components else {
      throw CalendarFault(place, "more than \(limits.components) components", expected: "a smaller calendar")
    }
    let kind = Self.kind(of: name, within: open.last?.kind)
    guard let kind else {
      throw CalendarFault(place, "\(name) stands outside a calendar", expected: "BEGIN:VCALENDAR")
    }
    switch kind {
    case .calendar: isCalendarSeen = true
    case .event: event = ReceivedEvent(place: place)
    case .alarm: alarm = ReceivedAlarm()
    case .zone: describedZone = DescribedZone()
    case .observance: observance = DescribedZone.Observance()
    case .other: if open.last?.kind == .calendar { skipped[name, default: 0] += 1 }
    }
    open.append(OpenComponent(name: name, kind: kind, place: place))
  }

  /// What a component is; nil where it cannot stand.
  private static func kind(of name: String, within parent: Kind?) -> Kind? {
    switch (parent, name) {
    case (nil, "VCALENDAR"): .calendar
    case (nil, _): nil
    case (.calendar, "VEVENT"): .event
    case (.calendar, "VTIMEZONE"): .zone
    case (.event, "VALARM"): .alarm
    case (.zone, "STANDARD"), (.zone, "DAYLIGHT"): .observance
    default: .other
    }
  }

  mutating func property(_ property: ReceivedProperty) throws(CalendarFault) {
    guard let component = open.last else {
      throw property.fault("\(property.name) stands outside a calendar", expected: "BEGIN:VCALENDAR")
    }
    guard component.propertyCount < limits.properties else {
      throw property.fault(
        "\(component.name) has more than \(limits.properties) properties", expected: "END:\(component.name)")
    }
    open[open.count - 1].propertyCount += 1
    switch component.kind {
    case .calendar: try calendar.take(property)
    case .event: try event.take(property)
    case .alarm: alarm.take(property)
    case .zone: describedZone.take(property)
    case .observance: try observance.take(property)
    case .other: break
    }
  }

  mutating func end(_ name: String, at place: CalendarPlace) throws(CalendarFault) {
    guard let component = open.last else {
      throw CalendarFault(place, "END:\(name) ends nothing", expected: "BEGIN:VCALENDAR")
    }
    guard component.name == name else {
      throw CalendarFault(
        place, "END:\(name), but \(component.name) of line \(component.place.line) is open",
        expected: "END:\(component.name)")
    }
    open.removeLast()
    switch component.kind {
    case .event: calendar.events.append(event)
    case .alarm: if event.alarmMinutes == nil { event.alarmMinutes = alarm.minutes }
    case .zone: calendar.add(describedZone)
    case .observance: describedZone.observances.append(observance)
    case .calendar, .other: break
    }
  }

  /// The calendar, at the end of the file.
  mutating func finish(at end: CalendarPlace) throws(CalendarFault) -> CalendarReading {
    if let component = open.last {
      throw CalendarFault(
        end, "the file ends within \(component.name) of line \(component.place.line)",
        expected: "END:\(component.name)")
    }
    guard isCalendarSeen else { throw CalendarFault(end, "no calendar is here", expected: "BEGIN:VCALENDAR") }
    var reading = calendar.reading(zone: zone)
    for (name, count) in skipped.sorted(by: { $0.key < $1.key }) {
      reading.remarks.append("\(count) \(name) passed over.")
    }
    return reading
  }
}

/// A VALARM: what of it an event of ours can have.
struct ReceivedAlarm {
  private var seconds: Int?
  private var isFromStart = true

  mutating func take(_ property: ReceivedProperty) {
    guard property.name == "TRIGGER" else { return }
    seconds = try? property.duration()
    isFromStart = property.parameter("RELATED")?.uppercased() != "END"
  }

  /// So many whole minutes before the start; nil where it is set in another way.
  var minutes: Int? {
    guard isFromStart, let seconds, (-525_600 * 60...0).contains(seconds), seconds % 60 == 0 else {
      return nil
    }
    return -seconds / 60
  }
}
