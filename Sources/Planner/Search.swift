import TrainingPlan

/// The search for the best schedule of a model: several starts with different easier weeks, the better ones gone
/// over again, the best one refined.
struct Search {
  let model: PlanModel
  let changes: Int

  init(model: PlanModel, effort: Effort) {
    self.model = model
    changes = max(2_000, effort.changes * max(4, model.weekCount) / 12)
  }

  /// The best schedule found; it is admissible when its violation is 0. Twice the work goes into a problem that
  /// resists before it is given up.
  func run() -> Annealing.Found {
    let patterns = model.weekPatterns(limit: 6)
    let weekly = max(200, changes / (4 * patterns.count * model.weekCount))
    var starts = patterns.enumerated().map { index, types in
      var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(index + 1))
      annealing.fillWeeks(weekly)
      annealing.run(changes / (6 * patterns.count), temperature: (0.2, 0.02), price: (2, 50))
      return annealing
    }
    starts.sort { Self.isBetter($0.outcome, $1.outcome) }
    var finalists = starts.prefix(2).map { start in
      var annealing = start
      annealing.run(changes / 8, temperature: (0.3, 0.01), price: (2, 300))
      return annealing
    }
    finalists.sort { Self.isBetter($0.outcome, $1.outcome) }
    var winner = finalists[0]
    winner.restart(from: winner.outcome)
    winner.run(changes / 4, temperature: (0.2, 0.002), price: (5, 1000))
    for _ in 0..<4 where winner.outcome.score.violation > 0 {
      winner.restart(from: winner.outcome)
      winner.run(changes / 4, temperature: (0.5, 0.01), price: (3, 1000))
    }
    return winner.outcome
  }

  /// Admissible before broken; then the higher value, or the less broken.
  static func isBetter(_ a: Annealing.Found, _ b: Annealing.Found) -> Bool {
    let broken = (a.score.violation > 0, b.score.violation > 0)
    switch broken {
    case (false, false): return a.score.value > b.score.value
    case (true, true): return a.score.violation < b.score.violation
    default: return broken.1
    }
  }
}
