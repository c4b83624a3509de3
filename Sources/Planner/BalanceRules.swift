import Rows
import TrainingPlan

extension Trial {
  /// What it costs that sports of an event of several come short in a week: the whole price for one that is left out.
  func priceOfImbalance(inWeek week: Int) -> Double {
    for sport in 0..<sportCount { sportMinutes[sport] = 0 }
    var total = 0
    for template in 0..<templateCount {
      let sport = tables.templates[template].sport
      guard tables.leastShare[sport] > 0 else { continue }
      sportMinutes[sport] += weekMinutes[week * templateCount + template]
      total += weekMinutes[week * templateCount + template]
    }
    guard total > 0 else { return 0 }
    var lacking = 0.0
    for sport in 0..<sportCount where tables.leastShare[sport] > 0 {
      let share = Double(sportMinutes[sport]) / Double(total)
      lacking += max(0, 1 - share / tables.leastShare[sport])
    }
    return bounds.balancePrice * lacking
  }
}
