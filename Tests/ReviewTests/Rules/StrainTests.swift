import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct StrainTests {
  /// Five days of 100: 500 AU x the square root of 2.5 = 790.6.
  @Test(arguments: [(790.0, 1), (791, 0)]) func loadTimesMonotony(limit: Double, count: Int) throws {
    let problem = Sample.problem(days: 7) { $0.limits.strainMax = limit }
    let schedule = Sample.loads([100, 100, 100, 100, 100], for: problem)
    let found = try Sample.findings("strain", schedule, problem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.arithmetic == "500 AU x 1.58 = 791 AU; limit 790 AU" })
  }

  /// Seven alike weeks and one of three times the load: it stands out among the athlete's own.
  @Test func aWeekThatStandsOut() throws {
    let past: [Double] = Array(repeating: [100.0, 50, 100, 50, 100, 0, 0], count: 6).flatMap { $0 }
    let problem = Sample.problem(days: 14, past: past)
    let quiet = [100.0, 50, 100, 50, 100, 0, 0]
    let found = try Sample.findings(
      "strain", Sample.loads(quiet + quiet.map { 3 * $0 }, for: problem), problem)
    #expect(found.map(\.level) == [.watch])
    #expect(found.first?.week == 1)
    #expect(try Sample.findings("strain", Sample.loads(quiet + quiet, for: problem), problem).isEmpty)
  }
}
