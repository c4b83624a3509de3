import Rows
import TrainingPlan

// What breaks by the loss of one session, whichever it is: each limit in its worst case. A limit is linear in
// what is lost, so the worst case is the largest session of a day, of a week, or the longest of its sport
// lately.
extension Trial {
  /// Brings up to date what a day can lose.
  func refreshLoss(_ day: Int) {
    let base = day * templateCount
    var (load, hip, main, mainLoad) = (0.0, 0.0, 0, 0.0)
    for template in presence.members(of: day) {
      let kind = tables.templates[template]
      let length = Double(minutes[base + template])
      load = max(load, kind.sRPE * length)
      hip = max(hip, kind.hip * length)
      if !kind.isRestful {
        main += 1
        mainLoad = kind.sRPE * length
      }
    }
    largestLoad[day] = load
    largestHip[day] = hip
    let left = main == 1 ? self.load[day] - mainLoad : 0
    isFragile[day] = isTrained[day] && main < 2 && left <= bounds.restLoad
  }

  /// The most load that a range of days can lose, AU.
  func largestLoad(in days: Range<Int>) -> Double {
    var largest = 0.0
    for day in days { largest = max(largest, largestLoad[day]) }
    return largest
  }

  /// The most hip flexion that a range of days can lose, run-minutes.
  func largestHip(in days: Range<Int>) -> Double {
    var largest = 0.0
    for day in days { largest = max(largest, largestHip[day]) }
    return largest
  }

  /// What the sessions of a week break without one of them (R01, R13, R16, R17, R21, R22).
  func breachAfterLoss(inWeek week: Int, _ days: Range<Int>, squares: Double, _ score: inout Score) {
    let rules = bounds.robust
    let sums = WeekSums(self, week)
    var worst = WeekLoss()
    for day in days {
      for template in presence.members(of: day) {
        let kind = tables.templates[template]
        let length = Double(self[day, template])
        if rules.sessionCounts, weekTypes[week] == .load, kind.minPerWeek > 0 {
          worst.count = max(worst.count, kind.minPerWeek + 1 - weekSessions[week * templateCount + template])
        }
        if rules.intensity {
          let intense = sums.intense - (kind.isIntense ? length : 0)
          let main = sums.main - (kind.isRestful ? 0 : length)
          worst.intensity = max(worst.intensity, intense - bounds.intenseShare * main)
        }
        if rules.relief, days.count == 7 {
          let hip = weekHip[week] - kind.hip * length
          let relief = sums.relief - kind.relief * length
          worst.relief = max(worst.relief, reliefBase(inWeek: week) + bounds.reliefPerHip * hip - relief)
        }
        if rules.variety, asksForVariety(week) {
          lose(length, ofFamily: kind.family, total: sums.total, &worst)
        }
        if rules.monotony || rules.strain, days.count == 7 {
          let (before, lost) = (load[day], kind.sRPE * length)
          let after = before - lost
          lose(load: weekLoad[week] - lost, squares: squares - before * before + after * after, &worst)
        }
      }
    }
    worst.add(to: &score)
  }

  private func lose(_ length: Double, ofFamily lost: Int, total: Double, _ worst: inout WeekLoss) {
    let rest = total - length
    var enough = 0
    for family in 0..<familyMinutes.count {
      let minutes = Double(familyMinutes[family]) - (family == lost ? length : 0)
      if minutes > 0, minutes >= bounds.familyMinutes { enough += 1 }
      worst.share = max(
        worst.share, minutes - bounds.familyShare * rest, tables.lowShare[family] * rest - minutes,
        minutes - tables.highShare[family] * rest)
    }
    worst.families = max(worst.families, bounds.minFamilies - enough)
  }

  private func lose(load: Double, squares: Double, _ worst: inout WeekLoss) {
    guard let monotony = monotony(load: load, squares: squares) else { return }
    if bounds.robust.monotony { worst.monotony = max(worst.monotony, monotony - bounds.monotony + 1e-7) }
    if bounds.robust.strain { worst.strain = max(worst.strain, monotony * load - bounds.strain) }
  }

  /// What the lengths of a sport's sessions break when the longest session lately is missed (R07, R08), and a
  /// goal's when its longest is (R24).
  func breachAfterLoss(ofSport sport: Int, _ score: inout Score) {
    let rules = bounds.robust
    if bounds.spike < .infinity, rules.spike || rules.noBaseline || rules.newLongest {
      breachSpikeAfterLoss(sport, &score)
    }
    guard rules.goal else { return }
    for goal in tables.goals where goal.sport == sport && goal.days.upperBound <= horizonDays {
      var longest = LongestTwo()
      for day in goal.days { longest.take(longestOfSport[sport * dayCount + day]) }
      score.breach(goal.minutes - Double(longest.second), 3 * Score.unit)
    }
  }

