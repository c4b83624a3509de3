import Rows
import TrainingPlan

/// What a change has replaced, to be taken back.
struct SavedParts {
  let days: ChangeList<Day>
  /// Longest session of each sport on these days, minutes; day-major.
  let longest: Row<Int>
  let weeks: ChangeList<(week: Int, score: Score, load: Double, hip: Double)>
  let rises: ChangeList<(week: Int, score: Score)>
  let rhythm: ChangeList<(week: Int, price: Double)>
  let patterns: ChangeList<(week: Int, pattern: WeekPattern)>
  let watch: ChangeList<(week: Int, price: Double)>
  let sports: ChangeList<(sport: Int, score: Score, weeks: Score)>
  let spikes: ChangeList<(place: Int, score: Score)>
  let sportWeeks: ChangeList<(place: Int, longest: Int, price: Double)>

  struct Day {
    var day = 0
    var load = 0.0
    var hip = 0.0
    var gain = 0.0
    var score = Score()
    var largestLoad = 0.0
    var largestHip = 0.0
    var isTrained = false
    var isHardDay = false
    var isFragile = false
  }

  init(days: Int, weeks: Int, sports: Int, in memory: RowMemory) {
    self.days = memory.changes(of: Day(), most: days)
    longest = memory.row(0, count: days * sports)
    self.weeks = memory.changes(of: (0, Score(), 0, 0), most: weeks)
    rises = memory.changes(of: (0, Score()), most: weeks)
    rhythm = memory.changes(of: (0, 0), most: weeks * (weeks + 1))
    patterns = memory.changes(of: (0, WeekPattern()), most: weeks)
    watch = memory.changes(of: (0, 0), most: 4 * weeks)
    self.sports = memory.changes(of: (0, Score(), Score()), most: sports)
    spikes = memory.changes(of: (0, Score()), most: weeks * sports)
    sportWeeks = memory.changes(of: (0, 0, 0), most: weeks * sports)
  }

  func clear() {
    days.clear()
    weeks.clear()
    rises.clear()
    rhythm.clear()
    patterns.clear()
    watch.clear()
    sports.clear()
    spikes.clear()
    sportWeeks.clear()
  }
}

extension Trial {
  /// Keeps the changes made since the last `commit` or `rollback`; call after `evaluate`.
  func commit() {
    keepDays()
    keptSums.now = sums.now
    clearMarks()
  }

  /// Takes back the changes made since the last `commit` or `rollback`; call after `evaluate`.
  func rollback() {
    for change in changedTypes.reversed() { weekTypes[change.week] = change.before }
    for change in changedCells { put(change.before, change.day, change.template) }
    for (place, day) in saved.days.enumerated() { restore(day, place) }
    sums.now = keptSums.now
    for old in saved.weeks {
      weekScore[old.week] = old.score
      weekLoad[old.week] = old.load
      weekHip[old.week] = old.hip
    }
    for old in saved.rhythm.reversed() { rhythmPrice[old.week] = old.price }
    for old in saved.patterns { weekPattern[old.week] = old.pattern }
    for old in saved.watch.reversed() { watchPrice[old.week] = old.price }
    for old in saved.sports {
      sportScore[old.sport] = old.score
      sumOfSportWeeks[old.sport] = old.weeks
    }
    for old in saved.rises { riseScore[old.week] = old.score }
    for old in saved.spikes { spikeScore[old.place] = old.score }
    for old in saved.sportWeeks {
      weekLongest[old.place] = old.longest
      shortLongPrice[old.place] = old.price
    }
    clearMarks()
  }

  private func clearMarks() {
    for change in changedCells { isChangedCell[change.day * templateCount + change.template] = false }
    for day in changedDays { isChangedDay[day] = false }
    for week in changedWeeks { isChangedWeek[week] = false }
    for sport in 0..<sportCount { isChangedSport[sport] = false }
    changedCells.clear()
    changedTypes.clear()
    changedDays.clear()
    changedWeeks.clear()
    saved.clear()
    (firstChangedDay.now, lastChangedDay.now) = (dayCount, -1)
    hasMoved.now = false
  }

  func save(_ day: Int) {
    for sport in 0..<sportCount {
      saved.longest[saved.days.count * sportCount + sport] = longestOfSport[sport * dayCount + day]
    }
    saved.days.append(
      SavedParts.Day(
        day: day, load: load[day], hip: hip[day], gain: dayGain[day], score: dayScore[day],
        largestLoad: largestLoad[day], largestHip: largestHip[day], isTrained: isTrained[day],
        isHardDay: isHardDay[day], isFragile: isFragile[day]))
  }

  private func restore(_ old: SavedParts.Day, _ place: Int) {
    let day = old.day
    for sport in 0..<sportCount {
      longestOfSport[sport * dayCount + day] = saved.longest[place * sportCount + sport]
    }
    load[day] = old.load
    hip[day] = old.hip
    dayGain[day] = old.gain
    dayScore[day] = old.score
    largestLoad[day] = old.largestLoad
    largestHip[day] = old.largestHip
    isTrained[day] = old.isTrained
    isHardDay[day] = old.isHardDay
    isFragile[day] = old.isFragile
  }
}
