import TrainingPlan

/// Signal H5: hours a day with the hip held flexed, sitting and seated training together.
enum Sitting: ReviewRule {
  static let id = "sitting"
  static let remedies: [Remedy] = []
  static let ask = HipAdvice.ask
  static let joinsWeeks = true

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let sitting = frame.problem.athlete?.sittingHours, let info = frame.number(id, "info"),
      let caution = frame.number(id, "caution")
    else { return [] }
    return training.weeks.filter(\.isFull).compactMap { week in
      let seated = training.sessions(in: week.days).reduce(0) { $0 + $1.held } / 7 / 60
      let hours = sitting + seated
      guard hours >= info else { return nil }
      let isWatch = hours >= caution
      return .advice(
        isWatch ? .watch : .note, "hours sitting", days: week.span, week: week.index, value: hours,
        limit: isWatch ? caution : info
      ) {
        Words(
          message: "About \(Figures.plain(hours)) h a day with the hip held bent in "
            + "\(training.name(week: week.index)): sitting \(Figures.plain(sitting)) h, seated training "
            + "\(Figures.plain(seated)) h.",
          inputs: [.init("sitting", sitting, "h/day"), .init("seated training", seated, "h/day")],
          arithmetic:
            "\(Figures.plain(sitting)) + \(Figures.plain(seated)) = \(Figures.plain(hours)) h a day"
            + Sum.level("\(Figures.plain(isWatch ? caution : info)) h", isWatch: isWatch),
          causes: training.sessions(in: week.days).filter { $0.held > 0 },
          advice:
            "Stand up and walk a little every hour; hips level with the knees or above, low back supported.")
      }
    }
  }
}
