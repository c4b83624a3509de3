import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// A complaint in the midst of a season: the planner holds hip-flexing work at the level that the review names.
@Suite(.serialized) struct ComplaintTests {
  /// Four weeks into a schedule, with a complaint of the day before.
  private func complaint(_ seed: UInt64, _ catalogue: Catalogue) -> (
    problem: PlanProblem, schedule: Schedule
  )? {
    var problem = PlanProblem.drawn(seed, from: catalogue)
    guard (6...16).contains(problem.weekCount), let schedule = problem.quickSchedule() else { return nil }
    var checkIn = CheckIn(day: problem.start + 27)
    checkIn.pain = .init(place: .groin, strength: .slight)
    problem.checkIns = CheckIns([checkIn])
    problem.held = schedule.held(for: problem, today: problem.start + 28)
    return (problem, schedule)
  }

  @Test func whatIsHeldIsWhatTheReviewHolds() throws {
    let (catalogue, book) = (try CatalogueFile.standard(), try RuleBookFile.standard())
    var seasons = 0
    for seed in UInt64(0)..<400 where seasons < 12 {
      guard let (problem, schedule) = complaint(seed, catalogue), problem.isHipHeld else { continue }
      let holding = problem.holdingHip()
      guard let level = holding.limits.hip?.per7Cap, level > 60,
        let planned = try? plan(problem, effort: .quick, keeping: schedule).schedule
      else { continue }
      seasons += 1
      let findings = review(planned, for: problem, ruleBook: book, today: problem.start + 28)
      let said = try #require(
        findings.last { $0.rule == "symptom-gate" })
      #expect(level <= (said.inputs.last?.value ?? 0) + 1e-6, "seed \(seed)")
      let risen = findings.filter { $0.rule == "symptom-gate" && $0.level == .change }
      #expect(risen.isEmpty, "seed \(seed): \(risen.map(\.message))")
      for session in planned.sessions where session.day >= problem.start + 28 {
        guard let template = holding.templates.first(where: { $0.id == session.template }) else { continue }
        #expect(Double(session.minutes) <= template.maxMinutes, "seed \(seed): \(session.title)")
      }
    }
    #expect(seasons > 6)
  }

  /// Who did more since the plan began is held at that, not at what came before.
  @Test func whatWasDoneSinceCounts() throws {
    let catalogue = try CatalogueFile.standard()
    var more = 0
    for seed in UInt64(0)..<400 where more < 3 {
      guard let (problem, _) = complaint(seed, catalogue) else { continue }
      var before = problem
      before.held.sessions = []
      let (level, old) = (problem.holdingHip().limits.hip?.per7Cap, before.holdingHip().limits.hip?.per7Cap)
      guard let level, let old else { continue }
      #expect(level >= old, "seed \(seed)")
      if level > old { more += 1 }
    }
    #expect(more == 3)
  }
}
