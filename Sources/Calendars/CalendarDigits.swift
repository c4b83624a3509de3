import TrainingLoad

/// Dates, times, offsets and durations as calendars write them, appended to bytes.
///
/// `extended` is the form of xCal, with separators (RFC 6321, section 3.6); the other is that of iCalendar
/// (RFC 5545, section 3.3).
struct CalendarDigits {
  var extended: Bool

  /// `20270418` or `2027-04-18`.
  func append(_ day: CivilDay, to bytes: inout [UInt8]) {
    let (year, month, dayOfMonth) = day.components
    two(year / 100, &bytes)
    two(year % 100, &bytes)
    separate("-", &bytes)
    two(month, &bytes)
    separate("-", &bytes)
    two(dayOfMonth, &bytes)
  }

  /// `20270418T100000` or `2027-04-18T10:00:00`.
  func append(seconds: Int, isUTC: Bool, to bytes: inout [UInt8]) {
    let (day, second) = seconds.dividedByDays
    append(day, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    clock(second, withSeconds: true, &bytes)
    if isUTC { bytes.append(UInt8(ascii: "Z")) }
  }

  /// `+0100` or `+01:00`; seconds only where there are any.
  func append(offset: Int, to bytes: inout [UInt8]) {
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    clock(abs(offset), withSeconds: offset % 60 != 0, &bytes)
  }

  /// `PT6H`, `-PT1H30M`, without gaps between the units (RFC 5545, section 3.3.6).
  static func append(duration: Int, to bytes: inout [UInt8]) {
    let length = abs(duration)
    let (hours, minutes, seconds) = (length / 3600, length / 60 % 60, length % 60)
    if duration < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: "PT".utf8)
    if hours > 0 { bytes.append(contentsOf: "\(hours)H".utf8) }
    if minutes > 0 || hours > 0 && seconds > 0 { bytes.append(contentsOf: "\(minutes)M".utf8) }
    if seconds > 0 || length == 0 { bytes.append(contentsOf: "\(seconds)S".utf8) }
  }

  private func clock(_ second: Int, withSeconds: Bool, _ bytes: inout [UInt8]) {
    two(second / 3600, &bytes)
    separate(":", &bytes)
    two(second / 60 % 60, &bytes)
    guard withSeconds else { return }
    separate(":", &bytes)
    two(second % 60, &bytes)
  }

  private func separate(_ separator: Unicode.Scalar, _ bytes: inout [UInt8]) {
    if extended { bytes.append(UInt8(ascii: separator)) }
  }

  private func two(_ value: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: 48 + value / 10 % 10))
    bytes.append(UInt8(truncatingIfNeeded: 48 + value % 10))
  }
}

extension Int {
  /// Seconds as whole days and the seconds left, 0 to 86 399.
  var dividedByDays: (day: CivilDay, second: Int) {
    let second = (self % 86_400 + 86_400) % 86_400
    return (CivilDay(number: (self - second) / 86_400), second)
  }
}
