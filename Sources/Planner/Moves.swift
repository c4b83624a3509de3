import Rows
import TrainingPlan

extension Annealing {
  /// Makes one random change; false where the dice fell on nothing.
  ///
  /// Every other change of a week's load is made good within the week, so that a session can come or grow where the
  /// limits leave the week no room.
  mutating func change() -> Bool {
    let week: Int?
    // A broken limit asks for sessions to go; inside the limits, what is good is to spread.
    let isBroken = score.violation > 0
    if focus.count == usableDays.count {
      if random.below(isBroken ? 250 : 2_000) == 0 { return exchangeWeeks() }
      if random.below(isBroken ? 40 : 150) == 0, !trial.tables.goals.isEmpty { return climb() }
      if random.below(20) == 0 { return changeSeries() }
      if !isBroken, random.below(40) == 0 { return copyWeek() }
    }
    if isBroken, trial.tables.goals.count > 1, random.below(15) == 0 { return takeDay() }
    switch random.below(100) {
    case 0..<30: week = nudge()
    case 30..<44: week = add()
    case 44..<48: week = remove()
    case 48..<52: week = isBroken ? remove() : nudge()
    case 52..<64: week = replace()
    case 64..<72: week = moveWithinWeek()
    case 72..<75: week = swapDays()
    case 75..<78: week = swapSessions()
    case 78..<84: week = copyFromNeighbour()
    case 84..<87: week = isBroken ? transfer() : copyFromNeighbour()
    case 87..<95: week = transfer()
    default: week = scaleWeek()
    }
    guard let week else { return false }
    if random.below(2) == 0 { levelLoad(of: week) }
    return true
  }

