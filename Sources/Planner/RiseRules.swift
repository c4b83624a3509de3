import Rows
import TrainingPlan

// What weeks break by the ones before them: growth, easier weeks, hip-flexion rise, taper (R09, R10, R14, R20).
extension Trial {
  /// What a week is measured by: the load week before it, or the history.
  private struct Basis {
    var load: Double
    var hip: Double
    /// What these may lose with one session.
    var loss = 0.0
    var hipLoss = 0.0
    /// What the next load week may grow from, at most.
    var mostLoad = Double.infinity
    var mostHip = Double.infinity
  }

  private func basis(before week: Int) -> Basis {
    for earlier in (0..<week).reversed() where weekTypes[earlier] == .load { return basis(of: earlier) }
    return Basis(
      load: model.referenceLoad, hip: model.referenceHip, mostLoad: model.mostLoadBefore,
      mostHip: model.mostHipBefore)
  }

  private func basis(of week: Int) -> Basis {
    var basis = Basis(load: weekLoad[week], hip: weekHip[week])
    if bounds.robust.isOn {
      basis.loss = largestLoad(in: model.days(ofWeek: week))
      basis.hipLoss = largestHip(in: model.days(ofWeek: week))
    }
    return basis
  }

  /// Brings up to date what the changed weeks and those measured by them break: up to the first load week after them, and
  /// the taper where it is among them.
  func refreshRises() {
    guard let first = changedWeeks.min(), let last = changedWeeks.max(), first < horizon.now else { return }
    var basis = basis(before: first)
    for week in first..<horizon.now {
      saved.rises.append((week, riseScore[week]))
      sums.now.weeks -= riseScore[week]
      riseScore[week] = scoreOfRise(week, over: basis)
      sums.now.weeks += riseScore[week]
      guard weekTypes[week] == .load else { continue }
      if week > last { return }
      basis = self.basis(of: week)
    }
    sums.now.taper = horizon.now == model.weekCount ? scoreOfTaper(from: basis) : Score()
  }

  private func scoreOfRise(_ week: Int, over basis: Basis) -> Score {
    var score = Score()
    let rules = bounds.robust
    let load = weekLoad[week]
    let hip = weekHip[week]
    let base = rules.weeklyRise ? basis.load - basis.loss : basis.load
    let hipBase = rules.hipRise ? basis.hip - basis.hipLoss : basis.hip
    if weekTypes[week] == .load {
      let (most, mostHip) = (min(base, basis.mostLoad), min(hipBase, basis.mostHip))
      score.breach(load - (1 + bounds.growth) * most - bounds.growthAllowance, Score.unit)
      score.breach(hip - (1 + bounds.hipGrowth) * mostHip - bounds.hipAllowance, 3 * Score.unit)
      if isFilling.now { score.breach(load - fillMost[week], Score.unit) }
    } else {
      score.breach(load - base - bounds.growthAllowance, Score.unit)
      score.breach(hip - hipBase - bounds.hipAllowance, 3 * Score.unit)
    }
    if weekTypes[week] == .deload {
      let most = min(rules.deload ? basis.load - basis.loss : basis.load, basis.mostLoad)
      let least = rules.deload ? load - largestLoad(in: model.days(ofWeek: week)) : load
      score.breach(load - bounds.deloadMost * most, Score.unit)
      if !tables.isLight[week] { score.breach(bounds.deloadLeast * basis.load - least, Score.unit) }
    }
    if tables.isHeldWeek[week] { score.forgive() }
    return score
  }

  /// What the taper breaks against the last load week, and against what is left of that after its largest loss by one
  /// session.
  private func scoreOfTaper(from peak: Basis) -> Score {
    var score = Score()
    let isRobust = bounds.robust.taper
    let lowest = isRobust ? peak.load - peak.loss : peak.load
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
      score.breach(tables.taperLeast[window] * peak.load - least, Score.unit)
      if window > 0 { score.breach(later - least, Score.unit) }
      later = sum
    }
    breachDaysOfTaper(&score)
    score.value -= priceOfIdleLastDays()
    return score
  }

  private func breachDaysOfTaper(_ score: inout Score) {
    guard bounds.trainedInLast7 > 0 else { return }
    let before = score.violation
    var (trained, fragile) = (0, 0)
    for day in max(0, dayCount - 7)..<dayCount where isTrained[day] {
      trained += 1
      if bounds.robust.taper, isFragile[day] { fragile = 1 }
    }
    score.breach(bounds.trainedInLast7 - trained + fragile, Score.count)
    if model.held.firstDay > dayCount - 7 { score.forgive(since: before) }
  }
}
