import TrainingLoad

extension CivilDay {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// For people: `25 Jan`.
  var dayAndMonth: String { "\(components.day) \(Self.months[components.month - 1])" }

  /// For people: `Mon 25 Jan`.
  var weekdayAndDate: String {
    let day = components.day < 10 ? " " + dayAndMonth : dayAndMonth
    return weekday.shortName + " " + day
  }
}
