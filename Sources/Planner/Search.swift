import TrainingPlan

/// The search for the best schedule of a model, in stages: a first schedule, rivals with another sequence of easier weeks
/// or another pattern of the week, a longer fresh start, and then ever longer stages that heat the best one up and settle
/// it again; from the third on each refines the best one window by window.
///
/// The stages of a smaller effort are the first stages of a larger one, so more work never gives a worse schedule.
struct Search {
  let model: PlanModel
  /// Kinds of the weeks, the most promising first.
  private let sequences: [[WeekType]]
  /// Changes that each stage may try.
  private var stages: [Int]
  /// The best schedule found so far; it is admissible when its violation is 0.
  private(set) var best: Annealing.Found?
  /// Starts that a problem which resists has got so far.
  private var tries = 0
  /// What tries of a problem that resists have shown of its easier weeks.
  private var scarce: ScarceWeeks
  /// Whether what the second stage began afresh ended broken.
  private var isFreshBroken = false

  /// The second stage, in units of the quick effort, which the first one takes; each one after it takes twice as much.
  private static let secondStage = 3
  /// Starts of the second stage.
  private static let rivals = 3
  /// What the dice of the starts begin with that insist where a problem resists.
  private static let firstRetry = 100
  /// The last stage that starts afresh where something is found already: heating up does not get away from a bad one.
  private static let lastFresh = 2
  /// Part of a stage, from the third on, that refines: more where the weeks are on their own than where a rhythm ties
  /// them to one another.
  private static let refining = (ofFreeWeeks: 0.75, ofTiedWeeks: 0.5)
  /// Parts of a fresh start: filling the weeks, going over the whole, settling.
  private static let filling = 0.448
  private static let roaming = 0.194
  private static let settling = 0.358
  /// The part of what does not refine, in the stages that start from the best schedule, that heats it up; the rest settles.
  private static let heating = 0.5
  /// Tries to change a schedule that stands that reach further than the nearest changes.
  private static let furtherRepairs = 3
  /// Changes tried in a window.
  private static let window = 6_000

  init(model: PlanModel, effort: Effort) {
    self.model = model
    sequences = model.weekPatterns(limit: 1 + Self.rivals)
    stages = Self.stages(model, effort)
    scarce = ScarceWeeks(model)
  }

  private static func stages(_ model: PlanModel, _ effort: Effort) -> [Int] {
    let quick = max(1_000, min(effort.changes, Effort.quick.changes))
    let unit = quick * cost(ofWeeks: 12) / cost(ofWeeks: model.weekCount)
    // A long plan needs more changes until it is inside its limits at all.
    var stages = [max(unit, quick * model.weekCount / 12)]
    var left = effort.changes / Effort.quick.changes - 1
    var size = secondStage
    while size <= left {
      stages.append(size * unit)
      left -= size
      size *= 2
    }
    return stages
  }

  /// About what a change of a plan costs, so that plans of all lengths take about the same time.
  private static func cost(ofWeeks weeks: Int) -> Int { 11 + weeks }

  /// Looks for the best schedule. A problem that resists gets more tries after the first stage, `retries` at most, and half
  /// of each later stage in as long ones: half as long they find next to nothing. All but the first stage are spared
  /// where it turns out to be hopeless.
  @discardableResult
  mutating func begin(retries: Int = 4, unless isHopeless: () -> Bool = { false }) -> Annealing.Found {
    var best = start(dice: 0, sequences[0], stages[0]).outcome
    defer { self.best = best }
    if best.score.violation > 0, isHopeless() { return best }
    while best.score.violation > 0, tries < retries { best = insist(best) }
    for stage in stages.indices.dropFirst() { best = goOn(best, stage: stage) }
    return best
  }

  /// The same where nothing goes on from it.
  func run(retries: Int = 4) -> Annealing.Found {
    var search = self
    return search.begin(retries: retries)
  }

  /// Goes on from a schedule that was found elsewhere, with another stage like the last one.
  mutating func goOn(from found: Annealing.Found) {
    best = goOn(Standing(found).found(in: model, weekTypes: found.weekTypes), stage: stages.count - 1)
  }

