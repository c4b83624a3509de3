/// Most endurance sessions are easy: about four in five over four weeks (science R05).
///
/// An endurance session counts as easy up to an effort of 4. Four weeks are judged together, for a week of
/// three sessions says little.
enum IntensitySplit: ReviewRule {
  static let id = IntensityShare.id
  static let joinsWeeks = true

  static func breaches(in training: Training) -> [Breach] {
    let frame = training.frame
    guard let target = frame.number(id, "easy_sessions_target"),
      let alert = frame.number(id, "easy_sessions_alert"),
      let easy = frame.number(id, "easy_effort")
    else { return [] }
    return training.weeks.compactMap { week in
      guard week.isFull, week.index >= 3 else { return nil }
      let days = (week.days.lowerBound - 21)..<week.days.upperBound
      let window = training.sessions(in: days)
      let count = window.count(where: \.isEndurance)
      let easyOnes = window.count { $0.isEndurance && $0.sRPE <= easy }
      guard count >= 4, isBelow(Double(easyOnes), target * Double(count)) else { return nil }
      let share = Double(easyOnes) / Double(count)
      return .advice(
        share < alert ? .watch : .note, "easy sessions", days: week.span, week: week.index, value: share,
        limit: share < alert ? alert : target
      ) {
        Words(
          message: "\(easyOnes) of \(count) endurance sessions in the four weeks to "
            + "\(training.name(week: week.index)) are easy (\(Figures.percent(share, digits: 1))); about "
            + "\(Figures.percent(target)) is usual.",
          inputs: [
            .init("easy sessions", Double(easyOnes), ""),
            .init("endurance sessions", Double(count), ""),
          ],
          arithmetic: "\(easyOnes) / \(count) = \(Figures.percent(share, digits: 1))",
          causes: training.sessions(in: week.days).filter { $0.isEndurance && $0.sRPE > easy },
          advice: "Swap a hard or steady session for an easy one.")
      }
    }
  }
}
