import SeededNumbers
import Testing
import TrainingLoad

@Suite struct FitnessModelTests {
  @Test func weightsAreThoseOfTheProducts() throws {
    let alpha = try VectorFile.named("ctl_atl_tsb").at("alpha")
    for (smoothing, key) in [(Smoothing.exponential, "exp"), (.reciprocal, "inv"), (.span, "span")] {
      for days in [42, 7] {
        let expected = try alpha.number("\(key)_\(days)")
        #expect(agrees(smoothing.weight(days: Double(days)), expected, decimals: 15))
      }
    }
  }

  @Test func seriesAreThoseOfThePeers() throws {
    for row in try VectorFile.named("ctl_atl_tsb").list("cases") {
      let name = try row.text("name")
      let loads = try row.numbers("daily_load")
      let series = FitnessModel().series(loads)
      let sameDay = FitnessModel(form: .sameDay).series(loads)
      #expect(agrees(series.fitness, try row.numbers("ctl"), decimals: 8), "\(name)")
      #expect(agrees(series.fatigue, try row.numbers("atl"), decimals: 8), "\(name)")
      #expect(agrees(series.form, try row.numbers("tsb_previous_day"), decimals: 8), "\(name)")
      #expect(agrees(sameDay.form, try row.numbers("tsb_same_day"), decimals: 8), "\(name)")
      #expect(agrees(series.ramp, try row.numbers("ramp_7d"), decimals: 8), "\(name)")
      for (smoothing, key) in [
        (Smoothing.reciprocal, "alpha_1_over_tau"), (.span, "runalyze_alpha_2_over_N_plus_1"),
      ] {
        let last = FitnessModel(smoothing: smoothing).series(loads)
        #expect(agrees(last.fitness.last ?? nil, try row.at(key).number("ctl_last"), decimals: 8), "\(name)")
        #expect(agrees(last.fatigue.last ?? nil, try row.at(key).number("atl_last"), decimals: 8), "\(name)")
      }
    }
  }

  @Test func roundsToTheWholeNumbersOfRunalyze() throws {
    for row in try VectorFile.named("ctl_atl_tsb").at("runalyze_unit_test").list("cases") {
      let loads = try row.numbers("daily_load")
      let series = FitnessModel(smoothing: .span, form: .sameDay).series(loads)
      for (column, key) in [(series.fitness, "ctl"), (series.fatigue, "atl"), (series.form, "tsb")]
      where row.has(key) {
        let expected = try (try? row.numbers(key)) ?? [row.number(key)]
        #expect(agrees(column, expected, decimals: 0), "\(key)")
      }
    }
  }

  @Test func startsFromTheSeed() throws {
    let test = try VectorFile.named("ctl_atl_tsb").at("seeding_test")
    let seed = FitnessModel.Seed(
      fitness: try test.at("initial").number("ctl"), fatigue: try test.at("initial").number("atl"))
    let series = FitnessModel(seed: seed).series(try test.numbers("load"))
    #expect(agrees(series.fitness, try test.numbers("ctl"), decimals: 8))
    #expect(agrees(series.fatigue, try test.numbers("atl"), decimals: 8))
    #expect(series.form.first == seed.fitness - seed.fatigue)
  }

  @Test func namesItsVariant() {
    #expect(
      FitnessModel().name == "exponential 1-exp(-1/tau), 42 and 7 days, seed 0 and 0, form previous-day")
    let other = FitnessModel(
      smoothing: .span, fitnessDays: 45.5, seed: .init(fitness: 50, fatigue: 62.5), form: .sameDay)
    #expect(other.name == "span 2/(N+1), 45.5 and 7 days, seed 50 and 62.5, form same-day")
  }

  @Test func anUnknownDayIsPassedUnchanged() {
    var generator = SplitMix64(seed: 2)
    for form in FormConvention.allCases {
      let loads = generator.loads(days: 200, unknown: 0.1)
      let model = FitnessModel(form: form)
      let series = model.series(loads)
      let dense = model.series(loads.filter { $0 != nil })
      let known = loads.indices.filter { loads[$0] != nil }
      #expect(known.count < loads.count)
      #expect(known.map { series.fitness[$0] } == dense.fitness)
      #expect(known.map { series.fatigue[$0] } == dense.fatigue)
      #expect(known.map { series.form[$0] } == dense.form)
      for day in loads.indices where loads[day] == nil {
        #expect(series.fitness[day] == nil)
        #expect(series.fatigue[day] == nil)
        #expect((series.form[day] == nil) == (form == .sameDay))
      }
      for day in loads.indices {
        let isKnown = day >= 7 && series.fitness[day] != nil && series.fitness[day - 7] != nil
        #expect((series.ramp[day] != nil) == isKnown)
      }
    }
  }

  @Test func unknownIsNotRest() {
    let unknown = FitnessModel().series([100, nil, nil, 100]).fitness.last
    let rest = FitnessModel().series([100, 0, 0, 100]).fitness.last
    #expect(unknown != rest)
  }

  @Test func theFirst42DaysWarmUpAndAnUnknownDayStartsThemAgain() {
    var loads = [Double?](repeating: 50, count: 100)
    loads[50] = nil
    let standing = FitnessModel().series(loads).standing
    #expect(standing[..<42].allSatisfy { $0 == .warmingUp })
    #expect(standing[42..<50].allSatisfy { $0 == .settled })
    #expect(standing[50..<93].allSatisfy { $0 == .afterUnknownDay })
    #expect(standing[93...].allSatisfy { $0 == .settled })
    #expect(FitnessModel().series([nil, nil, 5]).standing == [.warmingUp, .warmingUp, .warmingUp])
    #expect(FitnessModel().series([5, nil, 5]).standing == [.warmingUp, .afterUnknownDay, .afterUnknownDay])
  }

  @Test(arguments: Smoothing.allCases)
  func isLinearInTheLoadsAndStaysAmongThem(smoothing: Smoothing) {
    var generator = SplitMix64(seed: 3)
    let model = FitnessModel(smoothing: smoothing)
    for _ in 0..<20 {
      let loads = generator.loads(days: 120)
      let series = model.series(loads)
      let tripled = model.series(loads.map { $0.map { $0 * 3 } })
      #expect(agrees(tripled.fitness, series.fitness.map { $0.map { $0 * 3 } }, decimals: 9))
      #expect(agrees(tripled.form, series.form.map { $0.map { $0 * 3 } }, decimals: 9))
      let highest = loads.compactMap { $0 }.max() ?? 0
      #expect(series.fitness.allSatisfy { (0...highest).contains($0 ?? -1) })
      #expect(series.fatigue.allSatisfy { (0...highest).contains($0 ?? -1) })
    }
  }

  @Test func weightsStayAmongZeroAndOne() {
    for smoothing in Smoothing.allCases {
      for days in [-1, 0, 0.25, 1, 7, 42, 1e9, .infinity] as [Double] {
        #expect((0...1).contains(smoothing.weight(days: days)), "\(smoothing) \(days)")
      }
      #expect(smoothing.weight(days: 7) > smoothing.weight(days: 42))
    }
  }

  @Test func noDaysGiveNoRows() {
    let series = FitnessModel().series([])
    #expect(series.fitness.isEmpty && series.form.isEmpty && series.ramp.isEmpty && series.standing.isEmpty)
  }
}
