import PlanFiles
import TrainingLoad
import TrainingPlan

@testable import Reports

/// A small plan whose numbers can be worked out by hand.
enum FigureSample {
  /// Monday.
  static let start = CivilDay(number: 20_458)

  static func book() throws -> RuleBook { try RuleBookFile.standard() }

  /// Loads of a week before the plan, Monday first: 650 AU.
  static let pastWeek: [Double] = [0, 120, 0, 150, 80, 0, 300]

  /// A problem of so many days after weeks of `pastWeek`, a third of each day's load as run-minutes.
  static func problem(
    days: Int, pastWeeks: Int = 6, _ edit: (inout PlanProblem) -> Void = { _ in }
  ) -> PlanProblem {
    let load = (0..<pastWeeks).flatMap { _ in pastWeek }
    let sessions = load.indices.filter { load[$0] > 0 }.map {
      PlanProblem.PastSession(day: $0 - load.count, sport: "run", minutes: load[$0] / 3)
    }
    var problem = PlanProblem(
      id: "sample", title: "Sample", start: start,
      event: .init(name: "Race", sport: "run", minutes: 30, dayIndex: days),
      history: .init(load: load, hip: load.map { $0 / 3 }, sessions: sessions),
      availability: .init(minutes: Array(repeating: 600, count: 7), maxSessionsPerDay: 3),
      rest: .init(minPer7: 0, loadMax: 30), templates: [], limits: Limits())
    edit(&problem)
    return problem
  }

  /// A schedule of sessions, for a problem.
  static func schedule(_ sessions: [Session], for problem: PlanProblem, _ types: [WeekType] = []) -> Schedule
  {
    Schedule(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: .init(
        id: "event", day: problem.day(problem.event.dayIndex), name: problem.event.name, sport: "run",
        minutes: 30),
      weeks: types.enumerated().map { .init(index: $0, type: $1, phase: .build, why: "") },
      sessions: sessions)
  }

  /// The sessions of a week at a share of their minutes; week 0 begins on the first plan day.
  static func week(_ index: Int, share: Double = 1) -> [Session] {
    let day = 7 * index
    func length(_ minutes: Double) -> Int { Int(minutes * share) }
    return [
      session(day + 1, "run", length(40), 3, hip: 1),
      session(day + 1, "mobility", length(15), 1, hip: 0, relief: 1) { $0.isRestful = true },
      session(day + 3, "run", length(30), 7, hip: 1.3) { ($0.isHard, $0.isIntense) = (true, true) },
      session(day + 5, "swim", length(30), 3, hip: 0.19),
      session(day + 6, "run", length(80), 4, hip: 1) { ($0.isHard, $0.isLong) = (true, true) },
    ]
  }

  static func session(
    _ day: Int, _ sport: String, _ minutes: Int, _ sRPE: Double, hip: Double, relief: Double = 0,
    _ edit: (inout Session) -> Void = { _ in }
  ) -> Session {
    let length = Double(minutes)
    var session = Session(
      id: "\(sport)-\(day)", day: start + day, template: nil, title: sport, sport: sport, family: sport,
      minutes: minutes, sRPE: sRPE, load: sRPE * length, hip: hip * length, relief: relief * length)
    edit(&session)
    return session
  }

  /// Weeks that rise, an easier one each fourth, and the event on the Sunday of the last.
  static func season(weeks: Int, pastWeeks: Int = 6, _ edit: (inout PlanProblem) -> Void = { _ in })
    -> (schedule: Schedule, problem: PlanProblem)
  {
    let problem = problem(days: 7 * weeks - 1, pastWeeks: pastWeeks, edit)
    let types = (0..<weeks).map { $0 >= weeks - 1 ? WeekType.taper : $0 % 4 == 3 ? .deload : .load }
    let sessions = (0..<weeks).flatMap { index in
      week(index, share: types[index] == .load ? 1 + 0.05 * Double(index % 8) : 0.6)
    }
    .filter { $0.day < problem.day(problem.dayCount) }
    return (schedule(sessions, for: problem, types), problem)
  }

  static func figures(
    _ schedule: Schedule, _ problem: PlanProblem, history: TrainingHistory? = nil, today: CivilDay? = nil
  ) throws -> Figures {
    Figures(schedule: schedule, problem: problem, history: history, ruleBook: try book(), today: today)
  }
}

/// Whether two numbers are the same but for rounding.
func isClose(_ a: Double?, _ b: Double?, within tolerance: Double = 1e-6) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
