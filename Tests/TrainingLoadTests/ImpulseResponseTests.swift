import Testing
import TrainingLoad

@Suite struct ImpulseResponseTests {
  @Test func curvesAreThoseOfRunalyze() throws {
    let file = try VectorFile.named("banister_impulse_response")
    let parameters = try file.at("parameters")
    let model = ImpulseResponse(
      fitnessDays: try parameters.number("tau1"), fatigueDays: try parameters.number("tau2"),
      fitnessGain: try parameters.number("k1"), fatigueGain: try parameters.number("k2"),
      baseline: try parameters.number("p0"))
    #expect(model == .runalyze)
    for row in try file.list("cases") {
      let name = try row.text("name")
      let curve = model.curve(try row.numbers("daily_load"))
      #expect(agrees(curve.fitness, try row.numbers("fitness"), decimals: 8), "\(name)")
      #expect(agrees(curve.fatigue, try row.numbers("fatigue"), decimals: 8), "\(name)")
      #expect(agrees(curve.performance, try row.numbers("performance"), decimals: 8), "\(name)")
    }
  }

  @Test func roundsToTheWholeNumbersOfRunalyze() throws {
    for row in try VectorFile.named("banister_impulse_response").list("runalyze_unit_test") {
      if let loads = try? row.numbers("daily_load") {
        let curve = ImpulseResponse.runalyze.curve(loads)
        #expect(agrees(curve.fitness, try row.numbers("fitness"), decimals: 0))
        #expect(agrees(curve.fatigue, try row.numbers("fatigue"), decimals: 0))
        if row.has("performance") {
          #expect(agrees(curve.performance, try row.numbers("performance"), decimals: 0))
        }
      } else {
        #expect(try row.text("daily_load") == "100 x 51 days")
        let curve = ImpulseResponse.runalyze.curve(Array(repeating: 100, count: 51))
        for (column, key) in [(curve.fitness, "fitness_at"), (curve.fatigue, "fatigue_at")] {
          for (day, expected) in try row.at(key).members() {
            let index = try #require(Int(day))
            #expect(agrees(column[index], try expected.optionalNumber(), decimals: 0), "\(key) \(day)")
          }
        }
      }
    }
  }

  @Test func anUnknownDayIsPassedUnchanged() {
    let curve = ImpulseResponse.morton1990.curve([100, nil, 50])
    let dense = ImpulseResponse.morton1990.curve([100, 50])
    #expect(curve.fitness == [dense.fitness[0], nil, dense.fitness[1]])
    #expect(curve.performance == [dense.performance[0], nil, dense.performance[1]])
  }

  @Test func performanceIsTheBaselineWithoutTraining() {
    var model = ImpulseResponse.goldenCheetah
    model.baseline = 500
    #expect(model.curve([0, 0, 0]).performance == [500, 500, 500])
  }
}
