import Testing

@testable import TrainingPlan

@Suite struct CheapestMatchingTests {
  /// Drawn tables, many with equal costs and missing pairs, against every way to pair them.
  @Test(arguments: 0..<40) func isAsCheapAsTheBestOfAllWays(seed: UInt64) {
    var dice = Dice(seed)
    for _ in 0..<60 {
      let (rows, columns) = (dice.below(7), dice.below(7))
      let range = 1 + dice.below(30)
      let alone = dice.below(30)
      let edges = (0..<rows).map { _ in
        (0..<columns).filter { _ in dice.below(4) > 0 }.map { column in
          CheapestMatching.Edge(column: column, cost: dice.below(range))
        }
      }
      let pairs = CheapestMatching(edges: edges, columnCount: columns, alone: alone).columns
      let taken = pairs.compactMap { $0 }
      #expect(Set(taken).count == taken.count, "a column belongs to one row")
      #expect(cost(pairs, edges, alone) == cheapest(edges[...], alone, taken: []))
    }
  }

  /// Every row wants the first column most, and each next one less.
  @Test func rowsThatWantTheSameColumnAreSpread() {
    let edges = (0..<200).map { row in
      (0..<200).map { CheapestMatching.Edge(column: $0, cost: $0 * (row + 1)) }
    }
    let pairs = CheapestMatching(edges: edges, columnCount: 200, alone: 1_000_000).columns
    #expect(pairs == (0..<200).reversed().map { $0 })
  }

  private func cost(_ pairs: [Int?], _ edges: [[CheapestMatching.Edge]], _ alone: Int) -> Int? {
    var sum = 0
    for (row, column) in pairs.enumerated() {
      guard let column else {
        sum += alone
        continue
      }
      guard let edge = edges[row].first(where: { $0.column == column }) else { return nil }
      sum += edge.cost
    }
    return sum
  }

  private func cheapest(
    _ edges: ArraySlice<[CheapestMatching.Edge]>, _ alone: Int, taken: Set<Int>
  ) -> Int {
    guard let first = edges.first else { return 0 }
    let rest = edges.dropFirst()
    let ways = first.filter { !taken.contains($0.column) }.map {
      $0.cost + cheapest(rest, alone, taken: taken.union([$0.column]))
    }
    return min(alone + cheapest(rest, alone, taken: taken), ways.min() ?? .max)
  }
}
