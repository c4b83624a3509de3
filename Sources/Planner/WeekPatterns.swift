import TrainingPlan

extension PlanModel {
  /// The weeks before the taper.
  var buildWeeks: Int { max(0, weekCount - taperWeeks) }

  /// Whether a week is an easier one however light it is: the athlete is away, back, or recovers.
  func isLight(_ week: Int) -> Bool { problem.limits.lightWeeks.contains(week) }

  /// Sequences that are made and ranked, at most; the longest runs of load weeks first.
  private static let mostRanked = 20_000

  /// The admissible sequences of load, easier and taper weeks, at most `limit` of them; `weekPatternCount` says how many
  /// there are.
  ///
  /// Easier weeks come after one to `maxLoadWeeks` load weeks, with at least `minLoadWeeks` between two of them, and
  /// wherever weeks are light; the taper weeks come last. Weeks that stand already are as they are. The most promising come first, of
  /// `mostRanked` where there are more.
  func weekPatterns(limit: Int) -> [[WeekType]] {
    let taper = [WeekType](repeating: .taper, count: weekCount - buildWeeks)
    // A taper of the past that was broken off, since the event is later now, was an easier week.
    let past = held.weekTypes.prefix(buildWeeks).map { $0 == .taper ? .deload : $0 }
    guard let deload = problem.limits.deload else {
      return [past + (past.count..<buildWeeks).map { isLight($0) ? .deload : .load } + taper]
    }
    var patterns: [[WeekType]] = []
    let most = max(1, deload.maxLoadWeeks)
    let least = min(deload.minLoadWeeks, most)
    func extend(_ prefix: [WeekType], after done: Int, easierWeeks: Int) {
      guard patterns.count < Self.mostRanked else { return }
      let left = buildWeeks - prefix.count
      if left == 0 {
        patterns.append(prefix + taper)
        return
      }
      if isLight(prefix.count) {
        extend(prefix + [.deload], after: 0, easierWeeks: easierWeeks + 1)
        return
      }
      let free = (prefix.count..<buildWeeks).prefix { !isLight($0) }.count
      for run in stride(from: max(0, min(most - done, free)), through: done > 0 ? 0 : 1, by: -1) {
        let longer = prefix + [WeekType](repeating: .load, count: run)
        if run == free {
          extend(longer, after: 0, easierWeeks: easierWeeks)
        } else if easierWeeks == 0 || done + run >= least || done >= most {
          extend(longer + [.deload], after: 0, easierWeeks: easierWeeks + 1)
        }
      }
    }
    let done = past.reversed().prefix { $0 == .load }.count
    extend(past, after: done, easierWeeks: past.count { $0 != .load })
    let forecast = LoadForecast(self)
    let promises = patterns.map(forecast.value)
    let order = patterns.indices.sorted { (promises[$1], $0) < (promises[$0], $1) }
    return order.prefix(limit).map { patterns[$0] }
  }

  /// How many admissible sequences there are, counted without making them; `Int.max` where there are more than that.
  var weekPatternCount: Int {
    guard held.weekTypes.isEmpty, problem.limits.lightWeeks.isEmpty else {
      return weekPatterns(limit: .max).count
    }
    guard let deload = problem.limits.deload else { return 1 }
    let most = max(1, deload.maxLoadWeeks)
    // Ways to fill so many weeks after an easier week; after the first run any length of it is allowed.
    func ways(fromRun least: Int, after: [Int], weeks: Int) -> Int {
      var sum = weeks >= 1 && weeks <= most ? 1 : 0
      for run in 1...most where run >= least && run < weeks {
        let (next, isTooLarge) = sum.addingReportingOverflow(after[weeks - run - 1])
        if isTooLarge { return Int.max }
        sum = next
      }
      return sum
    }
    // An easier week may be the last before the taper.
    var after = [1]
    for weeks in 1..<max(2, buildWeeks + 1) {
      after.append(ways(fromRun: min(deload.minLoadWeeks, most), after: after, weeks: weeks))
    }
    return buildWeeks == 0 ? 1 : ways(fromRun: 1, after: after, weeks: buildWeeks)
  }

  /// Whether a sequence of week kinds is admissible, as `weekPatterns` makes them; weeks that stand are not judged.
  func isAdmissible(_ types: [WeekType]) -> Bool {
    let open = held.weekTypes.count..<max(held.weekTypes.count, buildWeeks)
    guard open.allSatisfy({ !isLight($0) || types[$0] == .deload }) else { return false }
    guard let deload = problem.limits.deload else { return true }
    var run = 0
    var easierWeeks = 0
    for week in 0..<buildWeeks {
      if types[week] == .load {
        run += 1
        if run > deload.maxLoadWeeks, open.contains(week) { return false }
      } else {
        let isTooSoon = run == 0 || (easierWeeks > 0 && run < deload.minLoadWeeks)
        if isTooSoon, open.contains(week), !isLight(week) { return false }
        run = 0
        easierWeeks += 1
      }
    }
    return true
  }
}
