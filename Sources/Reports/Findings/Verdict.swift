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

  /// For a coach as `gradus check` says it; for an athlete in points.
  var sentence: String {
    guard audience == .athlete else { return reviewed.verdict(in: span) }
    let (change, watch) = (number(.change), number(.watch))
    switch (change, watch) {
    case (0, 0): return "Your plan stays inside all the limits that you and your coach agreed."
    case (0, 1): return "Your plan stays inside its limits. One thing is worth knowing."
    case (0, _): return "Your plan stays inside its limits. \(watch) things are worth knowing."
    case (1, _): return "One thing in your plan should change. Talk with your coach before you begin."
    default: return "\(change) things in your plan should change. Talk with your coach before you begin."
    }
  }

  /// How what is to watch is to be taken; nil where there is nothing to add.
  var context: String? {
    let habits = points.count { $0.level == .watch && $0.isOfStructure }
    guard habits > 0, level == .watch else { return nil }
    let watched = number(.watch)
    let which =
      habits == watched
      ? (habits == 1 ? "It describes" : "They describe")
      : "\(habits) of them \(habits == 1 ? "describes" : "describe")"
    let advice = "how the weeks are built, not a sudden step: advice for steady training, and no alarm."
    let findings = reviewed.count(.watch)
    guard audience == .coach, findings > watched else { return which + " " + advice }
    return "The \(findings) findings to watch make \(watched.counted("point")). \(which) " + advice
  }

  private func number(_ level: Finding.Level) -> Int { points.count { $0.level == level } }
}
