import TrainingPlan

extension Annealing {
  /// Makes one random change; false where the dice fell on nothing.
  ///
  /// Every other change of a week's load is made good within the week, so that a session can come or grow where the
  /// limits leave the week no room.
  mutating func change() -> Bool {
    let week: Int?
    if focus.count == usableDays.count {
      if random.below(250) == 0 { return exchangeWeeks() }
      if random.below(score.violation > 0 ? 40 : 150) == 0, !trial.tables.goals.isEmpty { return climb() }
    }
    switch random.below(100) {
    case 0..<30: week = nudge()
    case 30..<44: week = add()
    case 44..<52: week = remove()
    case 52..<64: week = replace()
    case 64..<72: week = moveWithinWeek()
    case 72..<78: week = swapDays()
    case 78..<84: week = copyFromNeighbour()
    case 84..<95: week = transfer()
    default: week = scaleWeek()
    }
    guard let week else { return false }
    if random.below(2) == 0 { levelLoad(of: week) }
    return true
  }

  /// An easier week changes places with a load week beside it.
  private mutating func exchangeWeeks() -> Bool {
    let week = random.below(model.weekCount)
    let other = week + 1
    guard week >= model.held.weekTypes.count, 7 * other + 7 <= trial.dayCount,
      trial.weekTypes[week] != trial.weekTypes[other],
      trial.weekTypes[other] != .taper
    else { return false }
    var types = Array(trial.weekTypes)
    types.swapAt(week, other)
    guard model.isAdmissible(types) else { return false }
    trial.exchangeWeeks(week, other)
    return true
  }

  /// The longest sessions of a goal's sport climb over some weeks exactly as far as the single-session rule allows:
  /// the whole ladder at once, since a step that is a minute too long moves on from week to week otherwise.
  private mutating func climb() -> Bool {
    let sport = trial.tables.goals[random.below(trial.tables.goals.count)].sport
    let first = random.below(max(1, model.weekCount - model.taperWeeks))
    let last = min(model.weekCount - model.taperWeeks, first + 1 + random.below(model.weekCount))
    var changed = false
    for week in first..<max(first, last) where trial.weekTypes[week] == .load {
      guard let (day, template) = longestSession(of: sport, inWeek: week) else { continue }
      let most = (1 + trial.bounds.spike) * longest(of: sport, before: day)
      let target = trial.fitted(most < 10_000 ? Int(most) : 10_000, day, template)
      guard target > 0, target != trial[day, template] else { continue }
      trial.set(day, template, to: target)
      levelLoad(of: week)
      changed = true
    }
    return changed
  }

  private func longestSession(of sport: Int, inWeek week: Int) -> (day: Int, template: Int)? {
    var best: (day: Int, template: Int)?
    var length = 0
    for day in model.days(ofWeek: week) {
      for template in usableCells(on: day) where trial.tables.templates[template].sport == sport {
        let minutes = trial[day, template]
        if minutes > 0, minutes + (trial.tables.templates[template].isLong ? 1000 : 0) > length {
          best = (day, template)
          length = minutes + (trial.tables.templates[template].isLong ? 1000 : 0)
        }
      }
    }
    return best
  }

  /// The longest session lately; where any one may be missed, the second longest.
  private func longest(of sport: Int, before day: Int) -> Double {
    var longest = LongestTwo()
    for earlier in max(0, day - trial.bounds.spikeWindow)..<day {
      for template in usableCells(on: earlier) where trial.tables.templates[template].sport == sport {
        longest.take(trial[earlier, template])
      }
    }
    let length = trial.bounds.robust.spike ? longest.second : longest.first
    return max(trial.tables.longestBefore[sport * trial.dayCount + day], Double(length))
  }

  /// Lengthens or shortens other sessions of a week until its load is what it was, as far as they go.
  private mutating func levelLoad(of week: Int) {
    let days = model.days(ofWeek: week)
    let cells = days.lowerBound * trial.templateCount..<days.upperBound * trial.templateCount
    var excess = 0.0
    for change in trial.changedCells where cells.contains(change.cell) {
      let effort = trial.tables.templates[change.cell % trial.templateCount].sRPE
      excess += effort * Double(trial.minutes[change.cell] - change.before)
    }
    for _ in 0..<4 {
      guard abs(excess) >= 1 else { return }
      let day = days.lowerBound + random.below(days.count)
      guard !usableCells(on: day).isEmpty, let template = randomSession(on: day), !trial.isChanged(day, template)
      else {
        continue
      }
      let effort = max(0.5, trial.tables.templates[template].sRPE)
      let before = trial[day, template]
      var steps = excess / effort / Double(model.step)
      steps.round(.awayFromZero)
      let after = clip(before - Int(steps) * model.step, day, template)
      trial.set(day, template, to: after)
      excess += effort * Double(after - before)
    }
  }

  private mutating func randomDay() -> Int {
    usableDays[focus.lowerBound + random.below(focus.count)]
  }

