import TrainingLoad
import TrainingPlan

/// What a report shows in numbers: the weeks before the plan, its weeks and its days, computed once.
///
/// Formulas are those of `TrainingLoad`, with the constants and limits of the problem.
struct Figures: Equatable, Sendable {
  /// Up to 16 weeks before the plan, then the weeks of the plan.
  let weeks: [WeekFigures]
  /// The days of the same time, the event last.
  let days: [DayFigures]
  /// The plan in seven numbers.
  let summary: SummaryFigures
  /// The values that the numbers are held against.
  let standards: Standards
  /// The day of the report, if said.
  let today: CivilDay?
  /// The event.
  let event: Schedule.Event

  /// Most weeks before the plan that a report shows.
  static let mostPastWeeks = 16

  /// The figures of a schedule.
  ///
  /// - Parameters:
  ///   - schedule: The plan.
  ///   - problem: The question that it answers, with the history before it.
  ///   - history: What was really done, day by day, where a log is at hand: its days in the plan count as done,
  ///     and a day between its first and its last that it does not know is unknown. Before it, and without
  ///     it, the problem's history stands as it is.
  ///   - ruleBook: The numbers that the problem does not set.
  ///   - today: The day of the report.
  init(
    schedule: Schedule, problem: PlanProblem, history: TrainingHistory?, ruleBook: RuleBook, today: CivilDay?
  ) {
    let zones = EffortZones(ruleBook)
    let done = DoneDays(problem, log: history, zones: zones)
    let planned = Self.planned(schedule, problem, zones)
    let reader = WeekReader(
      schedule: schedule, problem: problem, planned: planned, done: done, book: ruleBook)
    let weeks = reader.weeks
    let shown = weeks.first?.days.lowerBound ?? problem.start
    self.weeks = weeks
    days = DayFigures.days(problem, planned: planned, done: done).filter { $0.day >= shown }
    summary = SummaryFigures(weeks)
    standards = reader.standards
    self.today = today
    event = schedule.event
  }

  /// The plan days in order, the event's last.
  private static func planned(
    _ schedule: Schedule, _ problem: PlanProblem, _ zones: EffortZones
  ) -> [DayTotals] {
    var sessions: [CivilDay: [Session]] = [:]
    for session in schedule.sessions { sessions[session.day, default: []].append(session) }
    return (0..<max(0, problem.dayCount + 1)).map {
      DayTotals(planned: sessions[problem.start + $0] ?? [], rest: problem.rest, zones: zones)
    }
  }
}
