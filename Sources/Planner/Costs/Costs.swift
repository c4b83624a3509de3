import Rows
public import TrainingPlan

/// What single wishes and limits of a problem cost: how much better its schedule becomes when the search goes on without
/// one of them than when it goes on with all.
///
/// A search finds a good schedule, not the best, so every figure is the mean of several searches with different dice,
/// and it is said how far dice alone bring two such means apart.
public struct Costs: Equatable, Sendable {
  /// The objective with all wishes and limits, AU a day: the mean of the searches.
  public var objective: Double
  /// The searches with all of them, and without each, that have a figure here.
  public var searches: Int
  /// Differences of less than this, AU a day, may be dice alone.
  public var spread: Double
  /// The wishes and limits, in the order of the problem.
  public var items: [Item]
  /// All of the coach's habits left out together, where there are two or more. Single costs do not add up to it: one
  /// habit may keep what another asks for too.
  public var habits: Item?

  /// A wish or a limit, and what it costs.
  public struct Item: Equatable, Sendable {
    /// Where it stands: a key of a plan file's `coaching`, or of a `plan-problem/1`.
    public var key: String
    /// What it says, in the coach's words.
    public var text: String
    /// What it is.
    public var kind: Kind
    /// The objective without it, AU a day: the mean of the searches.
    public var objectiveWithout: Double
    /// How much lower the objective is with it, AU a day. Below zero where the searches did better with it.
    public var cost: Double
    /// Whether the cost is more than what dice alone bring about.
    public var isBeyondSpread: Bool
  }

  /// What a part of a problem is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A coach's habit or the athlete's wish, beyond the limits.
    case habit
    /// What the plan is to lead to.
    case goal
    /// A limit that keeps the athlete's exposure within what was agreed.
    case limit
  }
}

/// Searches on from a schedule with all wishes and limits of its problem, and without each, and compares the objectives.
///
/// - Parameters:
///   - problem: The whole question.
///   - planned: The schedule that answers it; each search does as much work as was allowed for it.
///   - searches: Searches of each question, with different dice; two at least.
///   - advance: Called with the number of searches that are done and of all.
/// - Returns: The costs: the same on every machine, however many cores it has.
public func costs(
  of problem: PlanProblem, in planned: PlannedSchedule, searches: Int = 4,
  advance: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
) async -> Costs {
  let problem = problem.withItsPast()
  let parts = CostPart.all(of: problem)
  let habits = parts.filter { $0.kind == .habit }
  let questions =
    [problem] + parts.map { $0.left(out: problem) }
    + (habits.count > 1 ? [habits.reduce(problem) { $1.left(out: $0) }] : [])
  let objectives = await withTaskGroup(of: (index: Int, objective: Double).self) { group in
    let searches = max(2, searches)
    for index in 0..<questions.count * searches {
      group.addTask {
        let start = CostSearch(questions[index / searches], from: planned.schedule)
        return (index, start.objective(changes: planned.effort.changes, dice: index % searches))
      }
    }
    var found = questions.map { _ in [Double](repeating: 0, count: searches) }
    var done = 0
    for await (index, objective) in group {
      found[index / searches][index % searches] = objective
      done += 1
      advance(done, questions.count * searches)
    }
    return found
  }
  return Costs(parts: parts, objectives: objectives)
}

extension Costs {
  /// How many standard errors of a difference may be dice: so wide that of some thirty costs none is likely to pass it by
  /// chance.
  private static let standardErrors = 3.0

  /// Compares what was found with all parts, without each, and, where there is one more, without all habits: as many
  /// objectives of each, two at least.
  init(parts: [CostPart], objectives: [[Double]]) {
    let searches = objectives[0].count
    let means = objectives.map { $0.reduce(0, +) / Double(searches) }
    // One variance for all questions, as they are much alike and each is searched a few times only.
    let squares = zip(objectives, means).reduce(0) { sum, question in
      question.0.reduce(sum) { $0 + ($1 - question.1) * ($1 - question.1) }
    }
    let variance = squares / Double(objectives.count * (searches - 1))
    let spread = Self.standardErrors * (variance * 2 / Double(searches)).squareRoot()
    func item(_ key: String, _ text: String, _ kind: Kind, _ question: Int) -> Item {
      let cost = means[question] - means[0]
      return Item(
        key: key, text: text, kind: kind, objectiveWithout: means[question], cost: cost,
        isBeyondSpread: abs(cost) > spread)
    }
    objective = means[0]
    self.searches = searches
    self.spread = spread
    items = parts.indices.map { item(parts[$0].key, parts[$0].text, parts[$0].kind, $0 + 1) }
    let together = parts.count + 1
    habits =
      together < objectives.count ? item("coaching", "all of these together", .habit, together) : nil
  }
}

/// The search that goes on from a schedule, in a problem that allows it.
struct CostSearch {
  private let model: PlanModel
  private let start: Annealing.Found

  /// Changes tried in a window of weeks.
  private static let window = 2_800

  init(_ problem: PlanProblem, from schedule: Schedule) {
    let types = schedule.weeks.map(\.type)
    func start(_ model: PlanModel) -> Annealing.Found {
      Standing(schedule, in: model)?.found(in: model, weekTypes: types)
        ?? Annealing(model: model, weekTypes: types, seed: 1).outcome
    }
    let strict = PlanModel(problem)
    let found = start(strict)
    // Lesser events may break limits in a schedule that was found no other way.
    let isForgiving = found.score.violation > 0 && !problem.tuneUps.isEmpty
    model = isForgiving ? PlanModel(problem, forgivesTuneUps: true) : strict
    self.start = isForgiving ? start(model) : found
  }

  /// What limits are broken by where the search starts from, in the planner's units.
  var violation: Double { start.score.violation }

  /// The objective of the best schedule found, AU a day.
  func objective(changes: Int, dice: Int) -> Double {
    var annealing = Annealing(model: model, weekTypes: start.weekTypes, seed: UInt64(dice + 1))
    annealing.take(start)
    let windows = max(1, changes / Self.window)
    for window in 0..<windows {
      let left = 1 - Double(window) / Double(windows)
      annealing.refine(
        window: window, changes / windows, temperature: (0.4 * left + 0.012, 0.012), price: (5, 900))
    }
    annealing.polish()
    let trial = annealing.trial
    trial.reset(minutes: annealing.outcome.minutes, weekTypes: annealing.outcome.weekTypes)
    return trial.objective
  }
}
