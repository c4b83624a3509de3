import TrainingLoad
import TrainingPlan

/// What a day held, planned or done.
struct DayTotals: Equatable, Sendable {
  /// Load, AU.
  var load = 0.0
  /// Minutes; nil where the load is known and its sessions are not.
  var minutes: Double? = 0
  /// Exposure by activity, run-minutes; nil = unknown.
  var hip: HipByGroup? = HipByGroup()
  /// Relief minutes; nil = unknown.
  var relief: Double? = 0
  var intensity = IntensityMinutes()
  /// Nothing but restful sessions, and little load.
  var isRest = true

  init() {}

  /// A planned day.
  init(planned sessions: [Session], rest: PlanProblem.RestDays, zones: EffortZones) {
    var (minutes, hip, relief) = (0.0, HipByGroup(), 0.0)
    for session in sessions {
      load += session.load
      minutes += Double(session.minutes)
      hip[ActivityGroup(sport: session.sport, family: session.family)] += session.hip
      relief += session.relief
      guard !session.isRestful else { continue }
      intensity =
        intensity
        + zones.minutes(Double(session.minutes), effort: session.sRPE, isIntense: session.isIntense)
    }
    (self.minutes, self.hip, self.relief) = (minutes, hip, relief)
    isRest = sessions.allSatisfy(\.isRestful) && load <= rest.loadMax
  }
}

/// What is known of the days that are over: those before the plan, and plan days that a log covers.
struct DoneDays {
  private let problem: PlanProblem
  private let sports: SportUsage
  private let zones: EffortZones
  /// About how the history's exposure falls to activities.
  private let usualMix: HipByGroup
  /// The sessions of the log by day, from its first day on; nil = no log. Before it the problem's own history
  /// stands.
  private let log: (first: CivilDay, days: [CivilDay: [TrainingHistory.PastSession]])?
  /// The first day of which anything is known.
  let first: CivilDay
  /// The last day that the log knows; the day before the plan without one.
  let last: CivilDay

  init(_ problem: PlanProblem, log history: TrainingHistory?, zones: EffortZones) {
    self.problem = problem
    self.zones = zones
    sports = SportUsage(problem.templates)
    usualMix = sports.mix(problem.history.sessions.map { ($0.sport, $0.minutes) })
    let kept = problem.start - problem.history.load.count
    if let history, let oldest = history.knownDays.first, let newest = history.knownDays.last {
      var days: [CivilDay: [TrainingHistory.PastSession]] = [:]
      for day in history.knownDays { days[day] = [] }
      for session in history.sessions { days[session.day, default: []].append(session) }
      log = (oldest, days)
      first = min(kept, oldest)
      last = newest
    } else {
      log = nil
      first = kept
      last = problem.start - 1
    }
  }

  /// What was done on a day; nil = unknown.
  subscript(day: CivilDay) -> DayTotals? {
    guard let log, day >= log.first else { return kept(day) }
    return log.days[day].map { logged($0, on: day) }
  }

  /// A day before the plan as the problem has it.
  private func kept(_ day: CivilDay) -> DayTotals? {
    guard let load = value(problem.history.load, day) else { return nil }
    let sessions = problem.history.sessions.filter { problem.start + $0.day == day }
    var totals = DayTotals()
    totals.load = load
    totals.isRest = load <= problem.rest.loadMax
    if load > 0 {
      totals.relief = nil
      totals.minutes = sessions.isEmpty ? nil : sessions.reduce(0) { $0 + $1.minutes }
      for session in sessions where !sports.isRestful(session.sport) {
        // One session alone makes the day's load, which gives its effort.
        let effort = sessions.count == 1 && session.minutes > 0 ? load / session.minutes : nil
        totals.intensity = totals.intensity + zones.minutes(session.minutes, effort: effort)
      }
    }
    totals.hip = hip(on: day, sessions.map { ($0.sport, $0.minutes) })
    return totals
  }

  private func logged(_ sessions: [TrainingHistory.PastSession], on day: CivilDay) -> DayTotals {
    var totals = DayTotals()
    totals.load = sessions.reduce(0) { $0 + $1.load }
    totals.minutes = sessions.reduce(0) { $0 + $1.minutes }
    totals.isRest = totals.load <= problem.rest.loadMax
    for session in sessions where !sports.isRestful(session.sport) {
      totals.intensity = totals.intensity + zones.minutes(session.minutes, effort: session.rpe)
    }
    totals.hip = sessions.isEmpty ? HipByGroup() : hip(on: day, sessions.map { ($0.sport, $0.minutes) })
    totals.relief = sessions.isEmpty ? 0 : nil
    return totals
  }

  /// The day's exposure, which the history holds as one number, shared out by minutes times the usual rate.
  ///
  /// A day that was filled in without sessions has the mix of the whole history.
  private func hip(on day: CivilDay, _ sessions: [(sport: String, minutes: Double)]) -> HipByGroup? {
    guard let total = value(problem.history.hip, day) else { return nil }
    let parts = sessions.isEmpty ? usualMix : sports.mix(sessions)
    var hip = HipByGroup()
    guard parts.total > 0 else {
      hip[.other] = total
      return hip
    }
    for group in ActivityGroup.allCases { hip[group] = total * parts[group] / parts.total }
    return hip
  }

  private func value(_ column: [Double], _ day: CivilDay) -> Double? {
    let index = column.count + (day - problem.start)
    return column.indices.contains(index) ? column[index] : nil
  }
}

/// How the problem's templates use a sport: what stands in for past sessions, which name nothing but a sport.
private struct SportUsage {
  private var templates: [String: [SessionTemplate]] = [:]

  init(_ templates: [SessionTemplate]) {
    for template in templates { self.templates[template.sport, default: []].append(template) }
  }

  /// About how the exposure of sessions falls to activities: minutes times the usual rate.
  func mix(_ sessions: [(sport: String, minutes: Double)]) -> HipByGroup {
    var parts = HipByGroup()
    for session in sessions { parts[group(session.sport)] += session.minutes * hipPerMinute(session.sport) }
    return parts
  }

  private func group(_ sport: String) -> ActivityGroup {
    ActivityGroup(sport: sport, family: templates[sport]?.first?.family ?? sport)
  }

  /// Mean exposure of a minute; that of easy running, 1, for a sport that the plan does not use.
  private func hipPerMinute(_ sport: String) -> Double {
    guard let known = templates[sport] else { return 1 }
    return known.reduce(0) { $0 + $1.hipPerMinute } / Double(known.count)
  }

  func isRestful(_ sport: String) -> Bool { templates[sport]?.allSatisfy(\.isRestful) ?? false }
}
