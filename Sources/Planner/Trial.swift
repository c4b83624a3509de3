import Rows
import TrainingPlan

/// A schedule being tried: minutes in cells, with every sum that a rule looks at and every rule's score.
///
/// Changing a cell marks its day, week and sport; `evaluate` brings only these up to date. `commit` keeps the
/// change, `rollback` takes it back. No allocation happens between.
final class Trial {
  let model: PlanModel
  let bounds: Bounds
  let tables: Tables
  private let memory = RowMemory()
  let templateCount: Int
  let dayCount: Int
  let sportCount: Int

  /// The kind of each plan week.
  let weekTypes: Row<WeekType>
  /// Minutes a cell, 0 = no session.
  let minutes: Row<Int>
  /// Which templates have a session on a day, and in a week.
  let presence: TemplateBits
  let weekPresence: TemplateBits

  // Sums of a day.
  let load: Row<Double>
  let hip: Row<Double>
  let dayGain: Row<Double>
  let isTrained: Row<Bool>
  let isHardDay: Row<Bool>
  /// Longest session of a sport on a day; sport-major.
  let longestOfSport: Row<Int>
  /// What a day can lose with one session: load, hip flexion, and that it is trained.
  let largestLoad: Row<Double>
  let largestHip: Row<Double>
  let isFragile: Row<Bool>

  // Scores that depend on one day, one week or one sport, and the sums of a week.
  let dayScore: Row<Score>
  let weekScore: Row<Score>
  let rhythmPrice: Row<Double>
  let watchPrice: Row<Double>
  /// What a week breaks by the load week before it.
  let riseScore: Row<Score>
  let sportScore: Row<Score>
  /// What the sessions of a sport break in a week by being longer than those before them; sport-major.
  let spikeScore: Row<Score>
  /// What the weeks of a sport come to by spikes and short long sessions.
  let sumOfSportWeeks: Row<Score>
  let weekLoad: Row<Double>
  let weekHip: Row<Double>
  let weekPattern: Row<WeekPattern>
  /// Longest session of a sport in a week, and what it costs where the week's long one is shorter; sport-major. For the
  /// coach's terms only.
  let weekLongest: Row<Int>
  let shortLongPrice: Row<Double>
  /// Sessions and minutes of a template in a week; week-major.
  let weekSessions: Row<Int>
  let weekMinutes: Row<Int>

  // Work space: minutes a family in the week being scored; days of the single-session rule, and how many later ones are
  // as long.
  let familyMinutes: Row<Int>
  let familyHip: Row<Double>
  let sportMinutes: Row<Double>
  let queue: Row<Int>
  let outdone: Row<Int>

  /// What depends on the days in their order, as far as committed and as tried.
  let kept: DailySeries
  let tried: DailySeries
  /// How far ratios and order of the days were tried.
  let endOfRatios: Slot<Int>
  let endOfOrder: Slot<Int>

  /// Weeks that are looked at; those after them are still empty while a schedule is filled week by week.
  let horizon: Slot<Int>
  /// Whether load is valued for what later weeks can build on it rather than for what is left of it on the day.
  let isFilling: Slot<Bool>
  /// How long the longest session has to be by the end of each week while they are filled, minutes; goal-major.
  let rungs: Row<Double>
  /// What each load week holds at most while they are filled, AU, so that an easier week with little time can follow it.
  let fillMost: Row<Double>

  // Sums of scores, as tried and as kept.
  let sums: Slot<ScoreSums>
  let keptSums: Slot<ScoreSums>

  // What was changed since the last `commit` or `rollback`, and how it was before.
  let firstChangedDay: Slot<Int>
  let lastChangedDay: Slot<Int>
  let changedCells: ChangeList<(day: Int, template: Int, before: Int)>
  let changedTypes: ChangeList<(week: Int, before: WeekType)>
  let changedDays: ChangeList<Int>
  let changedWeeks: ChangeList<Int>
  let isChangedCell: Row<Bool>
  let isChangedDay: Row<Bool>
  let isChangedWeek: Row<Bool>
  let isChangedSport: Row<Bool>
  /// Whether sessions came or went, or weeks changed their kind.
  let hasMoved: Slot<Bool>
  let saved: SavedParts

  /// What a session that is too long for the single-session rule weighs besides its minutes: one minute too much at a step
  /// spares the whole session that another step below would take.
  let stepWeight: Double
  static let usualStepWeight = 0.25 * Score.count

