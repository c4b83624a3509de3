import TrainingLoad

/// The time zones that the times of a file name, looked up once each.
struct ReceivedZones {
  private let described: [String: DescribedZone]
  private let own: String
  private let floating: String
  private let days: ClosedRange<CivilDay>
  private var known: [String: Zone] = [:]

  /// A zone by the name that the file uses.
  private struct Zone {
    /// IANA name; nil where only the file describes the zone.
    let name: String?
    let offsets: ZoneOffsets?
  }

  /// - Parameters:
  ///   - described: The zones that the file describes, by the names that it uses.
  ///   - own: IANA zone of the calendar.
  ///   - floating: IANA zone of times that name none.
  ///   - days: The days of the calendar's events.
  init(described: [String: DescribedZone], own: String, floating: String, days: ClosedRange<CivilDay>) {
    self.described = described
    self.own = own
    self.floating = floating
    self.days = (days.lowerBound - 2)...(days.upperBound + 2)
  }

  /// The moment of a time, seconds since 1970-01-01T00:00Z; nil where its zone is unknown or it is a day.
  mutating func instant(of time: ReceivedTime) -> Int? {
    switch time {
    case .day: nil
    case .utc(let seconds): seconds
    case .local(let seconds, let zone):
      ZoneOffsets.isUTC(zone ?? floating)
        ? seconds : self.zone(zone ?? floating).offsets?.instant(local: seconds)
    }
  }

  /// A span of time on the clock that its start names; in UTC where that clock has no name of its own.
  ///
  /// The calendar's own clock shows some times twice; they are written in UTC, and read back here.
  mutating func timed(_ start: ReceivedTime, from begin: Int, to end: Int) -> CalendarEvent.When {
    if case .local(_, let name) = start {
      let zone = zone(name ?? floating)
      if let name = zone.name, let offsets = zone.offsets {
        return Self.timed(from: begin, to: end, zone: name, offsets)
      }
    } else if !ZoneOffsets.isUTC(own), let offsets = zone(own).offsets,
      offsets.isRepeated(begin) || offsets.isRepeated(end),
      offsets.instant(local: begin + offsets.offset(at: begin)) == begin
    {
      return Self.timed(from: begin, to: end, zone: own, offsets)
    }
    let (day, second) = begin.dividedByDays
    return .timed(day, startMinute: second / 60, minutes: (end - begin) / 60, zone: "UTC")
  }

  private static func timed(
    from begin: Int, to end: Int, zone: String, _ offsets: ZoneOffsets
  ) -> CalendarEvent.When {
    let (day, second) = (begin + offsets.offset(at: begin)).dividedByDays
    return .timed(day, startMinute: second / 60, minutes: (end - begin) / 60, zone: zone)
  }

  private mutating func zone(_ name: String) -> Zone {
    if let zone = known[name] { return zone }
    let iana = Self.ianaName(name) ?? described[name]?.location.flatMap(Self.ianaName)
    let offsets =
      if let iana { try? ZoneOffsets(zone: iana, days: days) } else { described[name]?.offsets(for: days) }
    let zone = Zone(name: iana, offsets: offsets)
    known[name] = zone
    return zone
  }

  /// The zone that a name means; some programs put a path before it: `/citadel.org/20250101/Europe/Berlin`.
  private static func ianaName(_ name: String) -> String? {
    if name.utf8.count > 100 { return nil }
    if ZoneOffsets.timeZone(name) != nil { return name }
    guard name.hasPrefix("/") else { return nil }
    let parts = name.split(separator: "/")
    for count in [3, 2] where parts.count > count {
      let ending = parts.suffix(count).joined(separator: "/")
      if ZoneOffsets.timeZone(ending) != nil { return ending }
    }
    return nil
  }
}
