/// A day of the civil (proleptic Gregorian) calendar: no time, no zone.
///
/// A plan lives on civil days. Stored as the number of days since 1970-01-01, so that adding days
/// and counting between days is integer arithmetic.
///
/// Source of the conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (`days_from_civil`, `civil_from_days`).
public struct CivilDay: Hashable, Sendable {
  /// Days since 1970-01-01; negative before.
  public var number: Int

  /// The day that is `number` days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day with the given year, month (1-12) and day of the month; nil where no such day exists.
  ///
  /// Years from 1 to 9999 are accepted: what `YYYY-MM-DD` can write.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDay.daysInMonth(year: year, month: month)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day written as `YYYY-MM-DD` (ISO 8601, extended form); nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1-12) and day of the month (1-31).
  public var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (number + 3) % 7
    return Weekday(index: index < 0 ? index + 7 : index)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The number of days in a month (1-12) of a year.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The day `days` later (earlier when negative).
  public static func + (day: CivilDay, days: Int) -> CivilDay { CivilDay(number: day.number + days) }

  /// The day `days` earlier.
  public static func - (day: CivilDay, days: Int) -> CivilDay { CivilDay(number: day.number - days) }

  /// Days from `start` to `end`: positive when `end` is later.
  public static func - (end: CivilDay, start: CivilDay) -> Int { end.number - start.number }
}

extension CivilDay: Comparable {
  /// Earlier days come first.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

extension CivilDay: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String { iso }
}
