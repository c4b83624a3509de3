import Review
import TrainingPlan

/// One sentence on the whole plan, written by rule, and one that puts it in its place.
struct Verdict {
  private let reviewed: Reviewed
  private let points: [Point]
  private let span: String
  private let audience: Report.Audience

  init(_ report: Report) {
    reviewed = report.reviewed
    points = report.points
    span = max(1, report.schedule.weeks.count).counted("week")
    audience = report.audience
  }

  /// The weightiest level that was found; a note where there is nothing above.
  var level: Finding.Level { points.map(\.level).max() ?? .note }

  /// For example "2 things to change, 1 to watch, in 12 weeks": points, however often each holds.
  var sentence: String {
    let (change, watch) = (number(.change), number(.watch))
    guard audience == .athlete else {
      if change == 0, watch == 0 { return "Nothing to change and nothing to watch in \(span)." }
      let things = change == 0 ? "Nothing to change" : change.counted("thing") + " to change"
      let watched = change == 0 ? watch.counted("thing") : "\(watch)"
      return things + (watch == 0 ? " in \(span)." : ", \(watched) to watch, in \(span).")
    }
    switch (change, watch) {
    case (0, 0): return "Your plan stays inside all the limits that you and your coach agreed."
    case (0, 1): return "Your plan stays inside its limits. One thing is worth knowing."
    case (0, _): return "Your plan stays inside its limits. \(watch) things are worth knowing."
    case (1, _): return "One thing in your plan should change. Talk with your coach before you begin."
    default: return "\(change) things in your plan should change. Talk with your coach before you begin."
    }
  }

  /// How the points are to be taken, and for a coach how many findings they hold; nil where nothing is to add.
  var context: String? {
    let texts = [habits, audience == .coach ? findings : nil].compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  private var findings: String? {
    let found = points.filter { $0.level > .note }.reduce(0) { $0 + $1.remarks.count }
    let notes = reviewed.count(.note)
    let noted = notes == 0 ? "" : "\(notes.counted("note")) \(notes == 1 ? "stands" : "stand") below."
    guard found > number(.change) + number(.watch) else { return noted.isEmpty ? nil : noted }
    let times = "Some hold more than once: \(found) findings in all"
    return noted.isEmpty ? times + "." : times + ". " + noted
  }

  /// What describes how the weeks are built, which alone is advice.
  private var habits: String? {
    let habits = points.count { $0.level == .watch && $0.isOfStructure }
    guard habits > 0, level == .watch else { return nil }
    let isAll = habits == number(.watch)
    let which = isAll ? (habits == 1 ? "It describes" : "They describe") : "\(habits) of them describe"
    return (isAll || habits > 1 ? which : "One of them describes")
      + " how the weeks are built, not a sudden step: advice for steady training, and no alarm."
  }

  private func number(_ level: Finding.Level) -> Int { points.count { $0.level == level } }
}
