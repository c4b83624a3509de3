/// No schedule satisfies the limits: what clashes, and what would help.
public struct Infeasibility: Error, Equatable, Sendable {
  /// Sets of wishes and limits that cannot all hold; three at most.
  public var clashes: [Clash]
  /// Where several clashes have to be settled, changes that do it together: one of each, small ones, with which a schedule
  /// was found; empty where none were found.
  public var together: [Change] = []

  /// Whether there can be no schedule, by proof.
  public var isProven: Bool { clashes.contains { $0.isProven } }

  /// A change of a wish or a limit.
  public struct Change: Equatable, Sendable {
    /// The key of the wish.
    public var key: String
    /// What the wish says.
    public var text: String
    /// The change, in the coach's words.
    public var help: String
  }

  /// Wishes and limits that clash.
  public struct Clash: Equatable, Sendable {
    /// One sentence that says what cannot be.
    public var summary: String
    /// Whether the clash follows from arithmetic or from a linear programme; otherwise a search found no schedule that
    /// keeps all of these.
    public var isProven: Bool
    /// The parts of the problem that clash.
    public var wishes: [Wish]
  }

  /// A wish or a limit in a clash, and the smallest change of it alone that would help.
  public struct Wish: Equatable, Sendable {
    /// Where it stands in a `plan-problem/1`, for example `goal.min_long.run`.
    public var key: String
    /// What it says, in the coach's words.
    public var text: String
    /// Whether leaving it out takes the clash away, as a schedule that was found without it proves.
    public var isNeeded: Bool
    /// The changes that would help, each the smallest of its kind with which a schedule was found; empty where none was.
    public var help: [String]
    /// Those of `help` of which it is proven that no smaller change of the kind helps.
    public var provenLeast: [String] = []
    /// Whether such a change is enough; otherwise it takes only this clash away, and others are left.
    public var isEnough: Bool
  }
}
