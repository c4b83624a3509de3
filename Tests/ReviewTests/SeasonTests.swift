import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SeasonTests {
  @Test func aSteadySeasonBreaksNoLimit() throws {
    let (problem, schedule) = Sample.season(weeks: 24)
    let findings = review(schedule, for: problem, ruleBook: try Sample.book())
    #expect(findings.filter { $0.level == .change }.isEmpty)
  }

  @Test func timing() throws {
    var (problem, schedule) = Sample.season(weeks: 52)
    let book = try Sample.book()
    let clock = ContinuousClock()
    let t1 = clock.measure { for _ in 0..<20 { _ = review(schedule, for: problem, ruleBook: book) } }
    print("review", t1 / 20)
    let (frame, entries) = Frame.reading(schedule, for: problem, book: book)
    let t2 = clock.measure { for _ in 0..<200 { _ = Training(frame, entries) } }
    print("training", t2 / 200)
    let training = Training(frame, entries)
    let rules = ReviewRules(problem, book)
    for rule in rules.active { 
      let t = clock.measure { for _ in 0..<50 { _ = rules.judge(rule, training) } }
      print(ReviewRules.all[rule].id, t / 50)
    }
    // spoil every sixth week
    for i in schedule.sessions.indices where schedule.sessions[i].template == "run-long" && (schedule.sessions[i].day - problem.start) / 7 % 6 == 1 {
      schedule = Edit.lasts(session: schedule.sessions[i].id, minutes: schedule.sessions[i].minutes + 45).applied(to: schedule, for: problem)
    }
    let findings = review(schedule, for: problem, ruleBook: book)
    var fixes: [Fix?] = []
    let t3 = clock.measure { fixes = smallestFixes(for: findings, in: schedule, for: problem, ruleBook: book) }
    print("fixes", t3, findings.count)
    for (f, x) in zip(findings, fixes) where f.level > .note { print(f.level, f.rule, f.first, f.last, f.message, "=>", x?.summary ?? "none", x?.cost ?? 0) }
  }
}
