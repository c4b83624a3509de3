/// How much work a search may do: changes tried, not seconds, so that equal input gives equal plans.
public struct Effort: Equatable, Sendable {
  /// Changes tried, for a plan of twelve weeks; longer plans, whose changes cost more, get fewer.
  public var changes: Int

  /// So many changes tried for a plan of twelve weeks.
  public init(changes: Int) {
    self.changes = changes
  }

  /// As many changes as an ordinary core of the year 2026 tries in some seconds; the same on every machine, however
  /// fast it is. Less than a twentieth of a second counts as that, more than an hour as an hour.
  public init(seconds: Double) {
    let units = seconds * Double(Self.standard.changes / Self.quick.changes)
    changes = Int(max(1, min(units, 3600 * 22))) * Self.quick.changes
  }

  /// Entries of a linear programme that are touched in about as long.
  var entries: Int { changes / Self.quick.changes * 12_000_000 }

  /// About a second on one core.
  public static let standard = Effort(changes: 22 * quick.changes)
  /// A quick look: about a twentieth of a second.
  public static let quick = Effort(changes: 110_000)
  /// About four seconds.
  public static let thorough = Effort(changes: 94 * quick.changes)
}
