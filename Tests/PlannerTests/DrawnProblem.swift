import PlanFiles
import TrainingLoad
import TrainingPlan

@testable import Planner

extension PlanProblem {
  /// A problem drawn at random: any sport, 4 to 52 weeks, odd calendars, short or broken histories, tight limits.
  ///
  /// Equal seeds give equal problems. Some have no schedule.
  static func drawn(_ seed: UInt64, from catalogue: Catalogue) -> PlanProblem {
    var dice = SplitMix(seed: seed &* 0x9E37_79B9 &+ 101)
    let sports = Set(catalogue.entries.flatMap(\.specificity.bySport.keys)).sorted()
    let sport = dice.pick(sports)
    let weeks = dice.hit(12) ? 13 + dice.below(40) : 4 + dice.below(9)
    let dayIndex = 7 * weeks - 1 - dice.below(7)
    let templates = Self.templates(for: sport, of: catalogue, &dice)
    let history = History.drawn(sports: Set(templates.map(\.sport)).sorted(), &dice)
    var problem = PlanProblem(
      id: "drawn-\(seed)", title: "Drawn \(seed)", start: CivilDay(number: 20_800 + dice.below(800)),
      event: Event(
        name: "Event", sport: sport, minutes: Double(20 + dice.below(400)), dayIndex: dayIndex),
      history: history, availability: .drawn(dayIndex, &dice),
      rest: RestDays(
        minPer7: dice.below(3), loadMax: 30, maxConsecutive: dice.maybe(2 + dice.below(5)),
        fixed: dice.hit(3) ? [dice.pick(Weekday.allCases)] : [],
        wished: dice.hit(3) ? [dice.pick(Weekday.allCases)] : [], wishWeight: 0.3),
      templates: templates, limits: .drawn(weeks: weeks, sports: templates.map(\.sport), &dice))
    if dice.hit(3), let most = templates.filter({ $0.sport == sport }).map(\.maxMinutes).max() {
      let longest = history.sessions.filter { $0.sport == sport }.map(\.minutes).max() ?? 20
      problem.goal.longSessions = [
        LongSession(
          sport: sport, minutes: min(most, (longest * (0.6 + 0.7 * dice.unit())).rounded()),
          latestDaysBefore: 3 + dice.below(8), earliestDaysBefore: 14 + dice.below(30))
      ]
    }
    problem.limits.fit(templates)
    if dice.hit(8) {
      problem.goal.minFitness = history.load.reduce(0, +) / Double(history.load.count) * dice.unit()
    }
    if dice.hit(2) { problem.coaching = Coaching(hardInDeload: dice.maybe(1 + dice.below(2))) }
    if dice.hit(2) { problem.model.smoothing = .exponential }
    if dice.hit(2) {
      problem.athlete = Athlete(
        name: "Drawn athlete", born: dice.maybe(1950 + dice.below(65)),
        experience: dice.pick(Athlete.Experience.allCases), sittingHours: dice.maybe(Double(dice.below(12))))
    }
    return problem
  }

  /// Sessions that serve the event, and some beside them, now and then narrowed.
  private static func templates(
    for sport: String, of catalogue: Catalogue, _ dice: inout SplitMix
  ) -> [SessionTemplate] {
    let use = { (entry: CatalogueEntry) in entry.specificity.bySport[sport] ?? 0 }
    let least = 0.6 * (catalogue.entries.map(use).max() ?? 0)
    let serving = catalogue.entries.filter { use($0) >= least }
    var chosen = (0..<(1 + dice.below(4))).map { _ in dice.pick(serving) }
    chosen += (0..<dice.below(5)).map { _ in dice.pick(catalogue.entries) }
    if dice.hit(2), let mobility = catalogue.entry("mobility") { chosen.append(mobility) }
    var templates: [SessionTemplate] = []
    for entry in chosen where !templates.contains(where: { $0.id == entry.id }) {
      var template = entry.template(for: sport)
      if dice.hit(5) { template.maxPerWeek = 1 + dice.below(3) }
      if dice.hit(12) { template.minPerWeek = 1 }
      if dice.hit(10) { template.weekdays = Weekday.allCases.filter { _ in dice.hit(2) } }
      if dice.hit(4) {
        template.maxMinutes = max(template.minMinutes, (template.maxMinutes * 0.7).rounded())
      }
      templates.append(template)
    }
    return templates
  }
}

extension PlanProblem.History {
  /// 28 to 120 days: steady, sparse, broken off, or hardly anything.
  fileprivate static func drawn(sports: [String], _ dice: inout SplitMix) -> PlanProblem.History {
    let days = dice.pick([28, 28, 31, 42, 56, 120])
    let often = dice.pick([1, 2, 3, 4, 5])
    let length = 15.0 + Double(dice.below(60))
    let off = dice.hit(6) ? dice.below(28) : 0
    let week = (0..<7).map { _ in dice.below(7) < often }
    var history = PlanProblem.History(load: [], hip: [], sessions: [])
    for day in -days..<0 {
      let isTrained = week[(day + days) % 7] && day < -off
      let minutes = isTrained ? (length * (0.6 + 0.8 * dice.unit())).rounded() : 0
      history.load.append(minutes * Double(2 + dice.below(5)))
      history.hip.append((minutes * dice.unit() * 10).rounded() / 10)
      if isTrained { history.sessions.append(.init(day: day, sport: dice.pick(sports), minutes: minutes)) }
    }
    return history
  }
}

