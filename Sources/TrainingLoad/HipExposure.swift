/// Hip-flexion exposure of a session, a day or a week.
///
/// A planning heuristic, not a measure of tissue load: psoas activity was measured in small groups for a few
/// tasks, and no study was found in which a given exposure causes or prevents injury. Relief is not
/// subtracted from run-minutes, since nothing says that a stretch cancels a cycle.
public struct HipExposure: Equatable, Sendable {
  /// Repeated hip flexion, run-minutes: 1 = one minute of easy running.
  public var runMinutes: Double
  /// Minutes with the hip held flexed, as in sitting.
  public var staticMinutes: Double
  /// Minutes of hip extension, lengthening or release.
  public var reliefMinutes: Double

  /// An exposure; none by default.
  public init(runMinutes: Double = 0, staticMinutes: Double = 0, reliefMinutes: Double = 0) {
    self.runMinutes = runMinutes
    self.staticMinutes = staticMinutes
    self.reliefMinutes = reliefMinutes
  }

  /// Both together.
  public static func + (a: HipExposure, b: HipExposure) -> HipExposure {
    HipExposure(
      runMinutes: a.runMinutes + b.runMinutes, staticMinutes: a.staticMinutes + b.staticMinutes,
      reliefMinutes: a.reliefMinutes + b.reliefMinutes)
  }
}

/// What one minute of an activity asks of the hip flexors. The values are data: a row of the catalogue.
public struct HipCoefficients: Equatable, Sendable {
  /// Run-minutes a minute, 0 or more.
  public var runMinutesPerMinute: Double
  /// Hip-flexion cycles a minute and leg on which `runMinutesPerMinute` rests; 0 where the hip does not cycle.
  public var cyclesPerMinute: Double
  /// Share of the minutes with the hip held flexed, 0-1.
  public var staticFraction: Double
  /// Share of the minutes that count as relief, 0-1.
  public var reliefFraction: Double

  /// The coefficients of an activity; see the properties.
  public init(
    runMinutesPerMinute: Double, cyclesPerMinute: Double = 0, staticFraction: Double = 0,
    reliefFraction: Double = 0
  ) {
    self.runMinutesPerMinute = runMinutesPerMinute
    self.cyclesPerMinute = cyclesPerMinute
    self.staticFraction = staticFraction
    self.reliefFraction = reliefFraction
  }

  /// The model behind the run-minutes of a minute: cycles x intensity x tension / 25.5.
  ///
  /// 25.5 is easy running: 85 cycles x 1.0 x 0.3 s. Tension time counts, or 200 sit-ups would look like
  /// 2.5 minutes of running. Source: this product's proposal (`hip_flexion.json`).
  ///
  /// - Parameters:
  ///   - cycles: Hip-flexion cycles a minute and leg.
  ///   - intensity: Relative intensity; 1 stands for a psoas peak of 25 % of maximum.
  ///   - seconds: Seconds of tension in a cycle.
  /// - Returns: Run-minutes a minute; the catalogue rounds them to two decimals.
  public static func runMinutes(cycles: Double, intensity: Double, tension seconds: Double) -> Double {
    cycles * intensity * seconds / 25.5
  }

  /// The exposure of so many minutes.
  ///
  /// - Parameters:
  ///   - minutes: Minutes of the activity, 0 or more.
  ///   - cadence: Measured cycles a minute and leg (half the steps a minute), which replace the activity's
  ///     own in proportion; nil = not measured. Without effect where the hip does not cycle.
  /// - Returns: Run-minutes, static minutes and relief minutes.
  public func exposure(minutes: Double, cadence: Double? = nil) -> HipExposure {
    var pace = 1.0
    if let cadence, cyclesPerMinute > 0 { pace = cadence / cyclesPerMinute }
    return HipExposure(
      runMinutes: minutes * runMinutesPerMinute * pace, staticMinutes: minutes * staticFraction,
      reliefMinutes: minutes * reliefFraction)
  }

  /// The exposure of so many repetitions, at the activity's own cycles a minute; nil where it has none.
  public func exposure(repetitions: Double) -> HipExposure? {
    cyclesPerMinute > 0 ? exposure(minutes: repetitions / cyclesPerMinute) : nil
  }
}
