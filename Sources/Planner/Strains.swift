import TrainingPlan

/// The strain of some weeks, load times monotony, as their number and sums of powers, AU.
struct Strains {
  var count = 0
  private var sum = 0.0
  private var squares = 0.0

  /// Those of the full weeks before a plan, counted back from its start.
  init(before problem: PlanProblem) {
    let past = problem.history.load
    for end in stride(from: past.count, through: 7, by: -7) {
      let week = past[(end - 7)..<end]
      let squares = week.reduce(0) { $0 + $1 * $1 }
      add(
        Self.strain(
          load: week.reduce(0, +), squares: squares, divisor: problem.limits.monotonyDDOF == 0 ? 7 : 6))
    }
  }

  /// Strain of a week by its load, the sum of the squares of its daily loads, and the divisor of their variance; 0 for a
  /// week without load or without variation.
  static func strain(load: Double, squares: Double, divisor: Double) -> Double {
    let variance = (squares - load * load / 7) / divisor
    return variance > 1e-9 * load * load ? load * load / 7 / variance.squareRoot() : 0
  }

  mutating func add(_ strain: Double) {
    guard strain > 0 else { return }
    count += 1
    sum += strain
    squares += strain * strain
  }

  /// So many standard deviations above the mean, AU.
  func mean(plus deviations: Double) -> Double {
    let mean = sum / Double(count)
    return mean + deviations * (max(0, squares - sum * mean) / Double(count - 1)).squareRoot()
  }
}
