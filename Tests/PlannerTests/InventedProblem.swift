import PlanFiles
import TrainingLoad
import TrainingPlan

@testable import Planner

extension PlanProblem {
  /// An invented athlete's problem: sport, weeks, time, history and limits follow from the seed.
  static func invented(_ seed: UInt64) throws -> PlanProblem {
    var dice = SplitMix(seed: seed &* 7919 &+ 17)
    let catalogue = try CatalogueFile.standard()
    let sport = ["run", "bike", "swim"][dice.below(3)]
    let weeks = 5 + dice.below(12)
    let dayIndex = 7 * weeks - 1 - dice.below(4)
    let longest = 40.0 + Double(dice.below(8) * 10)
    let ids = [
      "\(sport)-easy", sport == "swim" ? "swim-endurance" : "\(sport)-long", "\(sport)-intervals",
      ["bike-easy", "swim-easy", "run-easy"][dice.below(3)], "strength-hip", "core-neutral", "mobility",
    ]
    let templates = Set(ids).sorted().compactMap { catalogue.entry($0)?.template(for: sport) }

    var minutes = [0.0, 45, 60, 45, 0, 75, 150].map { $0 * (dice.below(3) == 0 ? 0.8 : 1) }
    if dice.below(3) == 0 { minutes[dice.below(5)] = 60 }
    var history: [(load: Double, hip: Double)] = []
    var sessions: [PastSession] = []
    for day in -42..<0 {
      let weekday = (day + 42) % 7
      let length = [0, 30, 40, 30, 0, 40, longest][weekday]
      let isRest = length == 0
      history.append(isRest ? (0, 0) : (length * 3, length * 0.6))
      if !isRest {
        sessions.append(PastSession(day: day, sport: weekday == 3 ? "strength" : sport, minutes: length))
      }
    }
    return PlanProblem(
      id: "invented-\(seed)", title: "Invented \(seed)", start: CivilDay(number: 20_820),
      event: Event(name: "Invented event", sport: sport, minutes: 90, dayIndex: dayIndex),
      history: History(load: history.map(\.load), hip: history.map(\.hip), sessions: sessions),
      availability: Availability(
        minutes: minutes, maxSessionsPerDay: 2,
        blockedDays: dice.below(2) == 0 ? [] : [dice.below(dayIndex), dice.below(dayIndex)].sorted()),
      rest: RestDays(minPer7: 1 + dice.below(2), maxConsecutive: 4, wished: [.monday], wishWeight: 0.3),
      templates: templates, limits: .invented(&dice, weeks: weeks),
      goal: Goal(
        longSessions: dice.below(2) == 0
          ? []
          : [
            LongSession(
              sport: sport, minutes: longest * 1.1, latestDaysBefore: 5, earliestDaysBefore: 30)
          ]),
      coaching: dice.below(2) == 0
        ? nil
        : Coaching(
          watched: .usual,
          balance: [.init(sport: sport, least: 0.7), .init(sport: "strength", least: 0.2, most: 0.25)],
          frequency: [.init(sport: sport, days: 3)]))
  }
}

extension Limits {
  fileprivate static func invented(_ dice: inout SplitMix, weeks: Int) -> Limits {
    var limits = Limits()
    if dice.below(3) == 0 {
      limits.acwrEWMAMax = 1.5
      limits.acwrUncoupledMax = 1.6
      limits.acuteAllowance = 3
    }
    limits.rampAbsolute = 2
    limits.rampRelative = 0.08
    limits.formFloorRelative = -0.6
    limits.formOnTheDay = Bounds(low: 0, high: 0.5)
    limits.spikeMax = 0.1
    limits.baselineMinutes = [
      "run": 20, "bike": 45, "swim": 20, "strength": 30, "core": 20, "mobility": 30,
    ]
    limits.weeklyGrowthMax = 0.1 + 0.05 * Double(dice.below(2))
    limits.weeklyGrowthAllowance = 40
    limits.deload = Deload(maxLoadWeeks: 3, minLoadWeeks: 1, maxFraction: 0.75, minFraction: 0.3)
    limits.hard = HardDays(minGapDays: 2, maxPerWeek: 2 + dice.below(2), noneBeforeEventDays: 2)
    limits.intenseShareMax = 0.3
    limits.monotonyMax = 2
    limits.taper = Taper(
      maxFraction: weeks < 8 ? [0.65] : [0.6, 0.85], minFraction: weeks < 8 ? [0.15] : [0.15, 0.3],
      minDaysLast7: 2)
    limits.hip = Hip(
      per7Cap: 420, dayThreshold: 60, maxConsecutiveDays: 3, weeklyGrowthMax: 0.2, weeklyGrowthAllowance: 40,
      counterBase: 15, counterPerHip: 0.05)
    limits.variety = Variety(minFamilies: 2, minMinutes: 10, maxShare: 0.9)
    return limits
  }
}
