import TrainingLoad
import TrainingPlan

/// A warning sign in a check-in: training stops, and nothing else is said (science R37).
///
/// No policy and no waiver switches it off; the coach clears it after a doctor's word.
enum RedFlag: ReviewRule {
  static let id = "red-flag"
  static let ask = "Ask a doctor."
  static let remedies: [Remedy] = []
  static let joinsDays = false
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    let problem = training.frame.problem
    return problem.checkIns.redFlags.suffix(1).map { checkIn in
      let day = checkIn.day - problem.start
      return .change("warning sign", days: day...day, value: 1, limit: 0) {
        Words(
          message: "The check-in of \(checkIn.day) names a warning sign. Training stops until a doctor has "
            + "looked at it and the coach has cleared it.",
          arithmetic: "1 yes, not cleared",
          advice: training.frame.book[id]?.refer.joined(separator: " ") ?? "Please see a doctor.")
      }
    }
  }
}
