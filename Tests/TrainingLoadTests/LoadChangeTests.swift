import Testing
import TrainingLoad

@Suite struct LoadChangeTests {
  @Test func comparesWithTheWeeksBeforeAndNotWithItself() {
    #expect(LoadChange.weekly(330, after: [999, 300, 280, 320, 300]) == .change(330.0 / 300 - 1))
    #expect(LoadChange.weekly(0, after: [300, 300, 300]).share == -1)
  }

  @Test func anUnknownWeekIsLeftOutAndThreeAreNeeded() {
    #expect(LoadChange.weekly(300, after: [100, nil, 200, 300]) == .change(0.5))
    #expect(LoadChange.weekly(300, after: [nil, nil, 200, 300]) == .tooFewWeeks)
    #expect(LoadChange.weekly(300, after: [100, 200]) == .tooFewWeeks)
    #expect(LoadChange.weekly(nil, after: [100, 200, 300]) == .tooFewWeeks)
    #expect(LoadChange.weekly(300, after: []) == .tooFewWeeks)
  }

  @Test func aSmallBaseIsSkipped() {
    #expect(LoadChange.weekly(90, after: [59.9, 59.9, 59.9]) == .baseTooSmall)
    #expect(LoadChange.weekly(90, after: [60, 60, 60]) == .change(0.5))
    #expect(LoadChange.weekly(90, after: [200, 200, 200], size: [50, 50, 50]) == .baseTooSmall)
    #expect(LoadChange.weekly(300, after: [200, 200, 200], size: [70, 70, 70]) == .change(0.5))
    #expect(LoadChange.weekly(90, after: [0, 0, 0], minimum: 0) == .baseTooSmall)
  }

  @Test func overTwoWeeks() {
    #expect(LoadChange.overTwoWeeks(13, since: 10).share == 13.0 / 10 - 1)
    #expect(LoadChange.overTwoWeeks(13, since: 0) == .baseTooSmall)
    #expect(LoadChange.overTwoWeeks(13, since: nil) == .tooFewWeeks)
    #expect(LoadChange.overTwoWeeks(nil, since: 10) == .tooFewWeeks)
  }
}
