import SeededNumbers
import Testing
import TrainingLoad

@Suite struct MonotonyTests {
  @Test func bothDeviationsAreThoseOfThePeers() throws {
    for row in try VectorFile.named("monotony_strain").list("cases") {
      let name = try row.text("name")
      let loads = try row.numbers("daily_load")
      let total = try #require(loads.sumIfKnown())
      #expect(total == (try row.number("weekly_load")))
      #expect(agrees(total / 7, try row.number("mean"), decimals: 10))
      for deviation in Monotony.Deviation.allCases {
        let week = Monotony(loads, deviation: deviation)
        let monotony = try #require(week.monotony)
        let key = deviation.rawValue
        #expect(agrees(total / 7 / monotony, try row.number("sd_\(key)"), decimals: 10), "\(name)")
        #expect(agrees(monotony, try row.number("monotony_\(key)"), decimals: 10), "\(name)")
        #expect(agrees(week.strain, try row.number("strain_\(key)"), decimals: 10), "\(name)")
      }
      let runalyze = try row.at("peer", "runalyze_population_sd_capped_at_10")
      let capped = min(10, try #require(Monotony(loads, deviation: .population).monotony))
      #expect(agrees(capped, try runalyze.number("monotony"), decimals: 10), "\(name)")
      #expect(agrees(capped * total, try runalyze.number("strain"), decimals: 10), "\(name)")
      let fitops = try row.at("peer", "fitops_sample_sd_rounded_2dp")
      let rounded = (try #require(Monotony(loads).monotony) * 100).rounded() / 100
      #expect(agrees(rounded, try fitops.number("monotony"), decimals: 10), "\(name)")
      #expect(agrees(rounded * total, try fitops.number("strain"), decimals: 1), "\(name)")
    }
  }

  @Test func degenerateWeeksHaveNoValueButAReason() throws {
    let expected: [Monotony] = [.noTraining, .noVariation, .tooFewDays]
    let rows = try VectorFile.named("monotony_strain").list("degenerate")
    #expect(rows.count == expected.count)
    for (row, reason) in zip(rows, expected) {
      for deviation in Monotony.Deviation.allCases {
        let week = Monotony(try row.numbers("daily_load"), deviation: deviation)
        #expect(week == reason)
        #expect(week.monotony == (try row.at("monotony").optionalNumber()))
        #expect(week.strain == nil)
      }
    }
  }

  @Test func fostersPrintedExampleAddsUpButIsNotReproduced() throws {
    let example = try VectorFile.named("monotony_strain").at("published_example")
    let printed = try example.at("printed")
    let rows = try example.list("rows")
    let total = try rows.reduce(0) { $0 + (try $1.number("printed_load")) }
    #expect(total == (try printed.number("weekly_load")))
    #expect(agrees(total * (try printed.number("monotony")), try printed.number("strain"), decimals: 0))
    var days: [String: Double] = [:]
    for row in rows { days[try row.text("day"), default: 0] += try row.number("printed_load") }
    for deviation in Monotony.Deviation.allCases {
      let week = Monotony(days.keys.sorted().map { days[$0] }, deviation: deviation)
      #expect(!agrees(week.monotony, try printed.number("monotony"), decimals: 2))
    }
  }

  @Test func sevenKnownDaysAreNeeded() {
    #expect(Monotony([10, 20, 30, 40, 50, 60]) == .tooFewDays)
    #expect(Monotony([10, 20, 30, nil, 50, 60, 70]) == .tooFewDays)
    #expect(Monotony([10, 20, 30, 40, 50, 60, 70, 80]) == .tooFewDays)
  }

  @Test func equalLoadsStayEqualInSpiteOfRounding() {
    let oneLoad = 3.3 * 47
    let sameLoad = 3.3 + 3.3 * 46
    #expect(Monotony([oneLoad, sameLoad, oneLoad, sameLoad, oneLoad, oneLoad, sameLoad]) == .noVariation)
    #expect(Monotony(Array(repeating: 0.1, count: 7)) == .noVariation)
    #expect(Monotony([100, 100, 100, 100, 100, 100, 100.001]).monotony != nil)
  }

  @Test func monotonyIsScaleFreeAndStrainScales() throws {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let loads = generator.loads(days: 7)
      let week = Monotony(loads)
      let doubled = Monotony(loads.map { $0.map { $0 * 2 } })
      let shuffled = Monotony(loads.shuffled(using: &generator))
      #expect(agrees(doubled.monotony, week.monotony, decimals: 12))
      #expect(agrees(doubled.strain, week.strain.map { $0 * 2 }, decimals: 9))
      #expect(agrees(shuffled.monotony, week.monotony, decimals: 12))
      let population = Monotony(loads, deviation: .population)
      #expect(agrees(population.monotony, week.monotony.map { $0 * (7.0 / 6).squareRoot() }, decimals: 12))
    }
  }
}
