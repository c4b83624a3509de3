import TrainingLoad
public import TrainingPlan

extension Edit {
  /// What to do, for example "Shorten Sunday's long run (2027-03-07) from 95 to 80 min."
  public func words(in schedule: Schedule, for problem: PlanProblem) -> String {
    func session(_ id: String) -> Session? { schedule.sessions.first { $0.id == id } }
    func title(_ template: String) -> String {
      (problem.templates.first { $0.id == template }?.title ?? template).lowercasedFirst
    }
    switch self {
    case .lasts(let id, let minutes):
      guard let old = session(id) else { return "" }
      let verb = minutes < old.minutes ? "Shorten" : "Lengthen"
      return "\(verb) \(old.name) from \(old.minutes) to \(minutes) min."
    case .move(let id, let day):
      guard let old = session(id) else { return "" }
      return "Move \(old.name) to \(day.weekday.name), \(day)."
    case .swap(let id, let template, let minutes):
      guard let old = session(id) else { return "" }
      return "Swap \(old.name), \(old.minutes) min, for \(title(template)), \(minutes) min."
    case .remove(let id):
      guard let old = session(id) else { return "" }
      return "Replace \(old.name), \(old.minutes) min, by rest."
    case .add(_, let template, let day, let minutes):
      return "Add \(title(template)), \(minutes) min, on \(day.weekday.name), \(day)."
    }
  }
}

extension Session {
  /// "Sunday's long run (2027-03-07)".
  fileprivate var name: String { "\(day.weekday.name)'s \(title.lowercasedFirst) (\(day))" }
}

extension String {
  /// Without the capital of a sentence's beginning; an abbreviation keeps its capitals.
  fileprivate var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
