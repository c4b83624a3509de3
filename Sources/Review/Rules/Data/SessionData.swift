/// The sessions are what the problem knows: templates that exist, numbers that agree (auditor: R00).
enum SessionData: ReviewRule {
  static let id = "session-data"
  static let remedies: [Remedy] = []
  static let joinsDays = false
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    training.frame.faults.map { fault in
      let (aspect, text, advice) = describe(fault, training)
      return .change(aspect, days: fault.day...fault.day, value: fault.said, limit: 0) {
        Words(
          message: text, arithmetic: "no arithmetic",
          causes: training.entries.filter { $0.source == fault.source && fault.source != nil }, advice: advice
        )
      }
    }
  }

  private static func describe(
    _ fault: SessionFault, _ training: Training
  ) -> (aspect: String, text: String, advice: String) {
    let day = training.name(day: fault.day)
    switch fault.kind {
    case .otherProblem:
      return ("other plan", "The schedule answers another plan than this one.", "Plan again.")
    case .otherStart:
      return ("other start", "The schedule begins on another day than the plan.", "Plan again.")
    case .unknownTemplate:
      return (
        "unknown template", "A session on \(day) names a template that the plan lacks.", "Name another."
      )
    case .outsidePlan:
      return ("outside the plan", "A session stands on \(day), outside the plan.", "Move it.")
    case .negativeMinutes: return ("minutes", "A session on \(day) has fewer than 0 minutes.", "Correct it.")
    case .contradictsTemplate(let word):
      return (
        "\(word) of a session", "A session on \(day) contradicts its template in: \(word).",
        "Take the template's value, or write the session without a template."
      )
    }
  }
}
