import Testing
import TrainingLoad

/// A VTIMEZONE expanded day by day, in the plainest way, independently of the writer.
struct ExpandedZone {
  /// Every onset: when, seconds since 1970-01-01T00:00Z, and the offset from then on.
  private(set) var changes: [(instant: Int, offset: Int)] = []
  /// How many STANDARD and DAYLIGHT parts there are.
  let observances: Int

  /// - Throws: where a part lacks what RFC 5545, section 3.6.5 asks for.
  init(_ zone: ReadComponent, until year: Int) throws {
    observances = zone.components.count
    for part in zone.components {
      let onset = try Self.local(try #require(part.value("DTSTART")))
      let from = try Self.offset(try #require(part.value("TZOFFSETFROM")))
      let to = try Self.offset(try #require(part.value("TZOFFSETTO")))
      var days = [onset.day]
      if let rule = part.value("RRULE") {
        days = try Self.days(of: rule, from: onset.day, until: year)
        try #require(days.first == onset.day, "the first onset follows the rule")
      }
      changes += days.map { ($0.number * 86_400 + onset.second - from, to) }
    }
    changes.sort { $0.instant < $1.instant }
  }

  /// The offset at an instant; nil before the first onset.
  func offset(at instant: Int) -> Int? { changes.last { $0.instant <= instant }?.offset }

  private static func days(of rule: String, from first: CivilDay, until year: Int) throws -> [CivilDay] {
    let pairs = rule.split(separator: ";").map { $0.split(separator: "=").map(String.init) }
    let parts = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    try #require(parts["FREQ"] == "YEARLY")
    let month = try #require(parts["BYMONTH"].flatMap { Int($0) })
    let byDay = try #require(parts["BYDAY"])
    let weekday = try #require(
      Weekday.allCases.first { $0.abbreviation.uppercased().hasPrefix(byDay.suffix(2)) })
    let dates = parts["BYMONTHDAY"].map { $0.split(separator: ",").compactMap { Int($0) } }
    let week = Int(byDay.dropLast(2))
    let years = first.components.year...year
    return years.flatMap { year in
      (1...CivilDay.daysInMonth(year: year, month: month)).compactMap { date -> CivilDay? in
        guard let day = CivilDay(year: year, month: month, day: date), day >= first, day.weekday == weekday
        else { return nil }
        if let dates { return dates.contains(date) ? day : nil }
        if week == -1 { return date > CivilDay.daysInMonth(year: year, month: month) - 7 ? day : nil }
        return week == (date + 6) / 7 ? day : nil
      }
    }
  }

  private static func local(_ text: String) throws -> (day: CivilDay, second: Int) {
    let digits = text.utf8.map { Int($0) - 48 }
    try #require(digits.count == 15)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let day = try #require(CivilDay(year: number(0..<4), month: number(4..<6), day: number(6..<8)))
    return (day, number(9..<11) * 3600 + number(11..<13) * 60 + number(13..<15))
  }

  private static func offset(_ text: String) throws -> Int {
    let digits = text.utf8.dropFirst().map { Int($0) - 48 }
    try #require(digits.count == 4 || digits.count == 6)
    let seconds = digits.count == 6 ? digits[4] * 10 + digits[5] : 0
    let size = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60 + seconds
    return text.hasPrefix("-") ? -size : size
  }
}
