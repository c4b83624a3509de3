import Rows
import TrainingPlan

extension Trial {
  /// What the sessions of one sport break by their lengths: single-session spike, one new longest a week, long
  /// sessions asked for, days in a row, the long sessions' own taper (R07, R08, R24, R26).
  func scoreOfSport(_ sport: Int) -> Score {
    if bounds.spike < .infinity { refreshSpikes(sport) }
    var score = sumOfSportWeeks[sport]
    for goal in tables.goals where goal.sport == sport && goal.days.upperBound <= horizonDays {
      var best = 0
      let before = score.violation
      for day in goal.days { best = max(best, longestOfSport[sport * dayCount + day]) }
      score.breach(goal.minutes - Double(best), 3 * Score.unit)
      if goal.days.upperBound <= model.held.firstDay { score.forgive(since: before) }
    }
    if isFilling.now { breachRungs(sport, &score) }
    if bounds.robust.isOn { breachAfterLoss(ofSport: sport, &score) }
    if tables.sportCaps[sport].daysInARow < Int.max { breachDaysInARow(sport, &score) }
    if bounds.longInDeload < .infinity { breachLongInDeload(sport, &score) }
    if bounds.hasCoaching, horizon.now == model.weekCount {
      breachLongTaper(sport, &score)
      breachNothingNew(sport, &score)
    }
    return score
  }

  private func breachDaysInARow(_ sport: Int, _ score: inout Score) {
    var run = 0
    for day in 0..<horizonDays {
      run = longestOfSport[sport * dayCount + day] > 0 ? run + 1 : 0
      let before = score.violation
      if run > tables.sportCaps[sport].daysInARow { score.breach(1, Score.count) }
      if tables.isHeldLately[day] { score.forgive(since: before) }
    }
  }

  private func breachLongTaper(_ sport: Int, _ score: inout Score) {
    guard let coaching = model.coaching else { return }
    let row = sport * dayCount
    var longest = 0
    for week in 0..<model.weekCount { longest = max(longest, weekLongest[sport * model.weekCount + week]) }
    for taper in coaching.longTaper where dayCount > taper.days {
      let most = taper.most(ofLongest: Double(longest))
      for day in (dayCount - taper.days)..<dayCount {
        let before = score.violation
        score.breach(Double(longestOfSport[row + day]) - most, 2 * Score.unit)
        if tables.isHeldDay[day] { score.forgive(since: before) }
      }
    }
  }

  /// No kind of session appears for the first time in the last days before the event.
  private func breachNothingNew(_ sport: Int, _ score: inout Score) {
    let known = max(0, dayCount - bounds.nothingNewDays)
    guard known > 0 else { return }
    let new = presence.count(
      ofAny: known..<dayCount, except: tables.heldTemplates, alsoIn: sport, of: tables.ofSport,
      notInAny: 0..<known)
    score.breach(new, Score.count)
  }

  /// Brings up to date what is kept of a sport's sessions in a week.
  func refreshSport(_ sport: Int, inWeek week: Int) {
    let place = sport * model.weekCount + week
    saved.sportWeeks.append((place, weekLongest[place], shortLongPrice[place]))
    var longest = 0
    for day in model.days(ofWeek: week) { longest = max(longest, longestOfSport[sport * dayCount + day]) }
    weekLongest[place] = longest
    let price = priceOfShortLongSession(sport, inWeek: week)
    sumOfSportWeeks[sport].value -= price - shortLongPrice[place]
    shortLongPrice[place] = price
  }

  /// What it costs that a week's long session is not its longest of the sport: as much as minutes that are not round, and
  /// a little for each minute that it is short.
  private func priceOfShortLongSession(_ sport: Int, inWeek week: Int) -> Double {
    var (long, other) = (0, 0)
    for day in model.days(ofWeek: week) where longestOfSport[sport * dayCount + day] > 0 {
      for template in presence.members(of: day) where tables.templates[template].sport == sport {
        let length = self[day, template]
        if tables.templates[template].isLong {
          long = max(long, length)
        } else {
          other = max(other, length)
        }
      }
    }
    return long > 0 && other >= long ? bounds.roundPrice * (1 + 0.1 * Double(other - long)) : 0
  }

  /// The long session of an easier week stays under a share of the longest of the load weeks since the easier one before,
  /// and before the first load week under a share of the longest that was done; a short one is no new longest.
  private func breachLongInDeload(_ sport: Int, _ score: inout Score) {
    var before = Int(model.longestBefore[sport * dayCount])
    var beginsBlock = true
    for week in 0..<horizon.now {
      let longest = weekLongest[sport * model.weekCount + week]
      switch weekTypes[week] {
      case .load:
        before = beginsBlock ? longest : max(before, longest)
        beginsBlock = false
      case .deload:
        beginsBlock = true
        guard before > 0 else { continue }
        let broken = score.violation
        score.breach(Double(longest) - bounds.longInDeload(after: before), 2 * Score.unit)
        if tables.isHeldWeek[week] { score.forgive(since: broken) }
      case .taper: break
      }
    }
  }
}
