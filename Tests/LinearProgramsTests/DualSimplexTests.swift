import Testing

@testable import LinearPrograms

@Suite struct DualSimplexTests {
  typealias Term = LinearProgram.Term

  /// Three columns and two rows, solved by hand: x = (2, 6), 3x + 5y = 36 (Dantzig's textbook example has this optimum).
  @Test func solvesAProgrammeThatIsKnown() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 4, cost: 3)
    let y = program.addColumn(from: 0, to: 100, cost: 5)
    program.addRow([Term(y, 2)], atMost: 12)
    program.addRow([Term(x, 3), Term(y, 2)], atMost: 18)
    var solver = DualSimplex(program)
    #expect(solver.run() == .optimal)
    #expect(abs(solver.point[x] - 2) < 1e-6)
    #expect(abs(solver.point[y] - 6) < 1e-6)
    let bound = program.provenBound(prices: solver.prices)
    #expect(bound >= 36 && bound < 36.001)
  }

  @Test func provesThatNothingFits() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 10)
    let y = program.addColumn(from: 0, to: 10)
    program.addRow([Term(x, 1), Term(y, 1)], atLeast: 12)
    program.addRow([Term(x, 1), Term(y, 2)], atMost: 11)
    program.addRow([Term(x, 2), Term(y, 1)], atMost: 13)
    var solver = DualSimplex(program)
    #expect(solver.run() == .infeasible)
    #expect(program.provesInfeasible(prices: solver.prices))
  }

  @Test func followsADefinition() {
    var program = LinearProgram()
    let x = program.addColumn(from: 0, to: 3)
    let double = program.addDefinition([Term(x, 2)], constant: 1, from: 0, to: 100)
    program.addCost(1, to: double)
    var solver = DualSimplex(program)
    #expect(solver.run() == .optimal)
    #expect(abs(solver.point[double] - 7) < 1e-6)
  }

  /// Whatever the programme, the optimum keeps all bounds and comes up to the proven bound: so it is the optimum.
  @Test(arguments: 0..<200) func meetsItsBound(seed: Int) {
    var program = Self.random(seed)
    var solver = DualSimplex(program)
    let outcome = solver.run()
    if outcome == .infeasible {
      #expect(program.provesInfeasible(prices: solver.prices))
      return
    }
    #expect(outcome == .optimal)
    expectOptimum(solver, program)

    let row = seed % program.rowCount
    program.rowUpper[row] = (program.rowLower[row].isFinite ? program.rowLower[row] : -5) + 2
    solver.setRow(row, atLeast: program.rowLower[row], atMost: program.rowUpper[row])
    if solver.run() == .infeasible {
      #expect(program.provesInfeasible(prices: solver.prices))
    } else {
      expectOptimum(solver, program)
    }
  }

  @Test func isTheSameEveryTime() {
    let program = Self.random(7)
    var first = DualSimplex(program)
    var second = DualSimplex(program)
    _ = first.run()
    _ = second.run()
    #expect(first.point == second.point && first.prices == second.prices)
  }

  @Test func leavesEarlyBelowACutoff() {
    var program = LinearProgram()
    for column in 0..<80 { _ = program.addColumn(from: 0, to: 9, cost: Double(1 + column * 7 % 13)) }
    for row in 0..<60 {
      program.addRow((0..<12).map { Term((row * 5 + $0 * 11) % 80, Double(1 + (row + $0) % 5)) }, atMost: 20)
    }
    var whole = DualSimplex(program)
    #expect(whole.run() == .optimal)
    expectOptimum(whole, program)
    var cut = DualSimplex(program)
    #expect(cut.run(cutoff: 1e9) == .belowCutoff)
    #expect(cut.steps < whole.steps)
    #expect(program.provenBound(prices: cut.prices) < 1e9)
  }

  /// From the basis of a programme with other rows, some of them gone, others new, the optimum is the same.
  @Test(arguments: 0..<100) func beginsAtABasisByItsNames(seed: Int) {
    let program = Self.random(seed)
    var fewer = program
    fewer.truncate(rows: program.rowCount - 1 - seed % 2)
    let columns = Array(0..<program.columnCount)
    var first = DualSimplex(seed % 3 == 0 ? program : fewer)
    _ = first.run()
    let basis = first.basis(rows: Array(0..<first.rowCount), columns: columns)
    let second = seed % 3 == 0 ? fewer : program
    var cold = DualSimplex(second)
    var warm = DualSimplex(second)
    warm.start(at: basis, rows: Array(0..<warm.rowCount), columns: columns)
    let outcome = warm.run()
    #expect(outcome == cold.run())
    if outcome == .optimal {
      expectOptimum(warm, second)
    } else {
      #expect(second.provesInfeasible(prices: warm.prices))
    }
    var again = DualSimplex(second)
    again.start(
      at: cold.basis(rows: Array(0..<cold.rowCount), columns: columns), rows: Array(0..<again.rowCount),
      columns: columns)
    _ = again.run()
    #expect(again.steps <= 1)
  }

  private func expectOptimum(_ solver: DualSimplex, _ program: LinearProgram) {
    let point = solver.point
    for column in point.indices {
      #expect(point[column] > program.lower[column] - 1e-5 && point[column] < program.upper[column] + 1e-5)
    }
    for row in 0..<program.rowCount {
      let value = (program.rowStart[row]..<program.rowStart[row + 1]).reduce(0.0) {
        $0 + program.factor[$1] * point[program.columnOfTerm[$1]]
      }
      #expect(value > program.rowLower[row] - 1e-5 && value < program.rowUpper[row] + 1e-5)
    }
    let objective = point.indices.reduce(program.constant) { $0 + program.cost[$1] * point[$1] }
    let bound = program.provenBound(prices: solver.prices)
    #expect(bound >= objective - 1e-4)
    #expect(bound <= objective + 1e-3 * (1 + abs(objective)))
  }

  /// A sparse programme with rows of every kind, many of them tight at once.
  static func random(_ seed: Int) -> LinearProgram {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var program = LinearProgram()
    let columns = 5 + next(40)
    for _ in 0..<columns {
      let low = Double(next(5) - 2)
      _ = program.addColumn(from: low, to: low + Double(next(6)), cost: Double(next(11) - 3))
    }
    for _ in 0..<(3 + next(40)) {
      let terms = (0..<(1 + next(6))).map { _ in Term(next(columns), Double(next(9) - 4)) }
      switch next(6) {
      case 0: program.addRow(terms, atLeast: Double(-next(10)))
      case 1: program.addRow(terms, atLeast: -6, atMost: Double(next(8)))
      case 2: program.addRow(terms, atLeast: -40, atMost: 40)
      default: program.addRow(terms, atMost: Double(next(12)))
      }
    }
    return program
  }
}
