import Testing
import TrainingLoad
import TrainingPlan

@testable import Reports

@Suite struct WeekFiguresTests {
  /// Daily loads 0, 135, 0, 210, 0, 90, 320: mean 107.857, population deviation 114.263.
  @Test func aWeekComesToItsSums() throws {
    let problem = FigureSample.problem(days: 13)
    let figures = try FigureSample.figures(
      FigureSample.schedule(FigureSample.week(0), for: problem, [.load, .taper]), problem)
    let week = try #require(figures.weeks.first { $0.index == 0 })
    #expect(week.plan?.load == 755)
    #expect(week.plan?.minutes == 195)
    #expect(week.restDays == 3)
    #expect(week.hardestDay == .init(day: FigureSample.start + 6, load: 320))
    #expect(isClose(week.monotony.monotony, 0.943_932, within: 1e-5))
    #expect(isClose(week.monotony.strain, 712.669, within: 1e-5))
    #expect(week.monotonyInWords == "0.94")
    #expect(isClose(week.hip?[.run], 40 + 39 + 80))
    #expect(isClose(week.hip?[.other], 5.7))
    #expect(week.relief == 15)
    #expect(week.intensity == IntensityMinutes(easy: 40 + 30 + 80, moderate: 0, hard: 30))
    #expect(isClose(week.change, 755.0 / 650 - 1))
    #expect(week.doneLoad.value == nil, "nothing is done yet, which is not 0")
  }

  @Test func thePastComesFromTheProblem() throws {
    let problem = FigureSample.problem(days: 13)
    let figures = try FigureSample.figures(FigureSample.schedule([], for: problem), problem)
    let past = figures.weeks.filter { !$0.isPlanned }
    #expect(past.map(\.index) == [-6, -5, -4, -3, -2, -1])
    #expect(past.allSatisfy { $0.doneLoad == KnownSum([650]) && $0.restDays == 3 })
    #expect(past.allSatisfy { isClose($0.doneMinutes.complete, 650 / 3) && isClose($0.hip?.total, 650 / 3) })
    #expect(past[0].change == nil)
    #expect(past[1].change == 0)
    #expect(past[1].intensity.unknown == 0, "one session a day gives its effort")
    #expect(past[1].name == "5 before")
  }

  @Test func aLogLeavesUnknownDaysUnknown() throws {
    let problem = FigureSample.problem(days: 13)
    let log = TrainingHistory(
      sessions: [
        .init(day: FigureSample.start - 13, sport: "run", minutes: 40, rpe: 3),
        .init(day: FigureSample.start - 6, sport: "run", minutes: 50, load: 200),
        .init(day: FigureSample.start + 1, sport: "run", minutes: 30, rpe: 3),
      ],
      knownDays: (-14..<(-7)).map { FigureSample.start + $0 })
    let figures = try FigureSample.figures(
      FigureSample.schedule(FigureSample.week(0), for: problem), problem, history: log)
    let weeks = Dictionary(uniqueKeysWithValues: figures.weeks.map { ($0.index, $0) })
    #expect(weeks[-2]?.doneLoad.complete == 120)
    #expect(weeks[-2]?.restDays == 6)
    #expect(weeks[-1]?.doneLoad.value == 200)
    #expect(weeks[-1]?.doneLoad.unknownDays == 6)
    #expect(weeks[-1]?.restDays == nil)
    #expect(weeks[-1]?.monotonyInWords == "fewer than 7 known days")
    #expect(weeks[-1]?.intensity == IntensityMinutes(unknown: 50))
    #expect(weeks[-3]?.doneLoad.complete == 650, "before the log the problem's history stands")
    #expect(weeks[0]?.doneLoad.value == 90)
    #expect(weeks[0]?.doneLoad.unknownDays == 6)
    #expect(weeks[0]?.plan?.load == 755)
  }

  @Test func pastExposureGoesToTheDaysActivities() throws {
    let problem = FigureSample.problem(days: 6) {
      $0.history.load = Array(repeating: 0, count: 27) + [200]
      $0.history.hip = Array(repeating: 0, count: 27) + [100]
      $0.history.sessions = [
        .init(day: -1, sport: "run", minutes: 60), .init(day: -1, sport: "bike", minutes: 40),
      ]
      $0.templates = [
        SessionTemplate(
          id: "ride", sport: "bike", family: "bike", sRPE: 3, minMinutes: 20, maxMinutes: 90,
          hipPerMinute: 0.5)
      ]
    }
    let figures = try FigureSample.figures(FigureSample.schedule([], for: problem), problem)
    let hip = try #require(figures.weeks.first { $0.index == -1 }?.hip)
    #expect(hip[.run] == 75)
    #expect(hip[.ride] == 25)
  }

  @Test func aDayFilledInHasTheUsualMix() throws {
    let problem = FigureSample.problem(days: 6) {
      $0.history.load = Array(repeating: 0, count: 26) + [90, 90]
      $0.history.hip = Array(repeating: 0, count: 26) + [30, 50]
      $0.history.sessions = [.init(day: -2, sport: "run", minutes: 30)]
    }
    let figures = try FigureSample.figures(FigureSample.schedule([], for: problem), problem)
    let week = try #require(figures.weeks.first { $0.index == -1 })
    #expect(week.hip?[.run] == 80)
    #expect(week.doneMinutes.unknownDays == 1, "its sessions are not known")
  }

  @Test func daysInARowRunOnFromThePast() throws {
    let problem = FigureSample.problem(days: 13) {
      $0.history.hip = Array(repeating: 0, count: 40) + [20, 20]
    }
    let runs = [0, 1, 3].map { FigureSample.session($0, "run", 20, 3, hip: 1) }
    let figures = try FigureSample.figures(FigureSample.schedule(runs, for: problem), problem)
    #expect(figures.weeks.first { $0.index == 0 }?.hipStreak == 4)
    #expect(figures.summary.longestHipStreak == .init(value: 4, week: 0))
  }

  @Test(arguments: [
    ("run", "run", ActivityGroup.run), ("bike", "bike", .ride), ("situps", "core", .sitUps),
    ("core", "core", .sitUps), ("walk", "walk", .uphill), ("ruck", "hike", .uphill), ("swim", "swim", .other),
    ("upper", "strength", .other),
  ])
  func activitiesHaveGroups(sport: String, family: String, group: ActivityGroup) {
    #expect(ActivityGroup(sport: sport, family: family) == group)
  }

  @Test func sameDaysHaveNoMonotony() throws {
    let problem = FigureSample.problem(days: 14)
    let runs = (0..<7).map { FigureSample.session($0, "run", 30, 3, hip: 1) }
    let figures = try FigureSample.figures(FigureSample.schedule(runs, for: problem), problem)
    let planned = figures.weeks.filter(\.isPlanned)
    #expect(planned.map(\.strainInWords) == ["no variation", "no training", "week of the event"])
    #expect(figures.summary.weeksWithoutVariation == [0])
    #expect(figures.summary.highestMonotony == nil)
    #expect(figures.charts()[2].svg.contains(">no variation<"))
  }

  @Test func theStripHasThePlansExtremes() throws {
    let (schedule, problem) = FigureSample.season(weeks: 8)
    let summary = try FigureSample.figures(schedule, problem).summary
    #expect(summary.weeks == 8)
    #expect(summary.load == schedule.sessions.reduce(0) { $0 + $1.load })
    #expect(summary.minutes == schedule.sessions.reduce(0) { $0 + $1.minutes })
    #expect(summary.biggestRise?.week == 0, "755 AU after 650")
    #expect(summary.leastRestDays?.value == 3)
  }
}
