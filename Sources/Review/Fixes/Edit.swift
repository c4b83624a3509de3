public import TrainingLoad
public import TrainingPlan

/// One change of a schedule, small enough to say in a sentence.
public enum Edit: Equatable, Sendable {
  /// The session with the id lasts so many minutes.
  case lasts(session: String, minutes: Int)
  /// The session with the id stands on another day.
  case move(session: String, to: CivilDay)
  /// The session with the id becomes one of another template of the problem; its identity stays.
  case swap(session: String, template: String, minutes: Int)
  /// The session with the id is left out.
  case remove(session: String)
  /// A new session of a template of the problem.
  case add(id: String, template: String, day: CivilDay, minutes: Int)

  /// The schedule after the edit; one that names an unknown session or template changes nothing.
  public func applied(to schedule: Schedule, for problem: PlanProblem) -> Schedule {
    var edited = schedule
    func template(_ id: String) -> SessionTemplate? { problem.templates.first { $0.id == id } }
    func place(_ id: String) -> Int? { schedule.sessions.firstIndex { $0.id == id } }
    switch self {
    case .lasts(let id, let minutes):
      guard let index = place(id) else { return schedule }
      let old = schedule.sessions[index]
      edited.sessions[index] = old.lasting(minutes, as: old.template.flatMap(template))
    case .move(let id, let day):
      guard let index = place(id) else { return schedule }
      edited.sessions[index] = schedule.sessions[index].moved(to: day)
    case .swap(let id, let other, let minutes):
      guard let index = place(id), let template = template(other) else { return schedule }
      edited.sessions[index] = schedule.sessions[index].becoming(template, minutes: minutes)
    case .remove(let id):
      edited.sessions.removeAll { $0.id == id }
    case .add(let id, let name, let day, let minutes):
      guard let template = template(name), place(id) == nil else { return schedule }
      edited.sessions.append(Session(id: id, day: day, of: template, minutes: minutes))
    }
    edited.sortSessions()
    return edited
  }
}

extension Schedule {
  /// Puts the sessions in the order of the days; those of one day stay as they are.
  fileprivate mutating func sortSessions() {
    let order = sessions.indices.sorted { (sessions[$0].day, $0) < (sessions[$1].day, $1) }
    sessions = order.map { sessions[$0] }
  }
}
