import Testing
import TrainingLoad

@Suite struct DaySeriesTests {
  let monday = CivilDay(number: 20_003)

  @Test func aDayWithoutEntryIsUnknownAndARestDayIsZero() {
    let days = DaySeries(
      [
        .init(day: monday + 3, load: 100, hip: 30, relief: 5), .init(day: monday),
        .init(day: monday + 3, load: 50, hip: 10, relief: 0),
      ], through: monday + 5)
    #expect(days.first == monday)
    #expect(days.load == [0, nil, nil, 150, nil, nil])
    #expect(days.hip == [0, nil, nil, 40, nil, nil])
    #expect(days.relief == [0, nil, nil, 5, nil, nil])
  }

  @Test func anUnknownPartMakesTheDaysSumUnknown() {
    let unknownFirst = DaySeries([
      .init(day: monday, load: nil, hip: 1), .init(day: monday, load: 50, hip: nil),
    ])
    #expect(unknownFirst.load == [nil])
    #expect(unknownFirst.hip == [nil])
    #expect(unknownFirst.relief == [0])
  }

  @Test func whatIsNoLoadIsUnknown() {
    #expect(DaySeries(first: monday, load: [1, -1, .nan, .infinity, nil]).load == [1, nil, nil, nil, nil])
    #expect(DaySeries([.init(day: monday, load: -5)]).load == [nil])
  }

  @Test func columnsHaveTheLengthOfTheLoads() {
    let days = DaySeries(first: monday, load: [1, 2], hip: [1, 2, 3], relief: [4])
    #expect(days.hip == [1, 2])
    #expect(days.relief == [4, nil])
    #expect(DaySeries([]).count == 0)
    #expect(DaySeries([.init(day: monday)], through: monday - 9).count == 1)
  }
}
