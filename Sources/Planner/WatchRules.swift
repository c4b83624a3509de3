import Rows
import TrainingPlan

/// What the review counts in the sessions of a week.
struct WeekPattern {
  var endurance = 0
  var easy = 0
  /// Minutes of the sport whose rise is looked at.
  var rising = 0
  /// What it costs that the week bends the hip too much of its time, or by one kind of activity.
  var hipPrice = 0.0
  /// Load times monotony, AU; 0 where there is none.
  var strain = 0.0
}

extension Trial {
  /// Brings up to date what it costs that the review looks at weeks.
  func refreshWatch() {
    for week in changedWeeks where week < horizon.now {
      saved.patterns.append((week, weekPattern[week]))
      weekPattern[week] = pattern(ofWeek: week)
    }
    for week in changedWeeks {
      for next in judgedWith(week) {
        saved.watch.append((next, watchPrice[next]))
        let price = priceOfWatch(inWeek: next)
        sums.now.weeks.value -= price - watchPrice[next]
        watchPrice[next] = price
      }
    }
    let strain = priceOfStrain()
    sums.now.weeks.value -= strain - sums.now.strainPrice
    sums.now.strainPrice = strain
  }

  /// A week and those after it that the review judges by it.
  private func judgedWith(_ week: Int) -> Range<Int> { week..<max(week, min(week + 4, horizon.now)) }

  /// Counts the sessions of a week as the review does.
  private func pattern(ofWeek week: Int) -> WeekPattern {
    var pattern = WeekPattern()
    var (flexion, counted) = (0.0, 0.0)
    var (flexing, training) = (0, 0)
    for family in 0..<familyHip.count { familyHip[family] = 0 }
    for template in weekPresence.members(of: week) {
      let sessions = weekSessions[week * templateCount + template]
      let kind = tables.templates[template]
      let minutes = weekMinutes[week * templateCount + template]
      if kind.isEndurance, !kind.isRestful {
        pattern.endurance += sessions
        if kind.isEasy { pattern.easy += sessions }
      }
      if kind.isRising { pattern.rising += minutes }
      flexion += kind.flexion * Double(minutes)
      counted += kind.counted * Double(minutes)
      if kind.flexion > kind.counted / 2 { flexing += sessions }
      if kind.counted > 0 { training += sessions }
      familyHip[kind.family] += kind.hip * Double(minutes)
    }
    let watch = bounds.watch
    if flexing >= watch.hipShareSessions, counted > 0 {
      pattern.hipPrice += watch.price(ofShare: flexion / counted, from: watch.hipShare)
    }
    if training >= watch.oneFamilySessions, weekHip[week] > 0 {
      var most = 0.0
      for family in 0..<familyHip.count { most = max(most, familyHip[family]) }
      pattern.hipPrice += watch.price(ofShare: most / weekHip[week], from: watch.oneFamily)
    }
    if watch.strain != nil, 7 * week + 7 <= dayCount {
      var squares = 0.0
      for day in model.days(ofWeek: week) { squares += load[day] * load[day] }
      pattern.strain = Strains.strain(load: weekLoad[week], squares: squares, divisor: bounds.monotonyDivisor)
    }
    return pattern
  }

  /// How many times the price of a week it costs where all of its sessions should be easy and are not.
  private static var lackingEasyFactor: Double { 15 }

  private func priceOfWatch(inWeek week: Int) -> Double {
    guard 7 * week + 7 <= dayCount else { return 0 }
    return weekPattern[week].hipPrice + priceOfHardSessions(to: week) + priceOfRise(to: week)
  }

  /// What it costs that too few endurance sessions of the four weeks to a week are easy: the more, the fewer they are, since
  /// one session more that is easy is worth something long before they are enough.
  private func priceOfHardSessions(to week: Int) -> Double {
    guard week >= 3, bounds.watch.easySessions > 0 else { return 0 }
    var (easy, all) = (0, 0)
    for earlier in (week - 3)...week {
      easy += weekPattern[earlier].easy
      all += weekPattern[earlier].endurance
    }
    let lacking = bounds.watch.easySessions * Double(all) - Double(easy)
    guard all >= 4, lacking > Score.tolerance else { return 0 }
    return bounds.watch.price * (1 + Self.lackingEasyFactor * lacking / Double(all))
  }

  /// What it costs that a sport rises too much in the two weeks to a week.
  private func priceOfRise(to week: Int) -> Double {
    guard bounds.watch.rise < .infinity else { return 0 }
    let (earlier, last) = bounds.watch.minutesBefore
    let before = week == 0 ? earlier : week == 1 ? last : Double(weekPattern[week - 2].rising)
    guard before > 0 else { return 0 }
    let beyond = Double(weekPattern[week].rising) / before - 1 - bounds.watch.rise
    return beyond > Score.tolerance ? bounds.watch.price * (1 + min(1, beyond)) : 0
  }

  /// What it costs that the strain of weeks stands out among those of the history and the plan.
  private func priceOfStrain() -> Double {
    guard let level = bounds.watch.strain, horizon.now == model.weekCount else { return 0 }
    var all = bounds.watch.strainsBefore
    for week in 0..<model.weekCount { all.add(weekPattern[week].strain) }
    guard all.count >= max(2, level.leastWeeks) else { return 0 }
    let own = all.mean(plus: level.deviations)
    var price = 0.0
    for week in 0..<model.weekCount where weekPattern[week].strain > own + 1e-6 {
      price += bounds.watch.price * min(2, weekPattern[week].strain / own)
    }
    return price
  }
}
