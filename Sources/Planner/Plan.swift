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
/// - Returns: A schedule inside every limit of the problem, with its objective. What is held may break limits, and so
///   may lesser events where nothing else is found: then the schedule keeps what can be kept.
/// - Throws: `Infeasibility` when no schedule inside the limits was found, with the wishes that clash.
public func plan(
  _ problem: PlanProblem, effort: Effort = .standard, keeping standing: Schedule? = nil
) throws(Infeasibility) -> PlannedSchedule {
  var model = PlanModel(problem)
  if let clash = UnreachableGoal.clash(in: problem) {
    throw Infeasibility(clashes: [clash], isProven: true)
  }
  var found = best(of: model, effort, keeping: standing)
  if found.score.violation > 0, !problem.tuneUps.isEmpty {
    model = PlanModel(problem, forgivesTuneUps: true)
    found = best(of: model, effort, keeping: standing)
  }
  guard found.score.violation <= 0 || isToBlameOnHeld(problem) else {
    throw problem.robustness == nil
      ? ClashSearch(problem: problem).infeasibility() : RobustClash(problem: problem).infeasibility()
  }
  var trial = Trial(model: model, weekTypes: found.weekTypes)
  trial.reset(minutes: found.minutes, weekTypes: found.weekTypes)
  var planned = PlannedSchedule(
    schedule: ScheduleWriter(trial: trial).schedule(), objective: trial.objective, effort: effort)
  if problem.robustness != nil {
    var plain = problem
    plain.robustness = nil
    // What stands a missed session is a schedule of the plain problem too.
    planned.plainObjective = max(planned.objective, try plan(plain, effort: effort).objective)
  }
  return planned
}

/// Whether a schedule would be found if nothing stood: then what is held is no reason to refuse, and the schedule that
/// breaks the least is the answer.
private func isToBlameOnHeld(_ problem: PlanProblem) -> Bool {
  var open = problem
  open.held = PlanProblem.Held()
  return !problem.held.isEmpty && ClashSearch.isPossible(open)
}

private func best(of model: PlanModel, _ effort: Effort, keeping standing: Schedule?) -> Annealing.Found {
  let search = Search(model: model, effort: effort)
  let found = search.run()
  guard let standing = standing.flatMap({ Standing($0, in: model) }) else { return found }
  return search.keep(standing, beside: found)
}

/// A schedule with how good it is.
public struct PlannedSchedule: Equatable, Sendable {
  /// The schedule.
  public var schedule: Schedule
  /// Fitness on the morning of the event less `kappa` times fatigue, less the prices in the problem's own
  /// objective (broken rest wishes, soft hip limit); AU a day. The coach's terms are not in it.
  public var objective: Double
  /// The objective that is found where no missed session need be stood; nil where none need be.
  public var plainObjective: Double?
  /// The work that was allowed for it.
  public var effort: Effort
}

/// No schedule satisfies the limits: what clashes, and what would help.
public struct Infeasibility: Error, Equatable, Sendable {
  /// Sets of wishes and limits that cannot all hold.
  public var clashes: [Clash]
  /// Whether the clash follows from arithmetic; otherwise the search found no schedule with all of them and one
  /// without each.
  public var isProven: Bool

  /// Wishes and limits that clash.
  public struct Clash: Equatable, Sendable {
    /// One sentence that says what cannot be.
    public var summary: String
    /// The parts of the problem that clash.
    public var wishes: [Wish]
  }

  /// A wish or a limit in a clash, and the smallest change of it alone that would help.
  public struct Wish: Equatable, Sendable {
    /// Where it stands in the problem, for example `goal.min_long`.
    public var key: String
    /// What it says, in the coach's words.
    public var text: String
    /// The change that alone would help; empty where none was found.
    public var help: String
  }
}
