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
    if bounds.hasVarietyRule, weekTypes[week] != .taper { breachVariety(week, &score) }
    breachSportCaps(week, days, &score)
    if days.count == 7 { breachMonotony(load: load, squares: squares, &score) }
    if bounds.robust.isOn { breachAfterLoss(inWeek: week, days, squares: squares, &score) }
    if hip > bounds.softHip { score.value -= bounds.softHipPrice * (hip - bounds.softHip) }
    if tables.isHeldWeek[week] { score.forgive() }
    weekScore[week] = score
  }

  private func breachCounts(_ week: Int, _ days: Range<Int>, _ score: inout Score) {
    var main = 0
    var intense = 0
    var relief = tables.heldRelief[week]
    let isLoadWeek = weekTypes[week] == .load
    let templates = tables.templates
    for template in 0..<templateCount {
      let kind = templates[template]
      let sessions = weekSessions[week * templateCount + template]
      let length = weekMinutes[week * templateCount + template]
      score.breach(sessions - kind.maxPerWeek, Score.count)
      if isLoadWeek { score.breach(kind.minPerWeek - sessions, Score.count) }
      if !kind.isRestful { main += length }
      if kind.isIntense { intense += length }
      relief += kind.relief * Double(length)
    }
    score.breach(Double(intense) - bounds.intenseShare * Double(main), 2 * Score.unit)
    if days.count == 7 {
      score.breach(bounds.reliefBase + bounds.reliefPerHip * weekHip[week] - relief, 2 * Score.unit)
    }
  }

  private func breachVariety(_ week: Int, _ score: inout Score) {
    for family in 0..<familyMinutes.count { familyMinutes[family] = 0 }
    var total = 0
    for template in 0..<templateCount {
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

  private func breachSportCaps(_ week: Int, _ days: Range<Int>, _ score: inout Score) {
    for sport in 0..<sportCount {
      let cap = tables.sportCaps[sport]
      if cap.daysPerWeek < 7 {
        var sportDays = 0
        for day in days where longestOfSport[sport * dayCount + day] > 0 { sportDays += 1 }
        score.breach(sportDays - cap.daysPerWeek, Score.count)
      }
      if cap.minutesPerWeek < .infinity {
        var length = 0
        for template in 0..<templateCount where tables.templates[template].sport == sport {
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

  /// What weeks break by the ones before them: growth, easier weeks, hip-flexion rise, taper (R09, R10, R14, R20).
  func scoreOfWeeksInOrder() -> Score {
    var score = Score()
    var reference = model.referenceLoad
    var hipReference = model.referenceHip
    let rules = bounds.robust
    // What the reference may lose with one session.
    var (loss, hipLoss) = (0.0, 0.0)
    for week in 0..<horizon.now {
      let load = weekLoad[week]
      let hip = weekHip[week]
      let before = score.violation
      defer { if tables.isHeldWeek[week] { score.forgive(since: before) } }
      let base = rules.weeklyRise ? reference - loss : reference
      let hipBase = rules.hipRise ? hipReference - hipLoss : hipReference
      if weekTypes[week] == .load {
        score.breach(load - (1 + bounds.growth) * base - bounds.growthAllowance, Score.unit)
        score.breach(hip - (1 + bounds.hipGrowth) * hipBase - bounds.hipAllowance, 3 * Score.unit)
        reference = load
        hipReference = hip
        if rules.isOn {
          loss = largestLoad(in: model.days(ofWeek: week))
          hipLoss = largestHip(in: model.days(ofWeek: week))
        }
        continue
      }
      score.breach(load - base - bounds.growthAllowance, Score.unit)
      score.breach(hip - hipBase - bounds.hipAllowance, 3 * Score.unit)
      if weekTypes[week] == .deload {
        let most = rules.deload ? reference - loss : reference
        let least = rules.deload ? load - largestLoad(in: model.days(ofWeek: week)) : load
        score.breach(load - bounds.deloadMost * most, Score.unit)
        score.breach(bounds.deloadLeast * reference - least, Score.unit)
      }
    }
    if horizon.now == model.weekCount { breachTaper(peak: reference, loss: loss, &score) }
    return score
  }

  /// What the taper breaks against the last load week's `peak`, AU, and against what is left of it after its
  /// largest `loss` by one session, AU.
  private func breachTaper(peak: Double, loss: Double, _ score: inout Score) {
    let isRobust = bounds.robust.taper
    let lowest = isRobust ? peak - loss : peak
    var later = 0.0
    for window in 0..<tables.taperMost.count {
      let end = dayCount - 7 * window
      guard end > 0 else { break }
      let before = score.violation
      defer { if tables.isHeldFrom[max(0, end - 7)] { score.forgive(since: before) } }
      var sum = 0.0
      for day in max(0, end - 7)..<end { sum += load[day] }
      let least = isRobust ? sum - largestLoad(in: max(0, end - 7)..<end) : sum
      score.breach(sum - tables.taperMost[window] * lowest, Score.unit)
      score.breach(tables.taperLeast[window] * peak - least, Score.unit)
      if window > 0 { score.breach(later - least, Score.unit) }
      later = sum
    }
    guard bounds.trainedInLast7 > 0 else { return }
    let before = score.violation
    var (trained, fragile) = (0, 0)
    for day in max(0, dayCount - 7)..<dayCount where isTrained[day] {
      trained += 1
      if isRobust, isFragile[day] { fragile = 1 }
    }
    score.breach(bounds.trainedInLast7 - trained + fragile, Score.count)
    if model.held.firstDay > dayCount - 7 { score.forgive(since: before) }
  }
}
