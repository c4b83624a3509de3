import TrainingLoad

/// A day or a time as it stands in a file.
enum ReceivedTime: Equatable {
  /// DATE.
  case day(CivilDay)
  /// DATE-TIME in UTC: seconds since 1970-01-01T00:00Z.
  case utc(Int)
  /// DATE-TIME on the clock of a zone, or of wherever one is: seconds since 1970-01-01T00:00 on that clock.
  case local(Int, zone: String?)
}

/// Reads dates, times, offsets and lengths of time: the other way of `CalendarDigits`.
struct ReceivedDigits {
  private var rest: Substring.UTF8View
  /// In the form of xCal, with separators.
  private let isExtended: Bool

  init(_ text: String, isExtended: Bool) {
    rest = text[...].utf8
    self.isExtended = isExtended
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes a character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// `20270418` or `2027-04-18`.
  mutating func day() -> CivilDay? {
    guard let year = number(of: 4), separator("-"), let month = number(of: 2), separator("-"),
      let day = number(of: 2)
    else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// `T100000` or `T10:00:00`, seconds after midnight.
  mutating func clockAfterT() -> Int? {
    guard take("T"), let hour = number(of: 2), separator(":"), let minute = number(of: 2), separator(":"),
      let second = number(of: 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  /// `+0100`, `+01:00`, `+053015`.
  mutating func offset() -> Int? {
    let isNegative = take("-")
    guard isNegative || take("+"), let hour = number(of: 2), separator(":"), let minute = number(of: 2) else {
      return nil
    }
    var second = 0
    if !isAtEnd {
      guard separator(":"), let seconds = number(of: 2) else { return nil }
      second = seconds
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (isNegative ? -1 : 1) * (hour * 3600 + minute * 60 + second)
  }

  /// `PT1H30M`, `-P1D`, `P2W`: seconds. More than a thousand years are none.
  mutating func duration() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard take("P") else { return nil }
    var seconds = 0
    var isTime = false
    var isEmpty = true
    while !isAtEnd {
      if !isTime, take("T") {
        isTime = true
        isEmpty = true
        continue
      }
      guard let amount = number(), let unit = unit(isTime: isTime) else { return nil }
      seconds += amount * unit
      isEmpty = false
      guard seconds < 32_000_000_000 else { return nil }
    }
    return isEmpty ? nil : isNegative ? -seconds : seconds
  }

  private mutating func unit(isTime: Bool) -> Int? {
    if isTime { return take("H") ? 3600 : take("M") ? 60 : take("S") ? 1 : nil }
    return take("W") ? 604_800 : take("D") ? 86_400 : nil
  }

  private mutating func separator(_ character: Unicode.Scalar) -> Bool { !isExtended || take(character) }

  private mutating func number(of count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// A number of any length up to ten thousand million.
  private mutating func number() -> Int? {
    guard var value = digit() else { return nil }
    while let digit = digit() {
      value = value * 10 + digit
      guard value < 10_000_000_000 else { return nil }
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard let byte = rest.first, (48...57).contains(byte) else { return nil }
    rest = rest.dropFirst()
    return Int(byte - 48)
  }
}
