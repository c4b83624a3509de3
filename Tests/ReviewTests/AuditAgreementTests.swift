import PlanFiles
import Testing
import TrainingPlan

@testable import Review

/// Rules of the auditor behind each rule of the review; the ratio's three forms are told apart.
private let auditorRules = [
  "session-data": "R00", "availability": "R01", "rest-days": "R02", "fitness-ramp": "R06",
  "single-session-spike": "R07", "no-baseline": "R07", "new-longest": "R08", "weekly-rise": "R09",
  "deload": "R10", "hard-spacing": "R11", "hard-count": "R12", "intensity-share": "R13", "taper": "R14",
  "form-floor": "R15", "form-on-the-day": "R15", "monotony": "R16", "strain": "R17", "hip-load": "R18",
  "hip-streak": "R19", "hip-rise": "R20", "hip-relief": "R21", "variety": "R22", "event": "R23",
  "goal": "R24", "sport-cap": "R26", "rest-run": "R27", "EWMA ratio": "R03", "coupled ratio": "R04",
  "uncoupled ratio": "R05",
]

@Suite struct AuditAgreementTests {
  @Test func theFixturesAreThere() {
    #expect(AuditedCase.all.count == 180)
    #expect(AuditedCase.problems.count == 20)
    let rules = Set(AuditedCase.all.flatMap(\.expected.keys))
    #expect(rules == Set(auditorRules.values), "every shared rule is broken somewhere")
  }

  /// Broken limits are the auditor's violations: the same number of each rule, in both directions.
  @Test(arguments: AuditedCase.all)
  func agreesWithTheAuditor(audited: AuditedCase) throws {
    let problem = try #require(AuditedCase.problems[audited.problem])
    let schedule = try audited.schedule(for: problem)
    let (frame, entries) = Frame.reading(schedule, for: problem, book: RuleBook(rules: []))
    let training = Training(frame, entries)
    var found: [String: Int] = [:]
    for rule in ReviewRules.all {
      for breach in rule.breaches(in: training) where breach.isOfLimit {
        let name = rule.id == "workload-ratio" ? breach.aspect : rule.id
        found[try #require(auditorRules[name]), default: 0] += 1
      }
    }
    for rule in Set(auditorRules.values).sorted() {
      #expect(found[rule] == audited.expected[rule], "\(rule) in \(problem.id)")
    }
  }
}
