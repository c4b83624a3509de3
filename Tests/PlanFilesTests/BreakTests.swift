import Testing
import TrainingLoad
import TrainingPlan

@testable import PlanFiles

/// Plans that begin after days without training.
@Suite struct BreakTests {
  /// Ten weeks with 200 AU on Tuesdays and Sundays, but for so many days of rest at the end.
  private func resolve(idle: Int, more: String = "") throws -> PlanProblem {
    let start = try #require(CivilDay(iso: "2027-01-25"))
    let rows = (-70 ... -1).map { offset in
      let day = start + offset
      let isRun = [.tuesday, .sunday].contains(day.weekday) && offset < -idle
      return isRun ? "\(day),run,40,5" : "\(day),rest,,"
    }
    return try PlanFileTests.resolve(
      PlanFileTests.least + "\nhistory: h.csv\n" + more,
      files: ["h.csv": (["date,sport,minutes,rpe"] + rows).joined(separator: "\n")])
  }

  private func month(_ problem: PlanProblem) -> Double { problem.history.load.suffix(28).reduce(0, +) / 4 }

  /// From two weeks off on the first week is measured against half of a usual one of 400 AU, from one week off on against
  /// three quarters, as the rule has it, whatever the mean of the last four weeks is.
  @Test(arguments: [(5, 400), (7, 300), (12, 300), (14, 200), (21, 200), (26, 200)])
  func theFirstWeekIsMeasuredAgainstAShare(idle: Int, reference: Double) throws {
    let problem = try resolve(idle: idle)
    if idle >= 7 { #expect(abs(month(problem) - reference) < 20, "\(month(problem))") }
    let said = problem.assumptions.filter { $0.contains("days without training") }
    #expect(said.count == (idle < 7 ? 0 : 1))
    #expect(said.allSatisfy { $0.hasSuffix("\(Int(reference / 4)) % of a usual one.") })
    #expect(PlanProblem.History.reference(of: problem.history.load) <= reference + 20)
  }

  /// Sessions of the days off are as much shorter, and those before them count for less: half of the way.
  @Test func sessionsOfDaysOffAreShorter() throws {
    let sessions = try resolve(idle: 21).history.sessions
    #expect(sessions.filter { $0.day < -21 }.allSatisfy { $0.minutes == 30 })
    let off = sessions.filter { $0.day >= -21 }
    #expect(!off.isEmpty && off.allSatisfy { $0.minutes < 20 && $0.sport == "run" })
  }

  @Test func whereTheRuleIsOffTheMeanCounts() throws {
    let problem = try resolve(idle: 21, more: "limits: { rules: { return-from-break: off } }")
    #expect(abs(month(problem) - 100) < 1)
    #expect(problem.assumptions.contains { $0.hasSuffix("against the mean of the last four.") })
  }

  /// The first days after days off are without hard and long sessions, though no limit is looser then.
  @Test func theFirstDaysAreEasy() throws {
    #expect(try resolve(idle: 5).limits.firstDays == nil)
    let limits = try resolve(idle: 14).limits
    var easy = Limits.FirstDays(count: 3)
    easy.weekLoad = limits.firstDays?.weekLoad
    #expect(limits.firstDays == easy && limits.on(0).hip == limits.hip)
    #expect(try resolve(idle: 14, more: "coaching: { easy_after_absence: 0 }").limits.firstDays == nil)
  }

  /// A race counts as the rise that would have been usual, not by its length.
  @Test(arguments: [(52, 52.0), (53, 44.0), (200, 44.0)]) func aRaceIsNoLongRun(minutes: Int, counted: Double)
    throws
  {
    let start = try #require(CivilDay(iso: "2027-01-25"))
    let rows = (-70 ... -1).map { offset in
      let day = start + offset
      if offset == -1 { return "\(day),run,\(minutes),5" }
      return [.tuesday, .sunday].contains(day.weekday) ? "\(day),run,40,5" : "\(day),rest,,"
    }
    let problem = try PlanFileTests.resolve(
      PlanFileTests.least + "\nhistory: h.csv",
      files: ["h.csv": (["date,sport,minutes,rpe"] + rows).joined(separator: "\n")])
    #expect(problem.history.sessions.last?.minutes == counted)
    #expect(problem.history.load.last == Double(5 * minutes))
  }
}
