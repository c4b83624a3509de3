import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct RedFlagTests {
  private func problem(cleared: Bool = false) -> PlanProblem {
    Sample.problem(days: 14) {
      $0.limits.monotonyMax = 1
      var checkIn = CheckIn(day: Sample.start - 3)
      checkIn.redFlag = true
      checkIn.pain = .init(place: .back, strength: .strong)
      if cleared { checkIn.cleared = .init(day: Sample.start - 1, by: "Coach", note: "seen by a doctor") }
      $0.checkIns = CheckIns([checkIn])
      $0.policy = RulePolicy(
        settings: [.init(rule: "red-flag", effect: .off, origin: "by hand")],
        waivers: [
          .init(rule: "red-flag", until: Sample.start + 99, reason: "no time"),
          .init(rule: "monotony", until: Sample.start - 9, reason: "over"),
        ])
    }
  }

  private let loads: [Double] = [100, 100, 100, 100, 100, 100, 0]

  /// Neither policy nor waiver touches it, and nothing else is said beside it.
  @Test func replacesEverything() throws {
    let problem = problem()
    let findings = review(
      Sample.loads(loads, for: problem), for: problem, ruleBook: try Sample.book(), today: Sample.start)
    #expect(findings.map(\.rule) == ["red-flag"] && findings.map(\.level) == [.change])
    let finding = try #require(findings.first)
    #expect(finding.first == Sample.start - 3)
    #expect(finding.advice.contains("Call for emergency help now if there is numbness"))
    #expect(finding.advice.contains("See a doctor soon"))
    #expect(finding.ask == "Ask a doctor.")
    #expect(try Sample.fix(finding, Sample.loads(loads, for: problem), problem) == nil)
  }

  @Test func theCoachsWordAfterADoctorsEndsIt() throws {
    let problem = problem(cleared: true)
    let findings = review(
      Sample.loads(loads, for: problem), for: problem, ruleBook: try Sample.book(), today: Sample.start)
    #expect(findings.contains { $0.rule == "monotony" && $0.level == .change })
    #expect(!findings.contains { $0.rule == "red-flag" })
  }
}
