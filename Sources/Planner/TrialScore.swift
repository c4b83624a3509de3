import Rows
import TrainingPlan

extension Trial {
  /// The score with the changes made since the last `commit` or `rollback`.
  func evaluate() -> Score {
    evaluate(floor: -.infinity, price: 0) ?? Score()
  }

  /// The score with the changes made since the last `commit` or `rollback`; nil as soon as it is clear that its value
  /// less `price` a unit of violation falls below `floor`. Most changes are bad, and most of these show it before the
  /// days are run through.
  func evaluate(floor: Double, price: Double) -> Score? {
    if mostValue(lessPrice: price) + Score.tolerance < floor { return nil }
    var total = sums.now.days
    for day in changedDays where day < horizonDays {
      save(day)
      total.value -= dayScore[day].value + dayGain[day]
      total.violation -= dayScore[day].violation
      refresh(day)
      total.value += dayScore[day].value + dayGain[day]
      total.violation += dayScore[day].violation
    }
    sums.now.days = total
    total.value += model.emptyObjective
    // All that is still to come can only take away.
    if total.value - price * total.violation < floor { return nil }
    refreshWeeks()
    total += sums.now.weeks
    total += sums.now.taper
    if total.value - price * total.violation < floor { return nil }
    for sport in 0..<sportCount where isChangedSport[sport] {
      saved.sports.append((sport, sportScore[sport], sumOfSportWeeks[sport]))
      if bounds.hasCoaching {
        for week in changedWeeks where week < horizon.now { refreshSport(sport, inWeek: week) }
      }
      sportScore[sport] = scoreOfSport(sport)
    }
    for sport in 0..<sportCount { total += sportScore[sport] }
    let room = price > 0 ? (total.value - floor) / price - total.violation : .infinity
    if room < 0 { return nil }
    guard let days = runDays(atMost: room) else { return nil }
    total += days
    if total.value - price * total.violation < floor { return nil }
    // What is left of sums that were added to and taken from.
    if total.violation < Score.tolerance { total.violation = 0 }
    return total
  }

  /// What the value less `price` a unit of violation comes to where the changed days break and cost nothing.
  private func mostValue(lessPrice price: Double) -> Double {
    let gain = isFilling.now ? tables.fillGain : tables.gain
    var most = sums.now.days
    most.value += model.emptyObjective
    for day in changedDays where day < horizonDays {
      most.value -= dayScore[day].value
      most.violation -= dayScore[day].violation
    }
    for change in changedCells where change.day < horizonDays {
      let cell = change.day * templateCount + change.template
      most.value += gain[cell] * Double(minutes[cell] - change.before)
    }
    return most.value - price * most.violation
  }

  private func refreshWeeks() {
    for week in changedWeeks where week < horizon.now {
      saved.weeks.append((week, weekScore[week], weekLoad[week], weekHip[week]))
      sums.now.weeks -= weekScore[week]
      refreshWeek(week)
      sums.now.weeks += weekScore[week]
    }
    if bounds.hasCoaching, hasMoved.now {
      for week in changedWeeks where week < horizon.now { refreshRhythm(around: week) }
    }
    if bounds.watch.isOn { refreshWatch() }
    refreshRises()
    refreshTaperVolume()
  }

  /// From the week before on, whose last day looks at the first of this one.
  private func refreshRhythm(around week: Int) {
    var next = max(0, week - 1)
    repeat {
      saved.rhythm.append((next, rhythmPrice[next]))
      let price = priceOfRhythm(inWeek: next)
      sums.now.weeks.value -= price - rhythmPrice[next]
      rhythmPrice[next] = price
      next += 1
    } while next < horizon.now && (next <= week + 1 || !setsRhythm(next - 1))
  }

  private func refresh(_ day: Int) {
    let base = day * templateCount
    let gain = isFilling.now ? tables.fillGain : tables.gain
    for sport in 0..<sportCount { longestOfSport[sport * dayCount + day] = 0 }
    var sums = DaySums()
    for template in presence.members(of: day) {
      let length = minutes[base + template]
      let kind = tables.templates[template]
      sums.add(kind, minutes: length, gain: gain[base + template], bounds)
      let place = kind.sport * dayCount + day
      if longestOfSport[place] > 0 { sums.doubles += 1 }
      if length > longestOfSport[place] { longestOfSport[place] = length }
    }
    if tables.hasBricks {
      for sport in 0..<sportCount where longestOfSport[sport * dayCount + day] > 0 {
        if hasBrick(on: day, with: sport) { sums.doubles += 1 }
      }
    }
    sums.load += tables.heldLoad[day]
    sums.hip += tables.heldHip[day]
    load[day] = sums.load
    hip[day] = sums.hip
    dayGain[day] = sums.gain
    isTrained[day] = sums.main > 0 || sums.load > bounds.restLoad
    isHardDay[day] = sums.hard > 0
    dayScore[day] = scoreOfDay(day, sums)
    if bounds.robust.isOn { refreshLoss(day) }
  }
}
