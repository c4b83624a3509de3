import TrainingLoad
import TrainingPlan

/// From 50 on: hard days farther apart, and easier weeks more often (science R33, low confidence).
enum Masters: ReviewRule {
  static let id = "masters"

  static func breaches(in training: Training) -> [Breach] {
    guard let age = training.age, let from = training.frame.number(id, "age"), Double(age) >= from else {
      return []
    }
    return spacing(age, training) + easierWeeks(age, training)
  }

  private static func spacing(_ age: Int, _ training: Training) -> [Breach] {
    guard let gap = training.frame.number(id, "min_gap_days").map(Int.init(rounding:)) else { return [] }
    let hard = training.days.filter { training.sessions(on: $0).contains(where: \.isHard) }
    return zip(hard, hard.dropFirst()).filter { $1 - $0 < gap }.map { last, day in
      .advice(
        .note, "days between hard days", days: day...day, value: Double(day - last), limit: Double(gap)
      ) {
        Words(
          message: "Hard days on \(training.name(day: last)) and \(training.name(day: day)); at \(age), "
            + "\(gap) days apart suit many people better.",
          inputs: [.init("days apart", Double(day - last), "days"), .init("age", Double(age), "years")],
          arithmetic:
            "\(day) - \(last) = \(Figures.count(day - last, "day")) against \(gap) (days of the plan)",
          causes: training.sessions(in: last..<(day + 1)).filter(\.isHard),
          advice: "Ask how recovery feels; if it is slow, move one of them.")
      }
    }
  }

  private static func easierWeeks(_ age: Int, _ training: Training) -> [Breach] {
    guard let most = training.frame.number(id, "max_load_weeks").map(Int.init(rounding:)) else { return [] }
    var run = 0
    return training.weeks.compactMap { week in
      run = week.type == .load ? run + 1 : 0
      guard run > most else { return nil }
      let length = run
      return .advice(
        .note, "load weeks in a row", days: week.span, week: week.index, value: Double(length),
        limit: Double(most)
      ) {
        Words(
          message: "\(training.name(week: week.index).capitalizedFirst) is load week \(length) in a row; at "
            + "\(age), an easier week after \(most) suits many people better.",
          inputs: [.init("load weeks in a row", Double(length), "weeks")],
          arithmetic: "\(length) weeks against \(most)", causes: [],
          advice: "Ask how recovery feels; if it is slow, make this week an easier one.")
      }
    }
  }
}

extension Training {
  /// Age in the year of the plan's start; nil where the year of birth is not said.
  var age: Int? {
    frame.problem.athlete?.born.map { frame.problem.start.components.year - $0 }
  }
}
