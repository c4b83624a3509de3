import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct SessionDataTests {
  private func aspects(_ edit: (inout Session) -> Void, _ other: (inout Schedule) -> Void = { _ in }) throws
    -> [String]
  {
    let problem = Sample.problem(days: 7) { $0.templates = Sample.templates }
    var session = Sample.planned("run-easy", 1, 30)
    edit(&session)
    var schedule = Sample.schedule([session], for: problem)
    other(&schedule)
    return try Sample.findings("session-data", schedule, problem).map(\.aspect)
  }

  @Test func numbersAgreeWithTheTemplate() throws {
    #expect(try aspects { _ in }.isEmpty)
    #expect(try aspects { $0.load += 1 } == ["load of a session"])
    #expect(try aspects { $0.isHard = true } == ["hard of a session"])
    #expect(try aspects { $0.sport = "swim" } == ["sport of a session"])
    #expect(try aspects { $0.template = "nobody" } == ["unknown template"])
    #expect(try aspects { $0.day = Sample.start + 30 } == ["outside the plan"])
    #expect(try aspects { $0.minutes = -5 } == ["minutes"])
  }

  @Test func theScheduleAnswersThisProblem() throws {
    #expect(try aspects({ _ in }, { $0.problemID = "other" }) == ["other plan"])
  }
}
