import TrainingPlan

/// About what a sequence of week kinds can come to: the weeks rise as far as weekly growth, fitness ramp and the room of
/// each week let them. Ranks sequences in microseconds.
struct LoadForecast {
  private let model: PlanModel
  /// The load that a week holds already, AU.
  private let held: [Double]
  /// About the most load that each day has room for, and each week, AU.
  private let ofDay: [Double]
  private let ofWeek: [Double]
  /// Weeks in which the days before a lesser event are held to less.
  private let isLimited: [Bool]
  /// What an AU on a day adds to the objective, at the best.
  private let worth: [Double]

  init(_ model: PlanModel) {
    self.model = model
    let held = (0..<model.dayCount).map { Self.heldLoad(of: $0, in: model) }
    self.held = (0..<model.weekCount).map { held[model.days(ofWeek: $0)].reduce(0, +) }
    let weeks = WeekCapacity(model)
    let ofDay = zip((0..<model.weekCount).flatMap(weeks.load), held).map { $0 + $1 }
    self.ofDay = ofDay
    ofWeek = (0..<model.weekCount).map { ofDay[model.days(ofWeek: $0)].reduce(0, +) }
    isLimited = (0..<model.weekCount).map { week in
      model.days(ofWeek: week).contains { model.tuneUps.loadLimit[$0] != nil }
    }
    worth = (0..<model.dayCount).map { day in
      (0..<model.templateCount).map { template in
        model.gain[day * model.templateCount + template] / max(0.5, model.templates[template].sRPE)
      }.max() ?? 0
    }
  }

  /// What a day holds, AU.
  private static func heldLoad(of day: Int, in model: PlanModel) -> Double {
    (0..<model.templateCount).reduce(model.held.load[day]) {
      $0 + model.templates[$1].sRPE * Double(model.held.minutes[day * model.templateCount + $1])
    }
  }

  /// The objective that a sequence of week kinds promises, but for what the history leaves.
  func value(_ types: [WeekType]) -> Double {
    let bounds = model.bounds
    var fitness = model.start.fitness
    var reference = model.referenceLoad
    var value = 0.0
    for week in types.indices {
      let days = model.days(ofWeek: week)
      guard !days.isEmpty else { continue }
      let most: Double
      switch types[week] {
      case .load:
        let growth = Self.times(1 + bounds.growth, reference) + bounds.growthAllowance
        most = min(growth, mostLoad(rampingFrom: fitness))
      case .deload: most = Self.times(bounds.deloadMost, reference)
      case .taper:
        let window = types.count - 1 - week
        let share = window < bounds.taperMost.count ? bounds.taperMost[window] : 1
        most = Self.times(share, reference) * Double(days.count) / 7
      }
      let load = max(held[week], min(most, capacity(of: week, usually: fitness)))
      if types[week] == .load { reference = load }
      let daily = load / Double(days.count)
      for day in days {
        fitness += model.fitnessFactor * (daily - fitness)
        value += daily * worth[day]
      }
    }
    return value
  }

  /// About the most load of a week, AU, where days have had `usually` AU of late.
  private func capacity(of week: Int, usually: Double) -> Double {
    guard isLimited[week] else { return ofWeek[week] }
    let days = model.days(ofWeek: week)
    var load = Array(ofDay[days])
    for day in days {
      guard let limit = model.tuneUps.loadLimit[day], limit.idleDays == 0 else { continue }
      let taper = (max(days.lowerBound, day - limit.days + 1) - days.lowerBound)...(day - days.lowerBound)
      let most = limit.most + limit.share * Double(TuneUp.ShortTaper.usualDays) * usually
      let present = load[taper].reduce(0, +)
      if present > most { for place in taper { load[place] *= most / present } }
    }
    return load.reduce(0, +)
  }

  /// So many times a load; a limit that is not there, infinite, leaves nothing of nothing.
  private static func times(_ limit: Double, _ load: Double) -> Double { load > 0 ? limit * load : 0 }

  /// The week's load that lets fitness rise by the ramp limit, AU.
  private func mostLoad(rampingFrom fitness: Double) -> Double {
    guard model.bounds.daily.rampAbsolute < .infinity else { return .infinity }
    var kept = 1.0
    for _ in 0..<7 { kept *= 1 - model.fitnessFactor }
    let end = model.bounds.daily.rampAbsolute + (1 + model.bounds.rampRelative) * fitness
    return 7 * (end - kept * fitness) / (1 - kept)
  }
}
