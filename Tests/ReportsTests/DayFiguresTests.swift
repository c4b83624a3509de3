import Testing
import TrainingLoad
import TrainingPlan

@testable import Reports

@Suite struct DayFiguresTests {
  /// Reciprocal smoothing by hand: 28 days of 100 AU, then 0 and 142.
  @Test func followsTheProblemsConstants() throws {
    let problem = FigureSample.problem(days: 6) {
      $0.history = .init(load: Array(repeating: 100, count: 28), hip: [], sessions: [])
    }
    let run = FigureSample.session(1, "run", 71, 2, hip: 1)
    let figures = try FigureSample.figures(FigureSample.schedule([run], for: problem), problem)
    let days = figures.days.filter { $0.day >= FigureSample.start }
    #expect(days.count == 7)
    #expect(days[0].form == 0)
    #expect(isClose(days[0].fitness, 100 - 100 / 42.0))
    #expect(isClose(days[0].fatigue, 100 - 100 / 7.0))
    #expect(isClose(days[1].form, 100 / 7.0 - 100 / 42.0))
    #expect(isClose(days[1].fitness, 97.619_047_6 + (142 - 97.619_047_6) / 42))
    #expect(days.map(\.kind) == Array(repeating: .planned, count: 6) + [.event])
    #expect(days[6].load == nil)
    #expect(days[6].form != nil)
  }

  @Test func theFirstFortyTwoDaysWarmUp() throws {
    let problem = FigureSample.problem(days: 13, pastWeeks: 7)
    let figures = try FigureSample.figures(FigureSample.schedule([], for: problem), problem)
    #expect(figures.days.prefix { $0.isWarmingUp }.count == 42)
    #expect(figures.days.count { $0.kind == .done } == 49)
  }

  @Test func showsSixteenWeeksAtMost() throws {
    let problem = FigureSample.problem(days: 13, pastWeeks: 30)
    let figures = try FigureSample.figures(FigureSample.schedule([], for: problem), problem)
    #expect(figures.weeks.count { !$0.isPlanned } == 16)
    #expect(figures.days.first?.day == FigureSample.start - 112)
  }

  @Test func aLoggedPlanDayIsDone() throws {
    let problem = FigureSample.problem(days: 13)
    let log = TrainingHistory(
      sessions: [.init(day: FigureSample.start + 1, sport: "run", minutes: 30, rpe: 2)],
      knownDays: (-42..<0).map { FigureSample.start + $0 })
    let schedule = FigureSample.schedule(FigureSample.week(0), for: problem)
    let days = try FigureSample.figures(schedule, problem, history: log).days
      .filter { $0.day >= FigureSample.start }
    #expect(days.prefix(4).map(\.kind) == [.unknown, .done, .planned, .planned])
    #expect(days.prefix(4).map(\.load) == [nil, 60, 0, 210])
  }
}
