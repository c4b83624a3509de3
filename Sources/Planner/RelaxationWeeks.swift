import LinearPrograms
import TrainingPlan

extension Relaxation {
  private func cells(ofWeek week: Int, where isWanted: (PlanModel.Template) -> Bool = { _ in true }) -> [Int]
  {
    model.days(ofWeek: week).flatMap { cells(on: $0, where: isWanted) }
  }

  /// What the sessions of a week are held to: numbers of sessions, intensity, counter-work, variety, caps of sports
  /// (R01, R13, R21, R22, R26).
  mutating func limitWeeks() {
    for week in 0..<model.weekCount {
      limitCounts(week)
      let bounds = model.bounds
      if bounds.intenseShare < 1 {
        let main = cells(ofWeek: week) { !$0.isRestful }
        program.addRow(
          main.map { Term(minutes[$0], (template(of: $0).isIntense ? 1 : 0) - bounds.intenseShare) },
          atMost: 0)
        tag(.intensity)
      }
      if bounds.hasHipRule, model.days(ofWeek: week).count == 7 {
        let relief = cells(ofWeek: week).map { Term(minutes[$0], template(of: $0).relief) }
        let exposure = model.days(ofWeek: week).map { Term(hip[$0], -bounds.reliefPerHip) }
        program.addRow(relief + exposure, atLeast: model.isLight(week) ? 0 : bounds.reliefBase)
        tag(.relief)
      }
      if bounds.hasVarietyRule, week < model.buildWeeks, !model.isLight(week) { limitVariety(week) }
      limitSports(week)
      priceSoftHip(week)
    }
  }

  private mutating func limitCounts(_ week: Int) {
    for index in 0..<model.templateCount {
      let kind = model.templates[index]
      let sessions = model.days(ofWeek: week).map { $0 * model.templateCount + index }.filter {
        session[$0] >= 0
      }
      .map { Term(session[$0], 1) }
      if sessions.count > kind.maxPerWeek { program.addRow(sessions, atMost: Double(kind.maxPerWeek)) }
      if kind.minPerWeek > 0 {
        tag(.given)
        addSwitched(sessions, week: week, kind: .load, atLeast: Double(kind.minPerWeek))
        tag(.sessions(index))
      }
    }
  }

  private mutating func limitVariety(_ week: Int) {
    tag(.given)
    let bounds = model.bounds
    let all = cells(ofWeek: week)
    var present: [Term] = []
    for family in model.families.indices {
      let own = all.filter { template(of: $0).family == family }
      guard !own.isEmpty else { continue }
      let isThere = addChoice(.family(family))
      present.append(Term(isThere, 1))
      if isTight, bounds.familyMinutes > 0 {
        program.addRow(own.map { Term(session[$0], 1) } + [Term(isThere, -1)], atLeast: 0)
      }
      program.addRow(own.map { Term(minutes[$0], 1) } + [Term(isThere, -bounds.familyMinutes)], atLeast: 0)
      func share(_ part: Double) -> [Term] {
        all.map { Term(minutes[$0], (template(of: $0).family == family ? 1 : 0) - part) }
      }
      if bounds.familyShare < 1 { addSeldom(share(bounds.familyShare), atMost: 0) }
      if model.lowShare[family] > 0 { addSeldom(share(model.lowShare[family]), atLeast: 0) }
      if model.highShare[family] < 1 { addSeldom(share(model.highShare[family]), atMost: 0) }
    }
    program.addRow(present, atLeast: Double(bounds.minFamilies))
    tag(.variety)
  }

  private mutating func limitSports(_ week: Int) {
    for (sport, cap) in model.sportCaps.enumerated() {
      if cap.daysPerWeek < 7 { limitDays(of: sport, model.days(ofWeek: week), to: cap.daysPerWeek) }
      if cap.minutesPerWeek < .infinity {
        let own = cells(ofWeek: week) { $0.sport == sport }
        program.addRow(own.map { Term(minutes[$0], 1) }, atMost: cap.minutesPerWeek)
      }
      if cap.daysInARow < 7 {
        for day in model.days(ofWeek: week) where day >= cap.daysInARow {
          limitDays(of: sport, (day - cap.daysInARow)..<day + 1, to: cap.daysInARow)
        }
      }
      tag(.sport(sport))
    }
  }

  /// Days with a sport. A day has at most one session of it that is for rest days, and at most one that is not; each
  /// kind is counted by itself, since both may stand on one day.
  private mutating func limitDays(of sport: Int, _ days: Range<Int>, to most: Int) {
    for isRestful in [false, true] {
      let own = days.flatMap { cells(on: $0) { $0.sport == sport && $0.isRestful == isRestful } }
      if !own.isEmpty { program.addRow(own.map { Term(session[$0], 1) }, atMost: Double(most)) }
    }
  }

  private mutating func priceSoftHip(_ week: Int) {
    guard model.bounds.softHipPrice > 0, model.bounds.softHip < .infinity else { return }
    let exposure = model.days(ofWeek: week).map { Term(hip[$0], 1) }
    let most = model.days(ofWeek: week).reduce(0) { $0 + program.upper[hip[$1]] }
    let above = program.addColumn(from: 0, to: most, cost: -model.bounds.softHipPrice)
    program.addRow(exposure + [Term(above, -1)], atMost: model.bounds.softHip)
    tag(.given)
  }

