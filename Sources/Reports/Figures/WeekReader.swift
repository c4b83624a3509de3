import TrainingLoad
import TrainingPlan

/// Makes the weeks of a report from its days.
struct WeekReader {
  private let problem: PlanProblem
  private let planned: [DayTotals]
  private let done: DoneDays
  private let summaries: [WeekSummary]
  let standards: Standards

  init(schedule: Schedule, problem: PlanProblem, planned: [DayTotals], done: DoneDays, book: RuleBook) {
    self.problem = problem
    self.planned = planned
    self.done = done
    summaries = WeekSummary.weeks(of: schedule, problem: problem)
    standards = Standards(problem, book, strains: Self.strains(problem, planned))
  }

  /// Strains of the full weeks in view, for the athlete's own limit.
  private static func strains(_ problem: PlanProblem, _ planned: [DayTotals]) -> [Double] {
    let past = problem.history.load
    let before = stride(from: past.count, through: 7, by: -7).map { Array(past[($0 - 7)..<$0]) }
    let weeks = stride(from: 0, through: problem.dayCount - 7, by: 7)
      .map { planned[$0..<($0 + 7)].map(\.load) }
    return (before + weeks).compactMap { loads in
      Monotony(loads.map { $0 }, deviation: problem.limits.deviation).strain
    }
  }

  /// The weeks before the plan, then those of the plan.
  var weeks: [WeekFigures] {
    let pastDays = max(0, problem.start - done.first)
    let pastWeeks = min(Figures.mostPastWeeks, (pastDays + 6) / 7)
    let streaks = streaks(from: problem.start - 7 * pastWeeks)
    var loadBefore: Double?
    let past = (-pastWeeks..<0).map { index in
      let week = week(index, streaks: streaks, loadBefore: loadBefore)
      loadBefore = week.doneLoad.complete
      return week
    }
    return past + summaries.map { week($0.index, streaks: streaks, loadBefore: nil) }
  }

  private func week(_ index: Int, streaks: [CivilDay: Int], loadBefore: Double?) -> WeekFigures {
    let plan = index >= 0 ? summaries[index] : nil
    let first = problem.start + 7 * index
    let days = plan?.days ?? first...(first + 6)
    let eventDay = problem.start + problem.dayCount
    let each = (days.lowerBound.number...days.upperBound.number).map { CivilDay(number: $0) }
      .filter { $0 < eventDay }
    let doneEach = each.map { done[$0] }
    let totals = plan == nil ? doneEach : each.map { planned(on: $0) }
    let hip = totals.compactMap { $0?.hip }
    let load = KnownSum(doneEach.map { $0?.load })
    return WeekFigures(
      index: index, days: days, plan: plan, holdsEvent: days.contains(eventDay), doneLoad: load,
      doneMinutes: KnownSum(doneEach.map { $0?.minutes }), restDays: restDays(totals),
      hardestDay: Self.hardest(each, totals),
      monotony: Monotony(totals.map { $0?.load }, deviation: standards.deviation),
      hip: hip.isEmpty && !each.isEmpty ? nil : hip.reduce(HipByGroup(), +),
      hipUnknownDays: totals.count - hip.count,
      hipStreak: each.isEmpty ? 0 : each.compactMap { streaks[$0] }.max(),
      relief: KnownSum(totals.map { $0?.relief }).complete,
      intensity: totals.reduce(IntensityMinutes()) { $0 + ($1?.intensity ?? IntensityMinutes()) },
      change: plan.map(\.change)
        ?? load.complete.flatMap { now in
          loadBefore.flatMap { $0 > 0 ? now / $0 - 1 : nil }
        })
  }

  private func planned(on day: CivilDay) -> DayTotals? {
    let index = day - problem.start
    return planned.indices.contains(index) ? planned[index] : nil
  }

  private func restDays(_ days: [DayTotals?]) -> Int? { Self.all(days)?.count(where: \.isRest) }

  private static func hardest(_ days: [CivilDay], _ totals: [DayTotals?]) -> WeekFigures.DayLoad? {
    var best: WeekFigures.DayLoad?
    for case (let day, let totals?) in zip(days, totals) where totals.load > best?.load ?? 0 {
      best = WeekFigures.DayLoad(day: day, load: totals.load)
    }
    return best
  }

  /// Days in a row with much hip flexion up to each day; an unknown day has none and ends the row.
  private func streaks(from first: CivilDay) -> [CivilDay: Int] {
    var streaks: [CivilDay: Int] = [:]
    var row = 0
    for number in first.number..<max(first.number, problem.start.number + problem.dayCount) {
      let day = CivilDay(number: number)
      let hip = (day < problem.start ? done[day] : planned(on: day))?.hip
      row = hip.map { $0.total >= standards.hipDay ? row + 1 : 0 } ?? 0
      if hip != nil { streaks[day] = row }
    }
    return streaks
  }

  /// The values where none is missing.
  private static func all<Value>(_ values: [Value?]) -> [Value]? {
    let known = values.compactMap { $0 }
    return known.count == values.count ? known : nil
  }
}
