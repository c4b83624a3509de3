import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// Six runs, two rides and sit-ups every day, after four weeks of half as much.
@Suite struct HeavyWeekTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 13) {
      $0.templates = Sample.templates
      $0.athlete = Athlete(name: "Sample")
      $0.history.hip = Array(repeating: 30, count: 28)
      $0.history.sessions = [
        .init(day: -1, sport: "run", minutes: 60), .init(day: -2, sport: "bike", minutes: 90),
        .init(day: -3, sport: "situps", minutes: 10),
      ]
    }
  }

  private func schedule(_ problem: PlanProblem) -> Schedule {
    let runs = (0..<6).map { Sample.planned("run-easy", $0, 50) }
    let rides = [2, 6].map { Sample.planned("ride-easy", $0, 60) }
    let sitUps = (0..<7).map { Sample.planned("sit-ups", $0, 10) }
    return Sample.schedule(runs + rides + sitUps, for: problem)
  }

  /// Runs 300 x 1.00, rides 120 x 0.50, sit-ups 70 x 1.57: 469.9 run-minutes; 210 a week before.
  @Test func theSignalsHaveTheirArithmetic() throws {
    let problem = problem()
    let found = review(schedule(problem), for: problem, ruleBook: try Sample.book())
    func finding(_ rule: String) -> Finding? { found.first { $0.rule == rule } }
    #expect(finding("hip-share")?.arithmetic == "490 min / 490 min = 100 %; watched from 75 %")
    #expect(
      finding("hip-rise")?.arithmetic
        == "469.9 run-minutes / 210 run-minutes - 1 = +123.8 %; watched from 20 %")
    #expect(finding("hip-rise")?.level == .watch)
    #expect(finding("hip-streak")?.level == .watch)
    #expect(finding("hip-relief")?.arithmetic == "0 min / 469.9 run-minutes x 100 = 0; 10 is the aim")
    #expect(finding("hip-one-family") == nil, "300 of 469.9 is under 70 %")
    #expect(finding("sit-ups")?.message.contains("7 days running") == true)
    for rule in ["hip-rise", "hip-relief", "hip-share", "hip-streak"] {
      #expect(finding(rule)?.ask.contains("professional") == true)
      #expect(finding(rule)?.contested != nil)
    }
  }

  /// H1 490/490 = 100 %; H2 469.9 against 210; H3 the days of history and plan in a row; H4 nothing against
  /// 469.9; H7 on days running, without a week before to rise from.
  @Test func theSignalsMakeAHighWeek() throws {
    let problem = problem()
    let week = try #require(
      hipSignals(schedule(problem), for: problem, ruleBook: try Sample.book())[0])
    #expect(week[.share].value == 1 && week[.share].level == .high)
    #expect(abs((week[.rise].value ?? 0) - (469.9 / 210 - 1)) < 1e-9 && week[.rise].level == .high)
    #expect(week[.streak].value == 35 && week[.streak].level == .high)
    #expect(week[.relief].value == 0 && week[.relief].level == .high)
    #expect(week[.sitUps].value == nil && week[.sitUps].level == .info)
    #expect(week.level == .high)
  }

  /// A coach would accept it: one or two small changes, and the week keeps its six runs or nearly.
  @Test func aSmallChangeBringsRelief() throws {
    let rule = "hip-relief"
    let problem = problem()
    let schedule = schedule(problem)
    let book = try Sample.book()
    let finding = try #require(
      review(schedule, for: problem, ruleBook: book).first { $0.rule == rule && $0.level == .watch })
    let fix = try #require(smallestFix(for: finding, in: schedule, for: problem, ruleBook: book))
    #expect(fix.edits.count <= 2, "\(fix.summary)")
    let fixed = fix.applied(to: schedule, for: problem)
    #expect(fixed.sessions.count { $0.sport == "run" } >= 4, "\(fix.summary)")
    let after = review(fixed, for: problem, ruleBook: book)
    #expect(!after.contains { $0.rule == rule && $0.level >= .watch }, "\(fix.summary)")
  }

  /// All 490 min flex the hip. Under 75 % more than 122 min would have to be something else, and two swaps of
  /// the longest sessions reach 110: nothing is offered.
  @Test func theShareTakesMoreThanAPair() throws {
    let problem = problem()
    let schedule = schedule(problem)
    let book = try Sample.book()
    let finding = try #require(
      review(schedule, for: problem, ruleBook: book).first { $0.rule == "hip-share" && $0.level == .watch })
    #expect(smallestFix(for: finding, in: schedule, for: problem, ruleBook: book) == nil)
  }
}
