import Rows
import TrainingPlan

// The limits that a week of a schedule touches.
extension Reasons {
  /// The limits that leave a week no room for one more step of a session.
  func limitsTouched(inWeek week: Int) -> [String] {
    let step = Double(model.step)
    let room = max(15, 3 * step)
    let days = model.days(ofWeek: week)
    let bounds = model.bounds
    var held: [String] = []
    let most = (1 + bounds.growth) * reference(before: week) + bounds.growthAllowance
    if most - trial.weekLoad[week] < room { held.append("the weekly rise (\(whole(most)) AU at most)") }
    if let most = firstWeekBack(in: days), most - trial.weekLoad[week] < room {
      held.append("how much a first week back holds (\(whole(most)) AU at most)")
    }
    for day in days where longSessionIsHeld(day) {
      let longest = longestEndurance(day)
      held.append("the single-session rule (\(longest.title.lowercasedFirst) of \(longest.minutes) min)")
      break
    }
    if let taper = longTaper(inWeek: week) {
      held.append("the taper of long sessions (\(whole(taper)) min at most)")
    }
    if intenseRoom(inWeek: week) < step { held.append("the share of intense minutes") }
    if days.contains(where: { fitnessRoom($0) < 0.12 }) { held.append("the fitness ramp") }
    if days.contains(where: { bounds.on($0).hipPer7 - hipSum(to: $0) < 5 }) {
      held.append("hip-flexion load in seven days")
    }
    let hipMost = (1 + bounds.hipGrowth) * hipReference(before: week) + bounds.hipAllowance
    if hipMost - trial.weekHip[week] < 5 { held.append("the weekly rise of hip flexion") }
    let open = days.filter { model.available[$0] > 0 }
    let full = open.filter { minutes(on: $0) > model.available[$0] - 2 * model.step }
    if !open.isEmpty, full.count * 3 >= open.count * 2 { held.append("the time available") }
    if bounds.robust.isOn { held.append("what a missed session would break") }
    return held
  }

  /// What the first week back after days off or little training holds at most, AU, where it is one of the plan's weeks.
  func firstWeekBack(in days: Range<Int>) -> Double? {
    guard let last = days.last, let limit = model.tuneUps.loadLimit[last], limit.isFirstWeekBack,
      limit.idleDays == 0
    else { return nil }
    let sums = trial.kept.loadSum
    let next = model.historyCount + last + 1
    return limit.most + limit.share * (sums[next - limit.back] - sums[next - limit.reach])
  }

  /// Intense minutes that a week has room for in place of easy ones.
  private func intenseRoom(inWeek week: Int) -> Double {
    var (intense, main) = (0.0, 0.0)
    for template in trial.weekPresence.members(of: week) {
      let kind = trial.tables.templates[template]
      let length = Double(trial.weekMinutes[week * model.templateCount + template])
      if kind.isIntense { intense += length }
      if !kind.isRestful { main += length }
    }
    let share = model.bounds.intenseShare
    return share < 1 && intense > 0 ? share * main - intense : .infinity
  }

  private func fitnessRoom(_ day: Int) -> Double {
    let now = trial.kept.averages[day].fitness
    let before = day >= 7 ? trial.kept.averages[day - 7].fitness : model.fitnessBefore[day]
    return model.bounds.on(day).rampAbsolute + model.bounds.rampRelative * before - (now - before)
  }

  private func hipSum(to day: Int) -> Double {
    let next = model.historyCount + day + 1
    return trial.kept.hipSum[next] - trial.kept.hipSum[next - 7]
  }

  private func hipReference(before week: Int) -> Double {
    lastLoadWeek(before: week).map { trial.weekHip[$0] } ?? model.referenceHip
  }

  private func minutes(on day: Int) -> Int {
    (0..<model.templateCount).reduce(0) { $0 + trial[day, $1] }
  }

  private func longestEndurance(_ day: Int) -> (title: String, minutes: Int) {
    var longest = (title: "", minutes: 0)
    for template in 0..<model.templateCount
    where model.templates[template].isEndurance && trial[day, template] > longest.minutes {
      longest = (model.held.kinds[template].title, trial[day, template])
    }
    return longest
  }

  private func longSessionIsHeld(_ day: Int) -> Bool {
    for template in 0..<model.templateCount where trial[day, template] > 0 && model.templates[template].isLong
    {
      let most = (1 + model.bounds.spike) * longestBefore(day, sport: model.templates[template].sport)
      if Double(trial[day, template] + model.step) > most { return true }
    }
    return false
  }

  /// What the taper of long sessions leaves the longest session of a week, minutes, where that holds it; nil otherwise.
  private func longTaper(inWeek week: Int) -> Double? {
    longestSessions(ofWeek: week).first { Double($0.minutes + model.step) > $0.most }?.most
  }

  /// Whether the longest session of a week lies in the taper of long sessions and is shorter than the longest of all.
  func shortensLongSession(inWeek week: Int) -> Bool {
    longestSessions(ofWeek: week).contains { Double($0.minutes) <= $0.most && $0.most < .infinity }
  }

  /// The longest session of each sport in a week, and the most that the taper of long sessions leaves it, minutes.
  private func longestSessions(ofWeek week: Int) -> [(minutes: Int, most: Double)] {
    model.sports.indices.compactMap { sport in
      let lengths = model.days(ofWeek: week).map { trial.longestOfSport[sport * model.dayCount + $0] }
      guard let minutes = lengths.max(), minutes > 0, let place = lengths.lastIndex(of: minutes) else {
        return nil
      }
      let day = model.days(ofWeek: week).lowerBound + place
      let weeks = sport * model.weekCount..<(sport + 1) * model.weekCount
      let longest = weeks.map { trial.weekLongest[$0] }.max() ?? 0
      return (minutes, model.longTaper(on: day, ofLongest: Double(longest)))
    }
  }
}
