import SeededNumbers
import Testing
import TrainingLoad

@Suite struct WorkloadRatioTests {
  @Test func ewmaIsThatOfThePeersOnEveryDay() throws {
    let file = try VectorFile.named("acwr_ewma")
    #expect(agrees(Smoothing.span.weight(days: 7), try file.number("lambda_acute"), decimals: 15))
    #expect(agrees(Smoothing.span.weight(days: 28), try file.number("lambda_chronic"), decimals: 15))
    let published = try file.at("published_check", "williams_2017_day28_ratio")
    for row in try file.list("menaspa") {
      let loads = try row.numbers("daily_load")
      let ratio = WorkloadRatio.ewma.series(loads)
      #expect(agrees(ratio, try row.numbers("ratio"), decimals: 9))
      for (days, key) in [(7.0, "ewma_acute"), (28, "ewma_chronic")] {
        let first = try #require(loads.first ?? nil)
        var average = MovingAverage(weight: Smoothing.span.weight(days: days), seed: first)
        let averages = loads.compactMap { $0 }.map { load -> Double? in
          average.add(load)
          return average.value
        }
        #expect(agrees(averages, try row.numbers(key), decimals: 10))
      }
      let athlete = Int(try row.number("athlete"))
      #expect(agrees(ratio[27], try published.number("athlete_\(athlete)"), decimals: 2))
    }
  }

  @Test func rollingRatiosAreThoseOfThePeers() throws {
    let file = try VectorFile.named("acwr_rolling")
    let published = try file.at("published_check").numbers("williams_2017_rolling_day28")
    for (row, published) in zip(try file.list("menaspa"), published) {
      let loads = try row.numbers("daily_load")
      let day28 = try row.at("day28")
      let coupled = WorkloadRatio.coupled.series(loads)[27]
      let uncoupled = WorkloadRatio.uncoupled.series(loads)[27]
      #expect(agrees(coupled, try day28.number("acwr_coupled"), decimals: 10))
      #expect(agrees(coupled, published, decimals: 2))
      #expect(agrees(uncoupled, try day28.number("acwr_uncoupled"), decimals: 10))
      let means = [
        (loads[21...].sumIfKnown().map { $0 / 7 }, "acute_mean"),
        (loads.sumIfKnown().map { $0 / 28 }, "chronic_mean_coupled"),
        (loads[..<21].sumIfKnown().map { $0 / 21 }, "chronic_mean_uncoupled"),
      ]
      for (mean, key) in means { #expect(agrees(mean, try day28.number(key), decimals: 10)) }
    }
  }

  @Test func rollingRatiosNeed28KnownDays() {
    var loads = [Double?](repeating: 40, count: 70)
    loads[30] = nil
    for kind in [WorkloadRatio.coupled, .uncoupled] {
      let known = kind.series(loads).indices.filter { kind.series(loads)[$0] != nil }
      #expect(known == [27, 28, 29] + Array(58..<70))
    }
  }

  @Test func ewmaIsSilentWhileAnUnknownDayIsInItsWindow() {
    var loads = [Double?](repeating: 40, count: 70)
    loads[0] = nil
    loads[30] = nil
    let ratio = WorkloadRatio.ewma.series(loads)
    #expect(ratio.indices.filter { ratio[$0] != nil } == Array(1..<30) + Array(58..<70))
  }

  @Test func ewmaStartsFromTheSeedWhereOneIsGiven() throws {
    let ratio = WorkloadRatio.ewma.series([80], seed: 40)
    let expected = (40 + 0.25 * 40) / (40 + 2.0 / 29 * 40)
    #expect(agrees(ratio.first ?? nil, expected, decimals: 12))
  }

  @Test(arguments: WorkloadRatio.allCases)
  func nothingToDivideByIsNoRatio(kind: WorkloadRatio) {
    #expect(kind.series(Array(repeating: 0, count: 40)).allSatisfy { $0 == nil })
    #expect(kind.series([]).isEmpty)
    #expect(kind.series(Array(repeating: nil, count: 40)).allSatisfy { $0 == nil })
  }

  @Test func staysInItsRangeAndForgetsTheUnit() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<30 {
      let loads = generator.loads(days: 90)
      let scaled = loads.map { $0.map { $0 * 0.37 } }
      for kind in WorkloadRatio.allCases {
        let ratio = kind.series(loads)
        #expect(agrees(kind.series(scaled), ratio, decimals: 9))
        #expect(ratio.allSatisfy { $0.map { $0 >= 0 && $0.isFinite } ?? true })
      }
      #expect(WorkloadRatio.coupled.series(loads).allSatisfy { ($0 ?? 0) <= 4 + 1e-12 })
    }
    let onlyTheLastWeek = [Double?](repeating: 0, count: 21) + [Double?](repeating: 50, count: 7)
    #expect(WorkloadRatio.coupled.series(onlyTheLastWeek).last == 4)
    #expect(WorkloadRatio.uncoupled.series(onlyTheLastWeek).last == Double??.some(nil))
  }
}
