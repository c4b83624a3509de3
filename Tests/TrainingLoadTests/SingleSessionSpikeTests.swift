import Testing
import TrainingLoad

@Suite struct SingleSessionSpikeTests {
  let day = CivilDay(number: 20_000)

  func spike(_ amount: Double, longest: Double, daysAgo: Int = 10, knownDays: Int = 30) -> SingleSessionSpike
  {
    SingleSessionSpike(
      amount, on: day, past: [.init(day: day - daysAgo, amount: longest)], knownDays: knownDays)
  }

  @Test(arguments: [
    (5.0, SingleSessionSpike.State.reference), (10, .reference), (11, .reference), (11.01, .over10),
    (13, .over10), (13.01, .over30), (20, .over30), (20.01, .over100), (500, .over100),
  ])
  func theStepsBeginAbove10And30And100Percent(amount: Double, state: SingleSessionSpike.State) {
    #expect(spike(amount, longest: 10).state == state)
    #expect(spike(amount * 0.7, longest: 10 * 0.7).state == state)
    #expect(spike(amount, longest: 10).rise == amount / 10 - 1)
    #expect(spike(amount, longest: 10).longest == 10)
  }

  @Test func theWindowIsThe30DaysBefore() {
    #expect(spike(10, longest: 10, daysAgo: 30).state == .reference)
    #expect(spike(10, longest: 10, daysAgo: 31).state == .noBaseline)
    #expect(spike(10, longest: 10, daysAgo: 1).state == .reference)
    #expect(spike(10, longest: 10, daysAgo: 0).state == .noBaseline)
    #expect(spike(10, longest: 10, daysAgo: -1).state == .noBaseline)
  }

  @Test func theLongestCounts() {
    let past = [5.0, 12, 8].enumerated().map {
      SingleSessionSpike.Past(day: day - 1 - $0.offset, amount: $0.element)
    }
    #expect(SingleSessionSpike(12, on: day, past: past, knownDays: 30).longest == 12)
  }

  @Test func aShortHistoryIsNoBaselineAndAGapIsProvisional() {
    #expect(spike(10, longest: 10, knownDays: 13).state == .noBaseline)
    #expect(spike(10, longest: 10, knownDays: 14).state == .reference)
    #expect(spike(10, longest: 10, knownDays: 29).isProvisional)
    #expect(!spike(10, longest: 10, knownDays: 30).isProvisional)
    #expect(spike(10, longest: 0).state == .noBaseline)
    #expect(spike(10, longest: 0).rise == nil)
    #expect(SingleSessionSpike(10, on: day, past: [], knownDays: 30).state == .noBaseline)
  }
}
