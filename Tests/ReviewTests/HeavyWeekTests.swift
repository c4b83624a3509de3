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
}
