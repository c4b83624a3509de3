import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Weeks in which the athlete is away.
@Suite struct AwayWeeksTests {
  /// A reference problem with some weeks without a free day, named as such.
  private func holiday(_ weeks: [Int]) throws -> PlanProblem {
    var problem = try #require(ReferenceProblem.solvable.first { $0.name.hasPrefix("p2") }).problem()
    problem.availability.blockedDays = weeks.flatMap { Array(7 * $0..<7 * $0 + 7) }
    problem.limits.lightWeeks = weeks
    problem.goal.longSessions = []
    return problem
  }

  @Test(arguments: [[0], [4], [4, 5], [2, 8]]) func aWeekWithoutTimeHasAPlan(weeks: [Int]) throws {
    let problem = try holiday(weeks)
    let planned = try plan(problem, effort: Effort(changes: 40_000))
    let findings = review(planned.schedule, for: problem, ruleBook: try RuleBookFile.standard())
    #expect(findings.filter { $0.level == .change }.map(\.message) == [])
    for week in weeks {
      #expect(planned.schedule.weeks[week].type == .deload)
      #expect(planned.schedule.sessions.allSatisfy { ($0.day - problem.start) / 7 != week })
    }
    #expect(planned.objective <= provenBound(problem, steps: 20_000).objective)
  }

  /// What comes first after a week or more without training is neither hard nor long, where the coach's habits count.
  @Test(arguments: [(8...14, [15, 16, 17]), (8...13, []), (0...6, [7, 8, 9]), (35...48, [49, 50, 51])])
  func theFirstDaysBackAreEasy(away: ClosedRange<Int>, easy: [Int]) throws {
    var problem = try holiday([])
    problem.availability.minutes = Array(repeating: 120, count: 7)
    problem.availability.blockedDays = Array(away)
    func isOpen(_ day: Int) -> Bool { PlanModel(problem).isOpen(day) { $0.isHard || $0.isLong } }
    let days = (0..<problem.dayCount).filter { !away.contains($0) }
    let open = Set(days.filter(isOpen))
    problem.coaching = Coaching(noLongBeforeEventDays: 0, longTaper: [])
    #expect(open.subtracting(days.filter(isOpen)) == Set(easy))
  }

  /// After a week off the first week holds three quarters of a usual one, after two weeks half of one: of the four weeks
  /// that end with it, 0.75 / (0.75 + 2) and 0.5 / (0.5 + 1).
  @Test(arguments: [
    (28...34, 41, 0.75 / 2.75), (28...41, 48, 0.5 / 1.5), (28...33, nil, 0), (28...48, nil, 0),
  ])
  func theFirstWeekBackIsLighter(away: ClosedRange<Int>, last: Int?, share: Double) throws {
    var problem = try holiday([])
    problem.availability.blockedDays = Array(away)
    #expect(FirstWeekBack.all(in: problem).isEmpty)
    problem.coaching = Coaching(firstWeekBack: [.init(days: 7, share: 0.75), .init(days: 14, share: 0.5)])
    let found = FirstWeekBack.all(in: problem)
    #expect(found.map(\.lastDay) == (last.map { [$0] } ?? []))
    #expect(found.allSatisfy { abs($0.share - share) < 1e-12 })
  }

  /// Without being named, such a week cannot be as varied as every week has to be.
  @Test func aWeekThatIsNotNamedIsAskedForAsMuch() throws {
    var problem = try holiday([4])
    problem.limits.lightWeeks = []
    #expect(ClashSearch.isProvenImpossible(problem))
  }

  /// An easier week may come right before or after it; others keep their distance.
  @Test(arguments: [[], [0], [3], [3, 4], [2, 6], [9]])
  func sequencesHaveThemAsEasierWeeks(weeks: [Int]) throws {
    var problem = try holiday(weeks)
    for least in 1...3 {
      problem.limits.deload?.minLoadWeeks = least
      let model = PlanModel(problem)
      let sequences = model.weekPatterns(limit: .max)
      #expect(!sequences.isEmpty && Set(sequences).count == sequences.count)
      #expect(sequences.count == model.weekPatternCount)
      #expect(sequences.allSatisfy(model.admits))
      for types in sequences {
        #expect(weeks.allSatisfy { types[$0] == .deload || $0 >= model.buildWeeks })
      }
    }
    problem.limits.deload = nil
    let model = PlanModel(problem)
    #expect(model.weekPatterns(limit: .max).count == 1)
    #expect(model.weekPatterns(limit: .max).allSatisfy(model.admits))
  }

  /// Nothing proves against a schedule of drawn problems in which a week is blocked.
  @Test func boundsHoldBesideThem() throws {
    try PlanProblem.expectBoundsToHold(from: 7000, count: 60) { problem, number in
      let away = number % (problem.weekCount - 2)
      problem.availability.blockedDays = Array(7 * away..<7 * away + 7)
      problem.limits.lightWeeks = [away]
      return true
    }
  }
}