  /// The two longest of the last days are among those that no two later ones are as long as: few.
  private func breachSpikeAfterLoss(_ sport: Int, _ score: inout Score) {
    let row = sport * dayCount
    var count = 0
    var records = 0
    for day in 0..<horizonDays {
      if day % 7 == 0 { records = 0 }
      let minutes = longestOfSport[row + day]
      guard minutes > 0 else { continue }
      var longest = LongestTwo()
      var kept = 0
      for place in 0..<count where queue[place] >= day - bounds.spikeWindow {
        let earlier = longestOfSport[row + queue[place]]
        longest.take(earlier)
        let times = outdone[place] + (earlier <= minutes ? 1 : 0)
        guard times < 2 else { continue }
        (queue[kept], outdone[kept]) = (queue[place], times)
        kept += 1
      }
      (queue[kept], outdone[kept]) = (day, 0)
      count = kept + 1
      let length = Double(minutes)
      let base = max(tables.longestBefore[row + day], Double(longest.second))
      let isHeld = bounds.robust.spike || bounds.robust.noBaseline && longest.second == 0
      if isHeld { score.breachStep(length - (1 + bounds.spike) * base, besides: stepWeight) }
      if bounds.robust.newLongest, length > base + 1e-9 {
        records += 1
        if records > bounds.recordsPerWeek { score.breach(1, Score.count) }
      }
    }
  }

  /// What the averages of a day break without one session before it (R03, R06, R15).
  func breachAveragesAfterLoss(
    _ day: Int, _ state: PlanModel.Averages, before: Double, _ score: inout Score
  ) {
    let (effects, limits) = (tables.lossEffects, bounds.on(day))
    let ramp = state.fitness - before - limits.rampAbsolute - bounds.rampRelative * before
    breach(ramp, after: effects.ramp, day, 10 * Score.unit, &score)
    let ratio = state.acute - bounds.acuteAllowance - limits.ratioEWMA * state.chronic
    breach(ratio, after: effects.ratioEWMA, day, Score.unit, &score)
    let floor = limits.formFloor * state.fitness - (state.fitness - state.fatigue)
    breach(floor, after: effects.formFloor, day, Score.unit, &score)
  }

  /// What the rolling ratios of a day break without one session before it (R04, R05).
  func breachRatiosAfterLoss(_ day: Int, coupled: Double, uncoupled: Double, _ score: inout Score) {
    breach(coupled, after: tables.lossEffects.ratioCoupled, day, Score.unit, &score)
    breach(uncoupled, after: tables.lossEffects.ratioUncoupled, day, Score.unit, &score)
  }

  /// What form and fitness on the morning of the event break without one session (R15, R24).
  func breachFormAfterLoss(_ state: PlanModel.Averages, _ score: inout Score) {
    let effects = tables.lossEffects
    let form = state.fitness - state.fatigue
    let last = dayCount - 1
    breach(bounds.formLow * state.fitness - form, after: effects.formLow, last, 10 * Score.unit, &score)
    breach(form - bounds.formHigh * state.fitness, after: effects.formHigh, last, 10 * Score.unit, &score)
    breach(bounds.minFitness - state.fitness, after: effects.minFitness, last, Score.count, &score)
  }

  /// Adds `weight` for every unit above zero of an amount with the most that the loss of one session up to a
  /// day adds to it; nothing where the limit need not hold then.
  private func breach(
    _ amount: Double, after effect: LossEffect?, _ day: Int, _ weight: Double, _ score: inout Score
  ) {
    guard let effect else { return }
    let worst = effect.most(on: day, of: largestLoad, largest: tried.largestLoss[day], toward: amount)
    score.breach(amount + worst, weight)
  }
}

/// Minutes of a week that its limits look at.
private struct WeekSums {
  var main = 0.0
  var intense = 0.0
  var relief = 0.0
  var total = 0.0

  init(_ trial: Trial, _ week: Int) {
    for template in trial.weekPresence.members(of: week) {
      let kind = trial.tables.templates[template]
      let length = Double(trial.weekMinutes[week * trial.templateCount + template])
      total += length
      relief += kind.relief * length
      if !kind.isRestful { main += length }
      if kind.isIntense { intense += length }
    }
  }
}

/// By how much the limits of a week are broken at the worst.
private struct WeekLoss {
  var count = 0
  var intensity = 0.0
  var relief = 0.0
  var share = 0.0
  var families = 0
  var monotony = 0.0
  var strain = 0.0

  func add(to score: inout Score) {
    score.breach(count, Score.count)
    score.breach(intensity, 2 * Score.unit)
    score.breach(relief, 2 * Score.unit)
    score.breach(share, Score.unit)
    score.breach(families, Score.count)
    score.breach(monotony, 2 * Score.count)
    score.breach(strain, Score.unit)
  }
}

/// The two longest of some sessions, minutes.
struct LongestTwo {
  var first = 0
  var second = 0

  mutating func take(_ minutes: Int) {
    if minutes > first {
      (first, second) = (minutes, first)
    } else if minutes > second {
      second = minutes
    }
  }
}
