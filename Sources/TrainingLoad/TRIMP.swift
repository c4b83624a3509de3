/// Training impulse: session load from the heart rate, in TRIMP units of the formula named.
public enum TRIMP {
  /// Banister's TRIMP from the average heart rate: `T x A exp(B x)`, `x` the heart-rate reserve in use.
  ///
  /// The average underestimates intervals; prefer the samples.
  ///
  /// Source: Banister 1991 (factors from memory of secondary sources), see `TRIMPVariant`.
  ///
  /// - Parameters:
  ///   - minutes: Length of the session, 0 or more.
  ///   - heartRate: Average, beats a minute.
  ///   - range: The athlete's resting and highest heart rate.
  ///   - sex: Chooses the factors.
  ///   - variant: Which factors.
  /// - Returns: TRIMP; nil for minutes that are negative or not finite, or a heart rate that is not above 0.
  public static func banister(
    minutes: Double, heartRate: Double, range: HeartRateRange, sex: Sex,
    variant: TRIMPVariant = .banister1991
  ) -> Double? {
    guard minutes >= 0, minutes.isFinite, heartRate > 0, heartRate.isFinite else { return nil }
    return minutes * variant.perMinute(reserve: range.reserve(at: heartRate), sex: sex)
  }

  /// Banister's TRIMP summed over heart-rate samples taken every `seconds`.
  ///
  /// Nil without samples, for a sample that is not above 0, or `seconds` not above 0.
  public static func banister(
    samples: [Double], every seconds: Double, range: HeartRateRange, sex: Sex,
    variant: TRIMPVariant = .banister1991
  ) -> Double? {
    sum(samples, every: seconds) { variant.perMinute(reserve: range.reserve(at: $0), sex: sex) }
  }

  /// Edwards' TRIMP: minutes in zones 1 to 5 (50-60, 60-70, 70-80, 80-90, 90-100 % of the highest heart
  /// rate), weighted 1 to 5.
  ///
  /// Nil unless there are five values, each 0 or more. Source: Edwards 1993, quoted by Foster et al. 2001.
  public static func edwards(zoneMinutes: [Double]) -> Double? {
    weighted(zoneMinutes, zones: 5)
  }

  /// Edwards' TRIMP summed over heart-rate samples taken every `seconds`.
  public static func edwards(samples: [Double], every seconds: Double, maximum: Double) -> Double? {
    guard maximum > 0, maximum.isFinite else { return nil }
    return sum(samples, every: seconds) { Double(edwardsZone(heartRate: $0, maximum: maximum)) }
  }

  /// The zone of a heart rate, 0 (below 50 %) to 5. A boundary belongs to the higher zone: our choice.
  public static func edwardsZone(heartRate: Double, maximum: Double) -> Int {
    switch heartRate / maximum {
    case 0.9...: 5
    case 0.8...: 4
    case 0.7...: 3
    case 0.6...: 2
    case 0.5...: 1
    default: 0
    }
  }

  /// Lucia's TRIMP: minutes below the first ventilatory threshold, between the two and above the second,
  /// weighted 1, 2 and 3.
  ///
  /// Nil unless there are three values, each 0 or more. Zones as in Earnest et al. 2009; the thresholds
  /// need a laboratory or an estimate.
  public static func lucia(zoneMinutes: [Double]) -> Double? {
    weighted(zoneMinutes, zones: 3)
  }

  /// Lucia's TRIMP summed over heart-rate samples taken every `seconds`.
  ///
  /// - Parameters:
  ///   - samples: Heart rate, beats a minute.
  ///   - seconds: Time between samples.
  ///   - first: Heart rate at the first ventilatory threshold, which belongs to the middle zone.
  ///   - second: Heart rate at the second; it belongs to the middle zone too. Not below `first`.
  /// - Returns: TRIMP; nil without samples, or for a rate or time that is not above 0.
  public static func lucia(
    samples: [Double], every seconds: Double, first: Double, second: Double
  ) -> Double? {
    guard first > 0, second >= first, second.isFinite else { return nil }
    return sum(samples, every: seconds) { $0 < first ? 1 : $0 <= second ? 2 : 3 }
  }

  private static func weighted(_ minutes: [Double], zones: Int) -> Double? {
    guard minutes.count == zones, minutes.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    var total = 0.0
    for (index, value) in minutes.enumerated() { total += Double(index + 1) * value }
    return total
  }

  private static func sum(
    _ samples: [Double], every seconds: Double, perMinute: (Double) -> Double
  ) -> Double? {
    guard !samples.isEmpty, seconds > 0, seconds.isFinite else { return nil }
    var total = 0.0
    for sample in samples {
      guard sample > 0, sample.isFinite else { return nil }
      total += perMinute(sample)
    }
    return total * seconds / 60
  }
}
