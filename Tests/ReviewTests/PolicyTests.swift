import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// What the coach's limits file and waivers make of findings.
@Suite struct PolicyTests {
  private func problem(_ policy: RulePolicy) -> PlanProblem {
    Sample.problem(days: 7) {
      $0.limits.monotonyMax = 2
      $0.policy = policy
    }
  }

  private func monotony(_ policy: RulePolicy, today: CivilDay? = nil) throws -> [Finding] {
    let problem = problem(policy)
    return try Sample.findings(
      "monotony", Sample.loads([100, 100, 100, 100, 100, 100, 0], for: problem), problem, today: today)
  }

  private func setting(_ effect: RulePolicy.Effect, rule: String = "monotony") -> RulePolicy {
    RulePolicy(settings: [.init(rule: rule, effect: effect, origin: "limits/coach.yaml:7")])
  }

  @Test func theCoachSaysWhatABreachIsWorth() throws {
    #expect(try monotony(setting(.binds)).map(\.level) == [.change])
    #expect(try monotony(setting(.watches)).map(\.level) == [.watch])
    #expect(try monotony(setting(.notes)).map(\.level) == [.note])
    #expect(try monotony(setting(.off)).isEmpty)
  }

  @Test func whereTheLimitWasSetIsSaid() throws {
    #expect(try monotony(setting(.watches)).first?.origin == "limits/coach.yaml:7")
    #expect(try monotony(RulePolicy()).first?.origin == "the plan's limits")
  }

  /// Advice on a rule that no limit can hold binds where the coach says so.
  @Test func adviceBindsOnRequest() throws {
    let problem = Sample.problem(days: 7) {
      $0.templates = Sample.templates
      $0.policy = setting(.binds, rule: "hip-share")
    }
    let runs = [1, 3, 5].map { Sample.planned("run-easy", $0, 40) }
    let found = try Sample.findings("hip-share", Sample.schedule(runs, for: problem), problem)
    #expect(found.map(\.level) == [.change])
  }

  /// In a resolved plan the rule book's effect holds: hip-relief watches. A bare problem means its limits.
  @Test func theRuleBookSpeaksWhereTheCoachIsSilent() throws {
    func level(_ coaching: Coaching?) throws -> Finding.Level? {
      let problem = Sample.problem(days: 7) {
        $0.limits.hip = .init(dayThreshold: 300, maxConsecutiveDays: 7, counterBase: 10)
        $0.coaching = coaching
      }
      return try Sample.findings("hip-relief", Sample.schedule([], for: problem), problem).first?.level
    }
    #expect(try level(nil) == .change)
    #expect(try level(Coaching()) == .watch)
  }

  private func waiver(until: CivilDay, from: CivilDay? = nil) -> RulePolicy {
    RulePolicy(waivers: [.init(rule: "monotony", from: from, until: until, reason: "training camp")])
  }

  @Test func aWaiverInForceMakesANote() throws {
    let found = try monotony(waiver(until: Sample.start + 6))
    #expect(found.map(\.level) == [.note])
    #expect(found.first?.waiver?.reason == "training camp")
    #expect(found.first?.message.hasSuffix("Waived until 2026-01-11: training camp.") == true)
  }

  @Test func aWaiverThatEndsTooSoonOrBeginsTooLateDoesNot() throws {
    #expect(try monotony(waiver(until: Sample.start + 5)).first?.level == .change)
    #expect(try monotony(waiver(until: Sample.start + 9, from: Sample.start + 1)).first?.level == .change)
  }

  @Test func anExpiredWaiverIsItselfANote() throws {
    let found = try monotony(waiver(until: Sample.start + 6), today: Sample.start + 7)
    #expect(found.map(\.aspect) == ["monotony", "expired waiver"])
    #expect(found.last?.message.contains("ended on 2026-01-11 (training camp)") == true)
  }

  /// A coach's number stands for the rule book's, and the finding says where it was written.
  @Test func theCoachSetsTheNumbersOfASignal() throws {
    func levels(_ numbers: [String: Double]) throws -> [Finding] {
      let problem = Sample.problem(days: 7) {
        $0.templates = Sample.templates
        $0.policy.settings = [
          .init(rule: "hip-share", effect: nil, numbers: numbers, origin: "limits/coach.yaml:9")
        ]
      }
      let runs = [1, 3, 5].map { Sample.planned("run-easy", $0, 40) }
      return try Sample.findings("hip-share", Sample.schedule(runs, for: problem), problem)
    }
    let usual = try #require(try levels([:]).first)
    #expect(usual.level == .watch && usual.limit == 0.75)
    let own = try #require(try levels(["info": 0.9, "caution": 1]).first)
    #expect(own.level == .watch && own.limit == 1 && own.origin == "limits/coach.yaml:9")
    #expect(try levels(["min_sessions": 4]).isEmpty)
  }

