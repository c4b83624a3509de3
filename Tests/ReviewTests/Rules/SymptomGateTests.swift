import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SymptomGateTests {
  /// Four weeks of 30 run-minutes a day before, so 210 are held.
  private func problem(_ screen: Int?, support: Routine.Track? = nil) -> PlanProblem {
    Sample.problem(days: 14) {
      $0.templates = Sample.templates
      $0.history.hip = Array(repeating: 30, count: 28)
      $0.athlete = Athlete(name: "Sample", support: support)
      guard let screen else { return }
      var checkIn = CheckIn(day: Sample.start + screen)
      checkIn.pain = .init(place: .hip, strength: .slight, side: .left)
      $0.checkIns = CheckIns([checkIn])
    }
  }

  private func runs(_ minutes: [Int], _ problem: PlanProblem) -> Schedule {
    Sample.schedule(
      minutes.enumerated().filter { $1 > 0 }.map { Sample.planned("run-easy", $0, $1) }, for: problem)
  }

  @Test func aScreenThatStandsIsSaid() throws {
    let problem = problem(-2)
    let finding = try #require(
      try Sample.findings("symptom-gate", runs([], problem), problem).first)
    #expect(finding.level == .watch && finding.first == Sample.start - 2)
    #expect(finding.message.contains("says: slight hip pain, left."))
    #expect(finding.message.contains("held at 210 run-minutes"))
    #expect(finding.advice.contains("No support work is chosen; that is the coach's choice"))
    #expect(try Sample.fix(finding, runs([], problem), problem) == nil, "only the coach's word ends it")
  }

  @Test func aChosenTrackIsNotAskedFor() throws {
    let problem = problem(-2, support: .both)
    let finding = try #require(
      try Sample.findings("symptom-gate", runs([], problem), problem).first)
    #expect(!finding.advice.contains("support work"))
  }

  /// 30 x 7 = 210 is held; 40 on the last day makes 220.
  @Test func exposureAboveTheHeldLevelIsToChange() throws {
    let problem = problem(-2)
    #expect(
      try Sample.findings("symptom-gate", runs(Array(repeating: 30, count: 14), problem), problem)
        .allSatisfy { $0.level < .change })
    let more = runs(Array(repeating: 30, count: 13) + [40], problem)
    let finding = try #require(
      try Sample.findings("symptom-gate", more, problem).first { $0.level == .change })
    #expect(finding.first == Sample.start + 13)
    #expect(finding.arithmetic == "30 + 30 + 30 + 30 + 30 + 30 + 40 = 220 run-minutes")
    let fix = try #require(try Sample.fix(finding, more, problem))
    let after = try Sample.findings("symptom-gate", fix.applied(to: more, for: problem), problem)
    #expect(after.allSatisfy { $0.level < .change }, "\(fix.summary)")
  }

  /// What was planned and done until the answer came is the level then.
  @Test func aScreenOfAPlanDayHoldsWhatWasReached() throws {
    let problem = problem(7)
    let schedule = runs(Array(repeating: 40, count: 7) + Array(repeating: 40, count: 7), problem)
    #expect(
      try Sample.findings("symptom-gate", schedule, problem).allSatisfy { $0.level < .change })
  }

  @Test func theCoachsWordEndsIt() throws {
    var problem = problem(-2)
    var checkIn = problem.checkIns.all[0]
    checkIn.cleared = .init(day: Sample.start - 1, by: "Coach", note: "gone")
    problem.checkIns = CheckIns([checkIn])
    #expect(try Sample.findings("symptom-gate", runs([60, 60, 60, 60, 60], problem), problem).isEmpty)
  }

  /// An explicit `binds` binds the exposure; that a screen stands is not for the plan to change.
  @Test func policyBindsOnlyTheExposure() throws {
    var problem = problem(-2)
    problem.policy = RulePolicy(settings: [.init(rule: "symptom-gate", effect: .binds, origin: "l:1")])
    #expect(try Sample.findings("symptom-gate", runs([], problem), problem).map(\.level) == [.watch])
  }

  @Test func hipSignalsCountOneLevelHigher() throws {
    var (calm, screened) = (problem(nil), problem(-2))
    calm.history.hip = Array(repeating: 0, count: 28)
    screened.history.hip = calm.history.hip
    let runs = runs([0, 40, 0, 40, 0, 40, 0], calm)
    #expect(try Sample.findings("hip-streak", self.runs([25, 25, 25], calm), calm).map(\.level) == [.note])
    let raised = try Sample.findings("hip-streak", self.runs([25, 25, 25], screened), screened)
    #expect(raised.map(\.level) == [.watch])
    #expect(raised.first?.message.hasSuffix("One level up, since a symptom screen stands.") == true)
    let book = try Sample.book()
    let before = try #require(hipSignals(runs, for: calm, ruleBook: book)[0])
    let after = try #require(hipSignals(runs, for: screened, ruleBook: book)[0])
    #expect(after.level == before.level.raised && after.all == before.all)
  }
}
