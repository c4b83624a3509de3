import TrainingLoad
import TrainingPlan

/// The values that the report's numbers are held against, and where each was set.
struct Standards: Equatable, Sendable {
  /// Monotony.
  let monotony: Standard?
  /// Strain, AU.
  let strain: Standard?
  /// Which standard deviation divides the mean in monotony.
  let deviation: Monotony.Deviation
  /// Run-minutes from which a day counts for the days in a row.
  let hipDay: Double

  /// A value and where it was set.
  struct Standard: Equatable, Sendable {
    let value: Double
    let origin: String
  }

  init(_ problem: PlanProblem, _ book: RuleBook, strains: [Double]) {
    func limit(_ value: Double?) -> Standard? { value.map { Standard(value: $0, origin: "limit") } }
    deviation = problem.limits.deviation
    monotony =
      limit(problem.limits.monotonyMax)
      ?? book["monotony"]?.number("monotony_max").map { Standard(value: $0, origin: "rule book") }
    strain =
      limit(problem.limits.strainMax)
      ?? Self.own(strains, book["strain"])
    hipDay = book["hip-streak"]?.number("signal_threshold") ?? HipThresholds().streakRunMinutes
  }

  /// Mean of the athlete's own weeks in view plus so many standard deviations, as the strain rule has it.
  private static func own(_ strains: [Double], _ rule: RuleDescription?) -> Standard? {
    guard let leastWeeks = rule?.number("min_weeks"), let deviations = rule?.number("own_sd"),
      Double(strains.count) >= leastWeeks, strains.count > 1
    else { return nil }
    let mean = strains.reduce(0, +) / Double(strains.count)
    let squares = strains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Standard(
      value: mean + deviations * (squares / Double(strains.count - 1)).squareRoot(),
      origin: "own mean + \(deviations.text(1)) SD")
  }
}

extension Limits {
  /// Which standard deviation divides the mean in monotony.
  var deviation: Monotony.Deviation { monotonyDDOF == 0 ? .population : .sample }
}
