import TrainingLoad

// Days and times in full, the same on every machine.
extension CivilDay {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// For people: `25 January`.
  var dayAndFullMonth: String { "\(components.day) \(Self.months[components.month - 1])" }

  /// For people: `25 January 2027`.
  var inFull: String { "\(dayAndFullMonth) \(components.year)" }

  /// For people: `Monday 25 January`.
  var weekdayInFull: String { weekday.name + " " + dayAndFullMonth }
}

extension Int {
  /// Minutes as people say them: `45 min`, `1 h 25 min`, `2 h`.
  var asDuration: String {
    let (hours, rest) = quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  /// Minutes after midnight as a time of day: `18:30`.
  var asClock: String {
    let (hours, rest) = quotientAndRemainder(dividingBy: 60)
    return "\(hours):" + (rest < 10 ? "0" : "") + String(rest)
  }
}
