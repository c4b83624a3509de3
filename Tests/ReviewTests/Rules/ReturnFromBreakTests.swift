import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct ReturnFromBreakTests {
  /// Five weeks of 700 AU and ten days off: the first week back may hold 75 % of 700 = 525 AU.
  @Test(arguments: [(525.0, 0), (530, 1)]) func theFirstWeekBackIsLighter(load: Double, count: Int) throws {
    let past = Array(repeating: 100.0, count: 35) + Array(repeating: 0, count: 10)
    let problem = Sample.problem(days: 7, past: past)
    let schedule = Sample.loads([load / 2, 0, 0, load / 2, 0, 0, 0], for: problem)
    let found = try Sample.findings("return-from-break", schedule, problem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.arithmetic == "75 % x 700 = 525 AU, planned 530 AU" && $0.level == .watch })
  }

  @Test func twoWeeksOffAreHalf() throws {
    let past = Array(repeating: 100.0, count: 35) + Array(repeating: 0, count: 14)
    let problem = Sample.problem(days: 7, past: past)
    let schedule = Sample.loads([400, 0, 0, 0, 0, 0, 0], for: problem)
    #expect(try Sample.findings("return-from-break", schedule, problem).first?.limit == 350)
  }

  @Test func aUsualWeekHasNoBreak() throws {
    let past = Array(repeating: 100.0, count: 35) + Array(repeating: 0, count: 6)
    let problem = Sample.problem(days: 7, past: past)
    let schedule = Sample.loads(Array(repeating: 100, count: 7), for: problem)
    #expect(try Sample.findings("return-from-break", schedule, problem).isEmpty)
  }
}
