import TrainingLoad

/// A time zone as a file describes it: a VTIMEZONE. It counts where its name is none that this machine knows.
struct DescribedZone {
  private(set) var name = ""
  /// The IANA name that libical adds.
  private(set) var location: String?
  var observances: [Observance] = []

  /// STANDARD or DAYLIGHT.
  struct Observance {
    /// What the clock shows, before the change, when it begins for the first time.
    private(set) var onset: Int?
    private(set) var from: Int?
    private(set) var to: Int?
    /// Further onsets.
    private(set) var dates: [Int] = []
    private(set) var rule: YearlyRule?
    /// The last onset by the rule, UTC.
    private(set) var until: Int?
    /// Whether there is a rule that is not understood.
    private(set) var isOdd = false
  }

  mutating func take(_ property: ReceivedProperty) {
    switch property.name {
    case "TZID": name = property.line
    case "X-LIC-LOCATION": location = property.line
    default: break
    }
  }

  /// The offsets around these days; nil where the description is not understood.
  func offsets(for days: ClosedRange<CivilDay>) -> ZoneOffsets? {
    guard (1...1000).contains(observances.count), !observances.contains(where: \.isOdd) else { return nil }
    let years = (days.lowerBound.components.year - 1)...(days.upperBound.components.year + 1)
    var changes: [ZoneOffsets.Change] = []
    for observance in observances {
      guard let from = observance.from, let to = observance.to else { return nil }
      for onset in observance.onsets(in: years) {
        changes.append(.init(instant: onset - from, from: from, to: to, isDaylight: to > from))
      }
    }
    changes.sort { $0.instant < $1.instant }
    guard let first = changes.first else { return nil }
    return ZoneOffsets(name: name, start: first.instant, initialOffset: first.from, changes: changes)
  }
}

extension DescribedZone.Observance {
  mutating func take(_ property: ReceivedProperty) throws(CalendarFault) {
    switch property.name {
    case "DTSTART": onset = Self.seconds(try property.time())
    case "TZOFFSETFROM": from = try property.offset()
    case "TZOFFSETTO": to = try property.offset()
    case "RDATE":
      if let date = try? property.time() { dates.append(Self.seconds(date)) } else { isOdd = true }
    case "RRULE":
      let parts = property.recurrence
      rule = YearlyRule(parts)
      isOdd = rule == nil
      if let text = parts["UNTIL"]?.first {
        var until = property
        until.value = if case .typed = property.value { .typed([("date-time", text)]) } else { .line(text) }
        self.until = Self.seconds(try until.time())
      }
    default: break
    }
  }

  /// When it begins in these years; where it never begins again after them, the last time before.
  fileprivate func onsets(in years: ClosedRange<Int>) -> [Int] {
    guard let onset, let from else { return [] }
    let (firstDay, second) = onset.dividedByDays
    var all = [onset] + dates
    if let rule {
      for year in max(
        years.lowerBound, firstDay.components.year)...max(years.upperBound, firstDay.components.year)
      {
        guard let day = rule.day(in: year) else { continue }
        let next = day.number * 86_400 + second
        if next > onset, until.map({ next - from <= $0 }) ?? true { all.append(next) }
      }
    }
    return all
  }

  private static func seconds(_ time: ReceivedTime) -> Int {
    switch time {
    case .day(let day): day.number * 86_400
    case .utc(let seconds), .local(let seconds, _): seconds
    }
  }
}

extension ZoneOffsets {
  /// A table that is known already.
  init(name: String, start: Int, initialOffset: Int, changes: [Change]) {
    self.name = name
    self.start = start
    self.initialOffset = initialOffset
    self.changes = changes
  }
}

extension YearlyRule {
  /// The rule of a RECUR value, its parts by name; nil for any other than a weekday of a month each year.
  init?(_ parts: [String: [String]]) {
    guard parts["FREQ"]?.map({ $0.uppercased() }) == ["YEARLY"],
      ["1", nil].contains(parts["INTERVAL"]?.first),
      parts["COUNT"] == nil, let months = parts["BYMONTH"], months.count == 1, let month = Int(months[0]),
      (1...12).contains(month), let days = parts["BYDAY"], days.count == 1,
      let weekday = Weekday(abbreviation: Self.abbreviation(days[0].suffix(2)))
    else { return nil }
    self.month = month
    self.weekday = weekday
    let dates = (parts["BYMONTHDAY"] ?? []).compactMap { Int($0) }
    if let week = Int(days[0].dropLast(2)), week == -1 || (1...4).contains(week), dates.isEmpty {
      place = .week(week)
    } else if days[0].count == 2, dates.count == 7, let first = dates.min(), let last = dates.max(),
      first >= 1,
      last - first == 6
    {
      place = .days(first...last)
    } else {
      return nil
    }
  }

  private static func abbreviation(_ letters: Substring) -> String {
    Weekday.allCases.first { $0.abbreviation.hasPrefix(letters.lowercased()) }?.abbreviation ?? ""
  }

  /// The day of the rule in a year.
  func day(in year: Int) -> CivilDay? {
    let first: CivilDay?
    switch place {
    case .week(-1):
      first = CivilDay(year: year, month: month, day: CivilDay.daysInMonth(year: year, month: month) - 6)
    case .week(let week): first = CivilDay(year: year, month: month, day: 7 * week - 6)
    case .days(let range): first = CivilDay(year: year, month: month, day: range.lowerBound)
    }
    return first.map { $0 + (weekday.rawValue - $0.weekday.rawValue + 7) % 7 }
  }
}
