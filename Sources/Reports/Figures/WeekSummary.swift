public import TrainingLoad
public import TrainingPlan

/// What a plan week comes to, in the numbers that a coach looks at first.
public struct WeekSummary: Equatable, Sendable {
  /// Index, from 0.
  public let index: Int
  /// What kind of week it is; nil where the schedule does not say.
  public let type: WeekType?
  /// Part of the season; nil where the schedule does not say.
  public let phase: Phase?
  /// Its days; the last week ends with the event.
  public let days: ClosedRange<CivilDay>
  /// Minutes.
  public let minutes: Int
  /// Load, AU.
  public let load: Double
  /// Change of load from the last week that built, as the weekly-rise rule compares: 0.1 = 10 % more; nil
  /// where that one had no load.
  public let change: Double?
  /// Rest days before the event.
  public let restDays: Int
  /// Hip-flexion exposure, run-minutes.
  public let hip: Double
  /// How alike the days before the event are, and the strain.
  public let monotony: Monotony
  /// What the week is about: its event, a lesser event, its longest long session, or else its hardest one.
  public let keySession: String

  /// The weeks of a plan; the first is compared with the larger of the last week before it and the mean of the
  /// last four.
  public static func weeks(of schedule: Schedule, problem: PlanProblem) -> [WeekSummary] {
    let past = problem.history.load
    var before = max(past.suffix(7).reduce(0, +), past.suffix(28).reduce(0, +) / 4)
    return (0..<max(0, problem.weekCount)).map { index in
      let week = WeekSummary(index, of: schedule, for: problem, loadBefore: before)
      if week.type ?? .load == .load { before = week.load }
      return week
    }
  }

  private init(_ index: Int, of schedule: Schedule, for problem: PlanProblem, loadBefore: Double) {
    let first = schedule.start + 7 * index
    let days = first...max(first, min(first + 6, schedule.event.day))
    let sessions = schedule.sessions.filter { days.contains($0.day) }
    let week = schedule.weeks.first { $0.index == index }
    self.index = index
    type = week?.type
    phase = week?.phase
    self.days = days
    minutes = sessions.reduce(0) { $0 + $1.minutes }
    load = sessions.reduce(0) { $0 + $1.load }
    hip = sessions.reduce(0) { $0 + $1.hip }
    change = loadBefore > 0 ? load / loadBefore - 1 : nil
    restDays = (days.lowerBound.number...days.upperBound.number).count { number in
      let ofDay = sessions.filter { $0.day.number == number }
      return number < schedule.event.day.number && ofDay.allSatisfy(\.isRestful)
        && ofDay.reduce(0) { $0 + $1.load } <= problem.rest.loadMax
    }
    let before = (days.lowerBound.number...days.upperBound.number).filter { $0 < schedule.event.day.number }
    let loads = before.map { day in
      Double?(sessions.reduce(0) { $1.day.number == day ? $0 + $1.load : $0 })
    }
    monotony = Monotony(loads, deviation: problem.limits.deviation)
    keySession =
      days.contains(schedule.event.day)
      ? schedule.event.name : Self.key(of: sessions).map(\.inShort) ?? ""
  }

  private static func key(of sessions: [Session]) -> Session? {
    let events = sessions.filter { $0.event != nil }
    let long = sessions.filter(\.isLong)
    let hard = sessions.filter(\.isHard)
    let candidates = !events.isEmpty ? events : !long.isEmpty ? long : !hard.isEmpty ? hard : sessions
    return candidates.max { ($0.load, $1.day.number) < ($1.load, $0.day.number) }
  }
}

extension Session {
  /// `Long run 95 min`, `City run 48 min (C event)`.
  public var inShort: String { "\(title) \(minutes) min" + (event.map { " (\($0.inWords))" } ?? "") }
}

extension WeekType {
  /// What a coach calls it: `build`, `easier`, `taper`.
  public var inWords: String {
    switch self {
    case .load: "build"
    case .deload: "easier"
    case .taper: "taper"
    }
  }
}
