import TrainingPlan

/// What the review finds worth a look, compiled for the search: out of reach where nobody looks.
struct WatchBounds: Sendable {
  let isOn: Bool
  let price: Double
  let hipShare: Double
  let hipShareSessions: Int
  let oneFamily: Double
  let oneFamilySessions: Int
  let easySessions: Double
  let hipDay: Double
  let hipDaysInARow: Int
  let rise: Double
  /// Minutes of the sport whose rise is looked at in the two weeks before the plan, the earlier one first.
  let minutesBefore: (Double, Double)
  let strain: WatchedLevels.OwnStrain?
  /// Strain of the full weeks of the history.
  let strainsBefore: Strains

  init(_ problem: PlanProblem) {
    price = problem.coaching?.watchPrice ?? 0
    let watched = price > 0 ? problem.coaching?.watched ?? WatchedLevels() : WatchedLevels()
    isOn = watched != WatchedLevels()
    hipShare = watched.hipShare?.from ?? .infinity
    hipShareSessions = watched.hipShare?.leastSessions ?? 0
    oneFamily = watched.oneFamily?.from ?? .infinity
    oneFamilySessions = watched.oneFamily?.leastSessions ?? 0
    easySessions = watched.easySessions?.least ?? 0
    hipDay = watched.hipDays?.runMinutes ?? .infinity
    hipDaysInARow = watched.hipDays?.inARow ?? .max
    rise = watched.rise?.most ?? .infinity
    func minutes(_ days: Range<Int>) -> Double {
      let past = problem.history.sessions.filter { $0.sport == watched.rise?.sport && days.contains($0.day) }
      return past.reduce(0) { $0 + $1.minutes }
    }
    strain = problem.limits.strainMax == nil ? watched.strain : nil
    strainsBefore = Strains(before: problem)
    minutesBefore = (minutes(-14..<(-7)), minutes(-7..<0))
  }

  /// The price of a week whose share lies at or above a level, half as much again halfway from there to all of it.
  func price(ofShare share: Double, from level: Double) -> Double {
    share >= level ? price * (1 + (min(1, share) - level) / max(0.01, 1 - level)) : 0
  }
}
