/// Signal H1: the share of a week's training minutes that flex the hip again and again.
///
/// Support work is left out on both sides. A habit, not an event: weeks in a row are said once, and alone it
/// never alarms.
enum HipShare: ReviewRule {
  static let id = "hip-share"
  static let remedies: [Remedy] = [.swap, .shorten, .remove, .add]
  static let ask = HipAdvice.ask
  static let joinsWeeks = true
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let info = frame.number(id, "info"), let caution = frame.number(id, "caution"),
      let least = frame.number(id, "min_sessions")
    else { return [] }
    return training.weeks.filter(\.isFull).compactMap { week in
      let sessions = training.sessions(in: week.days)
      let flexion = sessions.reduce(0) { $0 + $1.flexion }
      let counted = sessions.reduce(0) { $0 + $1.counted }
      guard Double(sessions.count { $0.flexion > $0.counted / 2 }) >= least, counted > 0,
        flexion / counted >= info
      else {
        return nil
      }
      let isWatch = flexion / counted >= caution
      return .advice(
        isWatch ? .watch : .note, "share of hip flexion", days: week.span, week: week.index,
        value: flexion / counted, limit: isWatch ? caution : info
      ) {
        Words(
          message: "\(Figures.percent(flexion / counted)) of the training minutes in "
            + "\(training.name(week: week.index)) bend the hip again and again. That is fine for a block.",
          inputs: [.init("hip-flexion activities", flexion, "min"), .init("training", counted, "min")],
          arithmetic: "\(Figures.plain(flexion)) min / \(Figures.plain(counted)) min = "
            + Figures.percent(flexion / counted, digits: 1)
            + Sum.level(Figures.percent(isWatch ? caution : info), isWatch: isWatch),
          causes: training.heaviest(in: week, by: \.flexion),
          advice: "Consider swapping one easy session for swimming, walking or strength.")
      }
    }
  }
}
