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
    guard let levels = Levels(training.frame) else { return [] }
    let checkIns = training.frame.problem.checkIns.all
    var found: [Breach] = []
    for place in checkIns.indices {
      guard let reason = levels.reason(at: place, in: checkIns) else { continue }
      let day = checkIns[place].day - training.frame.problem.start
      let later = checkIns[(place + 1)...].first.map { $0.day - training.frame.problem.start }
      let last = min(day + levels.days - 1, (later ?? .max) - 1)
      guard let hard = training.nextHardSession(from: day, to: last) else { continue }
      found.append(breach(hard, reason, levels, training))
    }
    return found
  }

  /// The levels of the rule book.
  private struct Levels {
    let stress: Double, sleep: Double, loadShare: Double
    let nights: Int, days: Int

    init?(_ frame: Frame) {
      func number(_ name: String) -> Double? { frame.number(id, name) }
      guard let stress = number("stress"), let sleep = number("sleep"), let share = number("load_share"),
        let nights = number("nights"), let days = number("days")
      else { return nil }
      (self.stress, self.sleep, loadShare) = (stress, sleep, share)
      (self.nights, self.days) = (Int(rounding: nights), Int(rounding: days))
    }

    /// What a check-in gives as a reason for an easier day; nil = nothing.
    func reason(at place: Int, in checkIns: [CheckIn]) -> String? {
      let checkIn = checkIns[place]
      if let stress = checkIn.stress, Double(stress) >= self.stress {
        return "stress \(stress) of 5 on \(checkIn.day)"
      }
      let nights = (0..<self.nights).compactMap { back in
        checkIns[...place].last { $0.day == checkIn.day - back }?.sleepMinutes.map { Double($0) / 60 }
      }
      guard nights.count == self.nights, nights.allSatisfy({ $0 < sleep }) else { return nil }
      let hours = nights.reversed().map { Figures.plain($0) }.joined(separator: " and ")
      return "\(hours) h of sleep in \(nights.count) nights running up to \(checkIn.day)"
    }
  }

  private static func breach(
    _ hard: Entry, _ reason: String, _ levels: Levels, _ training: Training
  ) -> Breach {
    let most = levels.loadShare * hard.load
    return .advice(.watch, "hard session next", days: hard.day...hard.day, value: hard.load, limit: most) {
      Words(
        message: "\(training.name(hard)) on \(training.name(day: hard.day)) is the next hard session after "
          + "\(reason).",
        inputs: [.init("load", hard.load, "AU"), .init("load suggested", most, "AU")],
        arithmetic: "\(Figures.percent(levels.loadShare)) x \(Figures.plain(hard.load)) = "
          + "\(Figures.plain(most)) AU",
        causes: [hard],
        advice:
          "Consider an easy session with a fifth less load; a walk, slow breathing or constructive rest "
          + "can help to wind down.")
    }
  }
}

extension Training {
  /// The first hard session from a plan day to another.
  fileprivate func nextHardSession(from first: Int, to last: Int) -> Entry? {
    guard first <= last else { return nil }
    return sessions(in: max(0, first)..<max(0, last + 1)).first(where: \.isHard)
  }
}
