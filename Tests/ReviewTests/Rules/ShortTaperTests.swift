import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// A plan edited by hand around a lesser event.
@Suite struct ShortTaperTests {
  private func problem(_ priority: TuneUp.Priority = .b) -> PlanProblem {
    Sample.problem(days: 20) {
      $0.templates = Sample.templates
      $0.tuneUps = [
        TuneUp(
          name: "City run", sport: "run", family: "run", dayIndex: 10, minutes: 40, sRPE: 8,
          priority: priority,
          taper: priority == .b
            ? .init(noHardDays: 3, noLongDays: 3, loadDays: 3, loadShare: 0.6, easyDaysAfter: 1)
            : .init(noHardDays: 1, noLongDays: 1))
      ]
    }
  }

  private func found(_ sessions: [Session], _ problem: PlanProblem) throws -> [Finding] {
    let events = problem.tuneUpSessions.map(\.session)
    let sessions = (sessions + events).sorted { $0.day < $1.day }
    let schedule = Sample.schedule(sessions, for: problem)
    return try Sample.findings("taper", schedule, problem) + Sample.findings("event", schedule, problem)
  }

  private func hard(_ day: Int) -> Session {
    var session = Sample.run(day, minutes: 30, load: 30)
    session.isHard = true
    return session
  }

  @Test(arguments: [
    (6, nil as String?), (7, "before City run"), (9, "before City run"), (11, "after City run"), (12, nil),
  ])
  func hardSessionsKeepTheirDistance(day: Int, aspect: String?) throws {
    let found = try found([hard(day)], problem())
    #expect(found.map(\.aspect) == (aspect.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.level == .watch })
  }

  @Test func trainedThroughMeansOneEasyDay() throws {
    #expect(try found([hard(8), hard(11)], problem(.c)).isEmpty)
    #expect(try found([hard(9)], problem(.c)).map(\.aspect) == ["before City run"])
  }

  @Test func nothingElseStandsOnTheDay() throws {
    #expect(try found([Sample.run(10, minutes: 20)], problem()).map(\.aspect) == ["beside City run"])
  }

  /// Of the four weeks that end with day 9 the history has 18 days of 100 AU: three days may hold
  /// 0.6 x 3 / 28 x (1800 + 3 x load), so 41.2 AU each.
  @Test(arguments: [(41.0, nil as String?), (42, "load before City run")])
  func theLoadFalls(load: Double, aspect: String?) throws {
    let sessions = [7, 8, 9].map { Sample.run($0, minutes: 30, load: load) }
    #expect(try found(sessions, problem()).map(\.aspect) == (aspect.map { [$0] } ?? []))
  }

  /// What three days may hold is not for the last of them alone: 0.6 / 28 x (1800 + load), so 39.4 AU.
  @Test(arguments: [(39.0, nil as String?), (40, "load before City run")])
  func theEveIsEasy(load: Double, aspect: String?) throws {
    let found = try found([Sample.run(9, minutes: 30, load: load)], problem())
    #expect(found.map(\.aspect) == (aspect.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.message.hasPrefix("The day before City run, a B event, holds 40 AU") })
  }

  @Test func anEventIsNotLeftOutNorMoved() throws {
    let problem = problem()
    let none = Sample.schedule([], for: problem)
    #expect(try Sample.findings("event", none, problem).map(\.level) == [.change])
    var event = problem.tuneUpSessions[0].session
    event.day = event.day + 2
    let moved = Sample.schedule([event], for: problem)
    #expect(try Sample.findings("event", moved, problem).first?.message.contains("has it on") == true)
  }

  /// The time for an event is there, and a fixed rest day gives way to it.
  @Test func theEventsDayIsItsOwn() throws {
    var problem = problem()
    problem.availability.minutes = Array(repeating: 10, count: 7)
    problem.rest.fixed = [problem.day(10).weekday]
    let schedule = Sample.schedule(problem.tuneUpSessions.map(\.session), for: problem)
    #expect(try Sample.findings("availability", schedule, problem).isEmpty)
    #expect(try Sample.findings("rest-days", schedule, problem).allSatisfy { $0.level < .change })
  }

  /// No fix moves or shortens an event.
  @Test func fixesLeaveEventsAlone() throws {
    let problem = problem()
    let event = problem.tuneUpSessions[0].session
    let schedule = Sample.schedule([hard(9), event], for: problem)
    for finding in review(schedule, for: problem, ruleBook: try Sample.book()) {
      guard let fix = try Sample.fix(finding, schedule, problem) else { continue }
      #expect(fix.applied(to: schedule, for: problem).sessions.contains(event))
    }
  }
}
