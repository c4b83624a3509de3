/// How a time constant in days becomes the weight of one day in an exponentially weighted average.
///
/// The same "42 days" gives 0.02353, 0.02381 or 0.04651 in living products: show which one is used.
public enum Smoothing: String, CaseIterable, Sendable {
  /// 1 - exp(-1/tau) (GoldenCheetah, Elevate, Sauce for Strava, WKO). The default.
  case exponential
  /// 1/tau (as quoted for TrainingPeaks).
  case reciprocal
  /// 2/(N+1) (Runalyze, FitOps; Williams et al. 2017): behaves like a time constant of half as many days.
  case span

  /// The formula, for people.
  public var formula: String {
    switch self {
    case .exponential: "1-exp(-1/tau)"
    case .reciprocal: "1/tau"
    case .span: "2/(N+1)"
    }
  }

  /// The weight of one day, 0-1; 1 (no memory) for less than one day under the last two formulas, and
  /// for days that are not above 0.
  public func weight(days: Double) -> Double {
    guard days > 0 else { return 1 }
    return switch self {
    case .exponential: 1 - TrainingLoad.exponential(-1 / days)
    case .reciprocal: min(1, 1 / days)
    case .span: min(1, 2 / (days + 1))
    }
  }
}

/// An exponentially weighted average of daily loads: `x + weight (load - x)` each day.
public struct MovingAverage: Equatable, Sendable {
  /// The average, in the unit of the loads a day.
  public var value: Double
  /// The weight of one day, 0-1; see `Smoothing`.
  public let weight: Double

  /// An average that stands at `seed` before the first day.
  public init(weight: Double, seed: Double) {
    self.weight = weight
    self.value = seed
  }

  /// Takes in one day's load.
  public mutating func add(_ load: Double) {
    value += weight * (load - value)
  }
}
