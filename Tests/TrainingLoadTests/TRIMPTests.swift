import Testing
import TrainingLoad

@Suite struct TRIMPTests {
  @Test func banisterIsThatOfThePeers() throws {
    for row in try VectorFile.named("trimp").list("cases") {
      let range = try #require(
        HeartRateRange(rest: try row.number("hr_rest"), maximum: try row.number("hr_max")))
      let sex = try #require(Sex(rawValue: try row.text("sex")))
      let rate = try row.number("hr")
      let minutes = try row.number("minutes")
      #expect(agrees(range.reserve(at: rate), try row.number("hrr"), decimals: 10))
      func trimp(_ variant: TRIMPVariant) -> Double? {
        TRIMP.banister(minutes: minutes, heartRate: rate, range: range, sex: sex, variant: variant)
      }
      let columns: [(String, TRIMPVariant)] =
        switch sex {
        case .male:
          [
            ("banister_0_64_1_92", .banister1991), ("peer_runalyze", .runalyze), ("peer_sauce", .commonScale),
          ]
        case .female:
          [
            ("banister_0_86_1_67", .banister1991), ("variant_0_821776_1_67_Runalyze", .runalyze),
            ("variant_0_64_1_67_GoldenCheetah_Elevate_Sauce", .commonScale),
          ]
        }
      for (key, variant) in columns {
        #expect(agrees(trimp(variant), try row.number(key), decimals: 10), "\(key)")
      }
    }
  }

  @Test func banisterIsThatOfTheReference() throws {
    let row = try VectorFile.named("trimp").at("reference_fellrnr")
    let range = try #require(
      HeartRateRange(rest: try row.number("hr_rest"), maximum: try row.number("hr_max")))
    let trimp = try #require(
      TRIMP.banister(
        minutes: try row.number("minutes"), heartRate: try row.number("hr"), range: range, sex: .male))
    let expected = try row.number("expected")
    #expect(abs(trimp / expected - 1) <= (try row.number("tolerance_rel")))
  }

  @Test func theSexesMeetAtTheMaximumInRunalyzesVariant() throws {
    let range = try #require(HeartRateRange(rest: 50, maximum: 190))
    let atMaximum = Sex.allCases.map {
      TRIMP.banister(minutes: 1, heartRate: 190, range: range, sex: $0, variant: .runalyze) ?? 0
    }
    #expect(abs(atMaximum[0] / atMaximum[1] - 1) < 1e-6)
  }

  @Test func samplesOfASteadyHeartRateAddUpToTheAverage() throws {
    let range = try #require(HeartRateRange(rest: 50, maximum: 190))
    let steady = TRIMP.banister(
      samples: Array(repeating: 140, count: 720), every: 5, range: range, sex: .female)
    let average = TRIMP.banister(minutes: 60, heartRate: 140, range: range, sex: .female)
    #expect(agrees(steady, average, decimals: 9))
  }

  @Test func theAverageUnderestimatesIntervals() throws {
    let range = try #require(HeartRateRange(rest: 50, maximum: 190))
    let intervals = Array(repeating: 110.0, count: 1800) + Array(repeating: 170.0, count: 1800)
    let sampled = try #require(TRIMP.banister(samples: intervals, every: 1, range: range, sex: .male))
    let averaged = try #require(TRIMP.banister(minutes: 60, heartRate: 140, range: range, sex: .male))
    #expect(sampled > averaged * 1.05)
  }

  @Test func edwardsAndLuciaWeighTheZones() throws {
    let file = try VectorFile.named("trimp")
    for row in try file.at("edwards").list("cases") {
      let minutes = try row.numbers("minutes").compactMap { $0 }
      #expect(TRIMP.edwards(zoneMinutes: minutes) == (try row.number("expected")))
    }
    for row in try file.at("lucia").list("cases") {
      let minutes = try row.numbers("minutes").compactMap { $0 }
      #expect(TRIMP.lucia(zoneMinutes: minutes) == (try row.number("expected")))
    }
    let weights = try file.at("edwards", "weights").members()
    for (index, weight) in weights.enumerated() {
      var minutes = [Double](repeating: 0, count: 5)
      minutes[index] = 1
      #expect(TRIMP.edwards(zoneMinutes: minutes) == (try weight.value.optionalNumber()))
    }
    let lucia = try file.at("lucia", "weights")
    #expect(TRIMP.lucia(zoneMinutes: [1, 0, 0]) == (try lucia.number("below VT1")))
    #expect(TRIMP.lucia(zoneMinutes: [0, 1, 0]) == (try lucia.number("VT1..VT2")))
    #expect(TRIMP.lucia(zoneMinutes: [0, 0, 1]) == (try lucia.number("above VT2")))
  }

  @Test(arguments: [(94.0, 0), (95, 1), (113, 1), (114, 2), (133, 3), (152, 4), (171, 5), (190, 5), (200, 5)])
  func aBoundaryBelongsToTheHigherZone(heartRate: Double, zone: Int) {
    #expect(TRIMP.edwardsZone(heartRate: heartRate, maximum: 190) == zone)
    #expect(
      TRIMP.edwards(samples: Array(repeating: heartRate, count: 60), every: 1, maximum: 190) == Double(zone))
  }

  @Test func luciaSamplesGoByTheThresholds() {
    #expect(TRIMP.lucia(samples: [139, 140, 160, 161], every: 60, first: 140, second: 160) == 8.0)
    #expect(TRIMP.lucia(samples: [139], every: 60, first: 160, second: 140) == nil)
  }

  @Test func nonsenseHasNoTRIMP() throws {
    let range = try #require(HeartRateRange(rest: 50, maximum: 190))
    #expect(HeartRateRange(rest: 190, maximum: 190) == nil)
    #expect(HeartRateRange(rest: 0, maximum: 190) == nil)
    #expect(HeartRateRange(rest: 50, maximum: .infinity) == nil)
    #expect(range.reserve(at: 40) == 0)
    #expect(TRIMP.banister(minutes: -1, heartRate: 140, range: range, sex: .male) == nil)
    #expect(TRIMP.banister(minutes: 60, heartRate: .nan, range: range, sex: .male) == nil)
    #expect(TRIMP.banister(samples: [], every: 1, range: range, sex: .male) == nil)
    #expect(TRIMP.banister(samples: [140, 0], every: 1, range: range, sex: .male) == nil)
    #expect(TRIMP.banister(samples: [140], every: 0, range: range, sex: .male) == nil)
    #expect(TRIMP.edwards(zoneMinutes: [1, 2, 3, 4]) == nil)
    #expect(TRIMP.edwards(zoneMinutes: [1, 2, 3, 4, -5]) == nil)
    #expect(TRIMP.edwards(samples: [140], every: 1, maximum: 0) == nil)
    #expect(TRIMP.lucia(zoneMinutes: [1, 2, .nan]) == nil)
  }
}
