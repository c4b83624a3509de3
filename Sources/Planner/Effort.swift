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

  /// Steps of the simplex method that take about as long, for a programme of so many rows.
  func simplexSteps(rows: Int) -> Int {
    changes / Self.quick.changes * 900_000 / max(1_000, rows)
  }

  /// About a second on one core.
  public static let standard = Effort(changes: 22 * quick.changes)
  /// A quick look: about a twentieth of a second.
  public static let quick = Effort(changes: 80_000)
  /// About four seconds.
  public static let thorough = Effort(changes: 94 * quick.changes)
}
