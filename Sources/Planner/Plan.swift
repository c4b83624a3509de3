import Rows
public import TrainingPlan

/// The best schedule found for a problem within an effort.
///
/// Deterministic: equal problems and efforts give equal schedules on every machine.
///
/// - Parameters:
///   - problem: The whole question; a bare one is solved exactly as it stands.
///   - effort: How much work to spend.
///   - standing: The schedule that stands. It stays where it is inside the limits and next to nothing is gained by
///     another one; else it is changed as little as can be, where that comes near the best that was found.
/// - Returns: A schedule inside every limit of the problem, with its objective. What is held may break limits, and so may
///   lesser events where nothing else is found: then the schedule keeps what can be kept.
/// - Throws: `Infeasibility` when no schedule inside the limits was found, with the wishes that clash.
public func plan(
  _ problem: PlanProblem, effort: Effort = .standard, keeping standing: Schedule? = nil
) throws(Infeasibility) -> PlannedSchedule {
  let problem = problem.withItsPast()
  let (found, model) = try schedule(for: problem, effort, keeping: standing)
  var planned = PlannedSchedule(found, in: model, effort)
  if problem.robustness != nil {
    var plain = problem
    plain.robustness = nil
    // What stands a missed session is a schedule of the plain problem too.
    let objective = max(planned.objective, try plan(plain, effort: effort).objective)
    planned.schedule.robustCost = RobustCost(
      objective: planned.objective, plainObjective: objective, excepted: problem.robustness?.excepted ?? [])
  }
  return planned
}

/// A schedule that answers a problem already, as it stands and without a search; nil where it is not inside every limit, or
/// where nothing of it is left to plan.
public func planned(
  _ problem: PlanProblem, asItStands schedule: Schedule, effort: Effort = .standard
) -> PlannedSchedule? {
  let problem = problem.withItsPast()
  for isForgiving in problem.tuneUps.isEmpty ? [false] : [false, true] {
    let model = PlanModel(problem, forgivesTuneUps: isForgiving)
    guard let standing = Standing(schedule, in: model), standing.isWhole else { continue }
    let found = standing.found(in: model, weekTypes: standing.weekTypes)
    guard found.score.violation <= 0 else { continue }
    var planned = PlannedSchedule(found, in: model, effort)
    planned.schedule.robustCost = schedule.robustCost
    return planned
  }
  return nil
}

extension PlanProblem {
  /// The question as it is planned after what has come of it: complaints, and stretches without training.
  func withItsPast() -> PlanProblem {
    awayWhereIdle(held.sessions, before: held.firstDay).holdingHip()
  }
}

/// The best schedule found, and the model that it answers. Where none is found though nothing proves that there is none,
/// the search goes on: a plan a few seconds late is better than none.
private func schedule(
  for problem: PlanProblem, _ effort: Effort, keeping standing: Schedule?
) throws(Infeasibility) -> (Annealing.Found, PlanModel) {
  var search = Search(model: PlanModel(problem), effort: effort)
  if let found = search.admissible(effort, keeping: standing) { return (found, search.model) }
  if !problem.tuneUps.isEmpty {
    search = Search(model: PlanModel(problem, forgivesTuneUps: true), effort: effort)
    if let found = search.admissible(effort, keeping: standing) { return (found, search.model) }
  }
  if problem.robustness != nil { throw RobustClash(problem: problem).infeasibility() }
  var clashes = ClashSearch(problem: problem, nearest: search.best)
  if let proven = clashes.provenInfeasibility() { throw proven }
  search.goOn(upTo: .thorough)
  if let found = search.answer(keeping: standing) { return (found, search.model) }
  if let found = clashes.wholeSchedule() {
    search.goOn(from: found)
    if let found = search.answer(keeping: standing) { return (found, search.model) }
  }
  throw clashes.searchedInfeasibility()
}

extension Search {
  /// The best schedule found; nil where there is none.
  fileprivate mutating func admissible(_ effort: Effort, keeping standing: Schedule?) -> Annealing.Found? {
    let problem = model.problem
    if UnreachableGoal(in: model) != nil || RobustProof.UnreachableTwice(in: problem) != nil { return nil }
    begin { problem.held.isEmpty && ClashSearch.isProvenImpossible(problem, effort: effort) }
    return answer(keeping: standing)
  }

  /// What was found, or what stands where that is good enough; nil where both break limits for no good reason.
  fileprivate func answer(keeping standing: Schedule?) -> Annealing.Found? {
    guard var found = best else { return nil }
    if let standing = standing.flatMap({ Standing($0, in: model) }) { found = keep(standing, beside: found) }
    return found.score.violation <= 0 || isToBlameOnHeld(model.problem) ? found : nil
  }
}

/// Whether a schedule would be found if nothing stood: then what is held is no reason to refuse, and the schedule that
/// breaks the least is the answer.
private func isToBlameOnHeld(_ problem: PlanProblem) -> Bool {
  guard !problem.held.isEmpty else { return false }
  var open = problem
  open.held = PlanProblem.Held()
  return Search(model: PlanModel(open), effort: .quick).run(retries: 1).score.violation <= 0
}

/// A schedule with how good it is.
public struct PlannedSchedule: Equatable, Sendable {
  /// The schedule.
  public var schedule: Schedule
  /// Fitness on the morning of the event less `kappa` times fatigue, less the prices in the problem's own
  /// objective (broken rest wishes, soft hip limit); AU a day. The coach's terms are not in it.
  public var objective: Double
  /// The objective less what the coach's terms cost, AU a day: what the search makes as high as it can, so that more work
  /// never gives less of it.
  public var value: Double
  /// The work that was allowed for it.
  public var effort: Effort

  init(_ found: Annealing.Found, in model: PlanModel, _ effort: Effort) {
    let trial = Trial(model: model, weekTypes: found.weekTypes)
    value = trial.reset(minutes: found.minutes, weekTypes: found.weekTypes).value
    schedule = ScheduleWriter(trial: trial).schedule()
    objective = trial.objective
    self.effort = effort
  }
}
