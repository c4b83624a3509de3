// Weeks against the weeks before them.
extension Training {
  /// Mean week of the four weeks before a week (three where no more are known); nil with fewer.
  func meanWeek(before week: TrainingWeek, _ sum: (Training) -> (Int, Int) -> Double?) -> Double? {
    let day = week.days.lowerBound - 1
    if let four = sum(self)(28, day) { return four / 4 }
    return sum(self)(21, day).map { $0 / 3 }
  }

  /// Sessions of a week, the one that counts most first.
  func heaviest(in week: TrainingWeek, by value: KeyPath<Entry, Double>) -> [Entry] {
    let sessions = Array(self.sessions(in: week.days)).filter { $0[keyPath: value] > 0 }
    return sessions.indices.sorted {
      let (a, b) = (sessions[$0][keyPath: value], sessions[$1][keyPath: value])
      return a == b ? $0 < $1 : a > b
    }
    .map { sessions[$0] }
  }

  /// Minutes of a sport in the seven days up to and including a plan day, history included.
  func minutes(of sport: Int, inSevenDaysTo day: Int) -> Double {
    let first = day - 6
    let past = frame.pastSessions[sport].reduce(0) {
      $1.day >= first && $1.day <= day ? $0 + $1.minutes : $0
    }
    return sessions(in: max(0, first)..<max(0, day + 1)).reduce(past) {
      $1.sport == sport ? $0 + $1.minutes : $0
    }
  }
}
