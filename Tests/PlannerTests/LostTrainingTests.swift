import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Weeks of the past in which little was done.
@Suite struct LostTrainingTests {
  /// A plan that is under way: 60 AU on every day before it, and so many in each week of it so far, on its Wednesday.
  private func underWay(_ weeks: [Int]) throws -> PlanProblem {
    var problem = try #require(ReferenceProblem.solvable.first { $0.name.hasPrefix("p2") }).problem()
    problem.history.load = problem.history.load.map { _ in 60 }
    problem.coaching = Coaching(
      easyDaysAfterAbsence: 3, firstWeekBack: [.init(days: 7, share: 0.75), .init(days: 14, share: 0.5)])
    let kind = try #require(problem.templates.first { $0.sRPE == 3 && $0.sport == "run" })
    problem.held.firstDay = 7 * weeks.count
    problem.held.weeks = weeks.indices.map { .init(index: $0, type: .deload, phase: .base, why: "") }
    problem.held.sessions = weeks.enumerated().filter { $1 > 0 }.map { week, load in
      Session(id: "\(week)", day: problem.day(7 * week + 2), of: kind, minutes: load / 3, why: "")
    }
    return problem
  }

  /// A usual week has 420 AU. The days lost are those of the weeks times the part that is missing.
  @Test(arguments: [
    ([60, 60, 60, 60], 210.0), ([60, 60], 315), ([0], 315), ([0, 0, 0], 210), ([150, 90], 315),
    ([210, 210], nil), ([60], nil), ([60, 60, 420], nil), ([420, 420], nil),
  ]) func weeksOfLittleTrainingAreABreak(weeks: [Int], most: Double?) throws {
    #expect(LostTraining(in: try underWay(weeks))?.firstWeekLoad == most)
  }

  /// Once training is under way again, the first week back is the one that has begun, however often the plan is made anew.
  @Test func aFirstWeekBackThatHasBegunStaysWhereItIs() throws {
    var problem = try underWay([0, 0])
    let kind = try #require(problem.templates.first { $0.sRPE == 3 && $0.sport == "run" })
    for day in 14..<17 {
      problem.held.firstDay = day
      let lost = try #require(LostTraining(in: problem))
      #expect(lost.firstDay == 14 && lost.firstWeekLoad == 210)
      #expect(day == 14 || PlanModel(problem).tuneUps.loadLimit[20]?.most == 210)
      problem.held.sessions.append(
        Session(id: "back \(day)", day: problem.day(day), of: kind, minutes: 12, why: ""))
    }
  }

  /// The week after them is held to that, and begins without hard and long sessions.
  @Test func theWeekAfterThemIsALighterOne() throws {
    var problem = try underWay([60, 60, 60, 60])
    problem.goal.longSessions = []
    let planned = try plan(problem, effort: Effort(changes: 40_000)).schedule
    let week = planned.sessions.filter { (28..<35).contains($0.day - problem.start) }
    #expect(week.reduce(0) { $0 + $1.load } <= 210)
    #expect(week.filter { $0.isHard || $0.isLong }.allSatisfy { $0.day - problem.start > 30 })
    #expect(planned.weeks[4].why.contains("first week back"))
    let unaware = try underWay([60, 60, 420])
    #expect(!PlanModel(unaware).tuneUps.loadLimit[21...].contains { $0 != nil })
  }
}
