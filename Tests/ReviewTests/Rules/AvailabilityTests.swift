import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct AvailabilityTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 7) {
      $0.templates = Sample.templates
      $0.availability = .init(minutes: [60, 60, 0, 60, 60, 60, 60], maxSessionsPerDay: 1)
    }
  }

  private func aspects(_ sessions: [Session], _ edit: (inout PlanProblem) -> Void = { _ in }) throws
    -> [String]
  {
    var problem = problem()
    edit(&problem)
    return try Sample.findings("availability", Sample.schedule(sessions, for: problem), problem).map(\.aspect)
  }

  @Test func minutesFitTheDay() throws {
    #expect(try aspects([Sample.planned("run-easy", 0, 60)]).isEmpty)
    #expect(try aspects([Sample.planned("run-easy", 0, 61)]) == ["minutes a day"])
    #expect(try aspects([Sample.planned("run-easy", 2, 20)]) == ["minutes a day"], "Wednesday has no time")
  }

  @Test func aDayHasSoManySessions() throws {
    let two = [Sample.planned("run-easy", 0, 20), Sample.planned("swim-easy", 0, 20)]
    #expect(try aspects(two) == ["sessions a day"])
    #expect(try aspects(two) { $0.availability.maxSessionsPerDay = 2 }.isEmpty)
    let same = [Sample.planned("run-easy", 0, 20), Sample.planned("run-intervals", 0, 20)]
    #expect(try aspects(same) { $0.availability.maxSessionsPerDay = 2 } == ["two of one sport"])
    var second = Sample.planned("mobility", 0, 10)
    second.id = "other"
    #expect(try aspects([Sample.planned("mobility", 0, 10), second]) == ["support sessions a day"])
  }

  @Test func templatesHaveBounds() throws {
    #expect(try aspects([Sample.planned("run-easy", 0, 15)]) == ["session length"])
    #expect(
      try aspects([Sample.planned("run-easy", 0, 80)]) { $0.availability.minutes[0] = 100 } == [
        "session length"
      ])
    #expect(
      try aspects([Sample.planned("run-easy", 0, 30)]) { $0.templates[0].weekdays = [.tuesday] } == [
        "weekday"
      ])
  }

  @Test func templatesComeSoOftenAWeek() throws {
    let twice = [Sample.planned("run-long", 0, 40), Sample.planned("run-long", 3, 40)]
    #expect(try aspects(twice) == ["too often a week: run-long"])
    #expect(try aspects([]) { $0.templates[0].minPerWeek = 1 }.first == "too rarely a week: run-easy")
  }

  @Test func aFixShortensToTheTimeThereIs() throws {
    let problem = problem()
    let schedule = Sample.schedule([Sample.planned("run-easy", 0, 72)], for: problem)
    let finding = try #require(try Sample.findings("availability", schedule, problem).first)
    let fix = try #require(try Sample.fix(finding, schedule, problem))
    #expect(fix.edits == [.lasts(session: "run-easy-0", minutes: 60)])
  }
}
