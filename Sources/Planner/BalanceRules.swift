import Rows
import TrainingPlan

extension Trial {
  /// What it costs that sports of an event of several come short in a week, the whole price for one that is left out, or
  /// have more than their part, the whole price for one that has twice the most.
  func priceOfImbalance(inWeek week: Int) -> Double {
    let total = countSportMinutes(inWeek: week)
    guard total > 0 else { return 0 }
    var amiss = 0.0
    for sport in 0..<sportCount where tables.mostShare[sport] <= 1 {
      let share = sportMinutes[sport] / total
      let (least, most) = (tables.leastShare[sport], tables.mostShare[sport])
      if share < least { amiss += 1 - share / least }
      if share > most { amiss += min(1, share / most - 1) }
    }
    return bounds.balancePrice * amiss
  }

  /// The sports of an event of several that come short in a week, each with its share of the minutes of all of them and
  /// the least that is wanted.
  func scarceSports(inWeek week: Int) -> [(sport: Int, share: Double, least: Double)] {
    let total = countSportMinutes(inWeek: week)
    guard total > 0 else { return [] }
    return (0..<sportCount).compactMap { sport in
      let (share, least) = (sportMinutes[sport] / total, tables.leastShare[sport])
      return tables.mostShare[sport] <= 1 && share < least ? (sport, share, least) : nil
    }
  }

  /// Leaves the minutes of each sport in a week in `sportMinutes`, and returns those of the event's sports together.
  private func countSportMinutes(inWeek week: Int) -> Double {
    for sport in 0..<sportCount { sportMinutes[sport] = 0 }
    for template in weekPresence.members(of: week) {
      let kind = tables.templates[template]
      let minutes = Double(weekMinutes[week * templateCount + template])
      sportMinutes[kind.sport] += minutes * (1 - kind.secondShare)
      if kind.secondSport >= 0 { sportMinutes[kind.secondSport] += minutes * kind.secondShare }
    }
    var total = 0.0
    for sport in 0..<sportCount where tables.mostShare[sport] <= 1 { total += sportMinutes[sport] }
    return total
  }
}
