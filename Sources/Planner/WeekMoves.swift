import Rows
import TrainingPlan

// Changes of several days at once.
extension Annealing {
  /// An easier week changes places with a load week beside it.
  mutating func exchangeWeeks() -> Bool {
    let week = random.below(model.weekCount)
    let other = week + 1
    guard week >= model.held.weekTypes.count, 7 * other + 7 <= trial.dayCount,
      trial.weekTypes[week] != trial.weekTypes[other],
      trial.weekTypes[other] != .taper
    else { return false }
    var types = trial.weekTypes.elements
    types.swapAt(week, other)
    guard model.isAdmissible(types) else { return false }
    trial.exchangeWeeks(week, other)
    return true
  }

  /// The same change of the same session in several weeks beside one another: what one week gains by it most weeks do,
  /// and week by week the rise of the load would not let it through.
  mutating func changeSeries() -> Bool {
    let day = randomDay()
    guard let template = randomSession(on: day) else { return false }
    let last = min(model.weekCount - 1, day / 7 + 1 + random.below(6))
    let step = randomStep()
    let new = randomTemplate(of: day)
    let shift = random.below(7) - day % 7
    let dice = random.below(10)
    var isChanged = false
    for here in stride(from: day, to: min(7 * last + 7, trial.dayCount), by: 7)
    where trial[here, template] > 0 {
      let isDone =
        switch dice {
        case 0..<6: lengthen(here, template, by: step)
        case 6..<8: exchange(here, template, for: new)
        default: move(here, template, to: here + shift)
        }
      guard isDone else { continue }
      isChanged = true
      if random.below(2) == 0 { levelLoad(of: here / 7) }
    }
    return isChanged
  }

  /// One to three weeks of a kind, one after another, take over the sessions of one, in lengths that their own load asks
  /// for: a good week does not spread day by day where every day is worth less beside the old ones.
  mutating func copyWeek() -> Bool {
    let source = randomDay() / 7
    guard trial.weekLoad[source] >= 1 else { return false }
    let step = random.below(2) == 0 ? 1 : -1
    var copies = 1 + random.below(3)
    var isChanged = false
    var week = source + step
    while (0..<model.weekCount).contains(week), copies > 0 {
      if trial.weekTypes[week] == trial.weekTypes[source] {
        if copy(week: source, to: week) { isChanged = true }
        levelLoad(of: week)
        copies -= 1
      }
      week += step
    }
    return isChanged
  }

  /// All weeks before the taper take over the sessions of one load week: of the heaviest, rank 0, or of one after it.
  mutating func spreadLoadWeek(rank: Int) {
    let heaviest = (0..<model.weekCount).filter { trial.weekTypes[$0] == .load }
      .sorted { (trial.weekLoad[$0], $1) > (trial.weekLoad[$1], $0) }
    guard let source = heaviest.dropFirst(rank).first ?? heaviest.last, trial.weekLoad[source] >= 1 else {
      return
    }
    for week in 0..<model.weekCount where week != source && trial.weekTypes[week] != .taper {
      _ = copy(week: source, to: week)
    }
    keep(trial.evaluate())
  }

  private mutating func copy(week source: Int, to week: Int) -> Bool {
    let ratio = min(3, max(0.3, trial.weekLoad[week] / trial.weekLoad[source]))
    var isChanged = false
    for day in model.days(ofWeek: week) where day + 7 * (source - week) < trial.dayCount {
      if copy(day: day + 7 * (source - week), to: day, times: ratio) { isChanged = true }
    }
    return isChanged
  }

  /// A day takes over the sessions of another, so many times as long.
  private mutating func copy(day source: Int, to day: Int, times ratio: Double = 1) -> Bool {
    var isChanged = false
    for template in 0..<trial.templateCount where trial[day, template] != trial[source, template] {
      let there = trial[source, template]
      let length = there > 0 ? clip(Int((Double(there) * ratio).rounded()), day, template) : 0
      trial.set(day, template, to: length)
      isChanged = true
    }
    return isChanged
  }

  mutating func swapDays() -> Int? {
    let day = randomDay()
    let other = day / 7 * 7 + random.below(7)
    guard other != day, other < trial.dayCount else { return nil }
    var changed = false
    for template in 0..<trial.templateCount where trial[day, template] != trial[other, template] {
      let here = trial[day, template]
      let there = trial[other, template]
      trial.set(day, template, to: there > 0 ? clip(there, day, template) : 0)
      trial.set(other, template, to: here > 0 ? clip(here, other, template) : 0)
      changed = true
    }
    return changed ? day / 7 : nil
  }

  mutating func copyFromNeighbour() -> Int? {
    let day = randomDay()
    let other = day + (random.below(2) == 0 ? 7 : -7)
    guard other >= 0, other < trial.horizonDays, copy(day: other, to: day) else { return nil }
    return day / 7
  }

  /// All sessions of a week become a step longer or shorter.
  mutating func scaleWeek() -> Int? {
    let week = randomDay() / 7
    let step = randomStep()
    var changed = false
    for day in model.days(ofWeek: week) {
      for template in sessions(on: day) {
        let after = clip(trial[day, template] + step, day, template)
        if after != trial[day, template] {
          trial.set(day, template, to: after)
          changed = true
        }
      }
    }
    return changed ? week : nil
  }
}
