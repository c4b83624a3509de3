import Foundation
public import TrainingLoad

extension CivilDay {
  /// The day of an instant, seconds since 1970-01-01T00:00Z, in an IANA time zone.
  ///
  /// - Throws: `CalendarError.unknownZone`.
  public init(of instant: Int, zone name: String) throws(CalendarError) {
    guard let zone = ZoneOffsets.timeZone(name) else { throw .unknownZone(name) }
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    self = (instant + offset).dividedByDays.day
  }
}

/// The offsets of a time zone from UTC over the years of a calendar.
struct ZoneOffsets {
  /// IANA name.
  let name: String
  /// When the table begins: 1 January of the year before the first day, 00:00Z.
  let start: Int
  /// Offset at the start, seconds east of UTC.
  let initialOffset: Int
  /// The changes since, in order.
  let changes: [Change]

  /// A change of offset.
  struct Change: Equatable {
    /// When, seconds since 1970-01-01T00:00Z.
    var instant: Int
    /// Offset before, seconds east of UTC.
    var from: Int
    /// Offset from then on.
    var to: Int
    /// Whether daylight-saving time begins.
    var isDaylight: Bool

    /// What the clock shows at the change if it had not changed: the onset of RFC 5545, section 3.6.5.
    var onset: Int { instant + from }
  }

  /// The offsets from the year before `days` to ten years after their first, at least one after their last.
  ///
  /// The further years tell a yearly rule from a coincidence. Foundation knows the zones.
  ///
  /// - Throws: `CalendarError.unknownZone`.
  init(zone name: String, days: ClosedRange<CivilDay>) throws(CalendarError) {
    guard let zone = Self.timeZone(name) else { throw .unknownZone(name) }
    let firstYear = days.lowerBound.components.year
    let lastYear = days.upperBound.components.year
    let start = Self.newYear(firstYear - 1)
    let end = Self.newYear(max(firstYear + 11, lastYear + 2))
    var changes: [Change] = []
    var instant = start
    while let next = zone.nextDaylightSavingTimeTransition(after: Self.date(instant)) {
      let following = Int(next.timeIntervalSince1970)
      guard following > instant, following < end else { break }
      instant = following
      let change = Change(
        instant: instant, from: zone.secondsFromGMT(for: Self.date(instant - 1)),
        to: zone.secondsFromGMT(for: next), isDaylight: zone.isDaylightSavingTime(for: next))
      if change.from != change.to { changes.append(change) }
    }
    self.name = name
    self.start = start
    self.initialOffset = zone.secondsFromGMT(for: Self.date(start))
    self.changes = changes
  }

  /// The names of UTC itself, which needs no rules: its times are written with a `Z`.
  static func isUTC(_ name: String) -> Bool {
    ["UTC", "Etc/UTC", "UCT", "Etc/UCT", "Universal", "Etc/Universal", "Zulu", "Etc/Zulu"].contains(name)
  }

  /// The zone of that name, if it is one that other machines can know.
  static func timeZone(_ name: String) -> TimeZone? {
    let isPlain = name.utf8.allSatisfy { byte in
      let letter = byte | 0x20
      return (97...122).contains(letter) || (48...57).contains(byte) || "+-/_".utf8.contains(byte)
    }
    return isPlain && !name.isEmpty ? TimeZone(identifier: name) : nil
  }

  /// The offset at an instant, seconds east of UTC.
  func offset(at instant: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : changes[low - 1].to
  }

  /// The instant that a clock's time means (RFC 5545, section 3.3.5): in a gap, the offset before it holds;
  /// of two, the first.
  func instant(local: Int) -> Int {
    let (before, after) = (offset(at: local - 86_400), offset(at: local + 86_400))
    return [local - before, local - after].filter { offset(at: $0) == local - $0 }.min() ?? local - before
  }

  /// Whether the clock shows the time of this instant twice.
  func isRepeated(_ instant: Int) -> Bool {
    let local = instant + offset(at: instant)
    let offsets = [offset(at: local - 86_400), offset(at: local + 86_400)]
    return offsets[0] != offsets[1] && offsets.allSatisfy { offset(at: local - $0) == $0 }
  }

  private static func newYear(_ year: Int) -> Int {
    (CivilDay(year: year, month: 1, day: 1)?.number ?? 0) * 86_400
  }

  private static func date(_ instant: Int) -> Date { Date(timeIntervalSince1970: Double(instant)) }
}
