import Foundation
import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// A robust plan stays inside its limits whichever session is missed, by the separate review; where none is
/// found, it is said what stands in the way.
@Suite(.serialized) struct RobustPlanTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  /// `GRADUS_ROBUST_PROBLEMS=4000 swift test --filter RobustPlan` looks at so many problems.
  static let seeds: [Range<Int>] = {
    let count = ProcessInfo.processInfo.environment["GRADUS_ROBUST_PROBLEMS"].flatMap { Int($0) } ?? 240
    return stride(from: 0, to: count, by: 60).map { $0..<min($0 + 60, count) }
  }()

  @Test(arguments: seeds) func standsAnyMissedSession(seeds: Range<Int>) throws {
    var found = 0
    for seed in seeds {
      var problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.dayCount < 120 else { continue }
      problem.robustness = Robustness()
      guard let schedule = problem.quickSchedule() else { continue }
      found += 1
      #expect(RobustProof.UnreachableTwice(in: problem) == nil, "seed \(seed)")
      let missed = try #require(missedSessions(schedule, for: problem, ruleBook: book))
      #expect(
        missed.cases.isEmpty,
        "seed \(seed): \(missed.cases.flatMap(\.findings).map { "\($0.rule) \($0.first): \($0.arithmetic)" })"
      )
    }
    #expect(found > 6, "\(found) robust plans")
  }

  @Test func sparedRulesMayBreak() throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    let all = try plan(problem, effort: .quick)
    problem.robustness = Robustness(spared: ["weekly-rise"])
    let most = try plan(problem, effort: .quick)
    problem.robustness = nil
    let plain = try plan(problem, effort: .quick)
    #expect(all.objective < most.objective && most.objective <= plain.objective)
    #expect(all.schedule.robustCost == RobustCost(objective: all.objective, plainObjective: plain.objective))
    #expect(plain.schedule.robustCost == nil)
    let missed = try #require(missedSessions(most.schedule, for: problem, ruleBook: book))
    #expect(!missed.cases.isEmpty)
    #expect(missed.cases.allSatisfy { $0.findings.allSatisfy { $0.rule == "weekly-rise" } })
    #expect(missedSessions(all.schedule, for: problem, ruleBook: book)?.cases.isEmpty == true)
  }

  /// A rule that the coach only watches may break as well.
  @Test func watchedRulesAreSpared() throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    problem.policy.settings = [.init(rule: "weekly-rise", effect: .watches, origin: "here")]
    let found = try plan(problem, effort: .quick)
    problem.policy.settings = []
    problem.robustness = Robustness(spared: ["weekly-rise"])
    #expect(try plan(problem, effort: .quick).schedule == found.schedule)
  }

  /// Where any session may be missed, a long run needs two before it that are nearly as long: counting tells how far
  /// that leads, and a shorter run is offered.
  @Test func aGoalThatCannotBeReachedTwiceIsProvenSo() throws {
    var problem = PlanProblem.steady
    problem.limits.weeklyGrowthMax = nil
    problem.limits.spikeMax = 0.1
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 75, latestDaysBefore: 10, earliestDaysBefore: 20)
    ]
    problem.robustness = nil
    _ = try plan(problem, effort: .quick)
    problem.robustness = Robustness()
    problem.goal.longSessions[0].earliestDaysBefore = 28
    problem.goal.longSessions[0].latestDaysBefore = 20
    problem.limits.spikeMax = 0.05
    let twice = try #require(RobustProof.UnreachableTwice(in: problem))
    #expect(twice.reachable < 75 && twice.reachable > 60)
    do throws(Infeasibility) {
      _ = try plan(problem, effort: .quick)
      Issue.record("a schedule where there can be none")
    } catch {
      #expect(error.isProven)
      let goal = try #require(error.clashes.first?.wishes.first { $0.key == "goal.min_long.run" })
      #expect(goal.help.count == 1 && goal.help.allSatisfy { $0.hasPrefix("ask for ") }, "\(goal.help)")
      problem.robustness?.excepted = try #require(error.clashes.first?.excepted)
      #expect(problem.robustness?.excepted.contains("goal") == true)
      #expect(throws: Never.self) { try plan(problem, effort: .quick) }
    }
  }

  /// A step of the long sessions' taper that would hold all days of the plan holds none, in the proof as in the search.
  @Test func aTaperLongerThanThePlanForbidsNoGoal() throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    problem.coaching = Coaching(longTaper: [.init(days: 56, fraction: 0.5)])
    problem.goal.longSessions = [
      .init(sport: "run", minutes: 60, latestDaysBefore: 10, earliestDaysBefore: 28)
    ]
    #expect(RobustProof.UnreachableTwice(in: problem) == nil)
    _ = try plan(problem, effort: .quick)
  }

  /// Where a goal is out of reach whether a session is missed or not, what helps does so beside the wish, or the wish is
  /// told to be in the way as well.
  @Test(arguments: [120.0, 200]) func whatHelpsStandsAMissedSession(minutes: Double) throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    problem.goal.longSessions = [
      .init(sport: "run", minutes: minutes, latestDaysBefore: 10, earliestDaysBefore: 28)
    ]
    for index in problem.templates.indices { problem.templates[index].maxMinutes = 240 }
    let said = RobustClash(problem: problem).infeasibility()
    let goal = try #require(said.clashes.first?.wishes.first { $0.key.hasPrefix("goal.min_long") })
    guard goal.isEnough else {
      #expect(said.clashes.last?.wishes.map(\.key) == ["robust"])
      return
    }
    let help = try #require(goal.help.first?.split(separator: " ").compactMap { Double($0) }.first)
    problem.goal.longSessions[0].minutes = help
    _ = try plan(problem, effort: Effort(changes: 200_000))
  }

  @Test func saysWhatStandsInTheWay() throws {
    var problem = PlanProblem.steady
    problem.robustness = Robustness()
    problem.templates[1].minPerWeek = 1
    problem.templates[1].maxPerWeek = 1
    #expect(throws: Infeasibility.self) { try plan(problem, effort: .quick) }
    do throws(Infeasibility) {
      _ = try plan(problem, effort: .quick)
    } catch {
      let clash = try #require(error.clashes.first)
      #expect(clash.wishes.map(\.key) == ["robust", "availability"])
      #expect(clash.wishes[0].help.last?.hasPrefix("`robust: { except: [availability] }`") == true)
      #expect(!error.isProven)
    }
    problem.robustness?.excepted = ["availability"]
    #expect(try plan(problem, effort: .quick).schedule.robustCost?.excepted == ["availability"])
  }

  /// What is to be excepted is enough, and what is excepted already is said with it.
  @Test(arguments: [0.02, 0.05, 0.1], [["hip-rise"], []]) func whatIsExceptedIsEnough(
    rise: Double, already: [String]
  ) throws {
    var problem = PlanProblem.steady
    problem.limits.weeklyGrowthMax = rise
    problem.limits.weeklyGrowthAllowance = 5
    problem.robustness = Robustness(excepted: already)
    let excepted = try #require(RobustClash(problem: problem).infeasibility().clashes.first?.excepted)
    #expect(excepted.contains("weekly-rise") && Set(already).isSubset(of: excepted), "\(excepted)")
    problem.robustness = Robustness(excepted: excepted)
    #expect(try plan(problem, effort: .quick).schedule.robustCost?.excepted == excepted)
  }
}

