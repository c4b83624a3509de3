import TrainingLoad
import TrainingPlan

/// Gives sessions a start of their own where they would else begin at another time than in the calendar: the
/// sessions of a day follow each other unless they say when they start.
struct StartPins {
  /// When the calendar has a session, by its id.
  let wanted: [String: CivilTime]
  /// Sessions whose day or time was changed.
  let moved: Set<String>
  let clock: CivilClock

  /// Changes the starts in a schedule, and tells those that nobody asked for.
  func pin(_ schedule: inout Schedule, _ problem: PlanProblem) -> [CalendarEdit] {
    var edits: [CalendarEdit] = []
    // The first of a day that is wrong decides when the next ones begin.
    for _ in 0..<20 {
      let wrong = firstWrong(in: schedule, problem)
      if wrong.isEmpty { break }
      for (index, time) in wrong {
        schedule.sessions[index].startMinute = time.minute
        let session = schedule.sessions[index]
        guard !moved.contains(session.id) else { continue }
        edits.append(
          CalendarEdit(
            session: session.id, title: session.title, day: session.day,
            words: "keeps its start, \(time.words), though the sessions before it changed", kind: .pinned))
      }
    }
    return edits
  }

  /// The first session of each day that begins at another time than it should.
  private func firstWrong(in schedule: Schedule, _ problem: PlanProblem) -> [(index: Int, time: CivilTime)] {
    let plan = PlanEvents(
      schedule: schedule, problem: problem, zone: problem.athlete?.zone ?? "UTC", revision: 0)
    let events = Dictionary(plan.events.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var wrong: [(Int, CivilTime)] = []
    var wrongDays: Set<CivilDay> = []
    var end: (day: CivilDay, minute: Int)?
    for (index, session) in schedule.sessions.enumerated() {
      guard let time = wanted[session.id], let minute = time.minute, time.day == session.day,
        let now = events[plan.uid(session.id)].map({ clock.time($0.when) }), !problem.calendar.isAllDay
      else { continue }
      let overlaps = end.map { $0.day == session.day && minute < $0.minute } ?? false
      if now.minute != minute, moved.contains(session.id) || !overlaps, wrongDays.insert(session.day).inserted
      {
        wrong.append((index, time))
      }
      end = (session.day, (moved.contains(session.id) ? minute : now.minute ?? minute) + session.minutes)
    }
    return wrong
  }
}
