import SeededNumbers
import Testing
import TrainingLoad

@Suite struct CivilDayTests {
  @Test func everyDayOfTheYears1To9999FollowsTheOneBefore() throws {
    var number = try #require(CivilDay(year: 1, month: 1, day: 1)).number
    var weekday = 0
    var mistakes = 0
    for year in 1...9999 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (month, length) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        for day in 1...length {
          let civil = CivilDay(year: year, month: month, day: day)
          let isRight =
            civil?.number == number && CivilDay(number: number).components == (year, month, day)
            && CivilDay(number: number).weekday.rawValue == weekday
          if !isRight { mistakes += 1 }
          number += 1
          weekday = weekday == 6 ? 0 : weekday + 1
        }
        #expect(CivilDay.daysInMonth(year: year, month: month) == length)
        #expect(CivilDay(year: year, month: month, day: length + 1) == nil)
      }
    }
    #expect(mistakes == 0)
    #expect(CivilDay(number: number - 1).iso == "9999-12-31")
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11016, .tuesday), ("2027-04-18", 20926, .sunday),
    ("0001-01-01", -719_162, .monday), ("1969-12-31", -1, .wednesday),
  ])
  func knownDays(iso: String, number: Int, weekday: Weekday) throws {
    let day = try #require(CivilDay(iso: iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
    #expect("\(day)" == iso)
  }

  @Test func textRoundTrips() throws {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<10_000 {
      let day = CivilDay(number: Int.random(in: -719_162...2_932_896, using: &generator))
      #expect(CivilDay(iso: day.iso) == day)
    }
  }

  @Test(arguments: [
    "", "2027", "2027-4-18", "2027-04-31", "2027-02-29", "2100-02-29", "2027-13-01", "2027-00-01",
    "2027-01-00",
    "0000-01-01", "2027/04/18", "2027-04-18 ", "+027-04-18", "-001-04-18", "2027-04-1x", "２027-04-18",
    "20270418", "2027-W15-7", "\u{0}027-04-18",
  ])
  func otherTextIsNoDay(text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test func yearsOutsideTheRangeAreNoDays() {
    #expect(CivilDay(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDay(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDay(year: .min, month: .max, day: .min) == nil)
  }

  @Test func daysAddAndSubtract() throws {
    let day = try #require(CivilDay(iso: "2026-12-31"))
    #expect((day + 1).iso == "2027-01-01")
    #expect((day - 365).iso == "2025-12-31")
    #expect((day + 30) - day == 30)
    #expect(day < day + 1)
  }

  @Test func weekdaysHaveTheirNames() {
    #expect(Weekday.allCases.map(\.abbreviation) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    #expect(Weekday.allCases.map(\.shortName) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    for weekday in Weekday.allCases { #expect(Weekday(abbreviation: weekday.abbreviation) == weekday) }
    #expect(Weekday(abbreviation: "Mon") == nil)
    #expect(Weekday(index: -1) == .sunday)
    #expect(Weekday(index: 7) == .monday)
    #expect(Weekday.monday < .sunday)
  }
}
