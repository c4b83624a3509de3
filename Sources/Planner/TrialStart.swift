import Rows
import TrainingPlan

// Starting over, and looking at everything anew.
extension Trial {
  /// Looks at the first `weeks` weeks only, and values load for the weeks after it; all weeks end the filling.
  func fill(weeks: Int) -> Score {
    horizon.now = weeks
    isFilling.now = weeks < model.weekCount
    if isFilling.now { setRungs() }
    return evaluateAll(horizonDays)
  }

  /// Starts over from the given cells and kinds of week, and returns their score.
  @discardableResult
  func reset(minutes: [Int], weekTypes: [WeekType]) -> Score {
    self.minutes.take(minutes)
    self.weekTypes.take(weekTypes)
    return evaluateAll(dayCount)
  }

  /// Looks at the first days anew, whatever was changed, and keeps them.
  private func evaluateAll(_ days: Int) -> Score {
    for place in weekMinutes.indices { (weekMinutes[place], weekSessions[place]) = (0, 0) }
    presence.clear()
    weekPresence.clear()
    for cell in minutes.indices {
      count(cell / templateCount, cell % templateCount, from: 0, to: minutes[cell])
    }
    for day in 0..<days { mark(day) }
    // The week of the event counts also where the event is on its first day, and no day of it is trained.
    if !isFilling.now { mark(week: model.weekCount - 1) }
    clearScores()
    hasMoved.now = true
    for sport in 0..<sportCount { isChangedSport[sport] = true }
    let score = evaluate()
    commit()
    return score
  }

  /// Empties what sums are made of, so that these can be made anew.
  private func clearScores() {
    for day in 0..<dayCount {
      (dayScore[day], kept.ratioScore[day], kept.orderScore[day]) = (Score(), Score(), Score())
      dayGain[day] = 0
    }
    for week in 0..<model.weekCount {
      (weekScore[week], riseScore[week]) = (Score(), Score())
      (rhythmPrice[week], watchPrice[week]) = (0, 0)
    }
    for place in spikeScore.indices { (spikeScore[place], shortLongPrice[place]) = (Score(), 0) }
    for sport in 0..<sportCount { sumOfSportWeeks[sport] = Score() }
    for place in longestOfSport.indices { longestOfSport[place] = -1 }
    sums.now = ScoreSums()
  }
}
