import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct RestRunTests {
  @Test func blockedDaysDoNotCount() throws {
    var problem = Sample.problem(days: 7) { $0.rest.maxConsecutive = 3 }
    let schedule = Sample.loads([100, 0, 0, 0, 0, 100, 0], for: problem)
    let found = try Sample.findings("rest-run", schedule, problem)
    #expect(found.map(\.value) == [4])
    let fix = try #require(try Sample.fix(found[0], schedule, problem))
    #expect(try Sample.findings("rest-run", fix.applied(to: schedule, for: problem), problem).isEmpty)
    problem.availability.blockedDays = [2]
    #expect(try Sample.findings("rest-run", schedule, problem).isEmpty)
  }
}
