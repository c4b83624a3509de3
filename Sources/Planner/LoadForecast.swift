import TrainingPlan

/// About what a sequence of week kinds can come to: the weeks rise as far as weekly growth, fitness ramp and the time of
/// each week let them, whatever the sessions. Ranks sequences in microseconds.
struct LoadForecast {
  private let model: PlanModel
  /// The load that a week holds already, AU.
  private let held: [Double]
  /// The most load that a week has time for, AU.
  private let capacity: [Double]
  /// What an AU on a day adds to the objective, at the best.
  private let worth: [Double]

  init(_ model: PlanModel) {
    self.model = model
    let held = (0..<model.dayCount).map { Self.heldLoad(of: $0, in: model) }
    self.held = (0..<model.weekCount).map { held[model.days(ofWeek: $0)].reduce(0, +) }
    let share = min(1, model.bounds.intenseShare)
    let hardestFirst = model.templates.indices.filter { !model.templates[$0].isRestful }
      .sorted { (model.templates[$1].sRPE, $0) < (model.templates[$0].sRPE, $1) }
    let easyOnly = hardestFirst.filter { !model.templates[$0].isIntense }
    capacity = (0..<model.weekCount).map { week in
      let days = model.days(ofWeek: week).map { day in
        held[day] + share * Self.mostLoad(of: day, hardestFirst, in: model)
          + (1 - share) * Self.mostLoad(of: day, easyOnly, in: model)
      }
      let trained = max(0, days.count - model.bounds.restPer7)
      return days.sorted(by: >).prefix(trained).reduce(0, +)
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

  /// The most load that a day has time for, beside what it holds, with some templates one after another, AU.
  private static func mostLoad(of day: Int, _ templates: [Int], in model: PlanModel) -> Double {
    let standing = model.held.minutes[day * model.templateCount..<(day + 1) * model.templateCount]
    var left = model.available[day] - standing.reduce(0, +)
    var sessions = zip(standing, model.templates).count { $0 > 0 && !$1.isRestful }
    var load = 0.0
    for template in templates where sessions < model.bounds.sessionsPerDay {
      let minutes = min(left, model.longest[day * model.templateCount + template])
      guard minutes >= model.templates[template].minMinutes else { continue }
      load += model.templates[template].sRPE * Double(minutes)
      left -= minutes
      sessions += 1
    }
    return load
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
      let load = max(held[week], min(most, capacity[week]))
      if types[week] == .load { reference = load }
      let daily = load / Double(days.count)
      for day in days {
        fitness += model.fitnessFactor * (daily - fitness)
        value += daily * worth[day]
      }
    }
    return value
  }

  /// So many times a load; a limit that is not there, infinite, leaves nothing of nothing.
  private static func times(_ limit: Double, _ load: Double) -> Double { load > 0 ? limit * load : 0 }

  /// The week's load that lets fitness rise by the ramp limit, AU.
  private func mostLoad(rampingFrom fitness: Double) -> Double {
    guard model.bounds.rampAbsolute < .infinity else { return .infinity }
    var kept = 1.0
    for _ in 0..<7 { kept *= 1 - model.fitnessFactor }
    let end = model.bounds.rampAbsolute + (1 + model.bounds.rampRelative) * fitness
    return 7 * (end - kept * fitness) / (1 - kept)
  }
}
