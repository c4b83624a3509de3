import TrainingPlan

/// About what a sequence of week kinds can come to: the weeks rise as far as weekly growth, fitness ramp and the time of
/// each week let them, whatever the sessions. Ranks sequences in microseconds.
struct LoadForecast {
  private let model: PlanModel
  /// The most load that a week has time for, AU.
  private let capacity: [Double]
  /// What an AU on a day adds to the objective, at the best.
  private let worth: [Double]

  init(_ model: PlanModel) {
    self.model = model
    let share = min(1, model.bounds.intenseShare)
    let hardestFirst = model.templates.indices.filter { !model.templates[$0].isRestful }
      .sorted { (model.templates[$1].sRPE, $0) < (model.templates[$0].sRPE, $1) }
    let easyOnly = hardestFirst.filter { !model.templates[$0].isIntense }
    capacity = (0..<model.weekCount).map { week in
      let days = model.days(ofWeek: week).map { day in
        share * Self.mostLoad(of: day, hardestFirst, in: model)
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

  /// The most load that a day has time for: what it holds, and then some templates one after another, AU.
  private static func mostLoad(of day: Int, _ templates: [Int], in model: PlanModel) -> Double {
    var load = model.held.load[day]
    var left = model.available[day]
    var sessions = 0
    for template in 0..<model.templateCount {
      let minutes = model.held.minutes[day * model.templateCount + template]
      guard minutes > 0 else { continue }
      load += model.templates[template].sRPE * Double(minutes)
      left -= minutes
      if !model.templates[template].isRestful { sessions += 1 }
    }
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
      let load: Double
      switch types[week] {
      case .load:
        let growth = (1 + bounds.growth) * reference + bounds.growthAllowance
        load = min(growth, mostLoad(rampingFrom: fitness), capacity[week])
        reference = load
      case .deload:
        load = min(bounds.deloadMost * reference, capacity[week])
      case .taper:
        let window = types.count - 1 - week
        let most = window < bounds.taperMost.count ? bounds.taperMost[window] : 1
        load = min(most * reference * Double(days.count) / 7, capacity[week])
      }
      let daily = load / Double(days.count)
      for day in days {
        fitness += model.fitnessFactor * (daily - fitness)
        value += daily * worth[day]
      }
    }
    return value
  }

  /// The week's load that lets fitness rise by the ramp limit, AU.
  private func mostLoad(rampingFrom fitness: Double) -> Double {
    guard model.bounds.rampAbsolute < .infinity else { return .infinity }
    var kept = 1.0
    for _ in 0..<7 { kept *= 1 - model.fitnessFactor }
    let end = model.bounds.rampAbsolute + (1 + model.bounds.rampRelative) * fitness
    return 7 * (end - kept * fitness) / (1 - kept)
  }
}
