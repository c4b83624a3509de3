import Rows
import TrainingPlan

extension PlanModel {
  /// On how many days of a plan week each sport is trained at least, as far as there are days for it; week-major.
  var leastDays: [Int] {
    let asked = sports.map { sport in coaching?.frequency.last { $0.sport == sport }?.days ?? 0 }
    return (0..<weekCount).flatMap { week in
      asked.indices.map { sport in
        guard asked[sport] > 0 else { return 0 }
        return min(asked[sport], sportCaps[sport].daysPerWeek, openDays(for: sport, inWeek: week))
      }
    }
  }

  private func openDays(for sport: Int, inWeek week: Int) -> Int {
    days(ofWeek: week).count { day in
      (0..<templateCount).contains { templates[$0].sport == sport && longest[day * templateCount + $0] > 0 }
    }
  }
}

extension Trial {
  /// What it costs that sports of the event are trained on fewer days of a load week than they should be.
  func priceOfRareness(inWeek week: Int) -> Double {
    guard weekTypes[week] == .load else { return 0 }
    var lacking = 0
    for sport in 0..<sportCount where tables.leastDays[week * sportCount + sport] > 0 {
      lacking += max(0, tables.leastDays[week * sportCount + sport] - daysOfSport(sport, inWeek: week))
    }
    return bounds.frequencyPrice * Double(lacking)
  }

  /// Days of a week with a session of a sport.
  func daysOfSport(_ sport: Int, inWeek week: Int) -> Int {
    var trained = 0
    for day in model.days(ofWeek: week) where longestOfSport[sport * dayCount + day] > 0 { trained += 1 }
    return trained
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
    guard trial.bounds.frequencyPrice > 0, trial.weekTypes[week] == .load, asked > 1, isOnlyOne,
      trial.daysOfSport(sport, inWeek: week) == asked
    else { return nil }
    return "Keeps the sport at \(asked) days a week."
  }
}