extension Infeasibility.Clash {
  /// The limits that a coach is offered to except.
  fileprivate var excepted: [String]? {
    wishes.first?.help.last?.split(separator: "except: [").last?.split(separator: "]").first?
      .split(separator: ", ").map(String.init)
  }
}

extension PlanProblem {
  /// Eight weeks of easy and long runs that may rise by a tenth a week.
  static var steady: PlanProblem {
    var limits = Limits()
    limits.weeklyGrowthMax = 0.1
    limits.weeklyGrowthAllowance = 30
    let run = SessionTemplate(
      id: "run-easy", title: "Easy run", sport: "run", family: "run", sRPE: 3, minMinutes: 20, maxMinutes: 75,
      hipPerMinute: 1)
    let swim = SessionTemplate(
      id: "swim-easy", title: "Easy swim", sport: "swim", family: "swim", sRPE: 3, minMinutes: 20,
      maxMinutes: 60,
      hipPerMinute: 0.19)
    return PlanProblem(
      id: "steady", title: "Steady", start: CivilDay(number: 20_458),
      event: .init(name: "Run", sport: "run", minutes: 50, dayIndex: 55),
      history: .init(
        load: Array(repeating: 70, count: 42), hip: Array(repeating: 20, count: 42),
        sessions: [.init(day: -3, sport: "run", minutes: 60)]),
      availability: .init(minutes: Array(repeating: 90, count: 7), maxSessionsPerDay: 1),
      rest: .init(minPer7: 1), templates: [run, swim], limits: limits)
  }
}
