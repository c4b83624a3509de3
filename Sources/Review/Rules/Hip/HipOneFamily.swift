/// Signal H6: how much of a week's hip flexion comes from one family of activity.
enum HipOneFamily: ReviewRule {
  static let id = "hip-one-family"
  static let remedies: [Remedy] = [.swap, .shorten, .remove]
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
      guard Double(sessions.count { $0.counted > 0 }) >= least, week.hip > 0 else { return nil }
      var byFamily = Array(repeating: 0.0, count: frame.names.count)
      for entry in sessions { byFamily[entry.family] += entry.hip }
      let most = min(byFamily.max() ?? 0, week.hip)
      guard let family = byFamily.indices.max(by: { byFamily[$0] < byFamily[$1] }),
        most / week.hip >= info
      else { return nil }
      let isWatch = most / week.hip >= caution
      return .advice(
        isWatch ? .watch : .note, "one family of hip flexion", days: week.span, week: week.index,
        value: most / week.hip, limit: isWatch ? caution : info
      ) {
        let name = training.activity(family)
        return Words(
          message: "\(Figures.percent(most / week.hip)) of the hip flexion in "
            + "\(training.name(week: week.index)) comes from \(name).",
          inputs: [
            .init("hip flexion, \(name)", most, "run-minutes"), .init("all", week.hip, "run-minutes"),
          ],
          arithmetic: "\(Figures.plain(most)) / \(Figures.plain(week.hip)) run-minutes = "
            + Figures.percent(most / week.hip, digits: 1)
            + Sum.level(Figures.percent(isWatch ? caution : info), isWatch: isWatch),
          causes: training.heaviest(in: week, by: \.hip).filter { $0.family == family },
          advice: "Consider swapping one of them for another kind of activity.")
      }
    }
  }
}
