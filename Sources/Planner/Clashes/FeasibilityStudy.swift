import Rows
import TrainingPlan

/// Finds out whether problems that differ in what is left out have a schedule, in a counted amount of work. What it
/// learns of one problem helps with the next: a schedule, and kinds of the weeks that leave room.
struct FeasibilityStudy {
  /// Changes that searches may still try, and steps that linear programmes may still take.
  private var changes: Int
  private var steps: Int
  /// Steps that only proofs by choices may take.
  private var deepSteps: Int
  /// Steps that proofs about a few weeks may take.
  private var windowSteps = 30_000
  /// The proof that the last problem that was asked for has no schedule; nil where there is none.
  private(set) var lastProof: Proof?
  /// Schedules found, the latest last.
  private var pool: [Annealing.Found] = []
  private var hint: [WeekType]?
  /// Where some weeks were last proven to have no schedule.
  private var clashing: Scope?
  /// Whether a proof is looked for before a schedule is: where there is none of a problem, there is none where it asks for
  /// less.
  var looksForProofs = true
  private var bases = KnownBases()

  /// Changes that all searches together may try.
  private static let work = 1_500_000
  /// Steps of all linear programmes together, times the cells that sessions can stand in.
  private static let programmeWork = 1_200_000
  /// Cells of a problem whose programme costs less than a search.
  private static let largestProgramme = 700
  private static let mostWindowSteps = 2_000
  /// Schedules that are looked at for a problem, the latest first.
  private static let mostLooks = 16

  /// A proof that there is no schedule.
  struct Proof {
    let by: Means
    /// Where it was found; nil = in what a long session can grow to.
    let scope: Scope?

    enum Means {
      case arithmetic(UnreachableGoal)
      /// What the limits are about that leave no schedule.
      case programme(Set<Relaxation.Subject>)
    }
  }

  /// Where a proof is looked for.
  enum Scope {
    /// In each week by itself, and then in all of them together.
    case programme
    /// The same, and in some weeks together, with choices gone through both ways.
    case choices
    /// In some ranges of weeks, each by itself, and with so many choices.
    case weeks([Range<Int>], Int)
    /// In all weeks together, with so many choices.
    case whole(Int)
  }

  init(_ problem: PlanProblem) {
    changes = Self.work
    steps = Self.steps(for: problem)
    deepSteps = steps / 2
  }

  static func steps(for problem: PlanProblem) -> Int {
    programmeWork / max(1, problem.dayCount * problem.templates.count)
  }

  /// A proof that a problem has no schedule; nil where none was found.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - scope: Where to look for one beside what long sessions can grow to; nil = nowhere.
  /// - Returns: The proof, with where it was found.
  mutating func proof(_ problem: PlanProblem, _ scope: Scope?) -> Proof? {
    look(PlanModel(problem), scope).proof
  }

  private mutating func look(
    _ model: PlanModel, _ scope: Scope?
  ) -> (proof: Proof?, opening: ImpossibilityProof.Opening?) {
    if let goal = UnreachableGoal(in: model) {
      return (.init(by: .arithmetic(goal), scope: nil), nil)
    }
    guard let scope, model.problem.held.isEmpty else { return (nil, nil) }
    let relaxation = Relaxation(model)
    let names = bases.names(of: relaxation)
    switch scope {
    case .weeks(let windows, let choices):
      return (proof(model, relaxation, names, windows, choices), nil)
    case .programme:
      let weeks = Windows.all(weekCount: model.weekCount, size: 1)
      if let proof = proof(model, relaxation, names, weeks, 0) { return (proof, nil) }
      return look(ImpossibilityProof(model, relaxation), names, 0)
    case .choices:
      for (windows, choices) in Windows.forChoices(weekCount: model.weekCount) {
        if let proof = proof(model, relaxation, names, windows, choices) { return (proof, nil) }
      }
      return look(ImpossibilityProof(model, relaxation), names, 16)
    case .whole(let choices):
      return look(ImpossibilityProof(model, relaxation), names, choices)
    }
  }

  private mutating func look(
    _ proof: ImpossibilityProof, _ names: KnownBases.Names, _ choices: Int
  ) -> (proof: Proof?, opening: ImpossibilityProof.Opening?) {
    var proof = proof
    if let basis = bases[proof.weeks] { proof.start(at: basis, names) }
    let outcome =
      choices > 0
      ? proof.run(steps: &deepSteps, choices: choices) : proof.run(steps: &steps, choices: 0, hint: hint)
    bases[proof.weeks] = proof.basis(names)
    switch outcome {
    case .impossible(let subjects): return (.init(by: .programme(subjects), scope: .whole(choices)), nil)
    case .open(let opening):
      if let opening { hint = opening.weekTypes }
      return (nil, opening)
    }
  }

  /// A proof about one of some windows of weeks.
  private mutating func proof(
    _ model: PlanModel, _ relaxation: Relaxation, _ names: KnownBases.Names, _ weeks: [Range<Int>],
    _ choices: Int
  ) -> Proof? {
    let windows = Windows(relaxation)
    for weeks in weeks where weeks.upperBound <= model.weekCount {
      let part = windows.part(weeks)
      let names = names.part(part)
      var proof = ImpossibilityProof(model, relaxation, weeks: weeks, part: part)
      if let basis = bases[weeks] { proof.start(at: basis, names) }
      var left = min(windowSteps, Self.mostWindowSteps)
      let before = left
      let outcome = proof.run(steps: &left, choices: choices)
      windowSteps -= before - left
      bases[weeks] = proof.basis(names)
      if case .impossible(let subjects) = outcome {
        clashing = .weeks([weeks], choices)
        return Proof(by: .programme(subjects), scope: clashing)
      }
    }
    return nil
  }

