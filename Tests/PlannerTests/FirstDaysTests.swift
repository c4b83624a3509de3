import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Plans that begin right after a hard race or more hip flexion than they allow.
@Suite struct FirstDaysTests {
  /// A reference problem after a race on the day before it begins.
  private func afterRace(load: Double = 1500) throws -> PlanProblem {
    var problem = try #require(ReferenceProblem.solvable.first { $0.name.hasPrefix("p2") }).problem()
    problem.history.load[problem.history.load.count - 1] = load
    return problem
  }

  private func makeRoom(in problem: inout PlanProblem) {
    problem.limits.makeRoom(for: problem.history, problem.model, dayCount: problem.dayCount)
  }

  @Test func aRaceOnTheEveHasAPlan() throws {
    var problem = try afterRace()
    #expect(ClashSearch.isProvenImpossible(problem))
    makeRoom(in: &problem)
    let first = try #require(problem.limits.firstDays?.count)
    #expect((4...14).contains(first) && problem.limits.lightWeeks.first == 0)

    let planned = try plan(problem, effort: Effort(changes: 40_000))
    let findings = review(planned.schedule, for: problem, ruleBook: try RuleBookFile.standard())
    #expect(findings.filter { $0.level == .change }.map(\.message) == [])
    #expect(findings.contains { $0.level == .note && $0.message.contains("by itself") })
    #expect(planned.schedule.weeks[0].type == .deload)
    for session in planned.schedule.sessions where session.day - problem.start < first {
      #expect(!session.isHard && !session.isLong)
    }
    #expect(planned.objective <= provenBound(problem, steps: 20_000).objective)
  }

  /// The room is no more than the past takes: load beyond it on those days is found, and afterwards nothing is looser.
  @Test func theRoomIsForThePastAlone() throws {
    var problem = try afterRace()
    makeRoom(in: &problem)
    let limits = problem.limits
    let first = try #require(limits.firstDays)
    #expect(limits.on(first.count) == limits)
    #expect(try #require(limits.on(0).rampAbsolute) > (try #require(limits.rampAbsolute)))
    var schedule = try plan(problem, effort: .quick).schedule
    let place = try #require(
      schedule.sessions.firstIndex { $0.day - problem.start < first.count && !$0.isRestful })
    schedule.sessions[place].load *= 8
    schedule.sessions[place].minutes *= 8
    let findings = review(schedule, for: problem, ruleBook: try RuleBookFile.standard())
    #expect(findings.contains { $0.level == .change && $0.rule == "fitness-ramp" })
  }

  /// A week that begins with four easy days or more is easy to its end.
  @Test(arguments: [(3, 3), (5, 7), (9, 9), (11, 14)]) func easyDaysEndWithALightWeek(
    count: Int, easy: Int
  ) throws {
    var problem = try afterRace()
    problem.limits.firstDays = Limits.FirstDays(count: count)
    #expect(problem.limits.firstDays?.easyCount == easy)
    let hard = try #require(problem.templates.first { $0.isHard && !$0.isLong })
    let days = TuneUpDays(problem)
    #expect((0..<20).allSatisfy { days.allows(hard, on: $0) == ($0 >= easy) })
  }

  /// Nothing proves against a schedule of drawn problems that begin after a hard day.
  @Test func boundsHoldBesideThem() throws {
    try PlanProblem.expectBoundsToHold(from: 9000, count: 80) { problem, number in
      problem.history.load[problem.history.load.count - 1 - number % 3] += 900
      makeRoom(in: &problem)
      return problem.limits.firstDays != nil
    }
  }
}
