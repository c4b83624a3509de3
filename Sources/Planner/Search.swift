import TrainingPlan

/// The search for the best schedule of a model, in stages: each starts afresh with other dice, and then refines the best
/// schedule so far window by window.
///
/// The stages of a smaller effort are the first stages of a larger one, so more work never gives a worse schedule.
struct Search {
  let model: PlanModel
  /// Changes that each stage may try.
  private let stages: [Int]

  /// The second stage, in units of the quick effort, which the first one takes; each one after it takes twice as much.
  private static let secondStage = 3
  /// Sequences of week kinds that a problem which resists is tried with in turn; otherwise the first is taken.
  private static let mostSequences = 3
  /// Part of a stage, but for the first, that refines.
  private static let refining = 0.5
  /// Parts of a fresh start: filling the weeks, going over the whole, settling.
  private static let filling = 0.448
  private static let roaming = 0.194
  private static let settling = 0.358
  /// Changes tried in a window.
  private static let window = 2_800

  init(model: PlanModel, effort: Effort) {
    self.model = model
    let quick = max(1_000, min(effort.changes, Effort.quick.changes))
    let unit = quick * Self.cost(ofWeeks: 12) / Self.cost(ofWeeks: model.weekCount)
    // A long plan needs more changes until it is inside its limits at all.
    var stages = [max(unit, quick * model.weekCount / 12)]
    var left = effort.changes / Effort.quick.changes - 1
    var size = Self.secondStage
    while size <= left {
      stages.append(size * unit)
      left -= size
      size *= 2
    }
    self.stages = stages
  }

  /// About what a change of a plan costs, so that plans of all lengths take about the same time.
  private static func cost(ofWeeks weeks: Int) -> Int { 11 + weeks }

  /// The best schedule found; it is admissible when its violation is 0. A problem that resists gets more starts,
  /// `retries` at most, before it is given up; all but the first stage are spared where it turns out to be hopeless.
  func run(retries: Int = 4, unless isHopeless: () -> Bool = { false }) -> Annealing.Found {
    let sequences = model.weekPatterns(limit: Self.mostSequences)
    var best = start(0, sequences[0], stages[0]).outcome
    if stages.count > 1, best.score.violation > 0, isHopeless() { return best }
    for (index, stage) in stages.enumerated().dropFirst() {
      best = improve(best, stage: index, sequences[0], stage)
    }
    for extra in 0..<retries where best.score.violation > 0 {
      best = insist(best, stage: stages.count + extra, sequences[extra % sequences.count], stages[0])
    }
    return best
  }

  /// A hotter start for a problem that resists, from the least broken schedule so far.
  private func insist(
    _ best: Annealing.Found, stage: Int, _ types: [WeekType], _ changes: Int
  ) -> Annealing.Found {
    var annealing = start(stage, types, changes / 2)
    if Self.isBetter(best, annealing.outcome) { annealing.take(best) }
    annealing.run(changes / 2, temperature: (2, 0.01), price: (3, 1_000))
    return Self.isBetter(annealing.outcome, best) ? annealing.outcome : best
  }

  private func improve(
    _ best: Annealing.Found, stage: Int, _ types: [WeekType], _ changes: Int
  ) -> Annealing.Found {
    let refining = Int(Self.refining * Double(changes))
    var annealing = start(stage, types, changes - refining)
    if Self.isBetter(best, annealing.outcome) { annealing.take(best) }
    let windows = max(1, refining / Self.window)
    for window in 0..<windows {
      let left = 1 - Double(window) / Double(windows)
      annealing.refineWindow(refining / windows, temperature: (0.4 * left + 0.012, 0.012), price: (5, 900))
    }
    annealing.polish()
    return Self.isBetter(annealing.outcome, best) ? annealing.outcome : best
  }

  private func start(_ stage: Int, _ types: [WeekType], _ changes: Int) -> Annealing {
    var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(stage + 1))
    let count = Double(changes)
    annealing.fillWeeks(
      max(50, Int(Self.filling * count) / model.weekCount), temperature: (1, 0.03), price: (1, 190))
    annealing.run(Int(Self.roaming * count), temperature: (0.24, 0.0144), price: (2.4, 100))
    annealing.restart(from: annealing.outcome)
    annealing.run(Int(Self.settling * count), temperature: (0.2, 0.0035), price: (4, 1_200))
    annealing.polish()
    return annealing
  }

  /// The schedule that stands, or one near to it, unless much is gained by the best one that was found.
  ///
  /// What is kept once is kept again: the same question gives the same answer.
  func keep(_ standing: Standing, beside best: Annealing.Found) -> Annealing.Found {
    func isGoodEnough(_ found: Annealing.Found) -> Bool {
      guard found.score.violation <= 0 else { return false }
      return best.score.violation > 0
        || found.score.value >= best.score.value - Standing.worthChanging * abs(best.score.value)
    }
    let present = standing.found(in: model, weekTypes: standing.weekTypes)
    if standing.isWhole, isGoodEnough(present) { return present }
    let near = PlanModel(
      model.problem, standing: standing.wanted, forgivesTuneUps: model.forgivesTuneUps)
    var nearest: Annealing.Found?
    for types in [standing.weekTypes, best.weekTypes] {
      let found = repair(standing.found(in: near, weekTypes: types), by: near)
      let plain = Standing(found).found(in: model, weekTypes: found.weekTypes)
      if isGoodEnough(plain), found.score.value > nearest?.score.value ?? -.infinity { nearest = found }
    }
    return nearest.map { Standing($0).found(in: model, weekTypes: $0.weekTypes) } ?? best
  }

  /// Changes a schedule as little as can be until it is inside the limits, and where it is well worth a change.
  private func repair(_ present: Annealing.Found, by near: PlanModel) -> Annealing.Found {
    var annealing = Annealing(model: near, weekTypes: present.weekTypes, seed: 1)
    annealing.take(present)
    let changes = (stages.max() ?? 0) / 2
    annealing.run(changes, temperature: (0.05, 0.0035), price: (20, 1_200))
    for _ in 0..<max(1, changes / Self.window) {
      annealing.refineWindow(Self.window, temperature: (0.05, 0.0035), price: (20, 900))
    }
    annealing.polish()
    return annealing.outcome
  }

  /// Admissible before broken; then the higher value, or the less broken.
  static func isBetter(_ a: Annealing.Found, _ b: Annealing.Found) -> Bool {
    let broken = (a.score.violation > 0, b.score.violation > 0)
    switch broken {
    case (false, false): return a.score.value > b.score.value
    case (true, true): return a.score.violation < b.score.violation
    default: return broken.1
    }
  }
}
