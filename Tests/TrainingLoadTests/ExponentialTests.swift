import Foundation
import SeededNumbers
import Testing

@testable import TrainingLoad

@Suite struct ExponentialTests {
  @Test func agreesWithTheSystemsTo1e15() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<200_000 {
      let x = Double.random(in: -700...700, using: &generator)
      #expect(abs(exponential(x) / exp(x) - 1) < 1e-15, "x = \(x)")
    }
    for step in -40_000...40_000 {
      let x = Double(step) / 10_000
      #expect(abs(exponential(x) / exp(x) - 1) < 1e-15, "x = \(x)")
    }
  }

  @Test func hasTheSameBitsEverywhere() {
    #expect(exponential(0) == 1)
    #expect(exponential(1).bitPattern == 0x4005_BF0A_8B14_576A)
    #expect(exponential(-1.0 / 42).bitPattern == 0x3FEF_3F41_8CF4_85E5)
    #expect(exponential(-1.0 / 7).bitPattern == 0x3FEB_BD76_B8A1_AB98)
  }

  @Test func staysDefinedAtTheEnds() {
    #expect(exponential(.nan).isNaN)
    #expect(exponential(.infinity) == .infinity)
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(709.9) == .infinity)
    #expect(exponential(709.7).isFinite)
    #expect(exponential(-745) == .leastNonzeroMagnitude)
    #expect(exponential(-745.9) == 0)
  }
}
