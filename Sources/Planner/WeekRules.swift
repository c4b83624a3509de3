import Rows
import TrainingPlan

extension Trial {
  /// Brings the sums and the score of one week up to date: what its own sessions break or cost (R01, R12, R13, R16,
  /// R17, R21, R22, R26 of the auditor).
  func refreshWeek(_ week: Int) {
    let days = model.days(ofWeek: week)
    var load = 0.0
    var hip = 0.0
    var squares = 0.0
    var hard = 0
    for day in days {
      load += self.load[day]
      hip += self.hip[day]
      squares += self.load[day] * self.load[day]
      if isHardDay[day] { hard += 1 }
    }
    weekLoad[week] = load
    weekHip[week] = hip
    var score = Score()
    score.breach(hard - bounds.hardPerWeek, Score.count)
    if weekTypes[week] == .deload { score.breach(hard - bounds.hardPerDeload, Score.count) }
    breachCounts(week, days, &score)
    if asksForVariety(week) { breachVariety(week, &score) }
    breachSportCaps(week, &score)
    if days.count == 7 { breachMonotony(load: load, squares: squares, &score) }
    if bounds.robust.isOn { breachAfterLoss(inWeek: week, days, squares: squares, &score) }
    if bounds.balancePrice > 0, days.count == 7 { score.value -= priceOfImbalance(inWeek: week) }
    if bounds.frequencyPrice > 0 { score.value -= priceOfRareness(inWeek: week) }
    if bounds.hasCoaching { score.value -= priceOfHabits(inWeek: week) }
    if hip > bounds.softHip { score.value -= bounds.softHipPrice * (hip - bounds.softHip) }
    if tables.isHeldWeek[week] { score.forgive() }
    weekScore[week] = score
  }

  private func breachCounts(_ week: Int, _ days: Range<Int>, _ score: inout Score) {
    var main = 0
    var intense = 0
    var relief = tables.heldRelief[week]
    let templates = tables.templates
    if weekTypes[week] == .load {
      for template in tables.asked {
        let sessions = weekSessions[week * templateCount + template]
        score.breach(templates[template].minPerWeek - sessions, Score.count)
      }
    }
    for template in weekPresence.members(of: week) {
      let kind = templates[template]
      let sessions = weekSessions[week * templateCount + template]
      let length = weekMinutes[week * templateCount + template]
      score.breach(sessions - kind.maxPerWeek, Score.count)
      if !kind.isRestful { main += length }
      if kind.isIntense { intense += length }
      relief += kind.relief * Double(length)
    }
    score.breach(Double(intense) - bounds.intenseShare * Double(main), 2 * Score.unit)
    if days.count == 7 {
      score.breach(reliefBase(inWeek: week) + bounds.reliefPerHip * weekHip[week] - relief, 2 * Score.unit)
    }
  }

  /// Relief minutes asked of a week besides those for its hip flexion.
  func reliefBase(inWeek week: Int) -> Double { tables.isLight[week] ? 0 : bounds.reliefBase }

  /// Whether a week has to mix families of activity.
  func asksForVariety(_ week: Int) -> Bool {
    bounds.hasVarietyRule && weekTypes[week] != .taper && !tables.isLight[week]
  }

  private func breachVariety(_ week: Int, _ score: inout Score) {
    for family in 0..<familyMinutes.count { familyMinutes[family] = 0 }
    var total = 0
    for template in weekPresence.members(of: week) {
      familyMinutes[tables.templates[template].family] += weekMinutes[week * templateCount + template]
      total += weekMinutes[week * templateCount + template]
    }
    var enough = 0
    for family in 0..<familyMinutes.count {
      let minutes = Double(familyMinutes[family])
      if minutes >= bounds.familyMinutes { enough += 1 }
      score.breach(minutes - bounds.familyShare * Double(total), Score.unit)
      score.breach(tables.lowShare[family] * Double(total) - minutes, Score.unit)
      score.breach(minutes - tables.highShare[family] * Double(total), Score.unit)
    }
    score.breach(bounds.minFamilies - enough, Score.count)
  }

  private func breachSportCaps(_ week: Int, _ score: inout Score) {
    for sport in 0..<sportCount {
      let cap = tables.sportCaps[sport]
      if cap.daysPerWeek < 7 {
        score.breach(daysOfSport(sport, inWeek: week) - cap.daysPerWeek, Score.count)
      }
      if cap.minutesPerWeek < .infinity {
        var length = 0
        for template in weekPresence.members(of: week) where tables.templates[template].sport == sport {
          length += weekMinutes[week * templateCount + template]
        }
        score.breach(Double(length) - cap.minutesPerWeek, Score.unit)
      }
    }
  }

  private func breachMonotony(load: Double, squares: Double, _ score: inout Score) {
    guard let monotony = monotony(load: load, squares: squares) else { return }
    score.breach(monotony - bounds.monotony + 1e-7, 2 * Score.count)
    score.breach(monotony * load - bounds.strain, Score.unit)
  }

  /// Mean over standard deviation; a week with next to no variation counts as 20. nil where nothing limits it.
  func monotony(load: Double, squares: Double) -> Double? {
    guard load > 1e-9, min(bounds.monotony, bounds.strain) < .infinity else { return nil }
    let mean = load / 7
    let variance = max(0, (squares - 7 * mean * mean) / bounds.monotonyDivisor)
    return variance > mean * mean * 0.0025 ? mean / variance.squareRoot() : 20
  }
}
