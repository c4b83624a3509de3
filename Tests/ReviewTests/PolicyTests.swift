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
}
