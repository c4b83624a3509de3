import TrainingPlan

/// Looks for any schedule inside the limits, and ends with the first; leaves early what does not come near to one.
struct FirstSchedule {
  let model: PlanModel

  /// Changes that a search near another schedule may try, for a plan of twelve weeks.
  private static let nearby = 14_000

  /// How often a search from nothing may start anew, each time for longer; or only near what is known.
  enum Patience: Int {
    case near = 0
    case once = 1
    case short = 2
    case long = 3
  }

  /// Changes of the starts from nothing, for a plan of twelve weeks: most problems give way to a short one, and for those
  /// that do not a longer one finds more than as many short ones.
  private static let starts = [20_000, 60_000, 90_000]
  /// What the dice of a search from nothing begin with: others than those of the plan's own first stage, which has found
  /// nothing where clashes are looked for.
  private static let dice = 4
  /// Sequences of week kinds that the starts take in turn.
  private static let sequences = 4

  /// The part of a start that fills the weeks one after another, and the part of what is left that goes over the whole;
  /// the rest settles.
  private static let filling = 0.35
  private static let roaming = 0.35
  /// What is broken where hardly a search ends inside the limits.
  private static let hopeless = 0.25 * Score.count
  private static let hopelessNearby = 0.5 * Score.count

  /// Changes that some stage goes through, with temperatures and prices from its beginning to its end, and how often it
  /// looks whether a schedule is found.
  private struct Stage {
    let changes: Int
    let temperature: (from: Double, to: Double)
    let price: (from: Double, to: Double)
    let looks: Int
  }

  /// A schedule inside the limits; nil where none was found.
  ///
  /// - Parameters:
  ///   - weekTypes: Admissible kinds of the weeks that come first; nil = the most promising.
  ///   - patience: How often to start.
  ///   - changes: How many changes may be tried; what was used is taken off.
  /// - Returns: The first schedule that breaks nothing.
  func found(
    weekTypes: [WeekType]? = nil, patience: Patience = .short, changes: inout Int
  ) -> Annealing.Found? {
    lazy var sequences = (weekTypes.map { [$0] } ?? []) + model.weekPatterns(limit: Self.sequences)
    for (start, count) in Self.starts.prefix(patience.rawValue).map(scaled).enumerated()
    where changes >= count {
      let types = sequences[start % sequences.count]
      if let found = found(types, dice: UInt64(Self.dice + start), count, left: &changes) { return found }
    }
    return nil
  }

  private func found(
    _ weekTypes: [WeekType], dice: UInt64, _ count: Int, left changes: inout Int
  ) -> Annealing.Found? {
    let count = Double(count)
    var annealing = Annealing(model: model, weekTypes: weekTypes, seed: dice, stepWeight: 0)
    let filling = max(50, Int(Self.filling * count) / model.weekCount)
    annealing.fillWeeks(filling, temperature: (1, 0.03), price: (1, 190))
    changes -= filling * model.weekCount
    let left = (1 - Self.filling) * count
    let roam = Stage(
      changes: Int(Self.roaming * left), temperature: (0.24, 0.0144), price: (2.4, 96), looks: 6)
    run(&annealing, roam, &changes)
    guard annealing.outcomeScore.violation <= Self.hopeless else { return nil }
    annealing.restart(from: annealing.outcome)
    let settle = Stage(
      changes: Int((1 - Self.roaming) * left), temperature: (0.2, 0.0035), price: (4, 1_200), looks: 12)
    run(&annealing, settle, &changes)
    annealing.cutSteps()
    return annealing.outcomeScore.violation <= 0 ? annealing.outcome : nil
  }

  /// A schedule inside the limits near another one, which may break some; nil where none was found.
  ///
  /// - Parameters:
  ///   - near: The cells to begin with, as the model allows them, and admissible kinds of the weeks.
  ///   - heat: How far the first changes may lead away from it.
  ///   - changes: How many changes may be tried; what was used is taken off.
  /// - Returns: The first schedule that breaks nothing.
  func found(near: Annealing.Found, heat: Double, changes: inout Int) -> Annealing.Found? {
    let count = scaled(Self.nearby)
    guard changes > 0 else { return nil }
    var annealing = Annealing(model: model, weekTypes: near.weekTypes, seed: 1, stepWeight: 0)
    annealing.take(near)
    let first = Stage(
      changes: count / 3, temperature: (heat, 0.25 * heat), price: (15, 100), looks: 4)
    run(&annealing, first, &changes)
    guard annealing.outcomeScore.violation <= Self.hopelessNearby else { return nil }
    let rest = Stage(
      changes: 2 * count / 3, temperature: (0.25 * heat, 0.014 * heat), price: (100, 4_000), looks: 8)
    run(&annealing, rest, &changes)
    return annealing.outcomeScore.violation <= 0 ? annealing.outcome : nil
  }

  /// So many changes for a plan of as many weeks as this one.
  private func scaled(_ changes: Int) -> Int { changes * max(4, model.weekCount) / 12 }

  /// Tries the changes of a stage until nothing is broken.
  private func run(_ annealing: inout Annealing, _ stage: Stage, _ changes: inout Int) {
    let cooling = Annealing.root(stage.temperature.to / stage.temperature.from, stage.looks)
    let rising = Annealing.root(stage.price.to / stage.price.from, stage.looks)
    var (heat, price) = (stage.temperature.from, stage.price.from)
    for _ in 0..<stage.looks where annealing.outcomeScore.violation > 0 {
      annealing.run(
        stage.changes / stage.looks, temperature: (heat, heat * cooling), price: (price, price * rising))
      changes -= stage.changes / stage.looks
      heat *= cooling
      price *= rising
    }
  }
}
