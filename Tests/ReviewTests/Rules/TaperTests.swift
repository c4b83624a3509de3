import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct TaperTests {
  private func problem() -> PlanProblem {
    Sample.problem(days: 13) {
      $0.limits.taper = .init(maxFraction: [0.6], minFraction: [0.2])
    }
  }

  /// The last load week has 700 AU; the seven days before the event may hold 140 to 420.
  @Test(arguments: [
    (50.0, nil as String?), (60, "taper too heavy, window 1"), (1, "taper too light, window 1"),
  ])
  func theLastSevenDaysAreLighter(load: Double, aspect: String?) throws {
    let problem = problem()
    let schedule = Sample.loads(
      Array(repeating: 100, count: 7) + Array(repeating: load, count: 6), for: problem)
    let found = try Sample.findings("taper", schedule, problem)
    #expect(found.first?.aspect == aspect)
    #expect(found.allSatisfy { $0.level == .change })
  }

  @Test func itDoesNotRiseTowardsTheEvent() throws {
    let problem = Sample.problem(days: 20) {
      $0.limits.taper = .init(maxFraction: [0.9, 0.9], minFraction: [0, 0])
    }
    let loads =
      Array(repeating: 100.0, count: 7) + Array(repeating: 30, count: 6) + Array(repeating: 60, count: 7)
    let found = try Sample.findings("taper", Sample.loads(loads, for: problem), problem)
    #expect(found.map(\.aspect) == ["taper rises, window 2"])
  }

  @Test func someDaysStayTrained() throws {
    let problem = Sample.problem(days: 13) {
      $0.limits.taper = .init(maxFraction: [0.6], minFraction: [0], minDaysLast7: 3)
    }
    let schedule = Sample.loads(Array(repeating: 100, count: 7) + [0, 0, 50, 0, 50, 0], for: problem)
    let found = try Sample.findings("taper", schedule, problem)
    #expect(found.isEmpty, "day 6 is the third")
    let fewer = Sample.loads(Array(repeating: 100, count: 7) + [0, 0, 50, 0, 0, 0], for: problem)
    #expect(try Sample.findings("taper", fewer, problem).map(\.aspect) == ["training days before the event"])
  }
}
