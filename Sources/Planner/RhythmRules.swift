import Rows
import TrainingPlan

extension Trial {
  /// Whether the weeks after a week keep to its weekdays: it builds, and no event stands in it.
  func setsRhythm(_ week: Int) -> Bool { weekTypes[week] == .load && !tables.isTuneUpWeek[week] }

  /// What a week costs by departing from the rhythm of the load week before it: sessions that come on another
  /// weekday, and strength work on the day before a hard one or before more of it.
  func priceOfRhythm(inWeek week: Int) -> Double {
    let days = model.days(ofWeek: week)
    var price = 0.0
    for day in days where day + 1 < dayCount { price += priceOfStrength(on: day) }
    var earlier = week - 1
    while earlier >= 0, !setsRhythm(earlier) { earlier -= 1 }
    guard earlier >= 0 else { return price }
    let shift = 7 * (week - earlier)
    var moved = 0
    for day in days { moved += presence.count(of: day, notIn: day - shift) }
    price += bounds.rhythmPrice * Double(moved)
    return price
  }

  private func priceOfStrength(on day: Int) -> Double {
    var price = 0.0
    for set in 0..<tables.strengthSets where presence.shares(day, with: set, of: tables.strength) {
      if isHardDay[day + 1] {
        let count = presence.count(of: day, alsoIn: set, of: tables.strength)
        price += bounds.strengthBeforeHardPrice * Double(count)
      }
      if presence.shares(day + 1, with: set, of: tables.strength) { price += bounds.strengthInARowPrice }
    }
    return price
  }
}
