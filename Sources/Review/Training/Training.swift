import TrainingLoad
import TrainingPlan

/// A schedule after its history, as columns: everything that the rules look at, computed once.
///
/// Columns of the whole time hold the history first; plan day `d` is at `frame.historyDays + d`. The event
/// itself is never counted. Definitions are those of `tools/audit_plan.py`, which audits the same sessions.
/// A class because every breach keeps the training that it speaks of, and a search makes thousands of them.
final class Training: Sendable {
  let frame: Frame
  /// The planned sessions by day, in the order of the day.
  let entries: [Entry]
  /// `entries[offsets[d]..<offsets[d + 1]]` are the sessions of plan day `d`, the event day included.
  let offsets: [Int]
  /// Load of each day of the whole time, AU.
  let load: [Double]
  /// Hip-flexion exposure of each day of the whole time, run-minutes.
  let hip: [Double]
  /// Sums of `load` over all days before an index.
  let loadBefore: [Double]
  /// Sums of `hip` over all days before an index.
  let hipBefore: [Double]
  /// Whether each day of the whole time is a rest day.
  let isRest: [Bool]
  /// Fitness at the end of each day of the whole time, AU a day.
  let fitness: [Double]
  /// Fatigue at the end of each day of the whole time, AU a day.
  let fatigue: [Double]
  /// The plan weeks.
  let weeks: [TrainingWeek]
  /// For each entry, minutes of the longest session of its sport in the days before it; 0 = none.
  let longestBefore: [Double]
  /// Load and exposure of the last load week: what the taper is compared with.
  let lastLoadWeek: (load: Double, hip: Double)

  init(_ frame: Frame, _ entries: [Entry]) {
    self.frame = frame
    let past = frame.historyDays
    let days = frame.dayCount
    (self.entries, offsets) = Training.sorted(entries, days: days + 1)
    var load = frame.pastLoad
    var hip = frame.pastHip
    let restLoad = frame.problem.rest.loadMax
    var isRest = load.map { !exceedsAbsolutely($0, restLoad) }
    load.reserveCapacity(past + days)
    hip.reserveCapacity(past + days)
    for day in 0..<days {
      var dayLoad = 0.0
      var dayHip = 0.0
      var restful = true
      for entry in self.entries[offsets[day]..<offsets[day + 1]] {
        dayLoad += entry.load
        dayHip += entry.hip
        if !entry.isRestful { restful = false }
      }
      load.append(dayLoad)
      hip.append(dayHip)
      isRest.append(restful && !exceedsAbsolutely(dayLoad, restLoad))
    }
    self.load = load
    self.hip = hip
    self.isRest = isRest
    loadBefore = Training.runningSums(load)
    hipBefore = Training.runningSums(hip)
    fitness = smoothed(load, factor: frame.fitnessFactor, seed: frame.seed)
    fatigue = smoothed(load, factor: frame.fatigueFactor, seed: frame.seed)
    longestBefore = frame.longest(before: self.entries)
    (weeks, lastLoadWeek) = TrainingWeek.all(
      frame: frame, entries: self.entries, offsets: offsets, loadBefore: loadBefore, hipBefore: hipBefore)
  }

  private static func sorted(_ entries: [Entry], days: Int) -> ([Entry], [Int]) {
    var offsets = Array(repeating: 0, count: days + 1)
    var inOrder = true
    var last = 0
    for entry in entries {
      offsets[entry.day + 1] += 1
      if entry.day < last { inOrder = false }
      last = entry.day
    }
    for day in 0..<days { offsets[day + 1] += offsets[day] }
    if inOrder { return (entries, offsets) }
    let order = entries.indices.sorted { (entries[$0].day, $0) < (entries[$1].day, $1) }
    return (order.map { entries[$0] }, offsets)
  }

  private static func runningSums(_ column: [Double]) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(column.count + 1)
    var sum = 0.0
    for value in column {
      sum += value
      sums.append(sum)
    }
    return sums
  }
}

/// Exponentially weighted means of a column: each day moves from the day before towards the day's value.
func smoothed(_ column: [Double], factor: Double, seed: Double) -> [Double] {
  var value = seed
  var result: [Double] = []
  result.reserveCapacity(column.count)
  for next in column {
    value += factor * (next - value)
    result.append(value)
  }
  return result
}

/// A rest day's load is compared with an absolute tolerance, as the auditor does.
private func exceedsAbsolutely(_ value: Double, _ limit: Double) -> Bool { value > limit + 1e-6 }

// Windows of days.
extension Training {
  /// Place of plan day `day` in the columns of the whole time.
  func at(_ day: Int) -> Int { frame.historyDays + day }

  /// The plan days before the event.
  var days: Range<Int> { 0..<frame.dayCount }

  /// Sessions of a plan day, the event day included.
  func sessions(on day: Int) -> ArraySlice<Entry> { entries[offsets[day]..<offsets[day + 1]] }

  /// Sessions of a range of plan days.
  func sessions(in days: Range<Int>) -> ArraySlice<Entry> {
    let low = max(0, min(days.lowerBound, frame.dayCount))
    let high = max(low, min(days.upperBound, frame.dayCount))
    return entries[offsets[low]..<offsets[high]]
  }

  /// Sum of the load over the `length` days up to and including plan day `day`; nil where they are not known.
  func load(over length: Int, to day: Int) -> Double? { Training.sum(loadBefore, length, at(day)) }

  /// Sum of the exposure over the `length` days up to and including plan day `day`.
  func hip(over length: Int, to day: Int) -> Double? { Training.sum(hipBefore, length, at(day)) }

  private static func sum(_ before: [Double], _ length: Int, _ index: Int) -> Double? {
    guard index + 1 - length >= 0, index + 1 < before.count else { return nil }
    return before[index + 1] - before[index + 1 - length]
  }

  /// Whether a day of a range, or of the days before its end that go back so far, is unknown.
  func hasUnknownDay(_ days: ClosedRange<Int>, back: Int) -> Bool {
    let window = min(days.lowerBound, days.upperBound - back + 1)...days.upperBound
    return !frame.unknownDays.isEmpty && window.contains { frame.unknownDays.contains($0) }
  }

  /// Whether plan day `day` (negative = history) is a rest day; nil where it is not known.
  func isRestDay(_ day: Int) -> Bool? {
    let index = at(day)
    if frame.unknownDays.contains(day) { return nil }
    return isRest.indices.contains(index) ? isRest[index] : nil
  }
}

extension Frame {
  /// Smoothing factor of fitness.
  var fitnessFactor: Double { factor(problem.model.fitnessDays) }

  /// Smoothing factor of fatigue.
  var fatigueFactor: Double { factor(problem.model.fatigueDays) }

  private func factor(_ days: Double) -> Double {
    switch problem.model.smoothing {
    case .reciprocal: 1 / days
    case .exponential: 1 - exponential(-1 / days)
    }
  }
}
