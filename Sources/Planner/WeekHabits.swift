import Rows
import TrainingPlan

extension PlanModel {
  /// The days of each week with the most time, of those that may have a long session.
  var isDayForLong: [Bool] {
    let time = (0..<dayCount).map { day in isOpen(day) { $0.isLong } ? available[day] : 0 }
    return time.indices.map { day in
      time[day] > 0 && days(ofWeek: day / 7).allSatisfy { time[$0] <= time[day] }
    }
  }

  /// Whether a sport may have a long session in a week that one is asked of: where the goal asks for long sessions of
  /// several sports, each of them. Place `week * sports.count + sport`.
  var isWeekForLong: [Bool] {
    let asked = Set(problem.goal.longSessions.map(\.sport))
    let own = sports.indices.filter { sport in
      asked.contains(sports[sport]) && templates.contains { $0.isLong && $0.sport == sport }
    }
    return (0..<weekCount).flatMap { week in
      sports.indices.map { sport in
        own.count > 1 && own.contains(sport)
          && days(ofWeek: week).contains { isOpen($0) { $0.isLong && $0.sport == sport } }
      }
    }
  }

  /// Intense sessions that each week has at least where it builds and the base weeks are over, or where it belongs to the
  /// taper, as far as it has days for them; in a week with an event, that is enough.
  var leastIntense: [Int] {
    (0..<weekCount).map { week in
      guard days(ofWeek: week).count == 7 else { return 0 }
      let asked = week < buildWeeks ? leastIntense(inBuildWeek: week) : coaching?.intenseInTaper ?? 0
      return min(asked, days(ofWeek: week).count { isOpen($0) { $0.isIntense } })
    }
  }

  private func leastIntense(inBuildWeek week: Int) -> Int {
    week < baseWeeks || tuneUps.isInWeek[week] ? 0 : coaching?.intenseInBuild ?? 0
  }

  /// Weeks of general training, before the training for the event: base, build and peak share the weeks before the taper
  /// about 2 : 2 : 1.
  var baseWeeks: Int { buildWeeks * 2 / 5 }

  /// Whether a day may have some session of a kind.
  func isOpen(_ day: Int, for isOfKind: (Template) -> Bool) -> Bool {
    (0..<templateCount).contains { isOfKind(templates[$0]) && longest[day * templateCount + $0] > 0 }
  }
}

extension Trial {
  /// What it costs that a load week has no long session on the day with the most time, or none of a sport of several that
  /// have them, a week more than one of a sport, or a load week or one of the taper fewer intense ones than it should.
  func priceOfHabits(inWeek week: Int) -> Double {
    let again = bounds.secondLongPrice > 0 ? bounds.secondLongPrice * Double(longSessionsAgain(week)) : 0
    switch weekTypes[week] {
    case .load:
      let long = bounds.weeklyLongPrice > 0 ? bounds.weeklyLongPrice * Double(lackingLongSessions(week)) : 0
      return again + long + bounds.intenseInBuildPrice * lackingIntense(week)
    case .deload: return again
    case .taper: return again + bounds.intenseInTaperPrice * lackingIntense(week)
    }
  }

  /// Long sessions of a week beyond the first of their sport.
  private func longSessionsAgain(_ week: Int) -> Int {
    var again = 0
    for sport in 0..<sportCount {
      var count = 0
      for template in weekPresence.members(of: week, alsoIn: 0, of: tables.long)
      where tables.templates[template].sport == sport {
        count += weekSessions[week * templateCount + template]
      }
      again += max(0, count - 1)
    }
    return again
  }

  private func lackingLongSessions(_ week: Int) -> Int {
    var lacking = lacksLongSession(week) ? 1 : 0
    for sport in 0..<sportCount where tables.isWeekForLong[week * sportCount + sport] {
      let has = weekPresence.members(of: week, alsoIn: 0, of: tables.long).contains {
        tables.templates[$0].sport == sport
      }
      if !has { lacking += 1 }
    }
    return lacking
  }

  private func lacksLongSession(_ week: Int) -> Bool {
    var isOpen = false
    for day in model.days(ofWeek: week) where tables.isDayForLong[day] {
      if presence.shares(day, with: 0, of: tables.long) { return false }
      isOpen = true
    }
    return isOpen
  }

  private func lackingIntense(_ week: Int) -> Double {
    Double(max(0, tables.leastIntense[week] - intenseSessions(inWeek: week)))
  }

  func intenseSessions(inWeek week: Int) -> Int {
    var count = 0
    for template in weekPresence.members(of: week) where tables.templates[template].isIntense {
      count += weekSessions[week * templateCount + template]
    }
    return count
  }
}