  /// A template that has a session on the day.
  private mutating func randomSession(on day: Int) -> Int? {
    let cells = usableCells(on: day)
    let first = random.below(cells.count)
    for offset in 0..<cells.count {
      let template = cells[(first + offset) % cells.count]
      if trial[day, template] > 0 { return template }
    }
    return nil
  }

  private mutating func randomStep() -> Int {
    let steps = [1, 1, 1, 2, 2, 3, 5, 8, 13]
    let size = steps[random.below(steps.count)] * (random.below(6) == 0 ? 1 : model.step)
    return random.below(2) == 0 ? size : -size
  }

  private func longest(_ day: Int, _ template: Int) -> Int {
    trial.tables.longest[day * trial.templateCount + template]
  }

  /// A length brought into what a cell allows, mostly a round one.
  private mutating func clip(_ length: Int, _ day: Int, _ template: Int) -> Int {
    let step = model.step
    let round = step > 1 && random.below(6) > 0 ? (length + step / 2) / step * step : length
    return trial.fitted(max(1, round), day, template)
  }

  private mutating func nudge() -> Int? {
    let day = randomDay()
    guard let template = randomSession(on: day) else { return nil }
    let before = trial[day, template]
    let after = clip(before + randomStep(), day, template)
    guard after != before else { return nil }
    trial.set(day, template, to: after)
    return day / 7
  }

  private mutating func add() -> Int? {
    let day = randomDay()
    let template = usableCells(on: day)[random.below(usableCells(on: day).count)]
    guard trial[day, template] == 0 else { return nil }
    trial.set(day, template, to: likelyLength(day, template))
    return day / 7
  }

  /// The length of the same session a week before or after, where there is one; else a random one.
  private mutating func likelyLength(_ day: Int, _ template: Int) -> Int {
    let offset = random.below(2) == 0 ? 7 : -7
    let other = day + offset
    if random.below(2) == 0, other >= 0, other < trial.dayCount, trial[other, template] > 0 {
      return clip(trial[other, template], day, template)
    }
    let least = trial.tables.templates[template].minMinutes
    let span = longest(day, template) - least + 1
    return clip(least + min(random.below(span), random.below(span)), day, template)
  }

  private mutating func remove() -> Int? {
    let day = randomDay()
    guard let template = randomSession(on: day) else { return nil }
    trial.set(day, template, to: 0)
    return day / 7
  }

  private mutating func replace() -> Int? {
    let day = randomDay()
    guard let old = randomSession(on: day) else { return nil }
    let new = usableCells(on: day)[random.below(usableCells(on: day).count)]
    guard new != old, trial[day, new] == 0 else { return nil }
    let ratio = trial.tables.templates[old].sRPE / max(0.5, trial.tables.templates[new].sRPE)
    let length = Int(Double(trial[day, old]) * ratio)
    trial.set(day, old, to: 0)
    trial.set(day, new, to: clip(length, day, new))
    return day / 7
  }

  private mutating func moveWithinWeek() -> Int? {
    let day = randomDay()
    guard let template = randomSession(on: day) else { return nil }
    let other = day / 7 * 7 + random.below(7)
    guard other != day, other < trial.dayCount, longest(other, template) > 0, trial[other, template] == 0
    else {
      return nil
    }
    let length = clip(trial[day, template], other, template)
    trial.set(day, template, to: 0)
    trial.set(other, template, to: length)
    return day / 7
  }

  private mutating func swapDays() -> Int? {
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

  private mutating func copyFromNeighbour() -> Int? {
    let day = randomDay()
    let other = day + (random.below(2) == 0 ? 7 : -7)
    guard other >= 0, other < trial.horizonDays else { return nil }
    var changed = false
    for template in 0..<trial.templateCount where trial[day, template] != trial[other, template] {
      let there = trial[other, template]
      trial.set(day, template, to: there > 0 ? clip(there, day, template) : 0)
      changed = true
    }
    return changed ? day / 7 : nil
  }

  /// Minutes go from one session to another.
  private mutating func transfer() -> Int? {
    let day = randomDay()
    let other = random.below(2) == 0 ? randomDay() : min(trial.dayCount - 1, day / 7 * 7 + random.below(7))
    guard !usableCells(on: other).isEmpty, let from = randomSession(on: day), let to = randomSession(on: other),
      day != other || from != to
    else { return nil }
    let step = abs(randomStep())
    let less = clip(trial[day, from] - step, day, from)
    let more = clip(trial[other, to] + step, other, to)
    guard less != trial[day, from], more != trial[other, to] else { return nil }
    trial.set(day, from, to: less)
    trial.set(other, to, to: more)
    return day / 7
  }

  /// All sessions of a week become a step longer or shorter.
  private mutating func scaleWeek() -> Int? {
    let week = randomDay() / 7
    let step = randomStep()
    var changed = false
    for day in model.days(ofWeek: week) {
      for template in usableCells(on: day) where trial[day, template] > 0 {
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
