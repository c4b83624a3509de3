import Testing

@testable import LinearPrograms

@Suite struct ProvenBoundTests {
  /// Any prices whatever give a bound that holds: here for the best of all corners of small boxes.
  @Test(arguments: 0..<100) func holdsForAnyPrices(seed: Int) {
    var program = LinearProgram()
    var state = UInt64(seed) &+ 11
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 16_777_216 - 0.5
    }
    for _ in 0..<6 { _ = program.addColumn(from: -1, to: 1, cost: next()) }
    for _ in 0..<4 {
      program.addRow((0..<6).map { LinearProgram.Term($0, next()) }, atLeast: -1, atMost: abs(next()))
    }
    let bound = program.provenBound(prices: (0..<4).map { _ in next() })
    for corner in 0..<64 {
      let point = (0..<6).map { corner >> $0 & 1 == 1 ? 1.0 : -1 }
      let keepsRows = (0..<4).allSatisfy { row in
        let value = (0..<6).reduce(0.0) { $0 + program.factor[row * 6 + $1] * point[$1] }
        return value >= program.rowLower[row] && value <= program.rowUpper[row]
      }
      if keepsRows { #expect((0..<6).reduce(0.0) { $0 + program.cost[$1] * point[$1] } <= bound) }
    }
  }

  @Test func doesNotPriceABoundThatIsNotThere() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 1, cost: 1)
    program.addRow([.init(x, 1)], atLeast: 0)
    #expect(program.provenBound(prices: [5]).isFinite)
    #expect(program.provenBound(prices: [.nan]).isFinite)
  }

  @Test func isNeverBelowTheTruthByRounding() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 0.1, cost: 3)
    program.addRow([.init(x, 1)], atMost: 0.1)
    #expect(program.provenBound(prices: [3]) >= 0.3)
    #expect(program.provenBound(prices: [3]) < 0.300_000_1)
  }

  @Test func claimsNoContradictionWhereThereIsNone() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 1)
    program.addRow([.init(x, 1)], atLeast: 0.5)
    for price in [-2.0, -1, 0, 1, 2] { #expect(!program.provesInfeasible(prices: [price])) }
  }
}
