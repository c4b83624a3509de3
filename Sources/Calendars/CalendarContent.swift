import TrainingLoad
import TrainingPlan

/// A calendar whose zones, colours and days are known to be writable, and what it consists of.
struct CalendarContent {
  let document: CalendarDocument
  private let colour: CSSColour
  /// The zones of timed events other than UTC, with the days that they are used on, by name.
  private let zones: [(offsets: ZoneOffsets, days: ClosedRange<CivilDay>)]
  private let zoneIndex: [String: Int]

  /// Checks a document.
  ///
  /// - Throws: `CalendarError` where a zone, a colour or a day cannot be written.
  init(_ document: CalendarDocument) throws(CalendarError) {
    self.document = document
    colour = try Self.colour(document.colour)
    guard ZoneOffsets.timeZone(document.zone) != nil else { throw .unknownZone(document.zone) }
    try Self.checkInstant(document.lastModified)
    var days: [String: ClosedRange<CivilDay>] = [:]
    var uids: Set<String> = []
    for event in document.events {
      guard uids.insert(event.uid).inserted else { throw .repeatedUID(event.uid) }
      let (first, last) = try Self.check(event)
      guard case .timed(_, _, _, let zone) = event.when, !ZoneOffsets.isUTC(zone) else { continue }
      let known = days[zone] ?? first...last
      days[zone] = min(known.lowerBound, first)...max(known.upperBound, last)
    }
    var zones: [(ZoneOffsets, ClosedRange<CivilDay>)] = []
    var index: [String: Int] = [:]
    for (name, days) in days.sorted(by: { $0.key < $1.key }) {
      index[name] = zones.count
      zones.append((try ZoneOffsets(zone: name, days: days), days))
    }
    self.zones = zones
    self.zoneIndex = index
  }

  /// Hands the calendar over, component by component and property by property.
  func write(to sink: inout some CalendarSink) {
    begin(in: &sink)
    write(document.events[...], to: &sink)
    sink.end(.calendar)
  }

  /// Hands over what stands before the events.
  func begin(in sink: inout some CalendarSink) {
    sink.begin(.calendar)
    sink.property(.version, .text("2.0"))
    sink.property(.product, .text("-//Gradus//Gradus 1.0//EN"))
    sink.property(.calendarScale, .text("GREGORIAN"))
    if document.purpose == .import { sink.property(.method, .text("PUBLISH")) }
    let name = CalendarText.line(document.name)
    sink.property(.name, .text(name))
    sink.property(.wrName, .text(name))
    sink.property(.lastModified, .utc(document.lastModified))
    if let seconds = document.refreshSeconds {
      sink.property(.refreshInterval, .duration(seconds))
      sink.property(.publishedTTL, .duration(seconds))
    }
    sink.property(.colour, .text(colour.name))
    sink.property(.appleColour, .text(colour.hex))
    sink.property(.wrZone, .text(document.zone))
    for zone in zones { write(zone.offsets, for: zone.days, to: &sink) }
  }

  /// Hands over some of the events.
  func write(_ events: ArraySlice<CalendarEvent>, to sink: inout some CalendarSink) {
    for event in events { write(event, to: &sink) }
  }

  private func write(
    _ offsets: ZoneOffsets, for days: ClosedRange<CivilDay>, to sink: inout some CalendarSink
  ) {
    sink.begin(.timeZone)
    sink.property(.zoneID, .text(offsets.name))
    for observance in offsets.observances(for: days) {
      let kind = observance.isDaylight ? CalendarName.daylight : .standard
      sink.begin(kind)
      sink.property(.start, .local(observance.onset, zone: nil))
      sink.property(.offsetFrom, .offset(observance.from))
      sink.property(.offsetTo, .offset(observance.to))
      sink.property(.zoneName, .text(observance.name))
      if let rule = observance.rule { sink.property(.rule, .recurrence(rule)) }
      sink.end(kind)
    }
    sink.end(.timeZone)
  }

