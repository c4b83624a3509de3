public import TrainingPlan

extension RobustCost {
  /// What a schedule stands, and what that costs, as a coach reads it.
  public var inWords: String {
    "Whichever session is missed, the rest of the plan stays inside the limits that bind\(exception). "
      + "\(price): \(objective.text(1)) AU a day, and \(plainObjective.text(1)) without `robust`."
  }

  private var exception: String {
    excepted.isEmpty ? "" : ", but for \(excepted.map { "`\($0)`" }.listed)"
  }

  private var price: String {
    share < 0.0005
      ? "That costs nothing"
      : "That costs \((100 * share).text(1)) % of what the plan aims at, fitness less part of fatigue on the day"
  }
}
