/// How alike the days of a week were: mean daily load over the standard deviation, and the strain.
///
/// Foster's texts do not say which deviation; peers disagree by 8 %, so `Deviation` is shown. Cut-offs of 1.5
/// and 2 are practice, not a result for every athlete; illness followed *individual* thresholds.
///
/// Source: Foster 1998, Med Sci Sports Exerc 30(7):1164-1168.
public enum Monotony: Equatable, Sendable {
  /// The week's monotony (without unit) and its strain (week's load x monotony, load units).
  case value(monotony: Double, strain: Double)
  /// Every day had the same load: the deviation is 0 and the quotient has no value.
  case noVariation
  /// Every day is known, and none had any load.
  case noTraining
  /// Fewer than seven days, or one of them unknown.
  case tooFewDays

  /// The days of a week.
  public static let days = 7

  /// Which standard deviation divides the mean.
  public enum Deviation: String, CaseIterable, Sendable {
    /// Divides by n - 1 (spreadsheets, R, FitOps). The default.
    case sample
    /// Divides by n (Runalyze); monotony is 8 % higher.
    case population
  }

  /// The monotony and strain of exactly seven daily loads, rest days 0, unknown days nil.
  public init(_ loads: some Collection<Double?>, deviation: Deviation = .sample) {
    guard loads.count == Monotony.days, let total = loads.sumIfKnown() else {
      self = .tooFewDays
      return
    }
    let mean = total / Double(Monotony.days)
    var (squares, low, high) = (0.0, Double.infinity, 0.0)
    for case let load? in loads {
      squares += (load - mean) * (load - mean)
      low = min(low, load)
      high = max(high, load)
    }
    if high == 0 {
      self = .noTraining
    } else if high - low <= 1e-9 * high {
      // Equal but for the rounding of load = rating x minutes.
      self = .noVariation
    } else {
      let divisor = Double(deviation == .sample ? Monotony.days - 1 : Monotony.days)
      let monotony = mean / (squares / divisor).squareRoot()
      self = .value(monotony: monotony, strain: total * monotony)
    }
  }

  /// Monotony, where it has a value.
  public var monotony: Double? {
    if case .value(let monotony, _) = self { monotony } else { nil }
  }

  /// Strain, where it has a value.
  public var strain: Double? {
    if case .value(_, let strain) = self { strain } else { nil }
  }
}
