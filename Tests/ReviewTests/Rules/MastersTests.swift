import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

@Suite struct MastersTests {
  private func found(born: Int) throws -> [Finding] {
    let problem = Sample.problem(days: 21) { $0.athlete = Athlete(name: "Sample", born: born) }
    let schedule = Sample.loads([100, 0, 100] + Array(repeating: 0, count: 18), for: problem) {
      $0.isHard = true
    }
    return try Sample.findings("masters", schedule, problem)
  }

  /// In 2026: born 1976 is 50, born 1977 is 49.
  @Test func fromFiftyOn() throws {
    #expect(try found(born: 1977).isEmpty)
    let notes = try found(born: 1976)
    #expect(notes.map(\.aspect) == ["days between hard days", "load weeks in a row"])
    #expect(notes.allSatisfy { $0.level == .note && $0.evidence == .cMinus })
  }
}
