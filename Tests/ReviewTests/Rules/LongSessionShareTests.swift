import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct LongSessionShareTests {
  /// Three runs: 90 of 150 min are 60 %, and 45 % is usual with so few; 60 of 150 are 40 %.
  @Test(arguments: [(90, 1), (60, 0)]) func theLongRunIsNotMostOfTheWeek(long: Int, count: Int) throws {
    let problem = Sample.problem(days: 7)
    let rest = (150 - long) / 2
    let schedule = Sample.schedule(
      [Sample.run(1, minutes: rest), Sample.run(3, minutes: rest), Sample.run(6, minutes: long)], for: problem
    )
    let found = try Sample.findings("long-session-share", schedule, problem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.level == .note && $0.arithmetic == "90 min / 150 min = 60 %" })
  }
}
