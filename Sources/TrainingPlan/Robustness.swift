/// What a schedule must stand: a missed session, whichever it is, with the rest followed unchanged.
public struct Robustness: Equatable, Sendable {
  /// Sessions that may be missed, so far one.
  public var misses: Int
  /// Ids of rules that may break then, since a breach of them is worth a look and no more.
  public var spared: [String]
  /// Ids of rules that may break then because the coach says so, in the order in which they are told.
  public var excepted: [String]

  /// Ids of the rules that a missed session can break.
  public static let rules = [
    "weekly-rise", "single-session-spike", "new-longest", "no-baseline", "goal", "deload", "taper",
    "form-on-the-day", "form-floor", "fitness-ramp", "workload-ratio", "variety", "intensity-share",
    "monotony",
    "strain", "hip-rise", "hip-relief", "rest-run", "availability",
  ]

  /// A schedule that stands so many missed sessions but for the rules that are spared or excepted.
  public init(misses: Int = 1, spared: [String] = [], excepted: [String] = []) {
    self.misses = misses
    self.spared = spared
    self.excepted = excepted
  }

  /// Whether a rule may break when a session is missed.
  public func spares(_ rule: String) -> Bool { spared.contains(rule) || excepted.contains(rule) }
}
