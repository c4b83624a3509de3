import Testing
import TrainingLoad

@Suite struct HipExposureTests {
  @Test(arguments: [
    (85.0, 1.0, 0.3, 1.0), (55, 0.4, 0.35, 0.3), (85, 0.55, 0.28, 0.51), (88, 1.2, 0.28, 1.16),
    (20, 1, 2, 1.57),
    (20, 1.4, 2, 2.2), (24, 0.9, 0.9, 0.76), (15, 2.4, 2, 2.82),
  ])
  func theModelGivesThePrintedRows(cycles: Double, intensity: Double, tension: Double, printed: Double) {
    let value = HipCoefficients.runMinutes(cycles: cycles, intensity: intensity, tension: tension)
    #expect(agrees(value, printed, decimals: 2))
  }

  @Test func minutesGiveAllThreeExposures() {
    let ride = HipCoefficients(runMinutesPerMinute: 0.5, cyclesPerMinute: 80, staticFraction: 0.25)
    #expect(ride.exposure(minutes: 60) == HipExposure(runMinutes: 30, staticMinutes: 15))
    let stretch = HipCoefficients(runMinutesPerMinute: 0, reliefFraction: 1)
    #expect(stretch.exposure(minutes: 5) == HipExposure(reliefMinutes: 5))
    #expect(
      ride.exposure(minutes: 60) + stretch.exposure(minutes: 5)
        == HipExposure(runMinutes: 30, staticMinutes: 15, reliefMinutes: 5))
  }

  @Test func aMeasuredCadenceReplacesTheActivitysOwn() {
    let run = HipCoefficients(runMinutesPerMinute: 1, cyclesPerMinute: 85)
    #expect(run.exposure(minutes: 60, cadence: 85) == run.exposure(minutes: 60))
    #expect(agrees(run.exposure(minutes: 85, cadence: 90).runMinutes, 90, decimals: 9))
    let plank = HipCoefficients(runMinutesPerMinute: 0, reliefFraction: 0.5)
    #expect(plank.exposure(minutes: 4, cadence: 90) == HipExposure(reliefMinutes: 2))
  }

  @Test func repetitionsBecomeMinutes() {
    let sitUps = HipCoefficients(runMinutesPerMinute: 1.5, cyclesPerMinute: 20)
    #expect(sitUps.exposure(repetitions: 100) == HipExposure(runMinutes: 7.5))
    #expect(HipCoefficients(runMinutesPerMinute: 0).exposure(repetitions: 100) == nil)
  }
}
