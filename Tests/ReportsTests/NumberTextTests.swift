import Testing

@testable import Reports

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (2.5, 0, "3"), (-2.5, 0, "-3"),
    (1234.567, 2, "1234.57"),
    (0.005, 2, "0.01"), (12, 1, "12.0"), (.nan, 1, "unknown"), (1e300, 0, "beyond counting"),
  ])
  func numbersReadTheSameEverywhere(value: Double, decimals: Int, text: String) {
    #expect(value.text(decimals) == text)
  }

  @Test func changesHaveTheirSign() {
    #expect([0.1, -0.004, 0.0, -0.254].map(\.change) == ["+10 %", "0 %", "0 %", "-25 %"])
  }

  @Test(arguments: [
    ([0.0, 1285], 5, [0.0, 500, 1000, 1500]), ([215], 5, [0, 50, 100, 150, 200, 250]),
    ([-66, 51], 2, [-100, 0, 100]), ([0.94], 3, [0, 0.5, 1]), ([], 4, [0, 0.5, 1]),
    ([.infinity], 4, [0, 0.5, 1]),
  ])
  func ticksAreRoundNumbers(values: [Double], steps: Int, ticks: [Double]) {
    let axis = ValueAxis(of: values, steps: steps, top: 0, bottom: 100)
    #expect(axis.ticks == ticks)
    #expect(axis.y(axis.ticks[0]) == 100)
    #expect(axis.y(.infinity) == 0)
  }
}
