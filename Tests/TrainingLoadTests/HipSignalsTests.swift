import Testing
import TrainingLoad

@Suite struct HipSignalsTests {
  // MARK: the three weeks of the vector file

  struct Activity {
    var family: String
    var coefficients: HipCoefficients
    var trains = true
    var flexes = false

    static func flexing(_ family: String, _ runMinutes: Double, resting: Double = 0) -> Activity {
      Activity(
        family: family, coefficients: .init(runMinutesPerMinute: runMinutes, staticFraction: resting),
        flexes: true)
    }

    static func other(
      _ family: String, _ runMinutes: Double, relief: Double = 0, trains: Bool = true
    ) -> Activity {
      Activity(
        family: family, coefficients: .init(runMinutesPerMinute: runMinutes, reliefFraction: relief),
        trains: trains)
    }
  }

  static let activities: [String: Activity] = [
    "run_easy": .flexing("run", 1), "run_tempo": .flexing("run", 1.3), "run_long": .flexing("run", 1.01),
    "cycle_upright": .flexing("cycle", 0.51, resting: 0.5),
    "cycle_aero": .flexing("cycle", 1.16, resting: 0.8), "situp_held": .flexing("core", 2.2),
    "squat": .other("strength", 0.35), "plank": .other("core", 0, relief: 0.5),
    "swim_crawl": .other("swim", 0.19, relief: 0.25), "glute_bridge": .other("strength", 0, relief: 1),
    "hipflexor_stretch": .other("mobility", 0, relief: 1, trains: false),
    "constructive_rest": .other("mobility", 0, relief: 0.5, trains: false),
    "yoga": .other("mobility", 0.09, relief: 0.5, trains: false),
  ]

