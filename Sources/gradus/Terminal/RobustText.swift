import Planner

extension PlannedSchedule {
  /// What it costs that the plan stands a missed session; nil where none need be stood.
  var robustCost: String? {
    guard let plainObjective else { return nil }
    let lost = plainObjective - objective
    let share = plainObjective > 0 ? lost / plainObjective : 0
    let cost =
      share < 0.0005
      ? "That costs nothing"
      : "That costs \(decimal(100 * share, 1)) % of what the plan aims at, fitness less part of fatigue on the day"
    return "Whichever session is missed, the rest of the plan stays inside the limits that bind. "
      + "\(cost): \(decimal(objective, 1)) AU a day, and \(decimal(plainObjective, 1)) without `robust: 1`."
  }
}
