import Testing

@testable import LinearPrograms

@Suite struct BranchedBoundTests {
  private func bound(_ mixed: MixedProgram, work: Int) -> BranchedBound {
    var bound = BranchedBound(
      mixed.program, whole: mixed.whole, branching: mixed.branching, cases: [.init(rows: [])])
    bound.run(work: work)
    return bound
  }

  @Test(arguments: 0..<20) func comesDownToTheOptimum(seed: Int) {
    let mixed = MixedProgram(seed: seed)
    let (optimum, bound) = (mixed.optimum, bound(mixed, work: 200_000_000).bound)
    #expect(bound >= optimum - 1e-7)
    #expect(bound <= optimum + 1e-3 * (1 + abs(optimum)))
  }

  @Test(arguments: 0..<20) func neverRisesWithMoreWork(seed: Int) {
    let mixed = MixedProgram(seed: seed, count: 12)
    let bounds = [1, 10_000, 50_000, 200_000, 1_000_000, 5_000_000].map { bound(mixed, work: $0).bound }
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(bound(mixed, work: 200_000).bound == bounds[3])
  }

  /// Cases that are equally good to begin with do not send each other away for ever.
  @Test(arguments: 0..<20) func casesOfTheSameBoundComeToAnEnd(seed: Int) {
    let mixed = MixedProgram(seed: seed)
    var solver = DualSimplex(mixed.program)
    #expect(solver.run() == .optimal)
    let start = BranchedBound.Case(
      rows: [], bound: mixed.program.provenBound(prices: solver.prices), basis: solver.basis)
    var bound = BranchedBound(
      mixed.program, whole: mixed.whole, branching: mixed.branching, cases: [start, start, start])
    bound.run(work: 200_000_000)
    #expect(abs(bound.bound - mixed.optimum) < 1e-3 * (1 + abs(mixed.optimum)))
  }

  /// Of several cases the greatest counts, and one without any solution counts for nothing.
  @Test func theGreatestCaseCounts() {
    let mixed = MixedProgram(seed: 3)
    let last = mixed.program.rowCount - 1
    let cases = [0.0, 1, 2].map { BranchedBound.Case(rows: [.init(last, from: -.infinity, to: $0)]) }
    var none = BranchedBound(
      mixed.program, whole: mixed.whole, branching: mixed.branching,
      cases: [.init(rows: [.init(last, from: 100, to: 200)])])
    none.run(work: 20_000_000)
    #expect(none.bound == -.infinity)
    var all = BranchedBound(
      mixed.program, whole: mixed.whole, branching: mixed.branching, cases: cases)
    all.run(work: 200_000_000)
    var wide = mixed
    wide.program.rowUpper[last] = 2
    #expect(abs(all.bound - wide.optimum) < 1e-3 * (1 + abs(wide.optimum)))
    #expect(all.openCase == 2)
  }

  /// The bound of a part comes from its prices by sums that are rounded upwards: prices that someone tampered with only
  /// make it larger, also under the bounds that a part's choices have.
  @Test(arguments: 0..<10) func tamperedPricesProveNothingFalse(seed: Int) {
    let mixed = MixedProgram(seed: seed)
    for isUp in [false, true] {
      var half = mixed
      let first = mixed.choices[0]
      (half.program.lower[first], half.program.upper[first]) = isUp ? (1, 1) : (0, 0)
      var solver = DualSimplex(half.program)
      guard solver.run() == .optimal else { continue }
      let optimum = half.optimum
      for row in solver.prices.indices {
        for change in [-1.0, -0.01, 0.01, 1] {
          var prices = solver.prices
          prices[row] += change
          #expect(half.program.provenBound(prices: prices) >= optimum - 1e-7)
        }
      }
    }
  }
}
