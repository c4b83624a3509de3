import PlanFiles
import Review
import Testing
import TrainingPlan

@testable import Planner

/// What is said of problems without a schedule, over drawn problems: every claim has a schedule that proves it.
@Suite struct ClashTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  /// Drawn problems for which little work finds no schedule.
  private func resisting(_ seeds: Range<UInt64>) -> [PlanProblem] {
    seeds.map { PlanProblem.drawn($0, from: catalogue) }.filter { problem in
      guard problem.dayCount < 90 else { return false }
      var changes = 100_000
      return UnreachableGoal(in: problem) != nil
        || FirstSchedule(model: PlanModel(problem)).found(changes: &changes) == nil
    }
  }

  @Test(arguments: [0..<25, 25..<50] as [Range<UInt64>])
  func everyClaimHasItsSchedule(seeds: Range<UInt64>) {
    let problems = resisting(seeds)
    #expect(!problems.isEmpty)
    for problem in problems {
      var search = ClashSearch(problem: problem)
      let said = search.infeasibility()
      #expect(!said.clashes.isEmpty && said.clashes.count <= 3, "\(problem.id)")
      for witness in search.witnesses { check(witness) }
      for wish in said.clashes.flatMap(\.wishes) {
        let own = search.witnesses.filter { $0.key == wish.key }
        #expect(!wish.isNeeded || !own.isEmpty, "\(problem.id) \(wish.key)")
        for help in wish.help {
          #expect(own.contains { $0.help == help }, "\(problem.id) \(wish.key): \(help)")
        }
      }
      var again = ClashSearch(problem: problem)
      #expect(again.infeasibility() == said, "\(problem.id)")
    }
  }

  private func check(_ witness: ClashSearch.Witness) {
    let model = PlanModel(witness.problem)
    let trial = Trial(model: model, weekTypes: witness.schedule.weekTypes)
    trial.reset(minutes: witness.schedule.minutes, weekTypes: witness.schedule.weekTypes)
    let schedule = ScheduleWriter(trial: trial).schedule()
    let broken = review(schedule, for: witness.problem, ruleBook: book).filter { $0.level == .change }
    #expect(broken.isEmpty, "\(witness.problem.id) \(witness.key): \(broken.map(\.message))")
  }

  /// Two long sessions of one event have keys of their own.
  @Test func eachLongSessionHasItsOwnKey() throws {
    var problem = try ReferenceProblem.impossible.problem()
    problem.goal.longSessions.append(
      PlanProblem.LongSession(sport: "bike", minutes: 600, latestDaysBefore: 7, earliestDaysBefore: 21))
    let keys = WishGroup.all(of: problem).map(\.key)
    #expect(Array(keys.prefix(2)) == ["goal.min_long.run", "goal.min_long.bike"])
    #expect(Set(keys).count == keys.count)
  }

  @Test func countsTheSequencesOfWeekKindsWithoutMakingThem() throws {
    for seed in 0..<60 as Range<UInt64> {
      let model = PlanModel(PlanProblem.drawn(seed, from: catalogue))
      guard model.weekPatternCount < 20_000 else { continue }
      #expect(model.weekPatterns(limit: .max).count == model.weekPatternCount, "seed \(seed)")
    }
  }

  /// Of too many sequences for a list a part is ranked, and their number is still the true one.
  @Test func manySequencesAreNeverTakenForAll() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    problem.event.dayIndex = 7 * 60 - 1
    problem.limits.deload = Limits.Deload(
      maxLoadWeeks: 6, minLoadWeeks: 1, maxFraction: 0.7, minFraction: 0.3)
    let model = PlanModel(problem)
    #expect(model.weekPatterns(limit: .max).count == 20_000)
    #expect(model.weekPatternCount > 1_000_000)
  }
}
