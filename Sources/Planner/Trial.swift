import TrainingPlan

/// A schedule being tried: minutes in cells, with every sum that a rule looks at and every rule's score.
///
/// Changing a cell marks its day, week and sport; `evaluate` brings only these up to date. `commit` keeps the
/// change, `rollback` takes it back. No allocation happens between.
struct Trial: Sendable {
  let model: PlanModel
  var bounds: Bounds { model.bounds }
  /// The kind of each plan week.
  private(set) var weekTypes: [WeekType]
  /// Minutes a cell, 0 = no session.
  private(set) var minutes: [Int]

  // Sums of a day.
  var load: [Double]
  var hip: [Double]
  var dayGain: [Double]
  var isTrained: [Bool]
  var isHardDay: [Bool]
  /// Longest session of a sport on a day; sport-major.
  var longestOfSport: [Int]
  /// What a day can lose with one session: load, hip flexion, and that it is trained.
  var largestLoad: [Double]
  var largestHip: [Double]
  var isFragile: [Bool]

  // Scores that depend on one day, one week or one sport, and the sums of a week.
  var dayScore: [Score]
  /// Sum of what the days score by themselves, as tried and as kept.
  private var localScore = Score()
  private var keptLocalScore = Score()
  var weekScore: [Score]
  var rhythmPrice: [Double]
  var sportScore: [Score]
  var weekLoad: [Double]
  var weekHip: [Double]

  // Work space of the week being scored: sessions and minutes a template, minutes a family.
  var weekSessions: [Int]
  var weekMinutes: [Int]
  var familyMinutes: [Int]
  /// Work space of the single-session rule.
  var queue: [Int]

  /// What depends on the days in their order, as far as committed and as tried.
  var kept: DailySeries
  var tried: DailySeries

  private var changedCells: [(cell: Int, before: Int)] = []
  private var changedTypes: [(week: Int, before: WeekType)] = []
  private var changedDays: [Int] = []
  private var changedWeeks: [Int] = []
  private var isChangedDay: [Bool]
  private var isChangedWeek: [Bool]
  private var isChangedSport: [Bool]
  private var savedWeek: [(week: Int, score: Score, load: Double, hip: Double)] = []
  private var savedSport: [(sport: Int, score: Score)] = []
  private var savedRhythm: [(week: Int, price: Double)] = []
  private(set) var firstChangedDay: Int
  /// Weeks that are looked at; those after them are still empty while a schedule is filled week by week.
  private(set) var horizon: Int
  /// Whether load is valued for what later weeks can build on it rather than for what is left of it on the day.
  private var isFilling = false

  /// An empty schedule with the given kinds of week.
  init(model: PlanModel, weekTypes: [WeekType]) {
    self.model = model
    self.weekTypes = weekTypes
    let days = model.dayCount
    minutes = model.held.minutes
    load = Array(repeating: 0, count: days)
    hip = Array(repeating: 0, count: days)
    dayGain = Array(repeating: 0, count: days)
    isTrained = Array(repeating: false, count: days)
    isHardDay = Array(repeating: false, count: days)
    longestOfSport = Array(repeating: 0, count: days * model.sports.count)
    largestLoad = load
    largestHip = load
    isFragile = isTrained
    dayScore = Array(repeating: Score(), count: days)
    weekScore = Array(repeating: Score(), count: model.weekCount)
    rhythmPrice = Array(repeating: 0, count: model.weekCount)
    sportScore = Array(repeating: Score(), count: model.sports.count)
    weekLoad = Array(repeating: 0, count: model.weekCount)
    weekHip = Array(repeating: 0, count: model.weekCount)
    weekSessions = Array(repeating: 0, count: model.templateCount)
    weekMinutes = weekSessions
    familyMinutes = Array(repeating: 0, count: model.families.count)
    queue = Array(repeating: 0, count: days)
    kept = DailySeries(model: model)
    tried = kept
    isChangedDay = Array(repeating: false, count: days)
    isChangedWeek = Array(repeating: false, count: model.weekCount)
    isChangedSport = Array(repeating: false, count: model.sports.count)
    firstChangedDay = days
    horizon = model.weekCount
    reset(minutes: minutes, weekTypes: weekTypes)
  }

