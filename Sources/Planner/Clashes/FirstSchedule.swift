import TrainingPlan

/// Looks for any schedule inside the limits, and ends with the first.
///
/// Starts from weeks that are filled one after another, and where a long session is asked for, from one that is built up
/// to it week by week.
struct FirstSchedule {
  let model: PlanModel

  /// Changes that one start may try, for a plan of twelve weeks.
  private static let start = 14_000
  /// Sequences of week kinds that are tried, one a start.
  private static let starts = 3
  /// Parts of a start between two looks at whether a schedule is found.
  private static let rounds = 12

  /// A schedule inside the limits; nil where none was found.
  ///
  /// - Parameter changes: How many changes may be tried; what was used is taken off.
  /// - Returns: The first schedule that breaks nothing.
  func found(changes: inout Int) -> Annealing.Found? {
    let sequences = model.weekPatterns(limit: Self.starts)
    for attempt in 0..<Self.starts {
      let count = Self.start * max(4, model.weekCount) / 12
      guard changes >= count else { return nil }
      let types = sequences[attempt % sequences.count]
      if let found = start(attempt, types, count, &changes) { return found }
    }
    return nil
  }

  /// A schedule inside the limits near another one, which may break some; nil where none was found.
  ///
  /// - Parameters:
  ///   - near: The cells to begin with, as the model allows them, and admissible kinds of the weeks.
  ///   - heat: How far the first changes may lead away from it.
  ///   - changes: How many changes may be tried; what was used is taken off.
  /// - Returns: The first schedule that breaks nothing.
  func found(near: Annealing.Found, heat: Double, changes: inout Int) -> Annealing.Found? {
    let count = Self.start * max(4, model.weekCount) / 12
    guard changes >= count else { return nil }
    var annealing = Annealing(model: model, weekTypes: near.weekTypes, seed: 1)
    annealing.take(near)
    return settle(&annealing, count / Self.rounds, heat: heat, price: 15, &changes)
  }

  /// A schedule inside the limits with some kinds of the weeks, begun afresh; nil where none was found.
  func found(weekTypes: [WeekType], changes: inout Int) -> Annealing.Found? {
    let count = Self.start * max(4, model.weekCount) / 12
    guard changes >= count else { return nil }
    return start(0, weekTypes, count, &changes)
  }

  private func start(
    _ attempt: Int, _ types: [WeekType], _ count: Int, _ changes: inout Int
  ) -> Annealing.Found? {
    var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(attempt + 1))
    let filling = max(256, count / 4 / model.weekCount)
    annealing.fillWeeks(filling, temperature: (1, 0.03), price: (1, 190))
    changes -= filling * model.weekCount
    if annealing.score.violation <= 0 { return annealing.outcome }
    let isBuiltUp = attempt != 1 && !model.goals.isEmpty
    if isBuiltUp { annealing.take(builtUp(annealing.outcome)) }
    let (heat, price) = isBuiltUp ? (0.1, 15.0) : attempt == 0 ? (0.3, 3.0) : (1.5, 3.0)
    return settle(&annealing, count * 3 / 4 / Self.rounds, heat: heat, price: price, &changes)
  }

  /// Tries changes while the temperature falls and the price of broken limits rises, until none is broken.
  private func settle(
    _ annealing: inout Annealing, _ round: Int, heat: Double, price: Double, _ changes: inout Int
  ) -> Annealing.Found? {
    var (heat, price) = (heat, price)
    for _ in 0..<Self.rounds where annealing.outcomeScore.violation > 0 {
      annealing.run(round, temperature: (heat, heat * 0.7), price: (price, price * 1.6))
      changes -= round
      heat *= 0.7
      price *= 1.6
    }
    return annealing.outcomeScore.violation <= 0 ? annealing.outcome : nil
  }

  /// A schedule with the long sessions asked for, each built up to as late as the single-session rule allows.
  private func builtUp(_ found: Annealing.Found) -> Annealing.Found {
    var built = found
    for goal in model.goals {
      guard let day = goal.days.last(where: { cell(goal.sport, $0, Int(goal.minutes.rounded(.up))) != nil })
      else {
        continue
      }
      var length = goal.minutes.rounded(.up)
      for place in stride(from: day, through: 0, by: -7) {
        let before = model.longestBefore[goal.sport * model.dayCount + place]
        for cell in place * model.templateCount..<(place + 1) * model.templateCount {
          built.minutes[cell] = 0
        }
        shorten(goal.sport, around: place, to: Int(length), &built)
        if let cell = cell(goal.sport, place, Int(length)) { built.minutes[cell] = Int(length) }
        guard model.bounds.spike < .infinity else { break }
        length = max((length / (1 + model.bounds.spike)).rounded(.up), min(before, length))
      }
    }
    return built
  }

  /// No other session of the sport in the week that ends on a day is longer than its long one.
  private func shorten(_ sport: Int, around day: Int, to length: Int, _ built: inout Annealing.Found) {
    for other in max(0, day - 6)..<day {
      for template in 0..<model.templateCount where model.templates[template].sport == sport {
        let cell = other * model.templateCount + template
        if built.minutes[cell] > length {
          built.minutes[cell] = length >= model.templates[template].minMinutes ? length : 0
        }
      }
    }
  }

  /// The cell of a day that can hold a session of the sport and length; a long one where there is one.
  private func cell(_ sport: Int, _ day: Int, _ length: Int) -> Int? {
    let cells = (0..<model.templateCount).filter {
      model.templates[$0].sport == sport && model.templates[$0].minMinutes <= length
        && model.longest[day * model.templateCount + $0] >= length
    }
    return (cells.first { model.templates[$0].isLong } ?? cells.first).map { day * model.templateCount + $0 }
  }
}
