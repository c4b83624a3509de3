import SeededNumbers
import Testing
import TrainingLoad

@Suite struct DayTableTests {
  let monday = CivilDay(number: 20_003)

  @Test func holdsTheColumnsOfTheFormulas() {
    var generator = SplitMix64(seed: 7)
    let loads = generator.loads(days: 90, unknown: 0.02)
    let model = FitnessModel(smoothing: .span, form: .sameDay)
    let table = DayTable(
      DaySeries(first: monday, load: loads, hip: loads, relief: loads),
      options: .init(fitness: model, deviation: .population))
    #expect(table.count == 90)
    #expect(table.date(89) == monday + 89)
    #expect(table.load == loads && table.hip == loads && table.relief == loads)
    #expect(table.response == model.series(loads))
    #expect(table.ratioEWMA == WorkloadRatio.ewma.series(loads))
    #expect(table.ratioCoupled == WorkloadRatio.coupled.series(loads))
    #expect(table.ratioUncoupled == WorkloadRatio.uncoupled.series(loads))
    for day in 0..<90 {
      let week = day < 6 ? Monotony.tooFewDays : Monotony(loads[day - 6...day], deviation: .population)
      #expect(table.monotony[day] == week.monotony)
      #expect(table.strain[day] == week.strain)
    }
  }

  @Test func beginsWithWhatIsComputable() {
    let loads = (0..<30).map { Double(50 + $0 % 5 * 20) }
    let table = DayTable(DaySeries(first: monday, load: loads))
    func firstKnown(_ column: [Double?]) -> Int? { column.firstIndex { $0 != nil } }
    #expect(firstKnown(table.fitness) == 0)
    #expect(table.form.first == 0)
    #expect(firstKnown(table.ramp) == 7)
    #expect(table.ratioEWMA.first == 1)
    #expect(firstKnown(table.ratioCoupled) == 27)
    #expect(firstKnown(table.ratioUncoupled) == 27)
    #expect(firstKnown(table.monotony) == 6)
    #expect(firstKnown(table.strain) == 6)
    #expect(firstKnown(table.hip) == nil)
  }

  @Test func anUnknownDayDoesWhatTheTableOfTheRuleSays() {
    var loads = (0..<120).map { Double?(Double(50 + $0 % 5 * 20)) }
    loads[60] = nil
    let table = DayTable(DaySeries(first: monday, load: loads, hip: loads, relief: loads))
    func unknown(_ column: [Double?]) -> [Int] { (28..<120).filter { column[$0] == nil } }
    for column in [table.load, table.hip, table.relief, table.fitness, table.fatigue] {
      #expect(unknown(column) == [60])
    }
    #expect(unknown(table.form) == [])
    #expect(unknown(table.ramp) == [60, 67])
    #expect(unknown(table.ratioEWMA) == Array(60...87))
    #expect(unknown(table.ratioCoupled) == Array(60...87))
    #expect(unknown(table.ratioUncoupled) == Array(60...87))
    #expect(unknown(table.monotony) == Array(60...66))
    #expect(unknown(table.strain) == Array(60...66))
    #expect((60..<103).allSatisfy { table.standing[$0] == .afterUnknownDay })
    #expect(table.standing[103] == .settled)
  }

  @Test func noVariationHasNoMonotony() {
    let table = DayTable(DaySeries(first: monday, load: Array(repeating: 80, count: 10)))
    #expect(table.monotony.allSatisfy { $0 == nil })
    #expect(table.strain.allSatisfy { $0 == nil })
  }

  @Test func namesItsVariants() {
    #expect(
      DayTable.Options().name
        == "fitness exponential 1-exp(-1/tau), 42 and 7 days, seed 0 and 0, form previous-day; "
        + "workload ratio 7:28 days, EWMA 2/(N+1) from the first load; monotony sample SD")
  }

  @Test func anEmptySeriesGivesAnEmptyTable() {
    let table = DayTable(DaySeries([]))
    #expect(table.count == 0)
    #expect(table.monotony.isEmpty && table.ratioEWMA.isEmpty && table.fitness.isEmpty)
  }
}
