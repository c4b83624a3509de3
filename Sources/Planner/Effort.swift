/// How much work a search may do: changes tried, not seconds, so that equal input gives equal plans.
public struct Effort: Equatable, Sendable {
  /// Changes tried, for a plan of twelve weeks; longer plans get more in proportion.
  public var changes: Int

  /// So many changes tried for a plan of twelve weeks.
  public init(changes: Int) {
    self.changes = changes
  }

  /// About a second on one core.
  public static let standard = Effort(changes: 22 * quick.changes)
  /// A quick look: about a twentieth of a second.
  public static let quick = Effort(changes: 40_000)
  /// About five seconds.
  public static let thorough = Effort(changes: 94 * quick.changes)
}
