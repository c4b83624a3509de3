import Testing

@testable import LinearPrograms

@Suite struct BasisFactorsTests {
  /// Solutions of a large sparse basis and of its transpose give back the right-hand sides, sparse ones and full ones,
  /// also after columns were exchanged.
  @Test(arguments: 0..<8) func solvesWhatItTookApart(seed: Int) {
    var numbers = Numbers(seed)
    let size = 200
    let columns = (0..<size).map { column(at: $0, of: size, &numbers) }
    let elimination = Elimination(matrix(columns))
    #expect(elimination.order.count == size)
    var factors = BasisFactors(elimination)
    // Columns by the rows that they were pivoted in.
    var placed = columns
    for (index, row) in elimination.pivotRow.enumerated() { placed[row] = columns[index] }
    expectSolutions(&factors, placed, &numbers)

    for _ in 0..<12 {
      let row = numbers.below(size)
      let new = column(at: row, of: size, &numbers)
      var (edge, entering) = (SparseVector(size: size), SparseVector(size: size))
      edge.add(1, at: row)
      factors.solveTransposed(&edge, isLeaving: true)
      entering.add(matrix([new]), column: 0, times: 1)
      factors.solve(&entering, isEntering: true)
      guard abs(entering[row]) > 1e-3 else { continue }
      factors.exchange(row: row, pivot: entering[row])
      placed[row] = new
    }
    #expect(factors.exchanges > 6)
    expectSolutions(&factors, placed, &numbers)
  }

  /// A basis without full rank says which rows are left.
  @Test func namesOpenRows() {
    let elimination = Elimination(matrix([[(0, 1), (2, 2)], [(1, 1)], [(0, 2), (2, 4)]]))
    #expect(elimination.order.count == 2 && elimination.openRows.count == 1)
    #expect(elimination.pivotRow.count { $0 < 0 } == 1)
  }

  private typealias Column = [(row: Int, value: Double)]

  private func column(at row: Int, of size: Int, _ numbers: inout Numbers) -> Column {
    var column: Column = [(row, 2 + numbers.unit())]
    for _ in 0..<numbers.below(4) {
      let other = numbers.below(size)
      if !column.contains(where: { $0.row == other }) { column.append((other, numbers.unit() - 0.5)) }
    }
    return column
  }

  private func matrix(_ columns: [Column]) -> SparseColumns {
    let entries = columns.enumerated().flatMap { index, column in
      column.map { (row: $0.row, column: index, value: $0.value) }
    }
    return SparseColumns(entries, columns: columns.count)
  }

  private func expectSolutions(_ factors: inout BasisFactors, _ columns: [Column], _ numbers: inout Numbers) {
    let size = columns.count
    let sides =
      (0..<5).map { _ in [numbers.below(size): 1.0] } + [
        Dictionary(uniqueKeysWithValues: (0..<size).map { ($0, numbers.unit()) })
      ]
    for side in sides {
      var (x, y) = (SparseVector(size: size), SparseVector(size: size))
      for row in side.keys.sorted() {
        x.add(side[row] ?? 0, at: row)
        y.add(side[row] ?? 0, at: row)
      }
      factors.solve(&x)
      factors.solveTransposed(&y)
      var product = Array(repeating: 0.0, count: size)
      for (place, column) in columns.enumerated() {
        for entry in column { product[entry.row] += entry.value * x[place] }
        let sum = column.reduce(0) { $0 + $1.value * y[$1.row] }
        #expect(abs(sum - (side[place] ?? 0)) < 1e-8)
      }
      for row in 0..<size { #expect(abs(product[row] - (side[row] ?? 0)) < 1e-8) }
      #expect(Set(x.places) == Set((0..<size).filter { x[$0] != 0 }))
    }
  }
}

/// Numbers that look random, the same for a seed.
private struct Numbers {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed &* 7919 &+ 17) }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func unit() -> Double { Double(below(1_000_000)) / 1_000_000 }
}
