public import TrainingLoad

/// Plan weeks that days off make light ones.
public struct WeeksAway: Equatable, Sendable {
  /// Weeks that lose more than half of their time, or of their days with time, from 0.
  public let short: [Int]
  /// The first weeks with most of their time after days off that are worth a lighter week, from 0.
  public let back: [Int]

  /// Both, in order, each once.
  public var all: [Int] { Set(short + back).sorted() }

  /// The weeks of a plan.
  ///
  /// - Parameters:
  ///   - availability: Times, and days on which nothing is possible.
  ///   - start: The first day of the plan.
  ///   - dayCount: Days before the event.
  ///   - least: Days off that are worth a lighter week after them; nil = none are.
  public init(
    _ availability: PlanProblem.Availability, start: CivilDay, dayCount: Int, leastDaysOff least: Int?
  ) {
    func minutes(_ day: Int) -> Double { availability.minutes[(start + day).weekday.rawValue] }
    let blocked = Set(availability.blockedDays)
    let short = Set(blocked.map { $0 / 7 }).sorted().filter { week in
      let days = (7 * week..<7 * week + 7).filter { minutes($0) > 0 }
      let lost = days.filter(blocked.contains)
      let time = days.reduce(0) { $0 + minutes($1) }
      return 2 * lost.count > days.count || 2 * lost.reduce(0) { $0 + minutes($1) } > time
    }
    self.short = short
    guard let least else {
      back = []
      return
    }
    let last = dayCount - 1
    back = blocked.sorted().filter { $0 < last && !blocked.contains($0 + 1) }.compactMap { end in
      let days = (0...end).reversed().prefix(while: blocked.contains).count
      return days < least ? nil : ((end + 1) / 7...last / 7).first { !short.contains($0) }
    }
  }
}

extension PlanProblem {
  /// The question where stretches of the past went by without training, as with an illness: they count as days on which
  /// nothing was possible, and weeks become light ones as with such days.
  ///
  /// - Parameters:
  ///   - sessions: What was done.
  ///   - today: The plan day before which all is past.
  /// - Returns: the question; unchanged where the plan knows no first weeks back.
  public func awayWhereIdle(_ sessions: [Session], before today: Int) -> PlanProblem {
    guard let least = coaching?.firstWeekBack.first?.days, least > 0 else { return self }
    let blocked = Set(availability.blockedDays)
    let stretches = idleStretches(sessions, least: least, before: today).filter { days in
      days.contains { !blocked.contains($0) && availability.minutes[day($0).weekday.rawValue] > 0 }
    }
    guard !stretches.isEmpty else { return self }
    var away = self
    away.availability.absences += stretches.map {
      Absence(firstDay: $0.lowerBound, lastDay: $0.upperBound - 1, reason: "no training")
    }
    away.availability.blockedDays = blocked.union(stretches.joined()).sorted()
    let weeks = WeeksAway(away.availability, start: start, dayCount: dayCount, leastDaysOff: least)
    away.limits.lightWeeks = Set(limits.lightWeeks + weeks.all).filter { $0 < weekCount }.sorted()
    for index in away.held.weeks.indices where away.isAway(inWeek: away.held.weeks[index].index) {
      away.held.weeks[index].type = .deload
    }
    return away
  }

  /// Whether a plan week is a light one and nothing is possible on any day of it. Such a week is no load week, and none is
  /// measured by it.
  public func isAway(inWeek week: Int) -> Bool {
    limits.lightWeeks.contains(week)
      && (7 * week..<7 * week + 7).allSatisfy(availability.blockedDays.contains)
  }

  /// The stretches of so many days or more without training before a plan day.
  private func idleStretches(_ sessions: [Session], least: Int, before today: Int) -> [Range<Int>] {
    let end = max(0, min(today, dayCount))
    let trained = Set(sessions.filter { !$0.isRestful && $0.minutes > 0 }.map { $0.day - start })
    var stretches: [Range<Int>] = []
    var first = 0
    for day in 0...end where day == end || trained.contains(day) {
      if day - first >= least { stretches.append(first..<day) }
      first = day + 1
    }
    return stretches
  }
}
