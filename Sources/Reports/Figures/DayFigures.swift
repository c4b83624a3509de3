import TrainingLoad
import TrainingPlan

/// A day's load and what it makes of fitness, fatigue and form; all in AU a day, and all estimates.
struct DayFigures: Equatable, Sendable {
  /// The day.
  let day: CivilDay
  /// Whether the load was done, is planned, or is not known.
  let kind: Kind
  /// Load; nil = unknown, or the event itself, which is not counted.
  let load: Double?
  /// Fitness at the end of the day.
  let fitness: Double?
  /// Fatigue at the end of the day.
  let fatigue: Double?
  /// Form before the day's session: yesterday's fitness minus yesterday's fatigue.
  let form: Double?
  /// Fewer known days stand before it than one time constant of fitness: the start still shows.
  let isWarmingUp: Bool

  enum Kind: Equatable, Sendable { case done, planned, unknown, event }
}

extension DayFigures {
  /// The days from the first of the problem's history to the event.
  ///
  /// The formula is that of the form rules: smoothing and time constants of the problem, and the mean of the
  /// first 28 days as the start.
  static func days(
    _ problem: PlanProblem, planned: [DayTotals], done: DoneDays
  ) -> [DayFigures] {
    let past = problem.history.load
    let start = past.isEmpty ? 0 : past.prefix(28).reduce(0, +) / Double(min(28, past.count))
    let model = FitnessModel(
      smoothing: problem.model.smoothing == .reciprocal ? .reciprocal : .exponential,
      fitnessDays: problem.model.fitnessDays, fatigueDays: problem.model.fatigueDays,
      seed: .init(fitness: start, fatigue: start))
    let first = problem.start - past.count
    var kinds = past.indices.map { done[first + $0] == nil ? Kind.unknown : .done }
    var loads = past.map { Double?.some($0) }
    for (index, totals) in planned.enumerated() {
      let day = problem.start + index
      if index == problem.dayCount {
        kinds.append(.event)
        loads.append(nil)
      } else if day <= done.last {
        kinds.append(done[day] == nil ? .unknown : .done)
        loads.append(done[day]?.load)
      } else {
        kinds.append(.planned)
        loads.append(totals.load)
      }
    }
    let series = model.series(loads)
    return loads.indices.map { index in
      DayFigures(
        day: first + index, kind: kinds[index], load: kinds[index] == .unknown ? nil : loads[index],
        fitness: series.fitness[index], fatigue: series.fatigue[index], form: series.form[index],
        isWarmingUp: series.standing[index] == .warmingUp)
    }
  }
}
