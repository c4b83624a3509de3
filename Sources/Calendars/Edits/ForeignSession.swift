import TrainingLoad
import TrainingPlan

/// An event that is none of the plan's, read as a session where its title or category says which.
struct ForeignSession {
  private let event: CalendarEvent
  private let time: CivilTime

  init(_ event: CalendarEvent, _ time: CivilTime) {
    self.event = event
    self.time = time
  }

  /// The session, of a template of the plan; nil where none is recognised, or no length is said.
  func session(_ schedule: Schedule, _ problem: PlanProblem) -> Session? {
    let read = TitleWithLength(event.summary)
    guard let minutes = read.minutes ?? time.minutes, (1...1440).contains(minutes), !event.uid.isEmpty,
      (schedule.start..<schedule.event.day).contains(time.day),
      let template = template(named: read.title ?? "", among: problem.templates)
    else { return nil }
    let plan = PlanEvents(schedule: schedule, problem: problem, zone: "UTC", revision: 0)
    var session = Session(id: plan.uid(event.uid), day: time.day, of: template, minutes: minutes)
    session.isLocked = true
    return session
  }

  /// The template of that title; else the easiest one of a sport that the title or a category names.
  private func template(named title: String, among templates: [SessionTemplate]) -> SessionTemplate? {
    let title = title.lowercased()
    if let exact = templates.first(where: { $0.title.lowercased() == title || $0.id == title }) {
      return exact
    }
    let words = Set(title.split { !$0.isLetter }.map(String.init) + event.categories.map { $0.lowercased() })
    return templates.filter { words.contains($0.sport) || words.contains($0.family) }
      .min { $0.sRPE < $1.sRPE }
  }
}
