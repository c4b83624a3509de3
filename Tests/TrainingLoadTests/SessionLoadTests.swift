import Testing
import TrainingLoad

@Suite struct SessionLoadTests {
  @Test func perceivedLoadIsThatOfFoster() throws {
    for row in try VectorFile.named("trimp").at("session_rpe").list("cases") {
      let load = SessionLoad.perceived(rating: try row.number("rpe"), minutes: try row.number("minutes"))
      #expect(load == (try row.number("expected")))
    }
    for row in try VectorFile.named("monotony_strain").at("published_example").list("rows") {
      let load = SessionLoad.perceived(rating: try row.number("rpe"), minutes: try row.number("min"))
      #expect(load == (try row.number("rpe_times_min")))
    }
  }

  @Test(arguments: [(-1.0, 60.0), (10.1, 60), (5, -1), (.nan, 60), (5, .infinity), (5, .nan)])
  func perceivedLoadNeedsSensibleInput(rating: Double, minutes: Double) {
    #expect(SessionLoad.perceived(rating: rating, minutes: minutes) == nil)
  }

  @Test(arguments: [(2.9, 2.0), (3, 3), (5.9, 3), (6, 5), (8.9, 5), (9, 6), (23, 6)])
  func theEstimateGuessesTheRatingFromTheMET(met: Double, rating: Double) throws {
    let estimate = try #require(METEstimate(met: met, minutes: 40))
    #expect(estimate.rating == rating)
    #expect(estimate.load == rating * 40)
    #expect(estimate.metMinutes == met * 40)
  }

  @Test(arguments: [(0.0, 60.0), (-1, 60), (5, -1), (.nan, 60), (5, .infinity)])
  func theEstimateNeedsSensibleInput(met: Double, minutes: Double) {
    #expect(METEstimate(met: met, minutes: minutes) == nil)
  }
}
