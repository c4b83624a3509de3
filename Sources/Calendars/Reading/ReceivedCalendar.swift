import TrainingLoad
import TrainingPlan

/// The parts of a calendar file, before its times are understood: zones may be described behind the events.
struct ReceivedCalendar {
  var events: [ReceivedEvent] = []
  private var name: String?
  private var wrName: String?
  private var zone: String?
  private var colour: String?
  private var lastModified: Int?
  private var refreshSeconds: Int?
  private var isPublished = false
  private var isCancelled = false
  private var zones: [String: DescribedZone] = [:]

  /// Of several calendars in a file, the first one's properties hold.
  mutating func take(_ property: ReceivedProperty) throws(CalendarFault) {
    switch property.name {
    case "VERSION":
      guard property.line == "2.0" else {
        throw property.fault("a calendar of version \(property.line.prefix(20))", expected: "2.0, iCalendar")
      }
    case "NAME": name = name ?? property.line
    case "X-WR-CALNAME": wrName = wrName ?? property.line
    case "X-WR-TIMEZONE": zone = zone ?? property.line
    case "COLOR": colour = colour ?? property.word.lowercased()
    case "LAST-MODIFIED": if lastModified == nil { lastModified = try property.instant() }
    case "REFRESH-INTERVAL", "X-PUBLISHED-TTL": refreshSeconds = refreshSeconds ?? (try? property.duration())
    case "METHOD":
      isPublished = true
      isCancelled = property.word == "CANCEL"
    default: break
    }
  }

  mutating func add(_ described: DescribedZone) {
    if zones[described.name] == nil { zones[described.name] = described }
  }

  /// The calendar with its times understood; `fallback` is the zone of a calendar that names none.
  func reading(zone fallback: String) -> CalendarReading {
    let ownZone = zone.flatMap { ZoneOffsets.timeZone($0) == nil ? nil : $0 } ?? fallback
    let days = events.compactMap(\.days)
    let span = days.first.map {
      days.reduce($0) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }
    var times = ReceivedZones(
      described: zones, own: ownZone, floating: fallback,
      days: span ?? CivilDay(number: 0)...CivilDay(number: 0))
    var reading = CalendarReading(
      document: CalendarDocument(
        name: name ?? wrName ?? "Untitled", zone: ownZone, lastModified: 0, refreshSeconds: refreshSeconds,
        colour: colour.flatMap(CSSColour.init)?.name ?? "steelblue", purpose: isPublished ? .import : .feed),
      places: [], setAside: [], remarks: [])
    for event in events {
      switch event.resolved(&times) {
      case .event(var resolved):
        if isCancelled { resolved.status = .cancelled }
        reading.document.events.append(resolved)
        reading.places.append(event.place)
      case .setAside(let reason):
        reading.setAside.append(
          .init(uid: event.uid, summary: event.summary, place: event.place, reason: reason))
      }
    }
    let latest = reading.document.events.reduce(0) { max($0, $1.lastModified) }
    reading.document.lastModified = lastModified ?? latest
    let floating = events.count(where: \.isFloating)
    if floating > 0 {
      reading.remarks.append(
        "\(floating) \(floating == 1 ? "event names" : "events name") no time zone: read in \(fallback).")
    }
    return reading
  }
}
