import TrainingLoad
import TrainingPlan

/// After high stress or two short nights the next hard session is better an easy one (science R32).
///
/// The answers are looked at one by one and never made into a score.
enum StressSleep: ReviewRule {
  static let id = "stress-sleep"
  static let remedies: [Remedy] = [.swap]
  static let joinsDays = false

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let share = frame.number(id, "load_share"),
      let levels = CalmDays.Levels({ frame.number(id, $0) })
    else { return [] }
    return frame.problem.checkIns.calmDays(levels).compactMap { calm in
      let first = calm.checkIn.day - frame.problem.start
      let hard = training.nextHardSession(from: first, to: calm.last - frame.problem.start)
      return hard.map { breach($0, calm, share, training) }
    }
  }

  private static func reason(_ calm: CalmDays) -> String {
    switch calm.cause {
    case .stress(let stress): return "stress \(stress) of 5 on \(calm.checkIn.day)"
    case .shortNights(let nights):
      let hours = nights.map { Figures.plain($0) }.joined(separator: " and ")
      return "\(hours) h of sleep in \(nights.count) nights running up to \(calm.checkIn.day)"
    }
  }

  private static func breach(
    _ hard: Entry, _ calm: CalmDays, _ share: Double, _ training: Training
  ) -> Breach {
    let most = share * hard.load
    return .advice(.watch, "hard session next", days: hard.day...hard.day, value: hard.load, limit: most) {
      Words(
        message: "\(training.name(hard)) on \(training.name(day: hard.day)) is the next hard session after "
          + "\(reason(calm)).",
        inputs: [.init("load", hard.load, "AU"), .init("load suggested", most, "AU")],
        arithmetic: "\(Figures.percent(share)) x \(Figures.plain(hard.load)) = "
          + "\(Figures.plain(most)) AU",
        causes: [hard],
        advice:
          "Consider an easy session with a fifth less load; a walk, slow breathing or constructive rest "
          + "can help to wind down.")
    }
  }
}

extension Training {
  /// The first hard session from a plan day to another; events stay as they are.
  fileprivate func nextHardSession(from first: Int, to last: Int) -> Entry? {
    guard first <= last else { return nil }
    let events = frame.tuneUps.map(\.source)
    return sessions(in: max(0, first)..<max(0, last + 1)).first { $0.isHard && !events.contains($0.source) }
  }
}
