import TrainingLoad
import TrainingPlan

/// While a symptom screen stands, hip-flexing work stays at the level that it had (science R36).
///
/// The level is the larger of the last seven days and the mean week of the last 28, before the plan or up to
/// the day of the screen, whichever is higher. Only the coach's word in the check-ins ends it.
enum SymptomGate: ReviewRule {
  static let id = "symptom-gate"
  static let ask = HipAdvice.ask
  static let remedies: [Remedy] = [.shorten, .swap, .move, .remove]
  static let adviceMayBind = false

  static func breaches(in training: Training) -> [Breach] {
    let problem = training.frame.problem
    guard let first = problem.checkIns.standingScreens.first, let last = problem.checkIns.standingScreens.last
    else { return [] }
    let day = max(0, first.day - problem.start)
    let held = problem.heldHip(following: (0..<problem.daysBeforeHold).compactMap(training.hip(on:)))
    return [stands(last, held, training)]
      + (day..<max(day, training.frame.dayCount)).compactMap { risen(on: $0, held, first, training) }
  }

  private static func stands(_ screen: CheckIn, _ held: Double, _ training: Training) -> Breach {
    let day = screen.day - training.frame.problem.start
    return .advice(.watch, "screen stands", days: day...day, value: 1, limit: 0) {
      let support = training.frame.problem.athlete?.support
      let tracks = Routine.Track.allCases.map(\.rawValue).joined(separator: ", ")
      return Words(
        message: "The check-in of \(screen.day) says: \(screen.complaints.joined(separator: "; ")). "
          + "Hip-flexing work is held at \(Figures.plain(held)) run-minutes in seven days until the coach "
          + "clears it.",
        inputs: [.init("held level", held, "run-minutes")],
        arithmetic: "larger of the last 7 days and the mean week of the last 28: \(Figures.plain(held)) "
          + "run-minutes",
        causes: [],
        advice: "Talk with the athlete, and see a professional if it lasts. Then clear the check-in."
          + (support == nil
            ? " No support work is chosen; that is the coach's choice (\(tracks)), and none is made here."
            : "")
      )
    }
  }

  private static func risen(
    on day: Int, _ held: Double, _ screen: CheckIn, _ training: Training
  ) -> Breach? {
    guard let week = training.hip(over: 7, to: day), exceeds(week, held) else { return nil }
    return .change("hip flexion above the held level", days: day...day, value: week, limit: held) {
      let window = (day - 6)...day
      return Words(
        message: "\(training.name(days: window)) counts \(Figures.plain(week)) run-minutes of hip flexion; "
          + "since the check-in of \(screen.day), \(Figures.plain(held)) are held.",
        inputs: [.init("hip flexion", week, "run-minutes"), .init("held level", held, "run-minutes")],
        arithmetic: Sum.of(window.compactMap(training.hip(on:)), "run-minutes", digits: 1),
        causes: training.sessions(in: Range(window)).filter { $0.hip > 0 }.sorted { $0.hip > $1.hip },
        advice: "Swap a run or ride for swimming, walking or strength, or shorten one.")
    }
  }
}
