import TrainingLoad
import TrainingPlan

/// What a plan week comes to, in the numbers that a coach looks at first.
struct WeekSummary {
  let week: Schedule.Week
  let days: ClosedRange<CivilDay>
  let minutes: Int
  /// Load, AU.
  let load: Double
  /// Change of load from the last week that built, as the weekly-rise rule compares; nil where it had none.
  let change: Double?
  let restDays: Int
  /// Hip-flexion exposure, run-minutes.
  let hip: Double
  /// How alike the days are, and the strain.
  let monotony: Monotony
  /// What the week is about: its event, its longest long session, or else its hardest one.
  let keySession: String

  /// The weeks of a schedule; the first is compared with the larger of the last week before it and the mean of
  /// the last four.
  static func weeks(of schedule: Schedule, problem: PlanProblem) -> [WeekSummary] {
    let past = problem.history.load
    var before = max(past.suffix(7).reduce(0, +), past.suffix(28).reduce(0, +) / 4)
    return schedule.weeks.map { week in
      let summary = WeekSummary(week, of: schedule, for: problem, loadBefore: before)
      if week.type == .load { before = summary.load }
      return summary
    }
  }

  private init(
    _ week: Schedule.Week, of schedule: Schedule, for problem: PlanProblem, loadBefore: Double
  ) {
    let first = schedule.start + 7 * week.index
    let days = first...max(first, min(first + 6, schedule.event.day))
    let sessions = schedule.sessions.filter { days.contains($0.day) }
    self.week = week
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
    let loads = (days.lowerBound.number..<min(days.upperBound.number + 1, schedule.event.day.number)).map {
      day in
      Double?(sessions.reduce(0) { $1.day.number == day ? $0 + $1.load : $0 })
    }
    monotony = Monotony(loads, deviation: problem.limits.monotonyDDOF == 0 ? .population : .sample)
    keySession =
      days.contains(schedule.event.day)
      ? schedule.event.name : Self.key(of: sessions).map(\.inShort) ?? ""
  }

  private static func key(of sessions: [Session]) -> Session? {
    let long = sessions.filter(\.isLong)
    let hard = sessions.filter(\.isHard)
    let candidates = !long.isEmpty ? long : !hard.isEmpty ? hard : sessions
    return candidates.max { ($0.load, $1.day.number) < ($1.load, $0.day.number) }
  }
}

extension Session {
  /// `Long run 95 min`.
  var inShort: String { "\(title) \(minutes) min" }
}

extension TextTable {
  /// The week table of a schedule.
  init(weeks: [WeekSummary]) {
    self.init([
      ("week", .right), ("dates", .left), ("phase", .left), ("type", .left), ("minutes", .right),
      ("load", .right), ("change", .right), ("rest", .right), ("hip", .right), ("key session", .left),
    ])
    for summary in weeks {
      add([
        String(summary.week.index + 1),
        summary.days.lowerBound.dayAndMonth + " – " + summary.days.upperBound.dayAndMonth,
        summary.week.phase.rawValue, summary.week.type == .load ? "" : summary.week.type.inWords,
        String(summary.minutes), decimal(summary.load),
        summary.change.map { ($0 >= 0.005 ? "+" : "") + decimal(100 * $0) + " %" } ?? "",
        String(summary.restDays), decimal(summary.hip), summary.keySession,
      ])
    }
  }
}

extension WeekType {
  fileprivate var inWords: String {
    switch self {
    case .load: "build"
    case .deload: "easier"
    case .taper: "taper"
    }
  }
}
