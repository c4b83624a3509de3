import TrainingLoad
import TrainingPlan

/// A VEVENT as it stands in a file.
struct ReceivedEvent {
  /// Where it begins.
  let place: CalendarPlace
  private(set) var uid = ""
  private(set) var summary = ""
  var alarmMinutes: Int?
  private var description = ""
  private var categories: [String] = []
  private var colour: String?
  private var status = CalendarEvent.Status.confirmed
  private var blocksTime = true
  private var stamp: Int?
  private var created: Int?
  private var lastModified: Int?
  private var sequence = 0
  private var start: ReceivedTime?
  private var end: ReceivedTime?
  private var duration: Int?
  private var repeats = false
  private var seen: [String] = []

  init(place: CalendarPlace) {
    self.place = place
  }

  /// What an event has at most one of.
  private static let single: Set = [
    "UID", "SUMMARY", "DESCRIPTION", "COLOR", "STATUS", "TRANSP", "DTSTAMP", "CREATED", "LAST-MODIFIED",
    "SEQUENCE", "DTSTART", "DTEND", "DURATION",
  ]

  mutating func take(_ property: ReceivedProperty) throws(CalendarFault) {
    if Self.single.contains(property.name) {
      guard !seen.contains(property.name) else {
        throw property.fault("a second \(property.name) in one event", expected: "one")
      }
      seen.append(property.name)
    }
    switch property.name {
    case "UID": uid = property.line
    case "SUMMARY": summary = property.line
    case "DESCRIPTION":
      let text = property.text
      description = text.allSatisfy(\.isWhitespace) ? "" : text
    case "CATEGORIES": categories += property.lines
    case "COLOR": colour = CSSColour(property.word.lowercased())?.name
    case "STATUS": status = .init(rawValue: property.word.lowercased()) ?? .confirmed
    case "TRANSP": blocksTime = property.word != "TRANSPARENT"
    case "DTSTAMP": stamp = try property.instant()
    case "CREATED": created = try property.instant()
    case "LAST-MODIFIED": lastModified = try property.instant()
    case "SEQUENCE": sequence = try property.integer()
    case "DTSTART": start = try property.time()
    case "DTEND": end = try property.time()
    case "DURATION": duration = try property.duration()
    case "RRULE", "RDATE", "RECURRENCE-ID": repeats = true
    default: break
    }
  }
}

extension ReceivedEvent {
  /// What becomes of an event.
  enum Resolved {
    case event(CalendarEvent)
    /// It cannot be one of the calendar; why, continuing a sentence.
    case setAside(String)
  }

  /// Whether its start is on no particular clock.
  var isFloating: Bool {
    if case .local(_, nil) = start { true } else { false }
  }

  /// The zone that its times name.
  var zoneNames: [String] {
    [start, end].compactMap { time in if case .local(_, let zone) = time { zone } else { nil } }
  }

  /// Days around it; nil where it is in no year of ours.
  var days: ClosedRange<CivilDay>? {
    let days = [start, end].compactMap { $0 }.map { time in
      switch time {
      case .day(let day): day
      case .utc(let seconds), .local(let seconds, _): seconds.dividedByDays.day
      }
    }
    guard let first = days.min(), let last = days.max(), Self.years.contains(first.number),
      Self.years.contains(last.number)
    else { return nil }
    return first...last
  }

  /// The years that calendars here can carry, 1970 to 2199, less a day for zones.
  private static let years = 1..<84_000

  /// The event, once its times are understood.
  func resolved(_ zones: inout ReceivedZones) -> Resolved {
    guard !repeats else { return .setAside("it repeats, and a session is a single event") }
    guard let start else { return .setAside("it has no start") }
    guard days != nil else { return .setAside("it is outside the years 1970 to 2199") }
    let when: CalendarEvent.When
    switch start {
    case .day(let first):
      guard let count = wholeDays(from: first) else { return .setAside("its end is no day after its start") }
      when = .allDay(first, days: count)
    case .utc, .local:
      guard let begin = zones.instant(of: start) else {
        return .setAside(
          "its time zone \(zoneNames.first ?? "") is not known here, and not described in the file")
      }
      guard let finish = end.map({ zones.instant(of: $0) }) ?? begin + (duration ?? 0), finish >= begin,
        finish - begin <= 525_600 * 60
      else { return .setAside("its end is not within a year after its start") }
      when = zones.timed(start, from: begin, to: finish)
    }
    return .event(
      CalendarEvent(
        uid: uid, created: past(created ?? lastModified ?? stamp), lastModified: past(lastModified ?? stamp),
        sequence: sequence, when: when, summary: summary, description: description, categories: categories,
        colour: colour, status: status, blocksTime: blocksTime, alarmMinutes: alarmMinutes))
  }

  /// How many whole days it takes; one where no end is said.
  private func wholeDays(from first: CivilDay) -> Int? {
    let count: Int
    switch (end, duration) {
    case (.day(let last), _): count = max(1, last - first)
    case (nil, let seconds?): count = max(1, seconds / 86_400)
    case (nil, nil): count = 1
    default: return nil
    }
    return (1...366).contains(count) ? count : nil
  }

  /// A moment that calendars can carry.
  private func past(_ instant: Int?) -> Int { min(max(0, instant ?? 0), 84_000 * 86_400) }
}
