import TrainingLoad
import TrainingPlan

// Values as spreadsheets rewrite them.

extension Field {
  /// A day, `YYYY-MM-DD`; of another form, the day that may have been meant is named.
  func tableDay() throws(FileError) -> CivilDay {
    let text = try line()
    if let day = CivilDay(iso: text) { return day }
    let hint = "a date as YYYY-MM-DD; give the column that format, or make it text, before you save"
    throw wrong(expected: hint, suggestion: SpreadsheetDate.day(text)?.iso)
  }

  /// A time of day as minutes after midnight: `18:30`, `18:30:00`, `6:30 PM`.
  func tableTime() throws(FileError) -> Int {
    guard let minute = SpreadsheetTime.minute(try line()) else {
      throw wrong(expected: "a time as HH:MM, for example 18:30")
    }
    return minute
  }

  /// Whole minutes.
  func tableMinutes() throws(FileError) -> Int { try int(in: 0...10_000) }

  /// A number in a range.
  func tableNumber(in range: ClosedRange<Double>) throws(FileError) -> Double { try double(in: range) }
}

/// Dates in the forms of places, and as the number of days that Excel counts.
enum SpreadsheetDate {
  /// The day that was meant; nil where it may be another.
  static func day(_ text: String) -> CivilDay? {
    for separator in [".", "/", "-"] as [Character] {
      let parts = text.split(separator: separator).map { Int($0) }
      guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { continue }
      if a > 31 { return CivilDay(year: a, month: b, day: c) }
      let year = c < 100 ? 2000 + c : c
      // 26.1.2027 is a day and a month; of 3/4/2027 nobody knows.
      if separator == "." || a > 12 { return CivilDay(year: year, month: b, day: a) }
      return b > 12 ? CivilDay(year: year, month: a, day: b) : nil
    }
    // Day 25569 of Excel and LibreOffice is 1970-01-01.
    if let serial = Int(text), (36_526...73_050).contains(serial) { return CivilDay(number: serial - 25_569) }
    return nil
  }
}

/// Times of day in the forms of places.
enum SpreadsheetTime {
  /// Minutes after midnight; nil where the text is no time, or has seconds.
  static func minute(_ text: String) -> Int? {
    var words = text.uppercased().split { $0.isWhitespace }
    var noon: Substring?
    if let last = words.last, ["AM", "PM"].contains(last) { noon = words.removeLast() }
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      var hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, parts.count == 2 || parts[2] == "00"
    else { return nil }
    if let noon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (noon == "PM" ? 12 : 0)
    }
    return hour < 24 ? hour * 60 + minute : nil
  }
}