  /// Minutes of a template on a day.
  subscript(day: Int, template: Int) -> Int { minutes[day * model.templateCount + template] }

  /// Days that are looked at.
  var horizonDays: Int { min(7 * horizon, model.dayCount) }

  /// Looks at the first `weeks` weeks only, and values load for the weeks after it; all weeks end the filling.
  mutating func fill(weeks: Int) -> Score {
    horizon = weeks
    isFilling = weeks < model.weekCount
    return evaluateAll(horizonDays)
  }

  /// Puts `length` minutes into a cell; 0 takes the session out. What is held stays.
  mutating func set(_ day: Int, _ template: Int, to length: Int) {
    let cell = day * model.templateCount + template
    guard minutes[cell] != length, model.held.minutes[cell] == 0 else { return }
    changedCells.append((cell, minutes[cell]))
    minutes[cell] = length
    mark(day)
    isChangedSport[model.templates[template].sport] = true
  }

  /// Whether a cell was changed since the last `commit` or `rollback`.
  func isChanged(_ day: Int, _ template: Int) -> Bool {
    let cell = day * model.templateCount + template
    return changedCells.contains { $0.cell == cell }
  }

  /// Exchanges two full plan weeks, sessions and kinds.
  mutating func exchangeWeeks(_ a: Int, _ b: Int) {
    changedTypes.append((a, weekTypes[a]))
    changedTypes.append((b, weekTypes[b]))
    weekTypes.swapAt(a, b)
    for sport in 0..<model.sports.count { isChangedSport[sport] = true }
    mark(7 * a)
    mark(7 * b)
    for offset in 0..<7 {
      for template in 0..<model.templateCount {
        let here = self[7 * a + offset, template]
        let there = self[7 * b + offset, template]
        set(7 * a + offset, template, to: model.fitted(there, 7 * a + offset, template))
        set(7 * b + offset, template, to: model.fitted(here, 7 * b + offset, template))
      }
    }
  }

  private mutating func mark(_ day: Int) {
    if !isChangedDay[day] {
      isChangedDay[day] = true
      changedDays.append(day)
      if day < firstChangedDay { firstChangedDay = day }
    }
    mark(week: day / 7)
  }

  private mutating func mark(week: Int) {
    guard !isChangedWeek[week] else { return }
    isChangedWeek[week] = true
    changedWeeks.append(week)
  }

  /// The week of the event counts also where the event is on its first day, and no day of it is trained.
  private mutating func markLastWeek() { mark(week: model.weekCount - 1) }

  /// The score with the changes made since the last `commit` or `rollback`.
  mutating func evaluate() -> Score {
    evaluate(floor: -.infinity, price: 0) ?? Score()
  }

  /// The score with the changes made since the last `commit` or `rollback`; nil as soon as it is clear that its value
  /// less `price` a unit of violation falls below `floor`. Most changes are bad, and most of these show it before the
  /// days are run through.
  mutating func evaluate(floor: Double, price: Double) -> Score? {
    for day in changedDays where day < horizonDays {
      localScore.value -= dayScore[day].value + dayGain[day]
      localScore.violation -= dayScore[day].violation
      refresh(day)
      localScore.value += dayScore[day].value + dayGain[day]
      localScore.violation += dayScore[day].violation
    }
    for week in changedWeeks {
      savedWeek.append((week, weekScore[week], weekLoad[week], weekHip[week]))
      refreshWeek(week)
    }
    if bounds.hasCoaching {
      for week in changedWeeks { refreshRhythm(around: week) }
    }
    var total = localScore
    for week in 0..<horizon {
      total += weekScore[week]
      total.value -= rhythmPrice[week]
    }
    total += scoreOfWeeksInOrder()
    total.value += model.emptyObjective
    if total.value - price * total.violation < floor { return nil }
    for sport in 0..<model.sports.count where isChangedSport[sport] {
      savedSport.append((sport, sportScore[sport]))
      sportScore[sport] = scoreOfSport(sport)
    }
    for score in sportScore { total += score }
    let room = price > 0 ? (total.value - floor) / price - total.violation : .infinity
    if room < 0 { return nil }
    let days = runDays(atMost: room)
    if days.violation > room { return nil }
    total += days
    if total.value - price * total.violation < floor { return nil }
    return total
  }

