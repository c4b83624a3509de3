// Sessions that rules name as causes.
extension Training {
  /// Sessions on the trained days of a window, restful ones left out; days of the history have none.
  func trainingSessions(in window: ClosedRange<Int>) -> [Entry] {
    sessions(in: Range(window)).filter { !$0.isRestful || isRestDay($0.day) == false }
  }

  /// Sessions within a week before and after a range of days.
  func neighbours(of days: ClosedRange<Int>) -> [Entry] {
    Array(sessions(in: (days.lowerBound - 7)..<(days.upperBound + 8)))
  }
}

extension TrainingWeek {
  /// Its days; where all of them come after the event, the day they would begin on.
  var span: ClosedRange<Int> {
    days.isEmpty ? days.lowerBound...days.lowerBound : days.lowerBound...(days.upperBound - 1)
  }
}

extension Int {
  /// The nearest whole number; nil for what no `Int` can hold.
  init(rounding value: Double) {
    self = value.isFinite && abs(value) < 1e9 ? Int(value.rounded()) : 0
  }
}

extension String {
  /// With a capital at the beginning of a sentence.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
