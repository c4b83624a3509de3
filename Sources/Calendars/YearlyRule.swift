import TrainingLoad

/// A change of the clock that comes every year: on a weekday of a month.
struct YearlyRule: Equatable {
  /// 1-12.
  var month: Int
  var weekday: Weekday
  var place: Place

  /// Which of the month's weekdays it is.
  enum Place: Equatable {
    /// The first to the fourth, or the last (-1).
    case week(Int)
    /// The one that falls on these seven days of the month.
    case days(ClosedRange<Int>)
  }

  /// The rule that gives all these days, which are of consecutive years; nil where there is none.
  ///
  /// Twelve years are enough to tell "the fourth" from "the last": within them a date falls on each weekday.
  init?(days: [CivilDay]) {
    guard let first = days.first, days.allSatisfy({ $0.weekday == first.weekday }) else { return nil }
    let dates = days.map(\.components)
    let month = dates[0].month
    guard dates.allSatisfy({ $0.month == month }) else { return nil }
    let weeks = dates.map { ($0.day - 1) / 7 + 1 }
    let earliest = dates.reduce(31) { min($0, $1.day) }
    let latest = dates.reduce(1) { max($0, $1.day) }
    if weeks[0] <= 4, weeks.allSatisfy({ $0 == weeks[0] }) {
      place = .week(weeks[0])
    } else if dates.allSatisfy({ $0.day > CivilDay.daysInMonth(year: $0.year, month: month) - 7 }) {
      place = .week(-1)
    } else if latest - earliest == 6 {
      place = .days(earliest...latest)
    } else {
      return nil
    }
    self.month = month
    self.weekday = first.weekday
  }

  /// The parts of the RECUR value (RFC 5545, section 3.3.10) with their values.
  var parts: [(Part, [String])] {
    let name = String(weekday.abbreviation.uppercased().prefix(2))
    let days: [(Part, [String])] =
      switch place {
      case .week(let week): [(.byDay, ["\(week)\(name)"])]
      case .days(let range): [(.byDay, [name]), (.byMonthDay, range.map(String.init))]
      }
    return [(.frequency, ["YEARLY"])] + days + [(.byMonth, [String(month)])]
  }

  /// A part of a RECUR value.
  enum Part: String {
    case frequency = "FREQ"
    case byDay = "BYDAY"
    case byMonthDay = "BYMONTHDAY"
    case byMonth = "BYMONTH"

    /// Its element in xCal.
    var element: StaticString {
      switch self {
      case .frequency: "freq"
      case .byDay: "byday"
      case .byMonthDay: "bymonthday"
      case .byMonth: "bymonth"
      }
    }
  }
}
