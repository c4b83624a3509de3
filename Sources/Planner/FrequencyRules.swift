import Rows
import TrainingPlan

extension PlanModel {
  /// On how many days of a plan week each sport is trained at least, as far as there are days for it; week-major.
  var leastDays: [Int] {
    let asked = sports.map { sport in coaching?.frequency.last { $0.sport == sport }?.days ?? 0 }
    return (0..<weekCount).flatMap { week in
      asked.indices.map { sport in
        guard asked[sport] > 0 else { return 0 }
        let most = min(
          sportCaps[sport].daysPerWeek, days(ofWeek: week).count { isOpen($0) { $0.sport == sport } })
        return min(leastDays(asked[sport], of: sport, inWeek: week), most)
      }
    }
  }

  /// Days asked for in a week: in one that ends with the event a part of them, and that day is one; strength work has none
  /// in the taper.
  private func leastDays(_ asked: Int, of sport: Int, inWeek week: Int) -> Int {
    guard week < buildWeeks || templates.contains(where: { $0.sport == sport && $0.isEndurance }) else {
      return 0
    }
    let count = days(ofWeek: week).count
    guard count < 7 else { return asked }
    return max(0, (asked * (count + 1) + 3) / 7 - (isOfEvent(sport) ? 1 : 0))
  }

  /// Whether a sport is the event's, or any of an event that has several.
  func isOfEvent(_ sport: Int) -> Bool {
    let event = problem.event.sport
    return event == sports[sport] || !sports.contains(event)
  }
}

extension Trial {
  /// What it costs that sports of the event are trained on fewer days of a week than they should be, as far as there are
  /// days for them: in an easier week, a day fewer will do.
  func priceOfRareness(inWeek week: Int) -> Double {
    var lacking = 0
    for sport in 0..<sportCount where tables.leastDays[week * sportCount + sport] > 0 {
      let usual = tables.leastDays[week * sportCount + sport]
      let asked = weekTypes[week] == .deload ? max(1, usual - 1) : usual
      lacking += max(0, asked - daysOfSport(sport, inWeek: week))
    }
    return bounds.frequencyPrice * Double(lacking)
  }

  /// Days of a week with a session of a sport, or with a brick that has it.
  func daysOfSport(_ sport: Int, inWeek week: Int) -> Int {
    var trained = 0
    for day in model.days(ofWeek: week) where presence.shares(day, with: sport, of: tables.withSport) {
      trained += 1
    }
    return trained
  }

  /// Whether a session of a day goes on with a sport.
  func hasBrick(on day: Int, with sport: Int) -> Bool {
    presence.shares(day, with: sport, of: tables.bricks)
  }
}

extension Reasons {
  /// That a session keeps its sport at the days of the week that are asked for.
  func frequencyReason(_ day: Int, _ template: Int) -> String? {
    let (week, sport) = (day / 7, trial.model.templates[template].sport)
    let asked = trial.tables.leastDays[week * trial.sportCount + sport]
    let isOnlyOne = (0..<trial.templateCount).allSatisfy { other in
      other == template || trial.model.templates[other].sport != sport || trial[day, other] == 0
    }
    guard trial.bounds.frequencyPrice > 0, trial.weekTypes[week] != .deload, asked > 1, isOnlyOne,
      trial.daysOfSport(sport, inWeek: week) == asked
    else { return nil }
    let isStrength = trial.model.templates[template].isStrength
    return "Keeps \(isStrength ? "strength work" : "the sport") at \(asked) days a week."
  }
}
