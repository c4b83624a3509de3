/// What it cost, when a schedule was planned, that it stands any missed session.
public struct RobustCost: Equatable, Sendable {
  /// The objective of the schedule, AU a day, in hundredths.
  public var objective: Double
  /// The objective that was found where no missed session need be stood, AU a day, in hundredths; not below the other.
  public var plainObjective: Double
  /// Ids of the limits that a missed session may break all the same, since the coach excepts them.
  public var excepted: [String]

  /// The objectives with and without it, AU a day; hundredths are kept.
  public init(objective: Double, plainObjective: Double, excepted: [String] = []) {
    func inHundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    self.objective = inHundredths(objective)
    self.plainObjective = max(self.objective, inHundredths(plainObjective))
    self.excepted = excepted
  }

  /// The part of the objective that it takes, 0-1; 0 where there is nothing to take from.
  public var share: Double { plainObjective > 0 ? (plainObjective - objective) / plainObjective : 0 }
}
