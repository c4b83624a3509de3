import TrainingPlan

/// Fitness does not rise faster in seven days than the limit, which may grow with fitness (auditor: R06).
enum FitnessRamp: ReviewRule {
  static let id = "fitness-ramp"
  static let dataNeeded: String? = "fitness_days"

  static func breaches(in training: Training) -> [Breach] {
    let limits = training.frame.problem.limits
    guard limits.rampAbsolute != nil || limits.rampRelative != nil else { return [] }
    let absolute = limits.rampAbsolute ?? 0
    let relative = limits.rampRelative ?? 0
    return training.days.compactMap { day in
      let index = training.at(day)
      guard index >= 7 else { return nil }
      let before = training.fitness[index - 7]
      let now = training.fitness[index]
      let allowed = absolute + relative * before
      guard exceeds(now - before, allowed) else { return nil }
      let atFirst = (limits.on(day).rampAbsolute ?? 0) + relative * before
      return .change(
        "rise in seven days", days: day...day, value: now - before, limit: allowed,
        isOfHistory: !exceeds(now - before, atFirst)
      ) {
        Words(
          message: "Fitness rises by \(Figures.plain(now - before, digits: 2)) AU a day in the seven days to "
            + "\(training.name(day: day)); \(Figures.plain(allowed, digits: 2)) is the limit.",
          inputs: [
            .init("fitness", now, "AU/day"), .init("fitness seven days before", before, "AU/day"),
          ],
          arithmetic: "\(Figures.plain(now, digits: 2)) - \(Figures.plain(before, digits: 2)) = "
            + "\(Figures.plain(now - before, digits: 2)); limit \(Figures.plain(absolute, digits: 2)) + "
            + "\(Figures.plain(relative, digits: 3)) x \(Figures.plain(before, digits: 2)) = "
            + Figures.plain(allowed, digits: 2),
          causes: training.trainingSessions(in: (day - 6)...day),
          advice: "Spread this load over more days, or shorten a session.")
      }
    }
  }
}