  private func spike(_ waiver: RulePolicy.Waiver) throws -> [Finding.Level] {
    let problem = Sample.problem(days: 14) {
      $0.limits.spikeMax = 0.1
      $0.policy.waivers = [waiver]
    }
    let runs = [Sample.run(1, minutes: 60), Sample.run(4, minutes: 90)]
    return try Sample.findings("single-session-spike", Sample.schedule(runs, for: problem), problem)
      .map(\.level)
  }

  @Test func aWaiverOfASessionIsForThatSessionAlone() throws {
    let end = Sample.start + 13
    let rule = "single-session-spike"
    #expect(
      try spike(.init(rule: rule, until: end, sessions: ["run-4"], reason: "race")) == [.change, .note])
    #expect(
      try spike(.init(rule: rule, until: end, sessions: ["run-9"], reason: "race")) == [.change, .change])
  }

  @Test func aWaiverOfDatesIsForThoseDays() throws {
    let rule = "single-session-spike"
    let dates = [Sample.start + 1, Sample.start + 2]
    #expect(
      try spike(.init(rule: rule, until: Sample.start + 13, dates: dates, reason: "camp")) == [
        .note, .change,
      ])
  }

  /// What is done cannot be changed.
  @Test func thePastIsAtMostWatched() throws {
    let problem = Sample.problem(days: 14) { $0.limits.spikeMax = 0.1 }
    let schedule = Sample.schedule([Sample.run(1, minutes: 60), Sample.run(4, minutes: 90)], for: problem)
    let found = try Sample.findings("single-session-spike", schedule, problem, today: Sample.start + 3)
    #expect(found.map(\.level) == [.watch, .change])
    let reviewed = reviewed(schedule, for: problem, ruleBook: try Sample.book(), today: Sample.start + 3)
    let spikes = reviewed.items.filter { $0.finding.rule == "single-session-spike" }
    #expect(spikes.map(\.isSearched) == [true, false])
    #expect(spikes.map { $0.fix == nil } == [false, true])
    #expect(reviewed.items.map(\.number) == Array(1...reviewed.items.count))
    #expect(
      zip(reviewed.items, reviewed.items.dropFirst()).allSatisfy { $0.finding.level >= $1.finding.level })
  }

  /// What lies further back than a week is good to know, and nothing is asked for it.
  @Test func whatIsLongPastIsNoted() throws {
    let problem = Sample.problem(days: 14) { $0.limits.spikeMax = 0.1 }
    let schedule = Sample.schedule([Sample.run(1, minutes: 60), Sample.run(4, minutes: 90)], for: problem)
    let found = try Sample.findings("single-session-spike", schedule, problem, today: Sample.start + 10)
    #expect(found.map(\.level) == [.note, .watch])
    #expect(found.allSatisfy { $0.advice.hasPrefix("It is over") })
    let ahead = try Sample.findings("single-session-spike", schedule, problem)
    #expect(ahead.allSatisfy { !$0.advice.hasPrefix("It is over") })
  }

  @Test func unknownPastDaysAreNeitherRestNorTraining() throws {
    let problem = Sample.problem(days: 14, past: Array(repeating: 0, count: 28)) { $0.rest.minPer7 = 1 }
    func rest(_ days: [Int], _ unknown: Set<CivilDay>) throws -> [Finding] {
      reviewed(
        Sample.schedule(days.map { Sample.run($0, minutes: 30) }, for: problem), for: problem,
        ruleBook: try Sample.book(), today: Sample.start + 8, unknownDays: unknown
      ).items.map(\.finding).filter { $0.aspect == "rest days in seven" && $0.level > .note }
    }
    #expect(try rest(Array(0..<8), []).map(\.level) == [.watch])
    #expect(try rest([0, 1, 2, 4, 5, 6, 7], []).isEmpty, "day 3 is rest")
    #expect(try rest([0, 1, 2, 4, 5, 6, 7], [Sample.start + 3]).isEmpty, "day 3 may have been rest")
  }
}