  /// Lengthens or shortens other sessions of a week until its load is what it was, as far as they go.
  mutating func levelLoad(of week: Int) {
    let days = model.days(ofWeek: week)
    var excess = 0.0
    for change in trial.changedCells where days.contains(change.day) {
      let effort = trial.tables.templates[change.template].sRPE
      excess += effort * Double(trial[change.day, change.template] - change.before)
    }
    for _ in 0..<4 {
      guard abs(excess) >= 1 else { return }
      let day = days.lowerBound + random.below(days.count)
      guard let template = randomSession(on: day), !trial.isChanged(day, template)
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

  mutating func randomDay() -> Int {
    usableDays[focus.lowerBound + random.below(focus.count)]
  }

  mutating func randomTemplate(of day: Int) -> Int {
    let cells = usableCells(on: day)
    return cells[random.below(cells.count)]
  }

  /// A template that has a session on the day.
  mutating func randomSession(on day: Int) -> Int? {
    let cells = usableCells(on: day)
    let first = random.below(cells.count)
    for template in cells.part(first..<cells.count) where trial[day, template] > 0 { return template }
    for template in cells.part(0..<first) where trial[day, template] > 0 { return template }
    return nil
  }

  private func minutes(of day: Int) -> Int {
    var sum = 0
    for template in sessions(on: day) { sum += trial[day, template] }
    return sum
  }

  /// Shortens other sessions of a day, or takes them out, until there is time for the one of a template.
  mutating func makeRoom(on day: Int, for template: Int, within most: Int = .max) {
    var excess = minutes(of: day) - min(most, trial.tables.available[day])
    guard excess > 0 else { return }
    let cells = usableCells(on: day)
    let first = random.below(cells.count)
    for offset in 0..<cells.count {
      let other = cells[(first + offset) % cells.count]
      let before = trial[day, other]
      guard other != template, before > 0 else { continue }
      let after = before - excess < trial.tables.templates[other].minMinutes ? 0 : before - excess
      trial.set(day, other, to: after)
      excess -= before - after
      if excess <= 0 { return }
    }
  }

  mutating func randomStep() -> Int {
    let steps = [1, 1, 1, 2, 2, 3, 5, 8, 13]
    let size = steps[random.below(steps.count)] * (random.below(6) == 0 ? 1 : model.step)
    return random.below(2) == 0 ? size : -size
  }

  private func longest(_ day: Int, _ template: Int) -> Int {
    trial.tables.longest[day * trial.templateCount + template]
  }

  /// A length brought into what a cell allows, mostly a round one.
  mutating func clip(_ length: Int, _ day: Int, _ template: Int) -> Int {
    let step = model.step
    let round = step > 1 && random.below(6) > 0 ? (length + step / 2) / step * step : length
    return trial.fitted(max(1, round), day, template)
  }

  private mutating func nudge() -> Int? {
    let day = randomDay()
    guard let template = randomSession(on: day), lengthen(day, template, by: randomStep()) else { return nil }
    return day / 7
  }

  /// A session becomes longer or shorter, at the cost of others where the day is full.
  mutating func lengthen(_ day: Int, _ template: Int, by step: Int) -> Bool {
    let before = trial[day, template]
    let after = clip(before + step, day, template)
    guard after != before else { return false }
    trial.set(day, template, to: after)
    if after > before { makeRoom(on: day, for: template) }
    return true
  }

  private mutating func add() -> Int? {
    let day = randomDay()
    let template = randomTemplate(of: day)
    guard trial[day, template] == 0 else { return nil }
    let before = minutes(of: day)
    trial.set(day, template, to: likelyLength(day, template))
    let isInstead = before > 0 && random.below(2) == 0
    makeRoom(on: day, for: template, within: isInstead ? before : .max)
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
    guard let old = randomSession(on: day), exchange(day, old, for: randomTemplate(of: day)) else {
      return nil
    }
    return day / 7
  }

  /// Another session of the same load takes the place of one.
  mutating func exchange(_ day: Int, _ old: Int, for new: Int) -> Bool {
    guard new != old, trial[day, new] == 0, longest(day, new) > 0 else { return false }
    let ratio = trial.tables.templates[old].sRPE / max(0.5, trial.tables.templates[new].sRPE)
    let length = Int(Double(trial[day, old]) * ratio)
    trial.set(day, old, to: 0)
    trial.set(day, new, to: clip(length, day, new))
    makeRoom(on: day, for: new)
    return true
  }

  private mutating func moveWithinWeek() -> Int? {
    let day = randomDay()
    guard let template = randomSession(on: day), move(day, template, to: day / 7 * 7 + random.below(7)) else {
      return nil
    }
    return day / 7
  }

  mutating func move(_ day: Int, _ template: Int, to other: Int) -> Bool {
    guard other != day, other < trial.dayCount, longest(other, template) > 0, trial[other, template] == 0
    else {
      return false
    }
    let length = clip(trial[day, template], other, template)
    trial.set(day, template, to: 0)
    trial.set(other, template, to: length)
    makeRoom(on: other, for: template)
    return true
  }

  /// Two sessions of a week change places.
  private mutating func swapSessions() -> Int? {
    let day = randomDay()
    let other = day / 7 * 7 + random.below(7)
    guard other != day, other < trial.dayCount, let here = randomSession(on: day),
      let there = randomSession(on: other), here != there, trial[day, there] == 0, trial[other, here] == 0,
      longest(day, there) > 0, longest(other, here) > 0
    else { return nil }
    let (first, second) = (trial[day, here], trial[other, there])
    trial.set(day, here, to: 0)
    trial.set(other, there, to: 0)
    trial.set(day, there, to: clip(second, day, there))
    trial.set(other, here, to: clip(first, other, here))
    makeRoom(on: day, for: there)
    makeRoom(on: other, for: here)
    return day / 7
  }

  /// Minutes go from one session to another.
  private mutating func transfer() -> Int? {
    let day = randomDay()
    let other = random.below(2) == 0 ? randomDay() : min(trial.dayCount - 1, day / 7 * 7 + random.below(7))
    guard let from = randomSession(on: day), let to = randomSession(on: other),
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
}
