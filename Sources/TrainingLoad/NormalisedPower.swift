/// Normalised power: the fourth root of the mean fourth power of the 30-second rolling mean.
///
/// Products differ in the first 29 seconds, where no full window exists: show which start-up is used.
/// Sources: code of Sauce for Strava, athletic_pandas, sweat 0.25.0 and GoldenCheetah.
public enum NormalisedPower: String, CaseIterable, Sendable {
  /// Only full windows count (Sauce, athletic_pandas). The default.
  case fullWindows = "full-windows"
  /// The first windows average what there is (sweat 0.25.0).
  case partialWindows = "partial-windows"
  /// The ride is preceded by 30 s without power (GoldenCheetah).
  case zeroFilled = "zero-filled"

  /// Seconds in the rolling mean.
  public static let windowSeconds = 30
  /// A ride shorter than this has no normalised power: 5 minutes.
  public static let leastSeconds = 300

  /// Normalised power of a ride.
  ///
  /// - Parameter watts: Power in W, one sample a second, zeros while coasting.
  /// - Returns: W; nil for a ride under 5 minutes or a sample that is negative or not finite.
  public func watts(of watts: [Double]) -> Double? {
    let window = NormalisedPower.windowSeconds
    guard watts.count >= NormalisedPower.leastSeconds else { return nil }
    guard watts.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let first = self == .fullWindows ? window - 1 : 0
    var total = 0.0
    for end in first..<watts.count {
      let start = max(0, end - window + 1)
      var sum = 0.0
      for second in start...end { sum += watts[second] }
      let mean = sum / Double(self == .partialWindows ? end - start + 1 : window)
      total += (mean * mean) * (mean * mean)
    }
    return (total / Double(watts.count - first)).squareRoot().squareRoot()
  }
}
