import TrainingPlan

/// Intense sessions take no more than a share of a week's training minutes (auditor: R13).
enum IntensityShare: ReviewRule {
  static let id = "intensity-share"
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    guard training.frame.problem.limits.hard != nil, let most = training.frame.problem.limits.intenseShareMax
    else { return [] }
    return training.weeks.compactMap { week in
      var intense = 0.0
      var all = 0.0
      for entry in training.sessions(in: week.days) {
        if entry.isIntense { intense += entry.minutes }
        if !entry.isRestful { all += entry.minutes }
      }
      guard exceeds(intense, most * all) else { return nil }
      return .change("intense minutes", days: week.span, week: week.index, value: intense, limit: most * all)
      {
        [intense, all] in
        Words(
          message: "\(Figures.plain(intense)) of \(Figures.plain(all)) training minutes in "
            + "\(training.name(week: week.index)) are intense; at most \(Figures.percent(most)) are wanted.",
          inputs: [.init("intense", intense, "min"), .init("training", all, "min")],
          arithmetic: "\(Figures.plain(intense)) min / \(Figures.plain(all)) min = "
            + "\(all > 0 ? Figures.percent(intense / all, digits: 1) : "all"); limit \(Figures.percent(most)) = "
            + "\(Figures.plain(most * all)) min",
          causes: training.sessions(in: week.days).filter(\.isIntense),
          advice: "Shorten an intense session, or swap it for an easy one.")
      }
    }
  }
}
