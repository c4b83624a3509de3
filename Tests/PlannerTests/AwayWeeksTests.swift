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

  /// After a week off the first week holds three quarters of a usual one, after two weeks half of one; days without
  /// training that follow are days off too, and the week begins after them.
  @Test(arguments: [
    (28...34, [41: 0.75, 42: 0.75, 43: 0.75]), (28...41, [48: 0.5, 49: 0.5, 50: 0.5]),
    (28...39, [46: 0.75, 47: 0.75, 48: 0.5]), (28...33, [41: 0.75, 42: 0.75]), (28...31, [:]),
  ])
  func theFirstWeekBackIsLighter(away: ClosedRange<Int>, shares: [Int: Double]) throws {
    var problem = try holiday([])
    problem.availability.blockedDays = Array(away)
    #expect(FirstWeekBack.all(in: problem).isEmpty)
    problem.coaching = Coaching(firstWeekBack: [.init(days: 7, share: 0.75), .init(days: 14, share: 0.5)])
    let limits = FirstWeekBack.all(in: problem).flatMap { $0.loadLimits(historyCount: 28) }
    #expect(Dictionary(uniqueKeysWithValues: limits.map { ($0.day, 4 * $0.limit.share) }) == shares)
    #expect(limits.allSatisfy { $0.day - $0.limit.back == away.lowerBound - 1 && $0.limit.days == 7 })
    let short = FirstWeekBack.all(in: problem).flatMap { $0.loadLimits(historyCount: -1) }
    #expect(short.isEmpty, "what was usual before is not known")
  }

  /// However long the absence, what the planner makes of the first week back is what the review asks for.
  @Test(arguments: [(28...34), (30...41), (28...33), (33...46)])
  func theReviewFindsTheFirstWeekBackLightEnough(away: ClosedRange<Int>) throws {
    var problem = try holiday([])
    problem.availability.blockedDays = Array(away)
    problem.limits.lightWeeks = (0..<problem.weekCount).filter { week in
      (7 * week..<7 * week + 7).count(where: away.contains) >= 4
    }
    problem.coaching = Coaching(firstWeekBack: [.init(days: 7, share: 0.75), .init(days: 14, share: 0.5)])
    let planned = try plan(problem, effort: Effort(changes: 40_000))
    let findings = review(planned.schedule, for: problem, ruleBook: try RuleBookFile.standard())
    #expect(findings.filter { $0.rule == "return-from-break" }.map(\.message) == [])
  }

  /// A week of the past in which nothing was done, as with an illness, counts as one on which nothing was possible: the plan
  /// goes on from before it, and the review asks nothing of it.
  @Test func aWeekThatWentByIdleIsAnAbsence() throws {
    var problem = try holiday([])
    problem.coaching = Coaching(firstWeekBack: [.init(days: 7, share: 0.75), .init(days: 14, share: 0.5)])
    var schedule = try plan(problem, effort: Effort(changes: 40_000)).schedule
    schedule.sessions.removeAll { (28..<35).contains($0.day - problem.start) }
    #expect(problem.awayWhereIdle(schedule.sessions, before: 33) == problem, "not long enough yet")
    let away = problem.awayWhereIdle(schedule.sessions, before: 35)
    #expect(Set(28...34).isSubset(of: away.availability.blockedDays))
    #expect(away.limits.lightWeeks.filter { (4...5).contains($0) } == [4, 5])
    #expect(away.awayWhereIdle(schedule.sessions, before: 35) == away, "it is not counted twice")

    problem.held = schedule.held(for: problem, today: problem.start + 35)
    let planned = try plan(problem, effort: Effort(changes: 40_000)).schedule
    func load(_ week: Int) -> Double {
      planned.sessions.filter { ($0.day - problem.start) / 7 == week }.reduce(0) { $0 + $1.load }
    }
    #expect(planned.weeks[5].type == .deload && load(5) > 0 && load(6) > 0.6 * load(2))
    let book = try RuleBookFile.standard()
    let findings = review(planned, for: problem, ruleBook: book, today: problem.start + 35)
    let weekly = ["deload", "variety", "rest-run", "hip-relief", "return-from-break"]
    func ofTheWeek(_ findings: [Finding]) -> [String] {
      findings.filter { $0.week == 4 && $0.level > .note && weekly.contains($0.rule) }.map(\.message)
    }
    #expect(ofTheWeek(findings) == [] && ofTheWeek(review(planned, for: problem, ruleBook: book)) != [])
    var done = planned
    for index in done.sessions.indices where done.sessions[index].day < problem.start + 42 {
      done.sessions[index].isDone = true
    }
    #expect(
      ofTheWeek(review(done, for: problem, ruleBook: book)) == [],
      "what was done after it says that it is past")
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