  /// Whether searches may go on.
  var hasChangesLeft: Bool { changes > 0 }

  /// Lets searches try so many changes from now on, for a plan of twelve weeks, more for a longer one; as many as at the
  /// beginning where nothing is said.
  mutating func allow(changes allowed: Int = work, weeks: Int) { changes = allowed * max(12, weeks) / 12 }

  /// A schedule of a problem; nil where none was found. Those that were found for other problems come first.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - patience: How long to look.
  /// - Returns: A schedule inside all limits of the problem.
  mutating func schedule(
    _ problem: PlanProblem, patience: FirstSchedule.Patience = .short
  ) -> Annealing.Found? {
    lastProof = nil
    let model = PlanModel(problem)
    let known = known(in: model)
    if let same = known.first(where: { $0.score.violation <= 0 }) { return same }
    var opening: ImpossibilityProof.Opening?
    if looksForProofs {
      // What clashes within some weeks mostly does when a little is changed.
      lastProof = look(model, clashing).proof
      guard lastProof == nil else { return nil }
      let isLarge = model.dayCount * model.templateCount > Self.largestProgramme
      if !isLarge { (lastProof, opening) = look(model, .programme) }
      guard lastProof == nil else { return nil }
    }
    let near = known.min { $0.score.violation < $1.score.violation }
    let found = search(model, opening, near: near, patience)
    if let found { pool.append(found) }
    return found
  }

  /// Takes over a schedule that may break limits, for problems that ask for less.
  mutating func look(at found: Annealing.Found) { pool.append(found) }

  /// Whether one of the schedules that were found last keeps another problem, too.
  func knowsSchedule(of problem: PlanProblem) -> Bool {
    known(in: PlanModel(problem)).contains { $0.score.violation <= 0 }
  }

  /// The schedules that were found last as a model allows them, the latest first.
  private func known(in model: PlanModel) -> [Annealing.Found] {
    let sequence = model.weekPatterns(limit: 1)[0]
    let trial = Trial(model: model, weekTypes: sequence)
    return pool.suffix(Self.mostLooks).reversed().compactMap { fitted($0, to: trial, sequence) }
  }

  private mutating func search(
    _ model: PlanModel, _ opening: ImpossibilityProof.Opening?, near: Annealing.Found?,
    _ patience: FirstSchedule.Patience
  ) -> Annealing.Found? {
    let first = FirstSchedule(model: model)
    if let opening {
      let start = Annealing.Found(score: Score(), minutes: opening.minutes, weekTypes: opening.weekTypes)
      if let found = first.found(near: start, heat: 0.1, changes: &changes) {
        return found
      }
    }
    if let near, let found = first.found(near: near, heat: 0.3, changes: &changes) {
      return found
    }
    return first.found(weekTypes: opening?.weekTypes, patience: patience, changes: &changes)
  }

  /// A schedule of another problem as a model allows it.
  private func fitted(
    _ found: Annealing.Found, to trial: Trial, _ sequence: [WeekType]
  ) -> Annealing.Found? {
    let model = trial.model
    var found = found
    while found.weekTypes.count > model.weekCount {
      guard let shorter = shorter(found, than: model) else { return nil }
      found = shorter
    }
    guard found.minutes.count == model.held.minutes.count else { return nil }
    return scored(found.minutes, model.admits(found.weekTypes) ? found.weekTypes : sequence, in: trial)
  }

  /// A schedule less one of its weeks: the one without which the rest breaks the least.
  private func shorter(_ found: Annealing.Found, than model: PlanModel) -> Annealing.Found? {
    let week = 7 * model.templateCount
    let before = PlanModel(model.problem.longer(by: found.weekTypes.count - 1 - model.weekCount))
    let trial = Trial(model: before, weekTypes: Array(repeating: .load, count: before.weekCount))
    var best: Annealing.Found?
    for index in 0..<found.weekTypes.count - before.taperWeeks - 1 {
      var (minutes, types) = (found.minutes, found.weekTypes)
      types.remove(at: index)
      minutes.removeSubrange(index * week..<(index + 1) * week)
      guard minutes.count == before.held.minutes.count, before.admits(types) else { continue }
      let rest = scored(minutes, types, in: trial)
      if rest.score.violation < best?.score.violation ?? .infinity { best = rest }
    }
    return best
  }

  private func scored(_ minutes: [Int], _ types: [WeekType], in trial: Trial) -> Annealing.Found {
    let model = trial.model
    var allowed = model.held.minutes
    for cell in allowed.indices where allowed[cell] == 0 {
      allowed[cell] = model.fitted(minutes[cell], cell / model.templateCount, cell % model.templateCount)
    }
    let score = trial.reset(minutes: allowed, weekTypes: types)
    return Annealing.Found(score: score, minutes: allowed, weekTypes: types)
  }
}

extension PlanProblem {
  /// The same with an event so many weeks later.
  fileprivate func longer(by weeks: Int) -> PlanProblem {
    var longer = self
    longer.event.dayIndex += 7 * weeks
    return longer
  }
}
