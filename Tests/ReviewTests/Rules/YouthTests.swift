import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct YouthTests {
  /// 15 years: 15 h a week are the most; seven days of 130 min are 15.2 h.
  @Test(arguments: [(2011, 1), (2008, 0)]) func noMoreHoursThanYears(born: Int, count: Int) throws {
    let problem = Sample.problem(days: 7) { $0.athlete = Athlete(name: "Sample", born: born) }
    let schedule = Sample.schedule((0..<7).map { Sample.run($0, minutes: 130) }, for: problem)
    let found = try Sample.findings("youth", schedule, problem)
    #expect(found.count { $0.aspect == "hours a week" } == count)
    #expect(found.count { $0.aspect == "rest days a week" } == count, "18 is not youth")
  }
}
