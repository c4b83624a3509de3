import TrainingPlan

/// Enough rest days in any seven days, fixed rest days kept, and no endless row of training days.
///
/// A rest day holds nothing but restful sessions, up to the rest load. The seven days roll over the
/// calendar week and into the history (auditor: R02; science R01, R02).
enum RestDays: ReviewRule {
  static let id = "rest-days"
  static let remedies: [Remedy] = [.remove, .move, .shorten, .swap]
  static let readsHistory = true
  static let reachOfMissed = ReachOfMissed.nowhere

  static func breaches(in training: Training) -> [Breach] {
    rolling(training) + fixed(training) + rows(training)
  }

  private static func rolling(_ training: Training) -> [Breach] {
    let least = training.frame.problem.rest.minPer7
    let target = training.frame.number(id, "target").map(Int.init(rounding:)) ?? 0
    var found: [Breach] = []
    for day in training.days {
      let window = (day - 6)...day
      let rest = window.count { training.isRestDay($0) ?? true }
      if rest < least {
        let words = words(training, window, rest, least)
        found.append(
          .change(
            "rest days in seven", days: day...day, value: Double(rest), limit: Double(least), words: words))
      } else if rest < target, training.isRestDay(day - 6) != nil {
        let words = words(training, window, rest, target)
        found.append(
          .advice(
            .note, "rest days in seven", days: day...day, value: Double(rest), limit: Double(target),
            words: words))
      }
    }
    return found
  }

  private static func words(
    _ training: Training, _ window: ClosedRange<Int>, _ rest: Int, _ least: Int
  ) -> @Sendable () -> Words {
    {
      Words(
        message: "The seven days \(training.name(days: window)) hold \(Figures.count(rest, "rest day")); "
          + "\(least) \(least == 1 ? "is" : "are") wanted.",
        inputs: [.init("rest days", Double(rest), "days"), .init("wanted", Double(least), "days")],
        arithmetic: "7 - \(7 - rest) training days = \(Figures.count(rest, "rest day"))",
        causes: training.trainingSessions(in: window),
        advice: "Make one of these days a rest day: move its sessions, or leave them out.")
    }
  }

  private static func fixed(_ training: Training) -> [Breach] {
    let off = training.frame.problem.rest.fixed
    guard !off.isEmpty else { return [] }
    return training.days.compactMap { day in
      guard off.contains(training.frame.weekdays[day]), training.isRestDay(day) == false,
        !training.frame.hasTuneUp(day)
      else { return nil }
      let load = training.load[training.at(day)]
      return .change(
        "fixed rest day", days: day...day, value: load, limit: training.frame.problem.rest.loadMax
      ) {
        Words(
          message: "\(training.name(day: day)) is a fixed rest day, and it is trained.",
          inputs: [.init("load", load, "AU")],
          arithmetic:
            "\(Figures.plain(load)) AU against \(Figures.plain(training.frame.problem.rest.loadMax))",
          causes: Array(training.sessions(on: day)), advice: "Move the session to another day.")
      }
    }
  }

  private static func rows(_ training: Training) -> [Breach] {
    guard let most = training.frame.number(id, "max_training_days_in_a_row").map(Int.init(rounding:)) else {
      return []
    }
    var found: [Breach] = []
    var run = 0
    for day in -training.frame.historyDays..<training.frame.dayCount {
      run = training.isRestDay(day) == false ? run + 1 : 0
      guard run > most, day >= 0 else { continue }
      let length = run
      found.append(
        .advice(
          .watch, "training days in a row", days: day...day, value: Double(length), limit: Double(most)
        ) {
          let row = (day - length + 1)...day
          return Words(
            message: "\(length) training days in a row (\(training.name(days: row))).",
            inputs: [.init("training days in a row", Double(length), "days")],
            arithmetic: "\(length) days against \(most)", causes: training.trainingSessions(in: row),
            advice: "Put a rest day into the row.")
        })
    }
    return found
  }
}
