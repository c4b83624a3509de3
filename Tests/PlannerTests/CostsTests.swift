import PlanFiles
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// What single wishes and limits cost in the objective.
@Suite struct CostsTests {
  /// A problem with habits, a wish, a goal, limits that hold and one that never does.
  private static var wishful: PlanProblem {
    var problem = PlanProblem.steady
    problem.rest.wished = [.monday]
    problem.rest.wishWeight = 0.3
    problem.coaching = Coaching(nothingNewDays: 0)
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 65, latestDaysBefore: 7, earliestDaysBefore: 28)
    ]
    problem.limits.spikeMax = 0.1
    problem.limits.strainMax = 1e9
    return problem
  }

  private func key(_ key: String, of costs: Costs) throws -> Costs.Item {
    try #require(costs.items.first { $0.key == key })
  }

  @Test func everyPartIsNamedOnceAndLeftOutAlone() {
    let problem = Self.wishful
    let parts = CostPart.all(of: problem)
    #expect(Set(parts.map(\.key)).count == parts.count)
    for part in parts { #expect(part.left(out: problem) != problem && !part.text.isEmpty) }
    let keys = parts.map(\.key)
    for wanted in ["coaching.rhythm", "rest.wish_weekdays", "goal.min_long.run", "limits.weekly_growth_max"] {
      #expect(keys.contains(wanted))
    }
    #expect(!keys.contains("coaching.nothing_new"), "asks for nothing")
    #expect(!keys.contains("robust") && !keys.contains { $0.hasPrefix("availability") })
    let bare = CostPart.all(of: .steady)
    #expect(bare.allSatisfy { $0.kind == .limit })
  }

  /// A new term of the coach's needs its line among the habits; the steps of lengths and the levels of the review alone cost
  /// nothing, and calm days are no wish of the coach's.
  @Test func everyTermOfTheCoachIsAHabit() {
    var problem = PlanProblem.steady
    problem.coaching = Coaching()
    let terms = Mirror(reflecting: Coaching()).children.compactMap(\.label)
    let onlyHow = [
      "roundMinutes", "watched", "balancePrice", "frequencyPrice", "intenseInBuildPrice",
      "intenseInTaperPrice", "taperVolumePrice",
      "calmDays",
    ]
    #expect(CostPart.habits(of: problem).count == terms.count { !onlyHow.contains($0) })
  }

  /// What is left out allows more and forbids nothing, so a cost below zero is the search's doing.
  @Test(arguments: 0..<40)
  func everyScheduleStaysAllowed(seed: Int) throws {
    let catalogue = try CatalogueFile.standard()
    let problems = try [
      .drawn(UInt64(seed), from: catalogue), .invented(UInt64(seed)), seed == 0 ? Self.wishful : .steady,
    ]
    for problem in problems where problem.dayCount < 120 {
      guard let schedule = problem.quickSchedule() else { continue }
      for part in CostPart.all(of: problem) {
        let search = CostSearch(part.left(out: problem), from: schedule)
        #expect(search.violation <= 0, "\(problem.id) without \(part.key)")
      }
    }
  }

  @Test func aProblemWithoutItsHabitsIsPlannedAsABareOne() throws {
    let problem = Self.wishful
    var rest = CostPart.all(of: problem).filter { $0.kind == .habit }.reduce(problem) { $1.left(out: $0) }
    var bare = problem
    bare.rest.wished = []
    bare.coaching = nil
    // The steps in which lengths are tried are no term of the objective.
    rest.coaching?.roundMinutes = 1
    #expect(try plan(rest, effort: .quick).objective == plan(bare, effort: .quick).objective)
  }

  @Test func costsAreDifferencesOfWhatIsFound() async throws {
    let problem = Self.wishful
    let planned = try plan(problem, effort: .quick)
    let costs = await costs(of: problem, in: planned, searches: 3)
    #expect(costs.searches == 3 && costs.spread > 0)
    for item in costs.items {
      #expect(item.cost == item.objectiveWithout - costs.objective)
      #expect(item.isBeyondSpread == (abs(item.cost) > costs.spread))
    }
    let never = try key("limits.strain_max", of: costs)
    #expect(never.cost == 0 && !never.isBeyondSpread, "a limit that never holds costs nothing")
    let rise = try key("limits.weekly_growth_max", of: costs)
    #expect(rise.cost > 0 && rise.isBeyondSpread, "it holds every week")
    let habits = try #require(costs.habits)
    #expect(habits.objectiveWithout > costs.objective)
    // Each mean is that of single searches.
    var without = problem
    without.limits.weeklyGrowthMax = nil
    let found = (0..<3).map { dice in
      CostSearch(without, from: planned.schedule).objective(changes: Effort.quick.changes, dice: dice)
    }
    let own = (0..<3).map { dice in
      CostSearch(problem, from: planned.schedule).objective(changes: Effort.quick.changes, dice: dice)
    }
    #expect(Set(own).count > 1, "other dice find other schedules")
    #expect(abs(found.reduce(0, +) / 3 - rise.objectiveWithout) < 1e-9)
  }

  @Test func areTheSameEveryTime() async throws {
    let planned = try plan(.steady, effort: .quick)
    let first = await costs(of: .steady, in: planned, searches: 2)
    #expect(await costs(of: .steady, in: planned, searches: 2) == first)
  }

  @Test func standingAMissedSessionIsAPart() async throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    let costs = await costs(of: problem, in: try plan(problem, effort: .quick), searches: 2)
    #expect(try key("robust", of: costs).cost > 0)
  }

  /// Two groups of two: variance 2, so a difference of means has the standard error of the square root of 2.
  @Test func theSpreadIsThreeStandardErrors() throws {
    let part = CostPart("a", "A", kind: .limit) { _ in }
    let near = Costs(parts: [part], objectives: [[10, 12], [14, 16]])
    #expect(near.objective == 11 && near.items[0].objectiveWithout == 15 && near.items[0].cost == 4)
    #expect(abs(near.spread - 3 * 2.0.squareRoot()) < 1e-12)
    #expect(!near.items[0].isBeyondSpread && near.habits == nil)
    let far = Costs(parts: [part], objectives: [[10, 12], [15, 17], [20, 22]])
    #expect(far.items[0].isBeyondSpread && far.habits?.cost == 10)
  }
}
