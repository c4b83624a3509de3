import TrainingLoad
public import TrainingPlan

/// What a training log shows by itself, without a plan: rest days, jumps, weekly change, sameness, strain,
/// ratios, and hip flexion in a row or on the rise.
///
/// What is done cannot be changed, so nothing is above `watch`, and there is no fix. A day without an entry is
/// unknown: it is no rest day, and what would add it up is left out. Weeks begin on Monday.
///
/// - Parameters:
///   - history: what was done.
///   - hipPerMinute: hip-flexion exposure of a session, run-minutes a minute, as the catalogue has it.
///   - ruleBook: levels, evidence and sources of the rules.
/// - Returns: the findings by day; on one day the weightier first.
public func review(
  history: TrainingHistory, hipPerMinute: (TrainingHistory.PastSession) -> Double, ruleBook: RuleBook
) -> [Finding] {
  guard let first = history.knownDays.first, let last = history.knownDays.last else { return [] }
  let start = first - first.weekday.rawValue
  let problem = PlanProblem(log: start, last - start + 1, ruleBook)
  let known = Set(history.knownDays.map { $0 - start })
  let unknown = Set((first - start)...(last - start)).subtracting(known).union(0..<(first - start))
  let schedule = Schedule(log: history, for: problem, hipPerMinute)
  let reviewer = Reviewer(
    schedule, for: problem, ruleBook: ruleBook, unknownDays: unknown, where: { $0.readsHistory })
  return reviewer.findings.map { finding in
    var past = finding
    past.level = min(finding.level, .watch)
    past.week = nil
    return past
  }
}

extension PlanProblem {
  /// The question that a log answers: no limit but the rest days of the rule book.
  fileprivate init(log start: CivilDay, _ days: Int, _ book: RuleBook) {
    func number(_ name: String) -> Double? { book["rest-days"]?.number(name) }
    self.init(
      id: "log", title: "Training log", start: start,
      event: .init(name: "", sport: "", minutes: 0, dayIndex: days),
      history: .init(load: [], hip: [], sessions: []),
      availability: .init(minutes: Array(repeating: 1440, count: 7), maxSessionsPerDay: 10),
      rest: .init(
        minPer7: Int(rounding: number("min_rest_days_per_7") ?? 0), loadMax: number("rest_load_max") ?? 0),
      templates: [], limits: Limits())
  }
}

extension Schedule {
  /// The sessions of a log, each with an id of its day and place.
  fileprivate init(
    log history: TrainingHistory, for problem: PlanProblem,
    _ hipPerMinute: (TrainingHistory.PastSession) -> Double
  ) {
    let sessions = history.sessions.enumerated().map { index, past in
      Session(
        id: "\(past.day)-\(past.sport)-\(index + 1)", day: past.day, template: nil, title: past.sport,
        sport: past.sport, family: past.sport, minutes: Int(rounding: past.minutes), sRPE: past.rpe ?? 0,
        load: past.load, hip: hipPerMinute(past) * past.minutes, relief: 0)
    }
    self.init(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: .init(
        id: "", day: problem.day(problem.event.dayIndex), name: "", sport: problem.event.sport, minutes: 0),
      weeks: [], sessions: sessions)
  }
}