extension PlanProblem.Availability {
  fileprivate static func drawn(_ dayIndex: Int, _ dice: inout SplitMix) -> PlanProblem.Availability {
    let minutes = (0..<7).map { _ in dice.hit(4) ? 0 : Double(30 + dice.below(10) * 15) }
    var blocked: Set<Int> = []
    for _ in 0..<dice.below(4) {
      let first = dice.below(dayIndex)
      blocked.formUnion(first..<min(dayIndex, first + 1 + dice.below(10)))
    }
    return .init(minutes: minutes, maxSessionsPerDay: 1 + dice.below(3), blockedDays: blocked.sorted())
  }
}

extension Limits {
  /// Each limit is there or not, loose or tight.
  fileprivate static func drawn(weeks: Int, sports: [String], _ dice: inout SplitMix) -> Limits {
    var limits = Limits()
    limits.drawProgression(sports: sports, &dice)
    if dice.hit(3) {
      let most = 0.5 + 0.4 * dice.unit()
      let loadWeeks = 1 + dice.below(4)
      limits.deload = Deload(
        maxLoadWeeks: loadWeeks, minLoadWeeks: dice.hit(2) ? loadWeeks : 1, maxFraction: most,
        minFraction: dice.hit(2) ? most * 0.4 : 0)
    }
    if dice.hit(3) {
      limits.hard = HardDays(
        minGapDays: 1 + dice.below(3), maxPerWeek: dice.maybe(1 + dice.below(3)),
        noneBeforeEventDays: dice.below(5), lastHardDay: dice.maybe(-1 - dice.below(4)))
    }
    if dice.hit(3) { limits.intenseShareMax = 0.1 + 0.3 * dice.unit() }
    if dice.hit(3) { limits.monotonyMax = 1.4 + dice.unit() }
    if dice.hit(5) { limits.monotonyDDOF = 1 }
    if dice.hit(6) { limits.strainMax = 1000 + 6000 * dice.unit() }
    if dice.hit(3), weeks > 4 {
      limits.taper = Taper(
        maxFraction: dice.hit(2) ? [0.6] : [0.55, 0.8], minFraction: dice.hit(2) ? [0, 0] : [0.15, 0.25],
        minDaysLast7: dice.maybe(1 + dice.below(3)))
    }
    limits.drawForm(&dice)
    limits.drawVariety(&dice)
    return limits
  }

  /// Takes back what the sessions cannot give: families that there are not, relief without relief work.
  fileprivate mutating func fit(_ templates: [SessionTemplate]) {
    let families = Set(templates.map(\.family)).count
    if let least = variety?.minFamilies { variety?.minFamilies = min(least, families) }
    if families < 2 { variety?.maxShare = nil }
    if !templates.contains(where: { $0.reliefPerMinute >= 0.5 }) {
      hip?.counterBase = 0
      hip?.counterPerHip = 0
    }
  }

  private mutating func drawProgression(sports: [String], _ dice: inout SplitMix) {
    if dice.hit(6) { acwrEWMAMax = 1.2 + 0.5 * dice.unit() }
    if dice.hit(8) { acwrCoupledMax = 1.2 + 0.5 * dice.unit() }
    if dice.hit(8) { acwrUncoupledMax = 1.3 + 0.7 * dice.unit() }
    acuteAllowance = Double(dice.below(6))
    if dice.hit(3) { spikeMax = 0.05 + 0.2 * dice.unit() }
    spikeWindowDays = dice.pick([14, 30, 30, 42])
    recordsPerWeek = 1 + dice.below(2)
    for sport in sports where dice.below(3) > 0 { baselineMinutes[sport] = Double(10 + dice.below(6) * 10) }
    if dice.hit(3) { weeklyGrowthMax = 0.3 * dice.unit() }
    weeklyGrowthAllowance = Double(dice.below(8) * 10)
    if dice.hit(3) { (rampAbsolute, rampRelative) = (1 + 2 * dice.unit(), 0.1 * dice.unit()) }
  }

  private mutating func drawForm(_ dice: inout SplitMix) {
    if dice.hit(3) { formFloorRelative = -0.2 - 0.6 * dice.unit() }
    if dice.hit(3) {
      let low = -0.2 + 0.3 * dice.unit()
      formOnTheDay = Bounds(low: low, high: low + 0.2 + 0.4 * dice.unit())
    }
    if dice.hit(3) {
      hip = Hip(
        per7Cap: dice.maybe(Double(60 + dice.below(40) * 10)),
        dayCap: dice.maybe(Double(30 + dice.below(20) * 10)), dayThreshold: Double(20 + dice.below(5) * 10),
        maxConsecutiveDays: 1 + dice.below(4), weeklyGrowthMax: dice.maybe(0.3 * dice.unit()),
        weeklyGrowthAllowance: Double(dice.below(5) * 10), counterBase: Double(dice.below(4) * 5),
        counterPerHip: 0.1 * dice.unit())
    }
  }

  private mutating func drawVariety(_ dice: inout SplitMix) {
    if dice.hit(3) {
      variety = Variety(
        minFamilies: 1 + dice.below(2), minMinutes: Double(5 + dice.below(3) * 5),
        maxShare: dice.maybe(0.6 + 0.4 * dice.unit()))
    }
    for sport in baselineMinutes.keys.sorted() where dice.hit(6) {
      sportCaps[sport] = SportCap(
        maxDaysPerWeek: dice.maybe(1 + dice.below(5)),
        maxMinutesPerWeek: dice.maybe(Double(60 + dice.below(20) * 15)),
        maxConsecutiveDays: dice.maybe(1 + dice.below(3)))
    }
  }
}

extension SplitMix {
  /// One of some values.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// True once in so many times.
  mutating func hit(_ times: Int) -> Bool { below(times) == 0 }

  /// A value every other time.
  mutating func maybe<Value>(_ value: Value) -> Value? { hit(2) ? value : nil }
}
