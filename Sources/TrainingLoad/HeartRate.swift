/// Sex, where a formula was fitted to men and women apart.
public enum Sex: String, CaseIterable, Sendable {
  /// Male.
  case male
  /// Female.
  case female
}

/// An athlete's resting and highest heart rate, beats a minute.
public struct HeartRateRange: Equatable, Sendable {
  /// Resting heart rate, beats a minute.
  public let rest: Double
  /// Highest heart rate, beats a minute; above `rest`.
  public let maximum: Double

  /// The range; nil unless 0 < `rest` < `maximum` and both are finite.
  public init?(rest: Double, maximum: Double) {
    guard rest > 0, maximum > rest, maximum.isFinite else { return nil }
    self.rest = rest
    self.maximum = maximum
  }

  /// The fraction of the heart-rate reserve in use: 0 at rest or below, 1 at the maximum.
  ///
  /// Above 1 where `heartRate` exceeds the maximum, which then is set too low.
  public func reserve(at heartRate: Double) -> Double {
    max(0, (heartRate - rest) / (maximum - rest))
  }
}

/// The factors of Banister's TRIMP, `A x exp(B x)`. Products of one name differ: show which one is used.
public enum TRIMPVariant: String, CaseIterable, Sendable {
  /// Men A 0.64, B 1.92; women A 0.86, B 1.67 (Banister 1991).
  case banister1991 = "banister-1991"
  /// As Banister 1991, but A 0.64 for women too (GoldenCheetah, Elevate, Sauce for Strava).
  case commonScale = "common-scale"
  /// As Banister 1991, but A 0.821776 for women, so that both sexes meet at the maximum (Runalyze).
  case runalyze

  /// The factor A, without unit.
  public func scale(_ sex: Sex) -> Double {
    switch (sex, self) {
    case (.male, _), (.female, .commonScale): 0.64
    case (.female, .banister1991): 0.86
    case (.female, .runalyze): 0.821776
    }
  }

  /// The exponent B, without unit.
  public func exponent(_ sex: Sex) -> Double {
    switch sex {
    case .male: 1.92
    case .female: 1.67
    }
  }

  /// TRIMP gathered in one minute at a fraction of the heart-rate reserve.
  func perMinute(reserve: Double, sex: Sex) -> Double {
    reserve * scale(sex) * exponential(exponent(sex) * reserve)
  }
}