  /// An empty schedule with the given kinds of week.
  init(model: PlanModel, weekTypes: [WeekType], stepWeight: Double = usualStepWeight) {
    self.model = model
    self.stepWeight = stepWeight
    bounds = model.bounds
    tables = Tables(model, in: memory)
    let (days, weeks, templates) = (model.dayCount, model.weekCount, model.templateCount)
    let sports = model.sports.count
    (dayCount, templateCount, sportCount) = (days, templates, sports)
    self.weekTypes = memory.row(weekTypes)
    minutes = memory.row(model.held.minutes)
    presence = TemplateBits(sets: days, templates: templates, in: memory)
    weekPresence = TemplateBits(sets: weeks, templates: templates, in: memory)
    load = memory.row(0, count: days)
    hip = memory.row(0, count: days)
    dayGain = memory.row(0, count: days)
    isTrained = memory.row(false, count: days)
    isHardDay = memory.row(false, count: days)
    longestOfSport = memory.row(0, count: days * sports)
    largestLoad = memory.row(0, count: days)
    largestHip = memory.row(0, count: days)
    isFragile = memory.row(false, count: days)
    dayScore = memory.row(Score(), count: days)
    weekScore = memory.row(Score(), count: weeks)
    rhythmPrice = memory.row(0, count: weeks)
    watchPrice = memory.row(0, count: weeks)
    riseScore = memory.row(Score(), count: weeks)
    sportScore = memory.row(Score(), count: sports)
    spikeScore = memory.row(Score(), count: weeks * sports)
    sumOfSportWeeks = memory.row(Score(), count: sports)
    weekLoad = memory.row(0, count: weeks)
    weekHip = memory.row(0, count: weeks)
    weekPattern = memory.row(WeekPattern(), count: weeks)
    weekLongest = memory.row(0, count: weeks * sports)
    shortLongPrice = memory.row(0, count: weeks * sports)
    weekSessions = memory.row(0, count: weeks * templates)
    weekMinutes = memory.row(0, count: weeks * templates)
    familyMinutes = memory.row(0, count: model.families.count)
    familyHip = memory.row(0, count: model.families.count)
    sportMinutes = memory.row(0.0, count: sports)
    queue = memory.row(0, count: days)
    outdone = memory.row(0, count: days)
    kept = DailySeries(model: model, in: memory)
    tried = DailySeries(model: model, in: memory)
    endOfRatios = memory.slot(0)
    endOfOrder = memory.slot(0)
    horizon = memory.slot(weeks)
    isFilling = memory.slot(false)
    rungs = memory.row(0, count: model.goals.count * weeks)
    fillMost = memory.row(.infinity, count: weeks)
    sums = memory.slot(ScoreSums())
    keptSums = memory.slot(ScoreSums())
    firstChangedDay = memory.slot(days)
    lastChangedDay = memory.slot(-1)
    changedCells = memory.changes(of: (0, 0, 0), most: days * templates)
    changedTypes = memory.changes(of: (0, .load), most: 2 * weeks)
    changedDays = memory.changes(of: 0, most: days)
    changedWeeks = memory.changes(of: 0, most: weeks)
    isChangedCell = memory.row(false, count: days * templates)
    isChangedDay = memory.row(false, count: days)
    isChangedWeek = memory.row(false, count: weeks)
    isChangedSport = memory.row(false, count: sports)
    hasMoved = memory.slot(false)
    saved = SavedParts(days: days, weeks: weeks, sports: sports, in: memory)
    reset(minutes: model.held.minutes, weekTypes: weekTypes)
  }

  /// Minutes of a template on a day.
  subscript(day: Int, template: Int) -> Int { minutes[day * templateCount + template] }

  /// A length brought into what a cell allows; 0 where the cell allows nothing or nothing was asked.
  func fitted(_ length: Int, _ day: Int, _ template: Int) -> Int {
    let most = tables.longest[day * templateCount + template]
    guard most > 0, length > 0 else { return 0 }
    return min(most, max(tables.templates[template].minMinutes, length))
  }

  /// Days that are looked at.
  var horizonDays: Int { min(7 * horizon.now, dayCount) }

  /// Puts `length` minutes into a cell; 0 takes the session out. What is held stays.
  func set(_ day: Int, _ template: Int, to length: Int) {
    let cell = day * templateCount + template
    let before = minutes[cell]
    guard before != length, tables.heldMinutes[cell] == 0 else { return }
    if !isChangedCell[cell] {
      isChangedCell[cell] = true
      changedCells.append((day, template, before))
    }
    put(length, day, template)
    mark(day)
    isChangedSport[tables.templates[template].sport] = true
  }

  /// Whether a cell was changed since the last `commit` or `rollback`.
  func isChanged(_ day: Int, _ template: Int) -> Bool { isChangedCell[day * templateCount + template] }

  /// Minutes into a cell, with what its week counts of them.
  func put(_ length: Int, _ day: Int, _ template: Int) {
    let cell = day * templateCount + template
    count(day, template, from: minutes[cell], to: length)
    minutes[cell] = length
  }

  /// Counts a cell that goes from some minutes to others.
  func count(_ day: Int, _ template: Int, from before: Int, to after: Int) {
    let place = day / 7 * templateCount + template
    weekMinutes[place] += after - before
    if (after > 0) != (before > 0) {
      let sessions = weekSessions[place] + (after > 0 ? 1 : -1)
      weekSessions[place] = sessions
      presence.flip(template, in: day)
      if sessions == 0 || (sessions == 1 && after > 0) { weekPresence.flip(template, in: day / 7) }
      hasMoved.now = true
    }
  }

  /// Exchanges two full plan weeks, sessions and kinds.
  func exchangeWeeks(_ a: Int, _ b: Int) {
    changedTypes.append((a, weekTypes[a]))
    changedTypes.append((b, weekTypes[b]))
    (weekTypes[a], weekTypes[b]) = (weekTypes[b], weekTypes[a])
    hasMoved.now = true
    for sport in 0..<sportCount { isChangedSport[sport] = true }
    mark(7 * a)
    mark(7 * b)
    for offset in 0..<7 {
      for template in 0..<templateCount {
        let here = self[7 * a + offset, template]
        let there = self[7 * b + offset, template]
        set(7 * a + offset, template, to: fitted(there, 7 * a + offset, template))
        set(7 * b + offset, template, to: fitted(here, 7 * b + offset, template))
      }
    }
  }

  func mark(_ day: Int) {
    if !isChangedDay[day] {
      isChangedDay[day] = true
      changedDays.append(day)
      firstChangedDay.now = min(firstChangedDay.now, day)
      lastChangedDay.now = max(lastChangedDay.now, day)
    }
    mark(week: day / 7)
  }

  func mark(week: Int) {
    guard !isChangedWeek[week] else { return }
    isChangedWeek[week] = true
    changedWeeks.append(week)
  }
}
