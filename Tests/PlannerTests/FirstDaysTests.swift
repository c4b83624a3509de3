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

  /// Nothing proves against a schedule of drawn problems that begin after a hard day.
  @Test func boundsHoldBesideThem() throws {
    let catalogue = try CatalogueFile.standard()
    var compared = 0
    for seed in 0..<80 as Range<UInt64> where compared < 12 {
      var problem = PlanProblem.drawn(9000 + seed, from: catalogue)
      guard problem.held.isEmpty, (4...14).contains(problem.weekCount) else { continue }
      problem.history.load[problem.history.load.count - 1 - Int(seed) % 3] += 900
      makeRoom(in: &problem)
      guard problem.limits.firstDays != nil else { continue }
      let model = PlanModel(problem)
      let found = Search(model: model, effort: Effort(changes: 4_000)).run(retries: 2)
      guard found.score.violation <= 0 else { continue }
      compared += 1
      let planned = PlannedSchedule(found, in: model, .quick)
      #expect(planned.objective <= provenBound(problem, steps: 20_000, effort: .quick).objective)
      var study = FeasibilityStudy(problem)
      #expect(study.proof(problem, .programme) == nil, "seed \(seed)")
      #expect(study.proof(problem, .choices) == nil, "seed \(seed)")
      let findings = review(planned.schedule, for: problem, ruleBook: try RuleBookFile.standard())
      #expect(findings.filter { $0.level == .change }.map(\.message) == [], "seed \(seed)")
    }
    #expect(compared >= 6, "\(compared)")
  }
}
