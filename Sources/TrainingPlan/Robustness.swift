/// What a schedule must stand: a missed session, whichever it is, with the rest followed unchanged.
public struct Robustness: Equatable, Sendable {
  /// Sessions that may be missed, so far one.
  public var misses: Int
  /// Ids of rules that may break then, since a breach of them is worth a look and no more.
  public var spared: [String]

  /// A schedule that stands so many missed sessions but for the rules that are spared.
  public init(misses: Int = 1, spared: [String] = []) {
    self.misses = misses
    self.spared = spared
  }
}