  /// Goes on with the stages of a larger effort while nothing is inside the limits: what is found then is what the larger
  /// effort would have found first. Beyond the standard effort each stage has to halve what is broken, or is the last.
  mutating func goOn(upTo effort: Effort) {
    let all = Self.stages(model, effort)
    let standard = Self.stages(model, .standard).count
    while let before = best, before.score.violation > 0, stages.count < all.count {
      stages.append(all[stages.count])
      let after = goOn(before, stage: stages.count - 1)
      best = after
      if stages.count >= standard, after.score.violation > 0.5 * before.score.violation { return }
    }
  }

  /// A later stage.
  private mutating func goOn(_ best: Annealing.Found, stage: Int) -> Annealing.Found {
    var best = best
    var left = stages[stage]
    while best.score.violation > 0, left > stages[stage] / 2 {
      best = insist(best)
      left -= stages[0]
    }
    guard left > 0 else { return best }
    if stage == 1 { return race(best, left) }
    let isFresh = best.score.violation > 0 || (stage <= Self.lastFresh && !isFreshBroken)
    return improve(best, stage: stage, isFresh ? sequences[0] : nil, left)
  }

  /// A hotter try for a problem that resists: from the least broken schedule so far, and every other time from a fresh
  /// start where that breaks less.
  private mutating func insist(_ best: Annealing.Found) -> Annealing.Found {
    let changes = stages[0]
    let dice = Self.firstRetry + tries
    let isFresh = tries.isMultiple(of: 2)
    if isFresh { scarce.learn(from: best, in: model) }
    var annealing =
      isFresh
      ? start(dice: dice, sequences[tries % sequences.count], changes / 2)
      : Annealing(model: model, weekTypes: best.weekTypes, seed: UInt64(dice + 1))
    tries += 1
    if !isFresh || Self.isBetter(best, annealing.outcome) { annealing.take(best) }
    annealing.run(isFresh ? changes / 2 : changes, temperature: (2, 0.01), price: (3, 1_000))
    annealing.cutSteps()
    return Self.isBetter(annealing.outcome, best) ? annealing.outcome : best
  }

  /// A fresh start with the next sequence of week kinds, since which one is the best shows in schedules only; and two that
  /// give all weeks the pattern of the heaviest or of another heavy one: what the first weeks settled for may leave too
  /// little room later. Where the fresh start ends broken, the others stay near the best one. While nothing is inside the
  /// limits, all start afresh.
  private mutating func race(_ best: Annealing.Found, _ changes: Int) -> Annealing.Found {
    var best = best
    for rival in 1...Self.rivals {
      let share = changes / Self.rivals
      let isFresh = rival == 1 || best.score.violation > 0
      var annealing =
        isFresh
        ? start(dice: rival, sequences[rival % sequences.count], share)
        : reheat(best, dice: rival, share, likeWeek: isFreshBroken ? nil : 2 * (rival - 2))
      if !isFresh { annealing.polish() }
      if rival == 1 { isFreshBroken = annealing.outcome.score.violation > 0 }
      if Self.isBetter(annealing.outcome, best) { best = annealing.outcome }
    }
    return best
  }

  /// Starts afresh over a sequence of week kinds, or from the best schedule, and refines the better one.
  private func improve(
    _ best: Annealing.Found, stage: Int, _ types: [WeekType]?, _ changes: Int
  ) -> Annealing.Found {
    let part = model.bounds.hasCoaching ? Self.refining.ofTiedWeeks : Self.refining.ofFreeWeeks
    let refining = Int(part * Double(changes))
    let dice = Self.rivals + stage
    var annealing =
      types.map { start(dice: dice, $0, changes - refining) } ?? reheat(best, dice: dice, changes - refining)
    if Self.isBetter(best, annealing.outcome) { annealing.take(best) }
    let windows = max(1, refining / Self.window)
    for window in 0..<windows {
      let left = 1 - Double(window) / Double(windows)
      annealing.refine(
        window: window, refining / windows, temperature: (0.4 * left + 0.012, 0.012), price: (5, 900))
    }
    annealing.polish()
    return Self.isBetter(annealing.outcome, best) ? annealing.outcome : best
  }