  @Test func theWeeksOfTheModel() throws {
    let levels: [HipLevel] = [.none, .info, .caution, .high]
    for row in try VectorFile.named("hip_flexion").list("weeks") {
      let name = try row.text("name")
      let (week, total) = try HipSignalsTests.week(of: row)
      #expect(agrees(week.weekRunMinutes, try row.number("rme_week"), decimals: 2), "\(name)")
      #expect(agrees(total.reliefMinutes, try row.number("relief_min"), decimals: 1), "\(name)")
      let signals = HipSignals(week)
      #expect(agrees(signals[.share].value, try row.number("flexion_share"), decimals: 4), "\(name)")
      #expect(signals[.streak].value == (try row.number("streak_days")), "\(name)")
      #expect(agrees(signals[.relief].value, try row.number("relief_per_100"), decimals: 2), "\(name)")
      #expect(signals[.sitting].value == (try row.number("static_min_per_day")), "\(name)")
      for (key, level) in try row.at("signals").members() {
        let kind = try #require(HipSignals.Kind(rawValue: String(key.prefix(2))))
        let expected = levels[Int(try #require(try level.optionalNumber()))]
        #expect(signals[kind].level == expected, "\(name), \(key)")
      }
      #expect("\(signals.level)" == (try row.text("level")), "\(name)")
    }
  }

  static func week(of row: VectorFile) throws -> (HipWeek, HipExposure) {
    var (days, sessions, total) = ([Double?](), [HipWeek.Session](), HipExposure())
    guard case .list(let rows) = try row.at("days") else { throw VectorFile.Unexpected(key: "days") }
    for case .list(let parts) in rows {
      var day = HipExposure()
      for part in parts {
        let activity = try #require(activities[try part.text("activity")])
        let minutes = try part.number("min")
        let exposure = activity.coefficients.exposure(minutes: minutes)
        day = day + exposure
        sessions.append(
          .init(
            family: activity.family, trainingMinutes: activity.trains ? minutes : 0,
            flexionMinutes: activity.flexes ? minutes : 0, runMinutes: exposure.runMinutes))
      }
      days.append(day.runMinutes)
      total = total + day
    }
    let base = try row.number("base4_rme")
    let before = (0..<28).map { $0 % 7 == 3 ? base : 0 }
    let sitting = try row.number("static_min_per_day")
    return (
      HipWeek(
        runMinutes: before + days, sessions: sessions, reliefMinutes: total.reliefMinutes,
        staticMinutes: Array(repeating: sitting, count: 7)), total
    )
  }

  // MARK: each threshold

  /// A week in which nothing stands out, to be changed in one respect.
  static func quiet() -> HipWeek {
    HipWeek(
      runMinutes: (0..<35).map { $0 % 7 == 2 ? 100 : 0 },
      sessions: ["run", "cycle", "swim", "strength"].map {
        .init(family: $0, trainingMinutes: 40, flexionMinutes: $0 == "swim" ? 0 : 15, runMinutes: 25)
      },
      reliefMinutes: 60, staticMinutes: Array(repeating: 200, count: 7))
  }

  @Test func aQuietWeekSaysNothing() {
    let signals = HipSignals(HipSignalsTests.quiet())
    #expect(signals.all.map(\.kind) == HipSignals.Kind.allCases)
    #expect(signals.all.allSatisfy { $0.level == .none })
    #expect(signals.level == .none)
  }

  @Test(arguments: [
    (59.9, HipLevel.none), (60, .info), (74.9, .info), (75, .caution), (89.9, .caution), (90, .high),
    (100, .high),
  ])
  func share(percent: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.sessions = (0..<3).map { _ in
      .init(family: "run", trainingMinutes: 50, flexionMinutes: percent / 2, runMinutes: 1)
    }
    #expect(HipSignals(week)[.share].level == level)
    week.sessions.removeLast()
    #expect(HipSignals(week)[.share].value == nil)
  }

  @Test(arguments: [
    (100.0, HipLevel.none), (110, .none), (110.1, .info), (120, .info), (120.1, .caution), (150, .caution),
    (150.1, .high), (40, .none),
  ])
  func rise(minutes: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.runMinutes[30] = minutes
    #expect(HipSignals(week)[.rise].level == level)
  }

  @Test func riseNeedsABaseOf60AndThreeKnownWeeks() {
    var week = HipSignalsTests.quiet()
    week.runMinutes = (0..<35).map { $0 == 30 ? 200 : $0 % 7 == 2 ? 59.9 : 0 }
    #expect(HipSignals(week)[.rise].value == nil)
    week.runMinutes = (0..<35).map { $0 == 30 ? 200 : $0 % 7 == 2 ? 60 : 0 }
    #expect(HipSignals(week)[.rise].level == .high)
    week.runMinutes[0] = nil
    #expect(HipSignals(week)[.rise].level == .high)
    week.runMinutes[7] = nil
    #expect(HipSignals(week)[.rise].value == nil)
  }

  @Test(arguments: [(2, HipLevel.none), (3, .info), (4, .caution), (5, .caution), (6, .high), (9, .high)])
  func streak(days: Int, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    // The streak may begin before the week.
    for day in 0..<35 { week.runMinutes[day] = (31 - days..<31).contains(day) ? 20 : 19.9 }
    #expect(HipSignals(week)[.streak].level == level)
    #expect(HipSignals(week)[.streak].value == Double(days))
  }

  @Test func anUnknownDayEndsAStreakAndAnOldStreakDoesNotCount() {
    var week = HipSignalsTests.quiet()
    week.runMinutes = Array(repeating: 30, count: 35)
    week.runMinutes[31] = nil
    #expect(HipSignals(week)[.streak].value == 31)
    week.runMinutes[28] = nil
    #expect(HipSignals(week)[.streak].value == 3)
  }

  @Test(arguments: [
    (10.0, HipLevel.none), (9.9, .info), (5, .info), (4.9, .caution), (0.1, .caution), (0, .high),
  ])
  func relief(minutes: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.reliefMinutes = minutes
    #expect(HipSignals(week)[.relief].level == level)
  }

  @Test func reliefIsAskedFrom60RunMinutes() {
    var week = HipSignalsTests.quiet()
    week.reliefMinutes = 0
    week.runMinutes[30] = 60
    #expect(HipSignals(week)[.relief].level == .high)
    week.runMinutes[30] = 59.9
    #expect(HipSignals(week)[.relief].value == nil)
  }

  @Test(arguments: [
    (359.0, HipLevel.none), (360, .info), (419, .info), (420, .caution), (539, .caution), (540, .high),
  ])
  func sitting(minutes: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.staticMinutes = (0..<7).map { $0 % 2 == 0 ? minutes : minutes }
    #expect(HipSignals(week)[.sitting].level == level)
    week.staticMinutes[3] = nil
    #expect(HipSignals(week)[.sitting].value == nil)
  }

  @Test(arguments: [
    (69.0, HipLevel.none), (70, .info), (84, .info), (85, .caution), (94, .caution), (95, .high),
    (100, .high),
  ])
  func oneFamily(percent: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.sessions = [percent / 3, percent / 3, percent / 3, 100 - percent].enumerated().map {
      .init(family: $0 < 3 ? "run" : "row", trainingMinutes: 40, flexionMinutes: 0, runMinutes: $1)
    }
    #expect(HipSignals(week)[.oneFamily].level == level)
    week.sessions[3].trainingMinutes = 0
    #expect(HipSignals(week)[.oneFamily].value == nil)
  }

  @Test func sitUps() {
    func level(_ repetitions: [Double], before: Double? = nil, held: Bool = false) -> HipLevel {
      var week = HipSignalsTests.quiet()
      week.sitUps = .init(repetitions: repetitions, weekBefore: before, feetHeld: held)
      return HipSignals(week)[.sitUps].level
    }
    #expect(level([30, 0, 35, 0, 0, 0, 0], before: 50) == .none)
    #expect(level([30, 0, 36, 0, 0, 0, 0], before: 50) == .info)
    #expect(level([30, 0, 36, 0, 0, 0, 0], before: 0) == .none)
    #expect(level([30, 0, 36, 0, 0, 0, 0]) == .none)
    #expect(level([0, 0, 0, 0, 0, 10, 10], before: 50) == .info)
    #expect(level([0, 10, 0, 0, 0, 0, 0], before: 50, held: true) == .caution)
  }

  @Test(arguments: [(180.0, HipLevel.none), (181, .info), (360, .info), (361, .caution), (900, .caution)])
  func travel(minutes: Double, level: HipLevel) {
    var week = HipSignalsTests.quiet()
    week.longestSeatedMinutes = minutes
    #expect(HipSignals(week)[.travel].level == level)
  }

  // MARK: the level of the week

  @Test func oneInfoIsInfoThreeAreCaution() {
    var week = HipSignalsTests.quiet()
    week.longestSeatedMinutes = 200
    #expect(HipSignals(week).level == .info)
    week.reliefMinutes = 8
    #expect(HipSignals(week).level == .info)
    week.staticMinutes = Array(repeating: 380, count: 7)
    #expect(HipSignals(week).level == .caution)
  }

  @Test func highNeedsAHighChangeAndAnotherCaution() {
    var week = HipSignalsTests.quiet()
    week.reliefMinutes = 0
    week.staticMinutes = Array(repeating: 600, count: 7)
    #expect(HipSignals(week).level == .caution, "sitting and relief alone never make high")
    week = HipSignalsTests.quiet()
    week.runMinutes[30] = 200
    #expect(HipSignals(week).level == .caution)
    week.longestSeatedMinutes = 200
    #expect(HipSignals(week).level == .caution)
    week.longestSeatedMinutes = 400
    #expect(HipSignals(week).level == .high)
  }

  @Test func aWeekWithAnUnknownDayHasNoTotals() {
    var week = HipSignalsTests.quiet()
    week.runMinutes[33] = nil
    let signals = HipSignals(week)
    for kind in [HipSignals.Kind.share, .rise, .relief, .oneFamily] { #expect(signals[kind].value == nil) }
    #expect(HipSignals(HipWeek(runMinutes: [], sessions: [], reliefMinutes: 0)).level == .none)
  }

  @Test func theCoachsThresholdsReplaceTheDefaults() {
    var thresholds = HipThresholds()
    thresholds.travel = .init(info: nil, caution: 30, high: 60)
    var week = HipSignalsTests.quiet()
    week.longestSeatedMinutes = 61
    #expect(HipSignals(week, thresholds: thresholds)[.travel].level == .high)
  }

  @Test func aScreenRaisesByOneLevel() {
    #expect(HipLevel.allCases.map(\.raised) == [.info, .caution, .high, .high])
  }
}
