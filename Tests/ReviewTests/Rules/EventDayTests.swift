import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct EventDayTests {
  @Test func theEventStandsOnItsDay() throws {
    let problem = Sample.problem(days: 3)
    var schedule = Sample.schedule([], for: problem)
    #expect(try Sample.findings("event", schedule, problem).isEmpty)
    schedule.event.day = schedule.event.day - 1
    #expect(try Sample.findings("event", schedule, problem).map(\.level) == [.change])
    schedule.event.day = problem.day(3)
    schedule.event.sport = "swim"
    #expect(try Sample.findings("event", schedule, problem).count == 1)
  }

  @Test func nothingElseIsTrainedThatDay() throws {
    let problem = Sample.problem(days: 3)
    let schedule = Sample.schedule([Sample.run(3, minutes: 30)], for: problem)
    let finding = try #require(try Sample.findings("event", schedule, problem).first)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.move(session: "run-3", to: Sample.start + 2)])
  }
}
