import Foundation
import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

@Suite struct PlanTests {
  @Test(arguments: ReferenceProblem.solvable)
  func comesCloseToTheReference(_ reference: ReferenceProblem) throws {
    let problem = try reference.problem()
    let planned = try plan(problem)
    #expect(planned.objective >= 0.9 * reference.objective)
    #expect(changes(planned.schedule, problem).isEmpty)
  }

  @Test func isTheSameEveryTime() throws {
    let problem = try ReferenceProblem.solvable[0].problem()
    #expect(try plan(problem, effort: .quick) == plan(problem, effort: .quick))
  }

  @Test func saysWhichWishesClash() throws {
    let problem = try ReferenceProblem.impossible.problem()
    let infeasibility = #expect(throws: Infeasibility.self) { try plan(problem) }
    let clash = try #require(infeasibility?.clashes.first)
    #expect(infeasibility?.isProven == true)
    let keys = ["goal.min_long.run", "limits.spike_max", "limits.records_per_week"]
    #expect(Array(clash.wishes.map(\.key).prefix(3)) == keys)
    let unproven = clash.wishes.filter { !$0.isNeeded }
    #expect(unproven.isEmpty)
    #expect(clash.wishes[0].help == ["ask for 60 min"])
  }

  @Test func findsAPlanOnceTheClashIsGone() throws {
    var problem = try ReferenceProblem.impossible.problem()
    problem.goal.longSessions[0].minutes = 60
    let planned = try plan(problem)
    let longest = planned.schedule.sessions.filter { $0.sport == "run" }.map(\.minutes).max()
    #expect(try #require(longest) >= 60)
    #expect(changes(planned.schedule, problem).isEmpty)
  }

  /// Seven easy runs a week do not go with the days that are free; what is offered instead has a schedule.
  @Test func provesThatAWishCannotBeMet() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    problem.templates[0].minPerWeek = 7
    let infeasibility = #expect(throws: Infeasibility.self) { try plan(problem, effort: .quick) }
    #expect(infeasibility?.isProven == true)
    let wishes = try #require(infeasibility?.clashes.first).wishes
    let wish = try #require(wishes.first)
    #expect(wish.key == "templates.run_easy.min_per_week")
    let offered = try #require(wish.help.first?.split(separator: " ").first.flatMap { Int($0) })
    problem.templates[0].minPerWeek = offered
    _ = try plan(problem, effort: .quick)
  }

  /// The stages of a smaller effort are the first ones of a larger effort.
  @Test(arguments: ReferenceProblem.solvable) func moreWorkIsNeverWorse(known: ReferenceProblem) throws {
    let problem = try known.problem()
    var before = -Double.infinity
    for units in [1, 4, 10, 22] {
      let planned = try plan(problem, effort: Effort(changes: units * Effort.quick.changes))
      #expect(planned.objective >= before)
      before = planned.objective
    }
  }

  /// Problems that resist their first stage; most give way to one of the starts after it.
  @Test func whatLittleWorkFindsIsNotLostByMore() throws {
    let catalogue = try CatalogueFile.standard()
    var solved = 0
    for seed in [1001, 1282, 1345, 1374] as [UInt64] {
      let problem = PlanProblem.drawn(seed, from: catalogue)
      var before = -Double.infinity
      for units in [1, 4, 10] {
        let effort = Effort(changes: units * Effort.quick.changes)
        let found = Search(model: PlanModel(problem), effort: effort).run()
        let value = found.score.violation > 0 ? -Double.infinity : found.score.value
        #expect(value >= before, "\(problem.id): \(units) units")
        before = value
      }
      if before > -.infinity { solved += 1 }
    }
    #expect(solved >= 3, "\(solved) of 4")
  }

  /// A search that finds nothing where nothing is proven goes the way of a larger effort.
  @Test(arguments: [23, 27, 59, 86] as [UInt64])
  func aSearchThatFindsNothingGoesOn(seed: UInt64) throws {
    let problem = PlanProblem.drawn(seed, from: try CatalogueFile.standard())
    let least = Effort(changes: 1_000)
    var search = Search(model: PlanModel(problem), effort: least)
    try #require(search.begin().score.violation > 0)
    search.goOn(upTo: Effort(changes: 4 * Effort.quick.changes))
    let found = try #require(search.best)
    #expect(found.score.violation <= 0)
    let planned = try plan(problem, effort: least)
    #expect(PlannedSchedule(found, in: search.model, least) == planned)
    #expect(changes(planned.schedule, problem).isEmpty)
  }

  /// What it comes by is what the larger effort comes by.
  @Test func goingOnIsALargerEffort() throws {
    let model = PlanModel(PlanProblem.drawn(49, from: try CatalogueFile.standard()))
    let larger = Effort(changes: 4 * Effort.quick.changes)
    var search = Search(model: model, effort: .quick)
    let first = search.begin()
    search.goOn(upTo: larger)
    let whole = Search(model: model, effort: larger).run()
    #expect(first.score.violation > 0 && whole.score.violation <= first.score.violation)
    #expect(search.best?.minutes == whole.minutes)
  }

  /// No schedule of the planner breaks a binding limit by the separate review.
  @Test(arguments: 0..<32)
  func neverTripsItsOwnReview(seed: Int) throws {
    let problem = try PlanProblem.invented(UInt64(seed))
    guard isSolvable(problem) else { return }
    let planned = try plan(problem, effort: little)
    let broken = changes(planned.schedule, problem)
    #expect(broken.isEmpty, "\(broken.map { "\($0.rule): \($0.message)" })")
    #expect(planned.value <= planned.objective + 1e-9)
    #expect(planned.schedule.sessions.allSatisfy { !$0.why.isEmpty })
    #expect(Set(planned.schedule.sessions.map(\.id)).count == planned.schedule.sessions.count)
  }

  @Test func mostInventedProblemsHaveAPlan() throws {
    let solved = try (0..<32).filter { isSolvable(try PlanProblem.invented(UInt64($0))) }
    #expect(solved.count >= 24)
  }

  private let little = Effort(changes: 20_000)

  private func isSolvable(_ problem: PlanProblem) -> Bool {
    Search(model: PlanModel(problem), effort: little).run().score.violation <= 0
  }

  private func changes(_ schedule: Schedule, _ problem: PlanProblem) -> [Finding] {
    guard let ruleBook = try? RuleBookFile.standard() else { return [] }
    return review(schedule, for: problem, ruleBook: ruleBook).filter { $0.level == .change }
  }
}
