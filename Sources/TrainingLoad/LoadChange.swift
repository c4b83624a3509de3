/// The change of a week's amount (load, minutes, kilometres, run-minutes) against earlier weeks.
///
/// The weeks compared with never include the week itself (uncoupled). The 10 % rule is custom: it made no
/// difference in the one trial found (Buist et al. 2008); 20-60 % went with more injuries at 21 days only
/// (Damsted et al. 2019).
public enum LoadChange: Equatable, Sendable {
  /// The rise as a share: 0.1 = 10 % more, -0.5 = half.
  case change(Double)
  /// The weeks before amount to too little to compare with.
  case baseTooSmall
  /// The week, or too many of those before it, is not fully known.
  case tooFewWeeks

  /// Known weeks that the base needs, of the four before.
  public static let leastKnownWeeks = 3

  /// The change of a week against the mean of the known ones among the four before it.
  ///
  /// - Parameters:
  ///   - week: The week's amount; nil if a day of it is unknown.
  ///   - previous: The weeks before, oldest first; the last four are used, at least three must be known.
  ///   - size: Amounts by which the base is judged too small, for example minutes where `previous` is load;
  ///     nil = `previous` itself.
  ///   - minimum: The least mean of `size` worth comparing with: 60 minutes, or 60 run-minutes.
  /// - Returns: The change, or why there is none.
  public static func weekly(
    _ week: Double?, after previous: [Double?], size: [Double?]? = nil, minimum: Double = 60
  ) -> LoadChange {
    guard let week, let base = mean(previous), let baseSize = mean(size ?? previous) else {
      return .tooFewWeeks
    }
    guard base > 0, baseSize >= minimum - 1e-9 else { return .baseTooSmall }
    return .change(week / base - 1)
  }

  /// The change of a week's distance against the week two before, for novice runners.
  ///
  /// Source: Nielsen et al. 2014, J Orthop Sports Phys Ther 44(10):739-747: above 30 %, hazard ratio 1.59
  /// (0.96-2.66), distance-related injuries only.
  ///
  /// - Parameters:
  ///   - week: The week's distance; nil if a day of it is unknown.
  ///   - earlier: The distance of the week two weeks before.
  /// - Returns: The change, or why there is none.
  public static func overTwoWeeks(_ week: Double?, since earlier: Double?) -> LoadChange {
    guard let week, let earlier else { return .tooFewWeeks }
    return earlier > 0 ? .change(week / earlier - 1) : .baseTooSmall
  }

  /// The change as a share, where there is one.
  public var share: Double? {
    if case .change(let share) = self { share } else { nil }
  }

  private static func mean(_ weeks: [Double?]) -> Double? {
    let known = weeks.suffix(4).compactMap { $0 }
    guard known.count >= leastKnownWeeks else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }
}
