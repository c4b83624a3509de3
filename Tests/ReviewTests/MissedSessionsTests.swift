import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct MissedSessionsTests {
  /// Two weeks of three runs; the second may be a tenth heavier than the first.
  private static let rising: (problem: PlanProblem, schedule: Schedule) = {
    let problem = Sample.problem(days: 14) { $0.limits.weeklyGrowthMax = 0.1 }
    let schedule = Sample.loads(
      [0, 100, 0, 200, 0, 0, 300, 0, 100, 0, 200, 0, 0, 300], for: problem, weeks: [.load, .load])
    return (problem, schedule)
  }()

  @Test func namesWhatBreaksByTheMissedSession() throws {
    let (problem, schedule) = Self.rising
    let missed = try #require(missedSessions(schedule, for: problem, ruleBook: try Sample.book()))
    #expect(missed.sessionCount == 6)
    #expect(
      missed.freeCount == 3, "600 AU after 500, 400 and 300 is too much; later there is nothing to break")
    #expect(missed.cases.map(\.sessions) == [["run-1"], ["run-3"], ["run-6"]])
    let finding = try #require(missed.cases.first?.findings.first)
    #expect(finding.rule == "weekly-rise" && finding.value == 600 && finding.limit == 550)
    #expect(finding.arithmetic.hasPrefix("600 AU / 500 AU - 1 = +20.0 %"))
    #expect(missed.cases.allSatisfy { $0.findings.count == 1 })
  }

  @Test func repairsByTheSmallestLaterChange() throws {
    let (problem, schedule) = Self.rising
    let missed = try #require(missedSessions(schedule, for: problem, ruleBook: try Sample.book()))
    let repair = try #require(missed.cases.first?.repair)
    #expect(repair.edits == [.lasts(session: "run-13", minutes: 25)])
    #expect(missed.cases[0].left.isEmpty)
  }

  @Test func pairsOfWhichAPartBreaksAreNotNamedAgain() throws {
    let problem = Sample.problem(days: 7) { $0.goal.minFitness = 100.3 }
    let schedule = Sample.loads([100, 100, 100, 100, 100, 300, 100], for: problem)
    let missed = try #require(missedSessions(schedule, for: problem, ruleBook: try Sample.book(), most: 3))
    let lone = missed.cases.filter { $0.sessions.count == 1 }
    let pairs = missed.cases.filter { $0.sessions.count == 2 }
    #expect(lone.map(\.sessions) == [["run-5"]])
    #expect(pairs.count > 1 && pairs.allSatisfy { !$0.sessions.contains("run-5") })
    for found in missed.cases where found.sessions.count == 3 {
      #expect(!pairs.contains { Set($0.sessions).isSubset(of: found.sessions) })
    }
    #expect(missed.looked.map(\.setCount) == [7, 21, 5])
    #expect(missed.looked.map(\.bound) == [nil, nil, "those that follow one another"])
  }

  @Test func whatStandsAlreadyIsNoConsequence() throws {
    let (problem, schedule) = Self.rising
    var heavy = schedule
    heavy.sessions[5].load = 500
    heavy.sessions[5].sRPE = 500.0 / 30
    let missed = try #require(missedSessions(heavy, for: problem, ruleBook: try Sample.book()))
    #expect(
      missed.cases.map(\.sessions) == [["run-1"], ["run-3"], ["run-6"]], "the breach grows with these only")
  }

  @Test func aRuleThatWatchesBreaksNothing() throws {
    var (problem, schedule) = Self.rising
    problem.policy.settings = [.init(rule: "weekly-rise", effect: .watches, origin: "here")]
    let missed = try #require(missedSessions(schedule, for: problem, ruleBook: try Sample.book()))
    #expect(missed.freeCount == 6 && missed.cases.isEmpty)
  }

  @Test func whatIsDoneOrPastCannotBeMissed() throws {
    var (problem, schedule) = Self.rising
    schedule.sessions[0].isDone = true
    let book = try Sample.book()
    #expect(missedSessions(schedule, for: problem, ruleBook: book)?.sessionCount == 5)
    let later = missedSessions(schedule, for: problem, ruleBook: book, today: problem.start + 7)
    #expect(later?.sessionCount == 3)
    var checkIn = CheckIn(day: problem.start)
    checkIn.redFlag = true
    problem.checkIns = CheckIns([checkIn])
    #expect(missedSessions(schedule, for: problem, ruleBook: book) == nil)
  }

  @Test func longPlansAreLookedAtForPairsNearEachOther() throws {
    let (problem, schedule) = Sample.season(weeks: 27)
    let missed = try #require(missedSessions(schedule, for: problem, ruleBook: try Sample.book(), most: 2))
    #expect(missed.looked.map(\.bound) == [nil, "those at most 6 weeks apart"])
  }

  /// No session that a repair of several steps shortens can get five minutes of it back.
  @Test func lengthsOfARepairChangeAsLittleAsTheyCan() throws {
    let book = try Sample.book()
    var count = 0
    for spoilt in SpoiltCase.all {
      let (_, (problem, schedule)) = spoilt.applied()
      let missed = missedSessions(schedule, for: problem, ruleBook: book, most: 1)
      let baseline = Baseline(Reviewer(schedule, for: problem, ruleBook: book).judged)
      for found in missed?.cases ?? [] where found.left.isEmpty {
        guard let repair = found.repair, repair.edits.count > 1 else { continue }
        var rest = schedule
        rest.sessions.removeAll { found.sessions.contains($0.id) }
        for (place, edit) in repair.edits.enumerated() {
          guard case .lasts(let id, let minutes) = edit,
            let old = rest.sessions.first(where: { $0.id == id })?.minutes, old > minutes + 5
          else { continue }
          var edits = repair.edits
          edits[place] = .lasts(session: id, minutes: minutes + 5)
          let milder = edits.reduce(rest) { $1.applied(to: $0, for: problem) }
          let judged = Reviewer(milder, for: problem, ruleBook: book).judged
          #expect(judged.contains { $0.level == .change && !baseline.holds($0) }, "\(repair.summary)")
          count += 1
        }
      }
    }
    #expect(count > 10, "\(count)")
  }

  /// Against all rules on a training read anew, where limits are broken to begin with as well.
  @Test(arguments: SpoiltCase.all) func agreesWithAllRulesReadAnew(spoilt: SpoiltCase) throws {
    let book = try Sample.book()
    let (_, (problem, schedule)) = spoilt.applied()
    guard let missed = missedSessions(schedule, for: problem, ruleBook: book, most: 2) else { return }
    let baseline = Baseline(Reviewer(schedule, for: problem, ruleBook: book).judged)
    func breaks(_ ids: [String]) -> Bool {
      var changed = schedule
      changed.sessions.removeAll { ids.contains($0.id) }
      return Reviewer(changed, for: problem, ruleBook: book).judged
        .contains { $0.level == .change && !baseline.holds($0) }
    }
    let ids = schedule.sessions.filter { problem.start <= $0.day && $0.day < problem.day(problem.dayCount) }
      .map(\.id)
    let alone = Set(missed.cases.filter { $0.sessions.count == 1 }.map { $0.sessions[0] })
    for id in ids where ids.count == Set(ids).count { #expect(breaks([id]) == alone.contains(id), "\(id)") }
    let free = ids.filter { !alone.contains($0) }
    let named = Set(missed.cases.map(\.sessions))
    for step in stride(from: 1, to: free.count, by: 5) {
      let pair = [free[(7 * step) % (free.count - step)], free[(7 * step) % (free.count - step) + step]]
      #expect(breaks(pair) == named.contains(pair), "\(pair)")
    }
  }
}
