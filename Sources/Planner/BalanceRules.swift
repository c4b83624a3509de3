import Rows
import TrainingPlan

extension Trial {
  /// What it costs that sports of an event of several come short in a week, the whole price for one that is left out, or
  /// have more than their part, the whole price for one that has twice the most.
  func priceOfImbalance(inWeek week: Int) -> Double {
    for sport in 0..<sportCount { sportMinutes[sport] = 0 }
    for template in weekPresence.members(of: week) {
      let kind = tables.templates[template]
      let minutes = Double(weekMinutes[week * templateCount + template])
      sportMinutes[kind.sport] += minutes * (1 - kind.secondShare)
      if kind.secondSport >= 0 { sportMinutes[kind.secondSport] += minutes * kind.secondShare }
    }
    var total = 0.0
    for sport in 0..<sportCount where tables.mostShare[sport] <= 1 { total += sportMinutes[sport] }
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
}
