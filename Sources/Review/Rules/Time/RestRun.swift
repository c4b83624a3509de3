import TrainingPlan

/// Not too many rest days in a row; days without availability do not count (auditor: R27).
enum RestRun: ReviewRule {
  static let id = "rest-run"
  static let remedies: [Remedy] = [.move, .add]

  static func breaches(in training: Training) -> [Breach] {
    guard let most = training.frame.problem.rest.maxConsecutive else { return [] }
    var found: [Breach] = []
    var run: [Int] = []
    for day in training.days {
      if training.isRestDay(day) == false {
        run.removeAll(keepingCapacity: true)
      } else if training.frame.available[day] > 0 {
        run.append(day)
        guard run.count > most, let first = run.first else { continue }
        let length = run.count
        found.append(
          .change("rest days in a row", days: day...day, value: Double(length), limit: Double(most)) {
            Words(
              message: "\(length) days in a row without training, days without time not counted "
                + "(\(training.name(days: first...day))); at most \(most) are wanted.",
              inputs: [.init("rest days in a row", Double(length), "days")],
              arithmetic: "\(length) days against \(most)", causes: training.neighbours(of: first...day),
              advice: "Move a session into the gap.")
          })
      }
    }
    return found
  }
}
