import Testing

@testable import LinearPrograms

@Suite struct CutTests {
  /// Whatever rows a cut is made from, it leaves every point with whole choices.
  @Test(arguments: 0..<12) func leavesWholePointsAlone(seed: Int) throws {
    let mixed = MixedProgram(seed: seed, count: 6)
    var solver = DualSimplex(mixed.program)
    #expect(solver.run() == .optimal)
    var maker = CutMaker(mixed.program, whole: mixed.whole, point: solver.point)
    var sums = mixed.choices.compactMap { solver.combination(for: $0) }
    sums += (0..<mixed.program.rowCount).map { [($0, 0.37), (($0 + seed) % mixed.program.rowCount, -1.3)] }
    let cuts = sums.compactMap { maker.cut(from: $0) }
    for settled in mixed.settled {
      for cut in cuts {
        var widest = settled
        for column in 0..<widest.columnCount { widest.addCost(-widest.cost[column], to: column) }
        for term in cut.terms { widest.addCost(term.factor, to: term.column) }
        var solver = DualSimplex(widest)
        guard solver.run() == .optimal else { continue }
        let value = cut.terms.reduce(0) { $0 + $1.factor * solver.point[$1.column] }
        #expect(value <= cut.most + 1e-5 * (1 + abs(cut.most)))
      }
    }
  }

  /// x + y at most 1.5, both whole: at most 1.
  @Test func roundsDown() throws {
    var program = LinearProgram()
    let (x, y) = (program.addColumn(from: 0, to: 1), program.addColumn(from: 0, to: 1))
    program.addRow([.init(x, 1), .init(y, 1)], atMost: 1.5)
    var maker = CutMaker(program, whole: [true, true], point: [0.75, 0.75])
    let made = maker.cut(from: [(0, 1)])
    let cut = try #require(made)
    let sum = cut.terms.reduce(0) { $0 + $1.factor * 0.5 }
    #expect(abs(sum - cut.most) < 1e-9 && cut.distance > 0.3)
  }
}
