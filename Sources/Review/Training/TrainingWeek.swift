import TrainingPlan

/// A plan week as numbers.
struct TrainingWeek: Sendable {
  /// Index, from 0.
  let index: Int
  /// Its days before the event.
  let days: Range<Int>
  /// What kind of week it is: as declared, or inferred.
  let type: WeekType
  /// Load, AU.
  let load: Double
  /// Hip-flexion exposure, run-minutes.
  let hip: Double
  /// Relief minutes.
  let relief: Double
  /// Load of the latest load week before it.
  let referenceLoad: Double
  /// Exposure of the latest load week before it.
  let referenceHip: Double

  /// Whether all seven days come before the event.
  var isFull: Bool { days.count == 7 }
}

extension TrainingWeek {
  /// All plan weeks, and load and exposure of the last load week.
  static func all(
    frame: Frame, entries: [Entry], offsets: [Int], loadBefore: [Double], hipBefore: [Double]
  ) -> ([TrainingWeek], (load: Double, hip: Double)) {
    let past = frame.historyDays
    func sum(_ before: [Double], _ days: Range<Int>) -> Double {
      before[past + days.upperBound] - before[past + days.lowerBound]
    }
    let declared = frame.declaredTypes.flatMap { $0.count == frame.weekCount ? $0 : nil }
    var load = reference(loadBefore, past)
    var hip = reference(hipBefore, past)
    var weeks: [TrainingWeek] = []
    weeks.reserveCapacity(frame.weekCount)
    for index in 0..<frame.weekCount {
      let days = frame.problem.days(ofWeek: index)
      let weekLoad = sum(loadBefore, days)
      let relief = entries[offsets[days.lowerBound]..<offsets[days.upperBound]].reduce(0) { $0 + $1.relief }
      let type = declared?[index] ?? frame.inferredType(ofWeek: index, load: weekLoad, reference: load)
      let week = TrainingWeek(
        index: index, days: days, type: type, load: weekLoad, hip: sum(hipBefore, days), relief: relief,
        referenceLoad: load, referenceHip: hip)
      weeks.append(week)
      if type == .load { (load, hip) = (weekLoad, week.hip) }
    }
    return (weeks, (load, hip))
  }

  /// Before the first load week: the larger of the mean of the last four history weeks and the last one.
  private static func reference(_ before: [Double], _ past: Int) -> Double {
    guard past > 0 else { return 0 }
    let fourWeeks = before[past] - before[max(0, past - 28)]
    let lastWeek = before[past] - before[max(0, past - 7)]
    return max(fourWeeks / 4, lastWeek)
  }
}

extension Frame {
  /// How many of the last weeks the taper takes.
  var taperWeeks: Int { problem.limits.taper?.maxFraction.count ?? 0 }

  /// The first week of the taper, or the number of weeks where there is none.
  var firstTaperWeek: Int { weekCount - taperWeeks }

  /// Whether a week is an easier one however light it is: the athlete is away, back, or recovers.
  func isLight(_ week: Int) -> Bool { problem.limits.lightWeeks.contains(week) }

  /// The type of a week where the schedule declares none.
  func inferredType(ofWeek index: Int, load: Double, reference: Double) -> WeekType {
    if index >= firstTaperWeek { return .taper }
    if isLight(index) { return .deload }
    if index > 0, let deload = problem.limits.deload, load <= deload.maxFraction * reference + 1e-6 {
      return .deload
    }
    return .load
  }
}