  private func write(_ event: CalendarEvent, to sink: inout some CalendarSink) {
    let summary = CalendarText.line(event.summary)
    sink.begin(.event)
    sink.property(.uid, .text(CalendarText.line(event.uid)))
    sink.property(.stamp, .utc(event.lastModified))
    sink.property(.created, .utc(event.created))
    sink.property(.lastModified, .utc(event.lastModified))
    sink.property(.sequence, .integer(event.sequence))
    writeTimes(event.when, to: &sink)
    sink.property(.summary, .text(summary))
    let description = CalendarText.clean(event.description)
    if !description.isEmpty { sink.property(.description, .text(description)) }
    let categories = event.categories.map { CalendarText.line($0, fallback: "") }.filter { !$0.isEmpty }
    if !categories.isEmpty { sink.property(.categories, .texts(categories)) }
    if let colour = event.colour { sink.property(.colour, .text(colour)) }
    sink.property(.status, .text(event.status.rawValue.uppercased()))
    sink.property(.transparency, .text(event.blocksTime ? "OPAQUE" : "TRANSPARENT"))
    if !event.blocksTime { sink.property(.busyStatus, .text("FREE")) }
    if document.purpose == .import {
      sink.property(.organizer, .address("mailto:noreply@gradus.invalid", name: "Gradus"))
    }
    if let minutes = event.alarmMinutes { writeAlarm(minutes, summary, to: &sink) }
    sink.end(.event)
  }

  /// DTSTART and DTEND. Where a clock shows one of the two times twice, UTC says which one is meant.
  private func writeTimes(_ when: CalendarEvent.When, to sink: inout some CalendarSink) {
    switch when {
    case .allDay(let day, let count):
      sink.property(.start, .date(day))
      sink.property(.end, .date(day + max(1, count)))
    case .timed(let day, let minute, let minutes, let zone):
      let local = day.number * 86_400 + minute * 60
      let length = max(1, minutes) * 60
      guard let index = zoneIndex[zone] else {
        sink.property(.start, .utc(local))
        sink.property(.end, .utc(local + length))
        return
      }
      let offsets = zones[index].offsets
      let start = offsets.instant(local: local)
      for (name, instant) in [(CalendarName.start, start), (.end, start + length)] {
        let isAmbiguous = offsets.isRepeated(start) || offsets.isRepeated(start + length)
        sink.property(
          name,
          isAmbiguous ? .utc(instant) : .local(instant + offsets.offset(at: instant), zone: zone))
      }
    }
  }

  private func writeAlarm(_ minutes: Int, _ summary: String, to sink: inout some CalendarSink) {
    sink.begin(.alarm)
    sink.property(.action, .text("DISPLAY"))
    sink.property(.description, .text(summary))
    sink.property(.trigger, .duration(-60 * minutes))
    sink.end(.alarm)
  }
}

extension CalendarContent {
  /// Days before and after which no time of an event falls, whatever its zone.
  ///
  /// - Throws: `CalendarError` where the event cannot be written.
  private static func check(_ event: CalendarEvent) throws(CalendarError) -> (CivilDay, CivilDay) {
    if let name = event.colour { _ = try colour(name) }
    for instant in [event.created, event.lastModified] { try checkInstant(instant) }
    if let minutes = event.alarmMinutes { try checkLength(minutes) }
    switch event.when {
    case .allDay(let day, let count):
      try checkLength(count)
      return (try checkDay(day, 0), try checkDay(day, count))
    case .timed(let day, let minute, let minutes, _):
      try checkLength(minute)
      try checkLength(minutes)
      return (try checkDay(day, -1), try checkDay(day, (minute + minutes) / 1440 + 2))
    }
  }

  private static func colour(_ name: String) throws(CalendarError) -> CSSColour {
    guard let colour = CSSColour(name) else { throw .unknownColour(name) }
    return colour
  }

  /// The day so many days after another, if both are between 1970 and 2199.
  private static func checkDay(_ day: CivilDay, _ later: Int) throws(CalendarError) -> CivilDay {
    guard years.contains(day.number), years.contains(day.number + later) else { throw .dayOutOfRange(day) }
    return day + later
  }

  private static func checkInstant(_ seconds: Int) throws(CalendarError) {
    guard (0..<years.upperBound * 86_400).contains(seconds) else { throw .instantOutOfRange(seconds) }
  }

  private static func checkLength(_ minutes: Int) throws(CalendarError) {
    guard (0...525_600).contains(minutes) else { throw .lengthOutOfRange(minutes) }
  }

  /// The days from 1970-01-01 to 2199-12-31.
  private static let years = 0..<84_006
}
