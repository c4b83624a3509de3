import TrainingPlan

/// Intense sessions take no more than a share of a week's training minutes (auditor: R13). Where only a lesser event makes
/// them more, nothing can be changed: it is worth a look.
enum IntensityShare: ReviewRule {
  static let id = "intensity-share"
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    guard training.frame.problem.limits.hard != nil, let most = training.frame.problem.limits.intenseShareMax
    else { return [] }
    return training.weeks.compactMap { week in
      let sessions = Array(training.sessions(in: week.days))
      let (intense, all) = minutes(of: sessions)
      guard exceeds(intense, most * all) else { return nil }
      let trained = minutes(of: sessions.filter { !training.frame.hasTuneUp($0.day) })
      guard exceeds(trained.intense, most * trained.all) else {
        return .advice(
          .watch, "intense minutes", days: week.span, week: week.index, value: intense, limit: most * all
        ) {
          words(
            training, week, intense: intense, of: all, most,
            advice: "The event makes up most of them: keep the other days of the week easy.")
        }
      }
      return .change("intense minutes", days: week.span, week: week.index, value: intense, limit: most * all)
      {
        words(
          training, week, intense: intense, of: all, most,
          advice: "Shorten an intense session, or swap it for an easy one.")
      }
    }
  }

  private static func minutes(of entries: [Entry]) -> (intense: Double, all: Double) {
    (
      entries.reduce(0) { $0 + ($1.isIntense ? $1.minutes : 0) },
      entries.reduce(0) { $0 + ($1.isRestful ? 0 : $1.minutes) }
    )
  }

  private static func words(
    _ training: Training, _ week: TrainingWeek, intense: Double, of all: Double, _ most: Double,
    advice: String
  ) -> Words {
    Words(
      message: "\(Figures.plain(intense)) of \(Figures.plain(all)) training minutes in "
        + "\(training.name(week: week.index)) are intense; at most \(Figures.percent(most)) are wanted.",
      inputs: [.init("intense", intense, "min"), .init("training", all, "min")],
      arithmetic: "\(Figures.plain(intense)) min / \(Figures.plain(all)) min = "
        + "\(all > 0 ? Figures.percent(intense / all, digits: 1) : "all"); limit \(Figures.percent(most)) = "
        + "\(Figures.plain(most * all)) min",
      causes: training.sessions(in: week.days).filter(\.isIntense), advice: advice)
  }
}
