/// How a session compares with the longest of its sport lately: the rule with the best evidence.
///
/// In 5,205 runners a run more than 10 % longer than the longest of the last 30 days went with more overuse
/// injuries: hazard rate ratio 1.64 (1.31-2.05), 1.52 (1.16-2.00) and 2.28 (1.50-3.48) for the three steps.
///
/// Source: Schuster Brandt Frandsen et al. 2025, Br J Sports Med, doi 10.1136/bjsports-2024-109380.
public struct SingleSessionSpike: Equatable, Sendable {
  /// Where the session stands.
  public let state: State
  /// Session over the longest - 1, as a share; nil without baseline.
  public let rise: Double?
  /// The longest session of the window, in the unit of the sessions; nil without baseline.
  public let longest: Double?
  /// Whether a day of the window is unknown, so that a longer session may have been missed.
  public let isProvisional: Bool

  /// The four states of the study, and the gap in its definition.
  public enum State: String, CaseIterable, Comparable, Sendable {
    /// Nothing to compare with: no session in the window, or too short a history.
    case noBaseline = "no-baseline"
    /// Up to 10 % longer: the reference.
    case reference
    /// More than 10 and up to 30 % longer.
    case over10 = "over-10-percent"
    /// More than 30 and up to 100 % longer.
    case over30 = "over-30-percent"
    /// More than twice as long.
    case over100 = "over-100-percent"

    /// In the order of the cases; `noBaseline` comes first.
    public static func < (a: State, b: State) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// A session of the sport in question.
  public struct Past: Equatable, Sendable {
    /// The day.
    public var day: CivilDay
    /// Kilometres, or minutes where no distance is known: one unit throughout.
    public var amount: Double

    /// A session of so many kilometres or minutes on a day.
    public init(day: CivilDay, amount: Double) {
      self.day = day
      self.amount = amount
    }
  }

  /// Days before the session in which the longest counts.
  public static let windowDays = 30
  /// Known days that a baseline needs.
  public static let leastKnownDays = 14

  /// Compares a session with the earlier ones of its sport.
  ///
  /// Sessions on the day itself do not count.
  ///
  /// - Parameters:
  ///   - amount: Kilometres or minutes of the session, in the unit of `past`.
  ///   - day: Its day.
  ///   - past: Sessions of the sport, in any order; those outside the window are passed over.
  ///   - knownDays: How many of the 30 days before are known (trained or rest): fewer than 14 make no
  ///     baseline, fewer than 30 a provisional one.
  public init(_ amount: Double, on day: CivilDay, past: [Past], knownDays: Int) {
    let window = (day - SingleSessionSpike.windowDays)..<day
    let longest = past.lazy.filter { window.contains($0.day) }.map(\.amount).max() ?? 0
    isProvisional = knownDays < SingleSessionSpike.windowDays
    guard longest > 0, knownDays >= SingleSessionSpike.leastKnownDays else {
      (state, rise, self.longest) = (.noBaseline, nil, nil)
      return
    }
    let rise = amount / longest - 1
    // A session that is exactly 10 % longer stays below the step whatever the rounding.
    let tolerance = 1e-9
    state =
      switch rise {
      case ...(0.1 + tolerance): .reference
      case ...(0.3 + tolerance): .over10
      case ...(1 + tolerance): .over30
      default: .over100
      }
    self.rise = rise
    self.longest = longest
  }
}