  /// What weeks are held to by the load week before them (R09, R10, R20).
  mutating func limitWeeksInOrder() {
    let bounds = model.bounds
    for week in 0..<model.weekCount {
      for reference in references(of: week) {
        for kind in kinds(of: week) {
          let factor = kind == .load ? 1 + bounds.growth : 1
          if bounds.growth < .infinity {
            compare(week, load, kind, reference, factor, model.referenceLoad, atMost: bounds.growthAllowance)
            tag(.weeklyRise)
          }
          if bounds.hipGrowth < .infinity {
            let factor = kind == .load ? 1 + bounds.hipGrowth : 1
            compare(week, hip, kind, reference, factor, model.referenceHip, atMost: bounds.hipAllowance)
            tag(.hipRise)
          }
        }
        guard kinds(of: week).contains(.deload) else { continue }
        compare(week, load, .deload, reference, bounds.deloadMost, model.referenceLoad, atMost: 0)
        if !model.isLight(week) {
          compare(week, load, .deload, reference, bounds.deloadLeast, model.referenceLoad, atLeast: 0)
        }
        tag(.deload)
      }
    }
  }

  func kinds(of week: Int) -> [WeekType] {
    if week >= model.buildWeeks { return [.taper] }
    if model.isLight(week) { return [.deload] }
    return model.problem.limits.deload == nil || week == 0 ? [.load] : [.load, .deload]
  }

  /// The weeks that can be the last load week before a week; -1 is the history.
  private func references(of week: Int) -> [Int] {
    var last = min(week, model.buildWeeks) - 1
    while last >= 0, model.isLight(last) { last -= 1 }
    // No week of choice is easier right after another easier one.
    let isFixed = last <= 0 || model.problem.limits.deload == nil || model.isLight(last - 1)
    return isFixed ? [last] : [last, last - 1]
  }

  /// A week against `factor` times the load week before it.
  private mutating func compare(
    _ week: Int, _ columns: [Int], _ kind: WeekType, _ reference: Int, _ factor: Double, _ past: Double,
    atLeast low: Double = -.infinity, atMost high: Double = .infinity
  ) {
    guard factor < .infinity else { return }
    compare(
      model.days(ofWeek: week), of: week, columns, kind, reference, factor, past, atLeast: low, atMost: high)
  }

  private mutating func compare(
    _ days: Range<Int>, of week: Int, _ columns: [Int], _ kind: WeekType, _ reference: Int, _ factor: Double,
    _ past: Double, atLeast low: Double = -.infinity, atMost high: Double = .infinity
  ) {
    var terms = days.map { Term(columns[$0], 1) }
    var constant = 0.0
    if reference < 0 {
      constant = factor * past
    } else {
      terms += model.days(ofWeek: reference).map { Term(columns[$0], -factor) }
    }
    addSwitched(
      terms, week: week, kind: kind, reference: reference, atLeast: low + constant, atMost: high + constant)
  }

  /// R14: the windows of seven days before the event against the last load week.
  mutating func limitTaper() {
    let bounds = model.bounds
    guard model.taperWeeks > 0 else { return }
    let first = model.weekCount - model.taperWeeks
    var later: [Term] = []
    for window in bounds.taperMost.indices {
      let end = model.dayCount - 7 * window
      guard end > 0 else { break }
      let days = max(0, end - 7)..<end
      for reference in references(of: first) {
        compare(
          days, of: first, load, .taper, reference, bounds.taperMost[window], model.referenceLoad, atMost: 0)
        compare(
          days, of: first, load, .taper, reference, bounds.taperLeast[window], model.referenceLoad, atLeast: 0
        )
      }
      let own = days.map { Term(load[$0], 1) }
      if window > 0 { program.addRow(own + later.map { Term($0.column, -1) }, atLeast: 0) }
      later = own
    }
    if bounds.trainedInLast7 > 0 {
      let days = max(0, model.dayCount - 7)..<model.dayCount
      program.addRow(days.map { Term(trained[$0], 1) }, atLeast: Double(bounds.trainedInLast7))
    }
    tag(.taper)
  }

  /// R24: one session of those that can carry a goal does.
  mutating func askForGoals() {
    for (index, goal) in model.goals.enumerated() where goal.minutes > 0 {
      var choices: [Term] = []
      for day in goal.days {
        for cell in cells(on: day) where template(of: cell).sport == goal.sport {
          guard program.upper[minutes[cell]] >= goal.minutes else { continue }
          let carries = addChoice(.goal(index))
          choices.append(Term(carries, 1))
          program.addRow([Term(minutes[cell], 1), Term(carries, -goal.minutes)], atLeast: 0)
          program.addRow([Term(session[cell], 1), Term(carries, -1)], atLeast: 0)
        }
      }
      program.addRow(choices, atLeast: 1)
      tag(.goal(index))
    }
  }
}
