import TrainingPlan

/// The longest run is not most of a week's running (science R10): a third, or a little more with few runs.
enum LongSessionShare: ReviewRule {
  static let id = "long-session-share"
  static let remedies: [Remedy] = [.shorten, .lengthen]
  static let joinsWeeks = true
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let run = frame.names.known("run"), let usual = frame.number(id, "share_max"),
      let few = frame.number(id, "share_max_few_runs"), let fewRuns = frame.number(id, "few_runs")
    else { return [] }
    return training.weeks.compactMap { week in
      let runs = training.sessions(in: week.days).filter { $0.sport == run }
      guard week.isFull, week.type != .taper, runs.count >= 2 else { return nil }
      let total = runs.reduce(0) { $0 + $1.minutes }
      let longest = runs.reduce(0) { max($0, $1.minutes) }
      let most = Double(runs.count) <= fewRuns ? few : usual
      guard exceeds(longest, most * total) else { return nil }
      return .advice(
        .note, "longest run", days: week.span, week: week.index, value: longest / total, limit: most
      ) {
        Words(
          message: "The longest run of \(training.name(week: week.index)) is \(Figures.plain(longest)) of "
            + "\(Figures.plain(total)) running minutes (\(Figures.percent(longest / total))); "
            + "\(Figures.percent(most)) is usual with \(runs.count) runs.",
          inputs: [.init("longest run", longest, "min"), .init("running", total, "min")],
          arithmetic: "\(Figures.plain(longest)) min / \(Figures.plain(total)) min = "
            + Figures.percent(longest / total, digits: 1),
          causes: runs.filter { $0.minutes == longest },
          advice: "Shorten the long run a little, or lengthen another run.")
      }
    }
  }
}
