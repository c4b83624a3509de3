import TrainingLoad
import TrainingPlan

// What becomes of an athlete's answers, for the coach.
extension Resolution {
  /// That a symptom screen holds the plan, where one stands and the coach's policy lets it.
  func heldHipInWords(_ problem: PlanProblem) -> [String] {
    guard problem.isHipHeld, let last = checkIns.standingScreens.last else { return [] }
    return [
      "Check-in of \(last.day): hip-flexing work is held at what was done lately, in seven days and in one session, "
        + "until the coach clears it."
    ]
  }

  /// The answer on sitting that stands in for the athlete's profile.
  var sittingInWords: [String] {
    guard let sitting = checkIns.sitting, plan.athlete.sittingHours != sitting.hours else { return [] }
    let hours = JSONValue.number((sitting.hours * 10).rounded() / 10).compact
    return ["Sitting: \(hours) h a day, as answered on \(sitting.day)."]
  }
}
