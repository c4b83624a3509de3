import TrainingPlan

/// Form (fitness minus fatigue) does not fall below a share of fitness (auditor: R15).
enum FormFloor: ReviewRule {
  static let id = "form-floor"
  static let dataNeeded: String? = "fitness_days"

  static func breaches(in training: Training) -> [Breach] {
    let limits = training.frame.problem.limits
    guard let share = limits.formFloorRelative else { return [] }
    return training.days.compactMap { day in
      let fitness = training.fitness[training.at(day)]
      let fatigue = training.fatigue[training.at(day)]
      let floor = share * fitness
      guard isBelow(fitness - fatigue, floor) else { return nil }
      let atFirst = (limits.on(day).formFloorRelative ?? share) * fitness
      return .change(
        "form", days: day...day, value: fitness - fatigue, limit: floor,
        isOfHistory: !isBelow(fitness - fatigue, atFirst)
      ) {
        Words(
          message:
            "Form falls to \(Figures.plain(fitness - fatigue)) AU a day on \(training.name(day: day)); "
            + "\(Figures.plain(floor)) is the floor.",
          inputs: [.init("fitness", fitness, "AU/day"), .init("fatigue", fatigue, "AU/day")],
          arithmetic: "\(Figures.plain(fitness)) - \(Figures.plain(fatigue)) = "
            + "\(Figures.plain(fitness - fatigue)); floor \(Figures.percent(share)) x "
            + "\(Figures.plain(fitness)) = \(Figures.plain(floor))",
          causes: training.trainingSessions(in: (day - 6)...day),
          advice: "Ease the days before: shorten a session, or give a day off.")
      }
    }
  }
}
