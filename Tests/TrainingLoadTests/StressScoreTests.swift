import Testing
import TrainingLoad

@Suite struct StressScoreTests {
  @Test func powerIsThatOfThePeers() throws {
    for row in try VectorFile.named("tss").list("tss") {
      let (power, threshold) = (try row.number("np"), try row.number("ftp"))
      let factor = StressScore.intensityFactor(normalisedPower: power, thresholdPower: threshold)
      #expect(agrees(factor, try row.number("intensity_factor"), decimals: 10))
      let score = StressScore.power(
        seconds: try row.number("seconds"), normalisedPower: power, thresholdPower: threshold)
      #expect(agrees(score, try row.number("tss"), decimals: 10))
    }
  }

  @Test func paceIsThatOfThePeers() throws {
    for row in try VectorFile.named("tss").at("running").list("cases") {
      let score = StressScore.pace(
        seconds: try row.number("seconds"), pace: try row.number("pace"),
        thresholdPace: try row.number("threshold_pace"))
      #expect(agrees(score, try row.number("expected"), decimals: 10))
    }
  }

  @Test func swimIsThatOfThePeers() throws {
    for row in try VectorFile.named("tss").at("swimming").list("cases") {
      let score = StressScore.swim(
        seconds: try row.number("seconds"), speed: try row.number("speed"),
        thresholdSpeed: try row.number("threshold_speed"))
      #expect(agrees(score, try row.number("expected"), decimals: 10))
    }
  }

  @Test(arguments: Sex.allCases, TRIMPVariant.allCases)
  func anHourAtThresholdIs100(sex: Sex, variant: TRIMPVariant) throws {
    let range = try #require(HeartRateRange(rest: 48, maximum: 188))
    for minutes in [60.0, 90] {
      let trimp = try #require(
        TRIMP.banister(minutes: minutes, heartRate: 168, range: range, sex: sex, variant: variant))
      let score = StressScore.heartRate(
        trimp: trimp, thresholdHeartRate: 168, range: range, sex: sex, variant: variant)
      #expect(agrees(score, 100 * minutes / 60, decimals: 9))
    }
  }

  @Test func nonsenseHasNoScore() throws {
    let range = try #require(HeartRateRange(rest: 48, maximum: 188))
    #expect(StressScore.power(seconds: -1, normalisedPower: 200, thresholdPower: 250) == nil)
    #expect(StressScore.power(seconds: 60, normalisedPower: 200, thresholdPower: 0) == nil)
    #expect(StressScore.power(seconds: 60, normalisedPower: .nan, thresholdPower: 250) == nil)
    #expect(StressScore.pace(seconds: 60, pace: 0, thresholdPace: 300) == nil)
    #expect(StressScore.pace(seconds: 60, pace: 300, thresholdPace: 0) == nil)
    #expect(StressScore.swim(seconds: .infinity, speed: 60, thresholdSpeed: 70) == nil)
    #expect(StressScore.heartRate(trimp: 80, thresholdHeartRate: 48, range: range, sex: .male) == nil)
  }
}