  private mutating func refreshRhythm(around week: Int) {
    var next = week
    repeat {
      savedRhythm.append((next, rhythmPrice[next]))
      rhythmPrice[next] = priceOfRhythm(inWeek: next)
      next += 1
    } while next < model.weekCount && (next == week + 1 || !setsRhythm(next - 1))
  }

  /// Keeps the changes made since the last `commit` or `rollback`; call after `evaluate`.
  mutating func commit() {
    kept.take(tried, from: firstChangedDay)
    keptLocalScore = localScore
    clearMarks()
  }

  /// Takes back the changes made since the last `commit` or `rollback`; call after `evaluate`.
  mutating func rollback() {
    for change in changedTypes.reversed() { weekTypes[change.week] = change.before }
    for change in changedCells.reversed() { minutes[change.cell] = change.before }
    for day in changedDays { refresh(day) }
    localScore = keptLocalScore
    for saved in savedWeek {
      weekScore[saved.week] = saved.score
      weekLoad[saved.week] = saved.load
      weekHip[saved.week] = saved.hip
    }
    for saved in savedRhythm.reversed() { rhythmPrice[saved.week] = saved.price }
    for saved in savedSport { sportScore[saved.sport] = saved.score }
    clearMarks()
  }

  private mutating func clearMarks() {
    for day in changedDays { isChangedDay[day] = false }
    for week in changedWeeks { isChangedWeek[week] = false }
    for sport in 0..<isChangedSport.count { isChangedSport[sport] = false }
    changedCells.removeAll(keepingCapacity: true)
    changedTypes.removeAll(keepingCapacity: true)
    changedDays.removeAll(keepingCapacity: true)
    changedWeeks.removeAll(keepingCapacity: true)
    savedWeek.removeAll(keepingCapacity: true)
    savedRhythm.removeAll(keepingCapacity: true)
    savedSport.removeAll(keepingCapacity: true)
    firstChangedDay = model.dayCount
  }

  /// Starts over from the given cells and kinds of week, and returns their score.
  @discardableResult
  mutating func reset(minutes: [Int], weekTypes: [WeekType]) -> Score {
    self.minutes = minutes
    self.weekTypes = weekTypes
    return evaluateAll(model.dayCount)
  }

  /// Looks at the first days anew, whatever was changed, and keeps them.
  private mutating func evaluateAll(_ days: Int) -> Score {
    for day in 0..<days {
      mark(day)
      dayScore[day] = Score()
      dayGain[day] = 0
    }
    if !isFilling { markLastWeek() }
    localScore = Score()
    for sport in 0..<model.sports.count { isChangedSport[sport] = true }
    let score = evaluate()
    commit()
    return score
  }

  private mutating func refresh(_ day: Int) {
    let count = model.templateCount
    let base = day * count
    let templates = model.templates
    let gain = isFilling ? model.fillGain : model.gain
    for sport in 0..<model.sports.count { longestOfSport[sport * model.dayCount + day] = 0 }
    var sums = DaySums()
    for template in 0..<count {
      let length = minutes[base + template]
      guard length > 0 else { continue }
      let kind = templates[template]
      sums.add(kind, minutes: length, gain: gain[base + template], round: bounds.roundMinutes)
      let place = kind.sport * model.dayCount + day
      if longestOfSport[place] > 0 { sums.doubles += 1 }
      if length > longestOfSport[place] { longestOfSport[place] = length }
    }
    sums.load += model.held.load[day]
    sums.hip += model.held.hip[day]
    load[day] = sums.load
    hip[day] = sums.hip
    dayGain[day] = sums.gain
    isTrained[day] = sums.main > 0 || sums.load > bounds.restLoad
    isHardDay[day] = sums.hard > 0
    dayScore[day] = scoreOfDay(day, sums)
    if bounds.robust.isOn { refreshLoss(day) }
  }
}
