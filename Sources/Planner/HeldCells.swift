import TrainingLoad
import TrainingPlan

/// What stands already, compiled for the search: cells that nothing changes, and what their sessions count beyond what
/// their kind says. Lesser events to come stand as well.
struct HeldCells: Sendable {
  /// The kinds of session: the problem's templates, and after them those of held sessions that none describes.
  private(set) var kinds: [SessionTemplate]
  /// Minutes that stand in each cell; 0 = none.
  private(set) var minutes: [Int] = []
  /// What the sessions of a day count beside what their kinds say: load, AU, and hip flexion, run-minutes.
  private(set) var load: [Double]
  private(set) var hip: [Double]
  /// The same for the relief minutes of a week.
  private(set) var relief: [Double]
  /// What the load beyond the kinds adds to the objective, as load, day and the number of the kind.
  private(set) var rest: [(load: Double, day: Int, kind: Int)] = []

  /// The first day that is planned.
  let firstDay: Int
  /// The kinds of the weeks that began before it.
  let weekTypes: [WeekType]
  /// Whether a day is past or has a held session; whether one of the days before it and itself that an average still
  /// feels has or is; whether a week has such a day.
  private(set) var isOnDay: [Bool]
  private(set) var isLately: [Bool]
  private(set) var isInWeek: [Bool]

  /// Days for which averages and runs of days feel what was done: two weeks.
  private static let lately = 14

  /// What stands in a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - forgivesTuneUps: Whether limits may be broken where a lesser event has a part in it, as where a held session
  ///     has.
  init(_ problem: PlanProblem, forgivesTuneUps: Bool) {
    let held = problem.held
    let days = problem.dayCount
    firstDay = max(0, min(held.firstDay, days))
    weekTypes = held.weeks.prefix(problem.weekCount).map(\.type)
    kinds = problem.templates
    load = Array(repeating: 0, count: days)
    hip = load
    relief = Array(repeating: 0, count: problem.weekCount)
    isOnDay = (0..<days).map { $0 < held.firstDay }
    isLately = isOnDay
    isInWeek = Array(repeating: false, count: problem.weekCount)
    var cells: [(day: Int, kind: Int, minutes: Int)] = []
    for session in held.sessions {
      let day = session.day - problem.start
      guard (0..<days).contains(day), session.minutes > 0 else { continue }
      let taken = cells.filter { $0.day == day }.map(\.kind)
      let kind = place(of: session, besides: taken, event: problem.event)
      cells.append((day, kind, session.minutes))
      count(session, as: kind, day)
      isOnDay[day] = true
    }
    let ids = held.ids
    for (tuneUp, session) in problem.tuneUpSessions where !ids.contains(session.id) {
      guard (firstDay..<days).contains(tuneUp.dayIndex), session.minutes > 0 else { continue }
      kinds.append(SessionTemplate(of: session, event: problem.event, specificity: tuneUp.specificity))
      cells.append((tuneUp.dayIndex, kinds.count - 1, session.minutes))
      if forgivesTuneUps { isOnDay[tuneUp.dayIndex] = true }
    }
    minutes = Array(repeating: 0, count: days * kinds.count)
    for cell in cells { minutes[cell.day * kinds.count + cell.kind] = cell.minutes }
    for day in 0..<days where isOnDay[day] {
      isInWeek[day / 7] = true
      for later in day..<min(day + Self.lately, days) { isLately[later] = true }
    }
  }

  /// Whether one of some days is past or has a held session.
  func isOnAny(_ days: Range<Int>) -> Bool { days.contains { isOnDay[$0] } }

  /// The kind of a session that its day has no other session of: its template, another of its nature, or a new one.
  private mutating func place(of session: Session, besides taken: [Int], event: PlanProblem.Event) -> Int {
    let fitting = kinds.indices.filter { !taken.contains($0) && kinds[$0].describes(session) }
    if let same = fitting.first(where: { kinds[$0].id == session.template }) { return same }
    if let like = fitting.first(where: { kinds[$0].id.isEmpty }) { return like }
    kinds.append(SessionTemplate(of: session, event: event))
    return kinds.count - 1
  }

  private mutating func count(_ session: Session, as kind: Int, _ day: Int) {
    let length = Double(session.minutes)
    let more = session.load - kinds[kind].sRPE * length
    load[day] += more
    hip[day] += session.hip - kinds[kind].hipPerMinute * length
    relief[day / 7] += session.relief - kinds[kind].reliefPerMinute * length
    rest.append((more, day, kind))
  }
}

extension SessionTemplate {
  /// Whether rules that do not look at effort take a session for one of this kind.
  fileprivate func describes(_ session: Session) -> Bool {
    sport == session.sport && family == session.family && isHard == session.isHard
      && isIntense == session.isIntense && isLong == session.isLong && isRestful == session.isRestful
  }

  /// The kind of a session that no template of the problem describes. It has no id, and nothing is planned of it.
  fileprivate init(of session: Session, event: PlanProblem.Event, specificity: Double? = nil) {
    let length = Double(session.minutes)
    let role: Role =
      switch session.family {
      case "strength": .strength
      case "core", "mobility": .support
      default: .endurance
      }
    self.init(
      id: "", title: session.title, sport: session.sport, family: session.family,
      sRPE: session.load / length, minMinutes: length, maxMinutes: length, hipPerMinute: session.hip / length,
      reliefPerMinute: session.relief / length,
      specificity: specificity ?? (session.sport == event.sport ? 1 : 0),
      isHard: session.isHard, isIntense: session.isIntense, isLong: session.isLong,
      isRestful: session.isRestful, role: role)
  }
}
