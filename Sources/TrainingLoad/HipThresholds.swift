/// How much a signal or a week asks for attention. It grades exposure, nothing else.
public enum HipLevel: Int, CaseIterable, Comparable, Sendable {
  /// Nothing to say.
  case none
  /// Worth knowing.
  case info
  /// Worth a change.
  case caution
  /// Worth a change now.
  case high

  /// In the order of the cases.
  public static func < (a: HipLevel, b: HipLevel) -> Bool { a.rawValue < b.rawValue }

  /// One level up, as after a positive symptom screen; `high` stays.
  public var raised: HipLevel { HipLevel(rawValue: rawValue + 1) ?? .high }
}

/// Where each hip-flexion signal reaches each level. All are conventions that a coach may change.
///
/// Source of the defaults: this product's proposal, rules R19-R24, R30 and R31 of the rule book; grade D
/// (convention) but for sitting (C, Boukabache 2021).
public struct HipThresholds: Equatable, Sendable {
  /// The values at which a signal becomes info, caution and high; nil = it never does.
  public struct Steps: Equatable, Sendable {
    /// Where it is worth knowing.
    public var info: Double?
    /// Where it is worth a change.
    public var caution: Double?
    /// Where it is worth a change now.
    public var high: Double?

    /// The three steps.
    public init(info: Double?, caution: Double?, high: Double?) {
      self.info = info
      self.caution = caution
      self.high = high
    }

    /// The highest level whose value is reached.
    func level(where isReached: (Double) -> Bool) -> HipLevel {
      if let high, isReached(high) { return .high }
      if let caution, isReached(caution) { return .caution }
      if let info, isReached(info) { return .info }
      return .none
    }
  }

  /// H1: share of flexion minutes in training minutes, 0-1, from this value on.
  public var share = Steps(info: 0.6, caution: 0.75, high: 0.9)
  /// H1 needs so many sessions that are mostly flexion.
  public var shareLeastSessions = 3
  /// H2: rise against the four weeks before, as a share, above this value.
  public var rise = Steps(info: 0.1, caution: 0.2, high: 0.5)
  /// H2 needs a base, and H4 a week, of so many run-minutes.
  public var leastRunMinutes = 60.0
  /// H3: days in a row, from this value on.
  public var streak = Steps(info: 3, caution: 4, high: 6)
  /// H3 counts days from so many run-minutes on.
  public var streakRunMinutes = 20.0
  /// H4: relief minutes for each 100 run-minutes, below this value; at 0 it is at most 0.
  public var relief = Steps(info: 10, caution: 5, high: 0)
  /// H5: mean static minutes a day, from this value on.
  public var sitting = Steps(info: 360, caution: 420, high: 540)
  /// H6: the largest family's share of the run-minutes, 0-1, from this value on.
  public var oneFamily = Steps(info: 0.7, caution: 0.85, high: 0.95)
  /// H6 needs so many sessions.
  public var oneFamilyLeastSessions = 4
  /// H7: rise of sit-up repetitions against the week before, as a share, above this value.
  public var sitUpRise = 0.3
  /// H8: longest time seated without a stop, minutes, above this value.
  public var travel = Steps(info: 180, caution: 360, high: nil)

  /// The defaults.
  public init() {}
}
