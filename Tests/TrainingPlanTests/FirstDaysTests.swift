import Testing
import TrainingPlan

/// What the days before a plan leave of its limits on its first days.
@Suite struct FirstDaysTests {
  private static let model = PlanProblem.ResponseModel(smoothing: .exponential)

  private func history(load: Double = 50, hip: Double = 30) -> PlanProblem.History {
    PlanProblem.History(
      load: Array(repeating: load, count: 42), hip: Array(repeating: hip, count: 42), sessions: [])
  }

  private var limits: Limits {
    var limits = Limits()
    (limits.rampRelative, limits.formFloorRelative, limits.acwrCoupledMax) = (0.08, -0.5, 1.3)
    limits.hip = Limits.Hip(per7Cap: 220, dayThreshold: 45, maxConsecutiveDays: 3)
    return limits
  }

  @Test func evenTrainingLeavesThemAsTheyAre() {
    var limits = limits
    limits.makeRoom(for: history(), Self.model, dayCount: 60)
    #expect(limits == self.limits)
  }

  /// Thirty run-minutes a day under a cap of 150 in seven days: six days of it and one of half of what the cap allows a
  /// day are 190.7, then 171.4 and 152.1, then 132.9.
  @Test func hipFlexionWearsOff() throws {
    var limits = limits
    limits.hip?.per7Cap = 150
    limits.makeRoom(for: history(), Self.model, dayCount: 60)
    let first = try #require(limits.firstDays)
    #expect(first.count == 3 && first.hipPer7 == 191)
    #expect(first.rampAbsolute == nil && first.formFloorRelative == nil && limits.lightWeeks == [])
    #expect((0..<5).map { limits.on($0).hip?.per7Cap } == [191, 191, 191, 150, 150])
  }

  /// A day of 1000 AU raises fitness by 22.4 of 50 and fatigue by 126.5, then both fall by a part of what a day of recovery
  /// (half of the mean of 84 AU) leaves: form is -107 of 72 on the first day, and the rise stays in sight for a week.
  @Test func aHardRaceIsFeltForAWeek() throws {
    var (limits, history) = (limits, history())
    history.load[41] = 1000
    limits.makeRoom(for: history, Self.model, dayCount: 60)
    let first = try #require(limits.firstDays)
    #expect(first.count >= 6 && limits.lightWeeks == [0] && limits.rampAbsolute == 0)
    #expect(try #require(first.rampAbsolute) > 15 && (first.rampAbsolute ?? 0) < 22.4)
    #expect(try #require(first.formFloorRelative) < -1.1)
    #expect(try #require(first.acwrCoupledMax) > 1.9 && first.hipPer7 == nil)
  }

  /// A limit that is given up or loosened later holds nothing back on the first days either.
  @Test func aLimitGivenUpBindsOnNoDay() throws {
    var (limits, history) = (limits, history())
    history.load[41] = 1000
    limits.makeRoom(for: history, Self.model, dayCount: 60)
    (limits.rampAbsolute, limits.rampRelative, limits.formFloorRelative) = (nil, nil, nil)
    limits.acwrCoupledMax = 9
    limits.hip?.per7Cap = nil
    let first = limits.on(0)
    #expect(first.rampAbsolute == nil && first.formFloorRelative == nil && first.hip?.per7Cap == nil)
    #expect(first.acwrCoupledMax == 9)
  }

  /// No limit, no room; and a plan is no longer than it is.
  @Test func nothingIsLooserThanNeeded() {
    var history = history()
    history.load[41] = 1000
    var none = Limits()
    none.makeRoom(for: history, Self.model, dayCount: 60)
    #expect(none == Limits())
    var short = limits
    short.makeRoom(for: history, Self.model, dayCount: 3)
    #expect(short.firstDays?.count == 3)
  }

  /// Where one of the last four weeks stands out, growth goes out from the others, or from half of what was usual where
  /// that is more; not where the athlete trains more of late.
  @Test(
    arguments: [
      ([400, 400, 400, 400, 400, 1_000], 400.0), ([400, 400, 400, 1_000, 400, 400], 400),
      ([400, 400, 0, 0, 0, 1_000], 200), ([400, 400, 400, 400, 400, 600], .infinity),
      ([400, 400, 800, 800, 800, 800], .infinity), ([400, 400, 400, 100, 100, 100], .infinity),
      ([400, 400, 400, 400, 1_000], .infinity),
    ] as [([Double], Double)])
  func aRaceIsNoWeekToGrowFrom(weeks: [Double], most: Double) {
    let daily = weeks.flatMap { (week: Double) -> [Double] in [0, week / 2, 0, 0, 0, week / 2, 0] }
    #expect(PlanProblem.History.mostToGrowFrom(daily) == most)
  }
}
