import Testing
import TrainingLoad
import TrainingPlan

@testable import Review

/// A training log without a plan. 2026-01-05 is a Monday.
@Suite struct HistoryReviewTests {
  private func day(_ index: Int) -> CivilDay { Sample.start + index }

  private func run(_ index: Int, _ minutes: Double, rpe: Double = 3) -> TrainingHistory.PastSession {
    .init(day: day(index), sport: "run", minutes: minutes, rpe: rpe)
  }

  private func review(_ sessions: [TrainingHistory.PastSession], rest: [Int]) throws -> [Finding] {
    Review.review(
      history: TrainingHistory(sessions: sessions, knownDays: rest.map(day)), hipPerMinute: { _ in 1 },
      ruleBook: try Sample.book())
  }

  @Test func nineDaysWithoutRest() throws {
    let found = try review((0..<9).map { run($0, 30) }, rest: [])
    let rest = try #require(found.first { $0.rule == "rest-days" && $0.aspect == "rest days in seven" })
    #expect(rest.level == .watch, "the past cannot be changed")
    #expect(rest.first == day(6) && rest.last == day(8))
    #expect(rest.sessions.first == "2026-01-05-run-1")
    #expect(found.contains { $0.rule == "hip-streak" && $0.value == 9 })
  }

  /// A day without an entry may have been rest: nobody is accused of nine days in a row.
  @Test func missingIsNotRestAndNotTraining() throws {
    let found = try review([0, 1, 2, 3, 5, 6, 7, 8].map { run($0, 30) }, rest: [])
    #expect(!found.contains { $0.rule == "rest-days" && $0.level == .watch })
    let missing = try #require(found.first { $0.aspect == "days without an entry" })
    #expect(missing.message.hasPrefix("1 day between Fri 2026-01-09 and Fri 2026-01-09 has no entry."))
    #expect(!found.contains { $0.rule == "monotony" && $0.first == day(0) }, "the week is not known")
  }

  @Test func aSpikeInTheLog() throws {
    let sessions = [run(1, 40), run(3, 40), run(8, 40), run(12, 60)]
    let rest = (0..<14).filter { ![1, 3, 8, 12].contains($0) }
    let found = try review(sessions, rest: rest)
    let spike = try #require(found.first { $0.rule == "single-session-spike" })
    #expect(spike.arithmetic == "60 min / 40 min - 1 = +50.0 %, allowed 44 min")
    #expect(spike.provisional == "Provisional: 13 days of data up to here; 30 are needed.")
  }

  /// Four weeks of 120 AU, then one of 180: +50 %.
  @Test func aWeekOnTheFourBefore() throws {
    var sessions: [TrainingHistory.PastSession] = []
    for week in 0..<4 { sessions.append(run(7 * week + 2, 40)) }
    sessions.append(run(30, 40, rpe: 4.5))
    let trained = Set(sessions.map { $0.day - Sample.start })
    let found = try review(sessions, rest: (0..<35).filter { !trained.contains($0) })
    let rise = try #require(found.first { $0.rule == "weekly-rise" })
    #expect(rise.arithmetic == "180 AU / 120 AU - 1 = +50.0 %; watched from 20 %")
    #expect(!found.contains { $0.level == .change })
  }

  @Test func fewDaysAreSaid() throws {
    let found = try review([run(0, 30)], rest: [1, 2])
    #expect(found.contains { $0.rule == "thin-data" && $0.value == 3 })
    #expect(try review([], rest: []).isEmpty)
  }
}
