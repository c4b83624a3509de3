import Rows

extension Trial {
  /// What one day alone breaks or costs: availability, number of sessions, fixed rest, hip-flexion day cap
  /// (R01, R02, R18 of the auditor), and the coach's terms of a day.
  func scoreOfDay(_ day: Int, _ sums: DaySums) -> Score {
    var score = Score()
    score.breach(sums.minutes - tables.available[day], 3 * Score.unit)
    score.breach(sums.main - bounds.sessionsPerDay, Score.count)
    score.breach(sums.restful - 1, Score.count)
    score.breach(sums.doubles, Score.count)
    if bounds.hasHardRule { score.breach(sums.hard - 1, Score.count) }
    if tables.isFixedRest[day] { score.breach(sums.load - bounds.restLoad, Score.unit) }
    score.breach(sums.hip - bounds.hipPerDay, Score.unit)
    if tables.isWishedRest[day], sums.main > 0 || sums.load > bounds.restLoad {
      score.value -= bounds.restWishPrice
    }
    if bounds.hasCoaching {
      score.breach(sums.endurance - bounds.endurancePerDay, Score.count)
      score.value -= bounds.sessionPrice * Double(sums.main + sums.restful)
      score.value -= bounds.roundPrice * Double(sums.uneven)
      if sums.long > 0, sums.strength > 0 { score.value -= bounds.strengthOnLongDayPrice }
    }
    if tables.isHeldDay[day] { score.forgive() }
    if !tables.standing.isEmpty { score.value -= priceOfDeparture(on: day) }
    return score
  }

  /// What it costs that a day is not as it stands.
  private func priceOfDeparture(on day: Int) -> Double {
    var price = 0.0
    for cell in (day * templateCount)..<((day + 1) * templateCount) {
      let (before, after) = (tables.standing[cell], minutes[cell])
      if before == after { continue }
      price += before == 0 || after == 0 ? Standing.priceOfSession : Standing.priceOfLength
    }
    return price
  }
}

/// Counts and sums over the sessions of one day.
struct DaySums {
  var minutes = 0
  var load = 0.0
  var hip = 0.0
  var gain = 0.0
  /// Sessions that are not allowed on a rest day.
  var main = 0
  var restful = 0
  var hard = 0
  var endurance = 0
  var strength = 0
  var long = 0
  /// Sessions that do not last a round number of minutes.
  var uneven = 0
  /// Sessions beyond the first of their sport, and bricks that go on with one.
  var doubles = 0

  mutating func add(
    _ kind: PlanModel.Template, minutes length: Int, gain perMinute: Double, _ bounds: Bounds
  ) {
    minutes += length
    load += kind.sRPE * Double(length)
    hip += kind.hip * Double(length)
    gain += perMinute * Double(length)
    if kind.isRestful { restful += 1 } else { main += 1 }
    if kind.isHard { hard += 1 }
    if kind.isStrength { strength += 1 }
    if kind.isLong { long += 1 }
    if length % bounds.roundMinutes != 0, !kind.isLong || length >= bounds.roundLongFrom { uneven += 1 }
    if kind.isEndurance, !kind.isRestful { endurance += 1 }
  }
}
