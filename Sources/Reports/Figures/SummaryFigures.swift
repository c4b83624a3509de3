import TrainingLoad
import TrainingPlan

/// The plan in seven numbers: the strip at the top of a report.
struct SummaryFigures: Equatable, Sendable {
  /// Weeks planned.
  let weeks: Int
  /// Planned load, AU.
  let load: Double
  /// Planned minutes.
  let minutes: Int
  /// Biggest rise of load from the last week that built, as a share; nil where no week rises.
  let biggestRise: InWeek?
  /// Fewest rest days in a full week.
  let leastRestDays: InWeek?
  /// Most days in a row with much hip flexion that end in the plan.
  let longestHipStreak: InWeek?
  /// Highest monotony of a full week; nil where no week has a value.
  let highestMonotony: InWeek?
  /// Plan weeks, from 0, whose days all had the same load.
  let weeksWithoutVariation: [Int]

  /// A number and the plan week, from 0, that has it first.
  struct InWeek: Equatable, Sendable {
    let value: Double
    let week: Int
  }

  init(_ weeks: [WeekFigures]) {
    let planned = weeks.filter(\.isPlanned)
    let full = planned.filter { !$0.holdsEvent }
    self.weeks = planned.count
    load = planned.reduce(0) { $0 + ($1.plan?.load ?? 0) }
    minutes = planned.reduce(0) { $0 + ($1.plan?.minutes ?? 0) }
    func highest(_ weeks: [WeekFigures], _ value: (WeekFigures) -> Double?) -> InWeek? {
      weeks.reduce(nil as InWeek?) { best, week in
        guard let value = value(week), value > best?.value ?? -.infinity else { return best }
        return InWeek(value: value, week: week.index)
      }
    }
    biggestRise = highest(planned) { $0.change.flatMap { $0 > 0 ? $0 : nil } }
    leastRestDays = highest(full.isEmpty ? planned : full) { $0.restDays.map { -Double($0) } }
      .map { InWeek(value: -$0.value, week: $0.week) }
    longestHipStreak = highest(planned) { $0.hipStreak.flatMap { $0 > 0 ? Double($0) : nil } }
    highestMonotony = highest(planned) { $0.monotony.monotony }
    weeksWithoutVariation = planned.filter { $0.monotony == .noVariation }.map(\.index)
  }
}
