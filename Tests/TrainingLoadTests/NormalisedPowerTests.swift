import SeededNumbers
import Testing
import TrainingLoad

@Suite struct NormalisedPowerTests {
  /// The rides that the vector file describes.
  static let rides: [String: [Double]] = [
    "steady": Array(repeating: 200, count: 600),
    "blocks": repeated(repeated([150], 120) + repeated([300], 60), 5),
    "ramp": (0..<1200).map { Double(100 + $0 / 10) },
    "intervals": repeated([120], 300) + repeated(repeated([350], 30) + repeated([100], 30), 10)
      + repeated([120], 300),
  ]

  static func repeated(_ watts: [Double], _ times: Int) -> [Double] {
    Array(repeatElement(watts, count: times).joined())
  }

  @Test func startsUpAsThePeersDo() throws {
    let expected = try VectorFile.named("tss").at("normalized_power", "expected").members()
    #expect(expected.map(\.key) == NormalisedPowerTests.rides.keys.sorted())
    for (name, row) in expected {
      let ride = try #require(NormalisedPowerTests.rides[name])
      #expect(Double(ride.count) == (try row.number("seconds")))
      #expect(agrees(ride.reduce(0, +) / Double(ride.count), try row.number("avg"), decimals: 8))
      for (convention, key) in [
        (NormalisedPower.fullWindows, "full_windows_only"),
        (.partialWindows, "partial_windows_sweat_0_25_0"), (.zeroFilled, "zero_filled_GoldenCheetah"),
      ] {
        #expect(
          agrees(convention.watts(of: ride), try row.number(key), decimals: 8), "\(name), \(convention)")
      }
    }
  }

  @Test(arguments: NormalisedPower.allCases)
  func aRideUnderFiveMinutesHasNone(convention: NormalisedPower) {
    #expect(convention.watts(of: Array(repeating: 200, count: 299)) == nil)
    #expect(convention.watts(of: Array(repeating: 200, count: 300)) != nil)
    #expect(convention.watts(of: []) == nil)
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double])
  func aSampleThatIsNoPowerHasNone(sample: Double) {
    #expect(NormalisedPower.fullWindows.watts(of: Array(repeating: 200, count: 400) + [sample]) == nil)
  }

  @Test func isNeverBelowTheAverageOfFullWindows() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let level = Double.random(in: 50...300, using: &generator)
      let ride = (0..<600).map { second -> Double in second % 60 < 30 ? level : level / 2 }
      let power = NormalisedPower.fullWindows.watts(of: ride) ?? 0
      #expect(power >= level * 0.75 - 1e-9)
      #expect(power <= level + 1e-9)
    }
  }
}
