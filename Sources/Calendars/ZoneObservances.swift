import TrainingLoad

/// An offset of a time zone and when it begins: a STANDARD or DAYLIGHT part of a VTIMEZONE.
struct ZoneObservance: Equatable {
  var isDaylight: Bool
  /// What the clock shows, before the change, when it begins for the first time here.
  var onset: Int
  /// Offset before, seconds east of UTC.
  var from: Int
  /// Offset from then on.
  var to: Int
  /// When it begins again; nil = only once.
  var rule: YearlyRule?

  /// How long forms name an offset that has no letters of its own: `+01`, `-0330`.
  var name: String {
    let (hours, minutes) = (abs(to) / 3600, abs(to) / 60 % 60)
    let digits = minutes == 0 ? [hours] : [hours, minutes]
    return (to < 0 ? "-" : "+") + digits.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }
}

extension ZoneOffsets {
  /// The parts of the zone's VTIMEZONE that hold for events on `days`.
  ///
  /// A zone whose clocks change by the same two rules in all the years looked at is written as two parts
  /// with an RRULE; any other as one part for each change from the year before the first day to the year
  /// after the last. RDATE is never written: readers lose or misread it.
  func observances(for days: ClosedRange<CivilDay>) -> [ZoneObservance] {
    if let pair = yearlyPair { return pair }
    let lastYear = days.upperBound.components.year
    let single = changes.filter { $0.onset.dividedByDays.day.components.year <= lastYear + 1 }
      .map { ZoneObservance(isDaylight: $0.isDaylight, onset: $0.onset, from: $0.from, to: $0.to) }
    let firstUse = (days.lowerBound.number - 2) * 86_400
    if let first = single.first, first.onset < firstUse { return single }
    let standing = ZoneObservance(
      isDaylight: false, onset: start + initialOffset, from: initialOffset, to: initialOffset)
    return [standing] + single
  }

  /// The two rules by which the clocks change each year; nil where they do not.
  private var yearlyPair: [ZoneObservance]? {
    guard changes.count >= 24, changes.count % 2 == 0 else { return nil }
    let firstYear = start.dividedByDays.day.components.year
    let series = [0, 1].map { first in
      stride(from: first, to: changes.count, by: 2).map { changes[$0] }
    }
    let pair = series.compactMap { changes -> ZoneObservance? in
      let first = changes[0]
      let onsets = changes.map { $0.onset.dividedByDays }
      let isRegular = zip(changes, onsets).enumerated().allSatisfy { index, change in
        let (change, onset) = change
        return change.from == first.from && change.to == first.to && change.isDaylight == first.isDaylight
          && onset.second == onsets[0].second && onset.day.components.year == firstYear + index
      }
      guard isRegular, let rule = YearlyRule(days: onsets.map(\.day)) else { return nil }
      return ZoneObservance(
        isDaylight: first.isDaylight, onset: first.onset, from: first.from, to: first.to, rule: rule)
    }
    return pair.count == 2 ? pair : nil
  }
}
