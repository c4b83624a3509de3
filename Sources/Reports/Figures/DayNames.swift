public import TrainingLoad

extension CivilDay {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// For people: `25 Jan`.
  public var dayAndMonth: String { "\(components.day) \(Self.months[components.month - 1])" }

  /// For people: `Mon 25 Jan`, the day of the month padded to two places.
  public var weekdayAndDate: String {
    let day = components.day < 10 ? " " + dayAndMonth : dayAndMonth
    return weekday.shortName + " " + day
  }
}

extension ClosedRange<CivilDay> {
  /// For people: `25 Jan – 31 Jan`.
  var inWords: String {
    lowerBound == upperBound
      ? lowerBound.dayAndMonth : lowerBound.dayAndMonth + " – " + upperBound.dayAndMonth
  }
}
