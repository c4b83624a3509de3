/// Stress scores: session load as a share of what one hour at threshold costs, which is 100.
///
/// The four share a scale by construction, not by measurement. Each is nil where an input is not finite,
/// the seconds are negative, or a power, pace or speed is out of the range said.
public enum StressScore {
  /// Intensity factor: normalised power over threshold power (FTP), without unit.
  public static func intensityFactor(normalisedPower: Double, thresholdPower: Double) -> Double? {
    ratio(normalisedPower, thresholdPower)
  }

  /// Power stress score (TSS): hours x IF^2 x 100.
  ///
  /// Source: the formula as in GoldenCheetah, Sauce and sweat.
  ///
  /// - Parameters:
  ///   - seconds: Length of the ride.
  ///   - normalisedPower: W, 0 or more.
  ///   - thresholdPower: Power that can be held for about an hour (FTP), W, above 0.
  /// - Returns: The score, 100 for an hour at threshold.
  public static func power(seconds: Double, normalisedPower: Double, thresholdPower: Double) -> Double? {
    guard let factor = intensityFactor(normalisedPower: normalisedPower, thresholdPower: thresholdPower)
    else { return nil }
    return score(seconds, factor * factor)
  }

  /// Pace stress score (rTSS): hours x (threshold pace / pace)^2 x 100.
  ///
  /// Source: the published formula, as in Elevate; one product's own number is said to be higher.
  ///
  /// - Parameters:
  ///   - seconds: Length of the run.
  ///   - pace: Pace corrected for slope, s/km, above 0.
  ///   - thresholdPace: Pace that can be held for about an hour, s/km, above 0.
  /// - Returns: The score, 100 for an hour at threshold.
  public static func pace(seconds: Double, pace: Double, thresholdPace: Double) -> Double? {
    guard thresholdPace > 0, let factor = ratio(thresholdPace, pace) else { return nil }
    return score(seconds, factor * factor)
  }

  /// Heart-rate stress score (HRSS, the open equivalent of hrTSS): the TRIMP of a session over that of one
  /// hour at threshold heart rate, x 100.
  ///
  /// Source: GoldenCheetah's TRIMP100, Elevate's HRSS, Sauce's tTSS.
  ///
  /// - Parameters:
  ///   - trimp: Banister's TRIMP of the session, of the same variant.
  ///   - thresholdHeartRate: Heart rate at lactate threshold, beats a minute, above rest.
  ///   - range: The athlete's resting and highest heart rate.
  ///   - sex: Chooses the factors.
  ///   - variant: Which factors.
  /// - Returns: The score, 100 for an hour at threshold.
  public static func heartRate(
    trimp: Double, thresholdHeartRate: Double, range: HeartRateRange, sex: Sex,
    variant: TRIMPVariant = .banister1991
  ) -> Double? {
    let hour = TRIMP.banister(
      minutes: 60, heartRate: thresholdHeartRate, range: range, sex: sex, variant: variant)
    guard let hour, let share = ratio(trimp, hour) else { return nil }
    return share * 100
  }

  /// Swim stress score (sTSS): hours x (speed / threshold speed)^3 x 100; drag power goes with speed cubed.
  ///
  /// Source: Elevate; the exponent also in the SwimScore paper.
  ///
  /// - Parameters:
  ///   - seconds: Length of the swim.
  ///   - speed: Any unit of speed, 0 or more.
  ///   - thresholdSpeed: Speed that can be held for about an hour, same unit, above 0.
  /// - Returns: The score, 100 for an hour at threshold.
  public static func swim(seconds: Double, speed: Double, thresholdSpeed: Double) -> Double? {
    guard let factor = ratio(speed, thresholdSpeed) else { return nil }
    return score(seconds, factor * factor * factor)
  }

  private static func ratio(_ value: Double, _ reference: Double) -> Double? {
    guard value >= 0, value.isFinite, reference > 0, reference.isFinite else { return nil }
    return value / reference
  }

  private static func score(_ seconds: Double, _ intensity: Double) -> Double? {
    guard seconds >= 0, seconds.isFinite else { return nil }
    return seconds / 3600 * intensity * 100
  }
}
