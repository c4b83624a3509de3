import Reports
import TrainingLoad
import TrainingPlan

/// What re-planning does to the schedule that stood, as a coach reads it.
struct ReplanText {
  let before: Schedule
  let after: Schedule
  let held: PlanProblem.Held
  /// What comes before it is past.
  let today: CivilDay
  /// Sessions of a log of what was done whose days are not past.
  let uncounted: Int
  let style: Style
  /// Whether all changes are listed.
  let isVerbose: Bool

  /// Changes that are listed otherwise.
  private static let most = 15

  var lines: [String] {
    let difference = ScheduleDifference(from: before, to: after)
    let changes = difference.changes
    let heading = style.bold("Against the schedule that stood") + ": "
    if changes.isEmpty, event == nil {
      return [heading + "nothing changes" + standing + "."] + log + [""]
    }
    let coming = changes.filter { $0.session.day >= today }
    let past = changes.filter { $0.session.day < today }
    let shown = isVerbose ? coming + past : Array(coming.prefix(Self.most))
    let more = coming.count - min(coming.count, shown.count)
    return [heading + difference.summary + standing + "."]
      + (event.map { ["  " + $0] } ?? [])
      + shown.map { "  " + line($0) }
      + (more > 0 ? ["  and \(more) more; --verbose tells all"] : [])
      + (past.isEmpty || isVerbose ? [] : ["  and \(past.count) before today, as they were done"])
      + log + [""]
  }

  private func line(_ change: SessionDifference) -> String {
    let session = change.session
    let isLengthSaid = change.kinds.contains { [.longer, .shorter].contains($0) }
    return "\(session.day.weekdayAndDate)  \(session.title)\(isLengthSaid ? "" : " \(session.minutes) min"): "
      + change.words
  }

  private var log: [String] {
    guard uncounted > 0 else { return [] }
    let sessions = uncounted == 1 ? "1 session of the log is" : "\(uncounted) sessions of the log are"
    return ["  \(sessions) not counted: what was done counts on the days before \(today.weekdayAndDate)."]
  }

  private var event: String? {
    guard before.event.day != after.event.day else { return nil }
    return "\(after.event.name): moved from \(before.event.day.iso) to \(after.event.day.iso)"
  }

  /// What was left as it is because it is past or locked.
  private var standing: String {
    let past = held.sessions.count { $0.day < today }
    let later = held.sessions.count - past
    let parts = [
      past > 0 ? "\(past) before \(today.weekdayAndDate)" : nil,
      later > 0 ? "\(later) locked, done or written by hand" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "; left as they are: " + parts.joined(separator: ", ")
  }
}