  private func start(dice: Int, _ types: [WeekType], _ changes: Int) -> Annealing {
    var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(dice + 1))
    scarce.prepare(annealing.trial)
    let count = Double(changes)
    annealing.fillWeeks(
      max(50, Int(Self.filling * count) / model.weekCount), temperature: (1, 0.03), price: (1, 190))
    roamAndSettle(&annealing, Int(Self.roaming * count), Int(Self.settling * count))
    annealing.polish()
    return annealing
  }

  /// Leaves a schedule for what is near it, and settles at the best of that; where a rank is given, all weeks first take
  /// over the sessions of the load week that has it by load.
  private func reheat(_ best: Annealing.Found, dice: Int, _ changes: Int, likeWeek rank: Int? = nil)
    -> Annealing
  {
    var annealing = Annealing(model: model, weekTypes: best.weekTypes, seed: UInt64(dice + 1))
    annealing.restart(from: best)
    if let rank { annealing.spreadLoadWeek(rank: rank) }
    let heating = Int(Self.heating * Double(changes))
    roamAndSettle(&annealing, heating, changes - heating)
    return annealing
  }

  private func roamAndSettle(_ annealing: inout Annealing, _ roaming: Int, _ settling: Int) {
    annealing.run(roaming, temperature: (0.24, 0.0144), price: (2.4, 100))
    annealing.restart(from: annealing.outcome)
    annealing.run(settling, temperature: (0.2, 0.0035), price: (4, 1_200))
  }

  /// The schedule that stands, or one near to it, unless much is gained by the best one that was found.
  ///
  /// What is kept as it stands is kept again. Changes of it need not come as near to the best as it has to itself.
  func keep(_ standing: Standing, beside best: Annealing.Found) -> Annealing.Found {
    func isGoodEnough(_ found: Annealing.Found, less share: Double) -> Bool {
      guard found.score.violation <= 0 else { return false }
      return best.score.violation > 0
        || found.score.value >= best.score.value - share * abs(best.score.value)
    }
    let present = standing.found(in: model, weekTypes: standing.weekTypes)
    if standing.isWhole, isGoodEnough(present, less: Standing.worthChanging) { return present }
    let near = PlanModel(
      model.problem, standing: standing.wanted, forgivesTuneUps: model.forgivesTuneUps)
    var nearest: Annealing.Found?
    let isSame = standing.weekTypes == best.weekTypes
    for types in isSame ? [best.weekTypes] : [standing.weekTypes, best.weekTypes] {
      let found = repair(standing.found(in: near, weekTypes: types), by: near)
      let plain = Standing(found).found(in: model, weekTypes: found.weekTypes)
      guard isGoodEnough(plain, less: Standing.worthChangingAll) else { continue }
      if found.score.value > nearest?.score.value ?? -.infinity { nearest = found }
    }
    return nearest.map { Standing($0).found(in: model, weekTypes: $0.weekTypes) } ?? best
  }

  /// Changes a schedule as little as can be until it is inside the limits, and where it is well worth a change. Where the
  /// nearest changes do not lead there, others that reach further may.
  private func repair(_ present: Annealing.Found, by near: PlanModel) -> Annealing.Found {
    var best = repair(present, by: near, dice: 0, heat: 0.05, price: 20)
    for dice in 1...Self.furtherRepairs where best.score.violation > 0 {
      let further = repair(present, by: near, dice: dice, heat: 0.3, price: 5)
      if Self.isBetter(further, best) { best = further }
    }
    return best
  }

  private func repair(
    _ present: Annealing.Found, by near: PlanModel, dice: Int, heat: Double, price: Double
  ) -> Annealing.Found {
    var annealing = Annealing(model: near, weekTypes: present.weekTypes, seed: UInt64(dice + 1))
    annealing.take(present)
    let changes = (stages.max() ?? 0) / 2
    annealing.run(changes, temperature: (heat, 0.0035), price: (price, 1_200))
    for window in 0..<max(1, changes / Self.window) {
      annealing.refine(window: window, Self.window, temperature: (0.05, 0.0035), price: (20, 900))
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
