/// Recent load over usual load, without unit: 1.4 says "1.4 times your recent average".
///
/// **Contested.** The ratio describes change; it does not predict injury, and experts disagree about its use.
/// Sharing the recent days with the average creates correlation out of nothing (Lolli et al. 2019);
/// random averages do as well (Impellizzeri et al. 2021); use is discouraged around tapers (Wang et al. 2020);
/// in 5,205 runners more was not worse (Schuster Brandt Frandsen et al. 2025).
public enum WorkloadRatio: String, CaseIterable, Sendable {
  /// Two exponentially weighted averages of 7 and 28 days, weights 2/(N+1), both starting from the first
  /// load (Williams et al. 2017, Br J Sports Med 51(3):209-210).
  case ewma
  /// Mean of 7 days over the mean of the 28 that include them; never above 4.
  case coupled
  /// Mean of 7 days over the mean of the 21 days before them.
  case uncoupled

  /// Days of recent load.
  public static let acuteDays = 7
  /// Days of usual load, the recent ones included.
  public static let chronicDays = 28

  /// The ratio day by day for daily loads, oldest first.
  ///
  /// - Parameters:
  ///   - loads: Daily loads; nil is a day of which nothing is known, which `ewma` passes unchanged.
  ///   - seed: For `ewma`, where both averages stand before the first day; nil = at the first known load.
  /// - Returns: One value a day, 0 or more; nil where the usual load is 0, and where a day of the last 28 is
  ///   unknown. `coupled` and `uncoupled` are nil until 28 days are known; `ewma` begins with the first.
  public func series(_ loads: [Double?], seed: Double? = nil) -> [Double?] {
    switch self {
    case .ewma: WorkloadRatio.exponential(loads, seed: seed)
    case .coupled: WorkloadRatio.rolling(loads, usualUntil: 0)
    case .uncoupled: WorkloadRatio.rolling(loads, usualUntil: WorkloadRatio.acuteDays)
    }
  }

  /// The ratio of two means, the usual one without the last `skipped` days.
  private static func rolling(_ loads: [Double?], usualUntil skipped: Int) -> [Double?] {
    var ratios = [Double?](repeating: nil, count: loads.count)
    for day in loads.indices.dropFirst(chronicDays - 1) {
      guard let acute = loads[(day - acuteDays + 1)...day].sumIfKnown(),
        let chronic = loads[(day - chronicDays + 1)...(day - skipped)].sumIfKnown(), chronic > 0
      else { continue }
      ratios[day] = (acute / Double(acuteDays)) / (chronic / Double(chronicDays - skipped))
    }
    return ratios
  }

  private static func exponential(_ loads: [Double?], seed: Double?) -> [Double?] {
    var ratios = [Double?](repeating: nil, count: loads.count)
    guard let firstKnown = loads.firstIndex(where: { $0 != nil }), let first = loads[firstKnown] else {
      return ratios
    }
    var acute = MovingAverage(weight: Smoothing.span.weight(days: Double(acuteDays)), seed: seed ?? first)
    var chronic = MovingAverage(weight: Smoothing.span.weight(days: Double(chronicDays)), seed: seed ?? first)
    var lastUnknown: Int?
    for day in firstKnown..<loads.count {
      guard let load = loads[day] else {
        lastUnknown = day
        continue
      }
      acute.add(load)
      chronic.add(load)
      let isClear = lastUnknown.map { day - $0 >= chronicDays } ?? true
      if isClear, chronic.value > 0 { ratios[day] = acute.value / chronic.value }
    }
    return ratios
  }
}

extension Collection<Double?> {
  /// The sum; nil where a value is unknown, 0 for none.
  public func sumIfKnown() -> Double? {
    var sum = 0.0
    for value in self {
      guard let value else { return nil }
      sum += value
    }
    return sum
  }
}
