import Rows
import TrainingPlan

extension Trial {
  /// Whether the weeks after a week keep to its weekdays: it builds, and no event stands in it.
  func setsRhythm(_ week: Int) -> Bool { weekTypes[week] == .load && !tables.isTuneUpWeek[week] }

  /// What a week costs by departing from the rhythm of the load week before it: sessions that come on another
  /// weekday, and strength work on the day before a hard one or before more of it. The first load week after an easier one
  /// begins a new block, which had better have another kind of hard session.
  func priceOfRhythm(inWeek week: Int) -> Double {
    let days = model.days(ofWeek: week)
    var price = 0.0
    for day in days where day + 1 < dayCount { price += priceOfStrength(on: day) }
    var earlier = week - 1
    while earlier >= 0, !setsRhythm(earlier) { earlier -= 1 }
    guard earlier >= 0 else { return price }
    let shift = 7 * (week - earlier)
    let beginsBlock = shift > 7 && weekTypes[week] == .load
    var moved = 0
    for day in days {
      moved += presence.count(of: day, notIn: day - shift)
      if beginsBlock, hasOtherHardKind(day, than: day - shift) { moved -= 1 }
    }
    price += bounds.rhythmPrice * Double(moved)
    if beginsBlock, bounds.sameHardPrice > 0, repeatsHardKinds(of: earlier, in: week) {
      price += bounds.sameHardPrice
    }
    return price
  }

  /// Whether two days have hard endurance sessions of one sport that differ in their kind.
  private func hasOtherHardKind(_ day: Int, than other: Int) -> Bool {
    var (here, there) = (
      presence.members(of: day, alsoIn: 0, of: tables.hardKinds),
      presence.members(of: other, alsoIn: 0, of: tables.hardKinds)
    )
    guard let one = here.next(), let two = there.next(), one != two else { return false }
    return tables.templates[one].sport == tables.templates[two].sport
  }

  /// Whether a week has hard endurance sessions, all of kinds that an earlier one had, though there are others.
  private func repeatsHardKinds(of earlier: Int, in week: Int) -> Bool {
    var hasOthers = false
    for template in tables.hardKinds.members(of: 0)
    where weekSessions[earlier * templateCount + template] == 0 {
      if weekSessions[week * templateCount + template] > 0 { return false }
      hasOthers = true
    }
    return hasOthers && weekPresence.shares(week, with: 0, of: tables.hardKinds)
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
