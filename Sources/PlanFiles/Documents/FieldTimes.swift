public import TrainingLoad

// Days, times and lengths of time, in the few ways that files write them.
extension Field {
  /// A day, `YYYY-MM-DD`, that the calendar has.
  public func day() throws(FileError) -> CivilDay {
    let expected = "a date as YYYY-MM-DD"
    let text = try text(expected)
    if let day = CivilDay(iso: text) { return day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDateLike = parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Self.digits($0) != nil }
    throw isDateLike
      ? error("there is no day \(text)", expected: Self.nearestDays(parts)) : wrong(expected: expected)
  }

  /// What a month offers instead of an impossible date.
  private static func nearestDays(_ parts: [Substring]) -> String {
    guard let year = digits(parts[0]), let month = digits(parts[1]), (1...12).contains(month), year > 0 else {
      return "a month from 01 to 12"
    }
    return "a day from 01 to \(CivilDay.daysInMonth(year: year, month: month))"
  }

  /// A time of day, `HH:MM`, as minutes after midnight.
  public func minuteOfDay() throws(FileError) -> Int {
    let expected = "a time as HH:MM, for example 07:30"
    let parts = try text(expected).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      let hour = Self.digits(parts[0]), let minute = Self.digits(parts[1]), hour < 24, minute < 60
    else { throw wrong(expected: expected) }
    return hour * 60 + minute
  }

  /// A length of time with its unit, in whole minutes: `45m`, `50min`, `2h`, `1h30m`, `1h58m`.
  public func minutes() throws(FileError) -> Int {
    let expected = "a length of time such as 45m, 2h or 1h30m"
    let text = try text(expected)
    guard let minutes = Self.minutes(text) else {
      let hint = NumberText.int(text).flatMap { $0 > 0 ? "\($0)m" : nil } ?? Self.clockHint(text)
      throw wrong(expected: expected, suggestion: hint)
    }
    return minutes
  }

  /// A length of time in hours: `9h`, `9h30m`.
  public func hours() throws(FileError) -> Double { Double(try minutes()) / 60 }

  /// A share from 0 to 1, written as `70%` or as `0.7`.
  public func share() throws(FileError) -> Double {
    let expected = "a share from 0 % to 100 %, such as 70% or 0.7"
    let text = try text(expected)
    let value: Double?
    if text.hasSuffix("%") {
      let number = text.dropLast().split(separator: " ").joined()
      value = NumberText.double(number).map { $0 / 100 }
    } else {
      value = node.isQuotedScalar ? nil : NumberText.double(text)
    }
    guard let value, (0...1).contains(value) else { throw wrong(expected: expected) }
    return value
  }

  private func text(_ expected: String) throws(FileError) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else { throw wrong(expected: expected) }
    return text
  }

  private static func minutes(_ text: String) -> Int? {
    var rest = Substring(text)
    var total = 0
    var isEmpty = true
    if let hour = rest.firstIndex(of: "h") {
      guard let hours = digits(rest[..<hour]) else { return nil }
      (total, rest, isEmpty) = (hours * 60, rest[rest.index(after: hour)...], false)
    }
    if !rest.isEmpty {
      let unit = rest.hasSuffix("min") ? 3 : rest.hasSuffix("m") ? 1 : 0
      guard unit > 0, let minutes = digits(rest.dropLast(unit)) else { return nil }
      guard isEmpty || minutes < 60 else { return nil }
      (total, isEmpty) = (total + minutes, false)
    }
    return isEmpty ? nil : total
  }

  /// `1:30` was meant as `1h30m`.
  private static func clockHint(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = digits(parts[0]), let minutes = digits(parts[1]), minutes < 60 else {
      return nil
    }
    return minutes == 0 ? "\(hours)h" : "\(hours)h\(minutes)m"
  }

  /// The value of up to six digits; nil for anything else.
  private static func digits(_ text: Substring) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension Field {
  /// An instant of UTC, `YYYY-MM-DDTHH:MM:SSZ`, as seconds since 1970-01-01T00:00Z; from 1970 on.
  public func instant() throws(FileError) -> Int {
    let expected = "an instant such as 2027-02-01T08:00:00Z"
    guard let seconds = TimeText.seconds(try text(expected)) else { throw wrong(expected: expected) }
    return seconds
  }
}

/// Times as files write them.
public enum TimeText {
  /// `YYYY-MM-DDTHH:MM:SSZ` for seconds since 1970-01-01T00:00Z.
  public static func instant(_ seconds: Int) -> String {
    let second = (seconds % 86_400 + 86_400) % 86_400
    let day = CivilDay(number: (seconds - second) / 86_400)
    let part = second % 60
    return "\(day)T\(clock(second / 60)):\(part < 10 ? "0" : "")\(part)Z"
  }

  /// Seconds since 1970-01-01T00:00Z for `YYYY-MM-DDTHH:MM:SSZ`; nil for anything else, and before 1970.
  public static func seconds(_ text: String) -> Int? {
    guard let day = CivilDay(iso: text.prefix(10)), day.number >= 0 else { return nil }
    var time: [Int] = []
    for start in [11, 14, 17] {
      guard let part = Int(text.dropFirst(start).prefix(2)) else { return nil }
      time.append(part)
    }
    let seconds: Int = day.number * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    return instant(seconds) == text ? seconds : nil
  }

  /// `HH:MM` for minutes after midnight.
  public static func clock(_ minuteOfDay: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return two(minuteOfDay / 60) + ":" + two(minuteOfDay % 60)
  }
}
