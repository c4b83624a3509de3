/// A triangular matrix: each row, once it is known, takes multiples of itself off others that come after it.
///
/// Where the right-hand side is sparse, the rows that it reaches are looked for first, so that a solution of few entries
/// costs little whatever the size (Gilbert and Peierls 1988).
struct Triangle {
  private let takes: SparseColumns
  /// What each row is divided by before.
  private let diagonal: [Double]?
  /// The rows that change anything, in an order that lets each come before those that it takes from.
  private let order: [Int]
  /// Entries of the last solution: much the same as of the next one.
  private var lastCount = 0

  // Work space of the search for the rows that a sparse right-hand side reaches.
  private var isReached: [Bool]
  private var reached: [Int] = []
  private var path: [(row: Int, next: Int)] = []

  /// A right-hand side of more than this part of all rows is not sparse, nor is a solution.
  private static let sparseRight = 20
  private static let sparseSolution = 6

  init(_ takes: SparseColumns, diagonal: [Double]? = nil, order: some Sequence<Int>) {
    self.takes = takes
    self.diagonal = diagonal
    self.order = order.filter { !takes.isEmpty($0) || (diagonal?[$0] ?? 1) != 1 }
    isReached = Array(repeating: false, count: takes.count)
  }

  /// Solves in place.
  ///
  /// - Returns: How many entries were touched.
  mutating func solve(_ x: inout SparseVector) -> Int {
    let size = isReached.count
    let isSparse = x.places.count * Self.sparseRight < size && lastCount * Self.sparseSolution < size
    var work = 0
    if isSparse {
      work = Self.reach(from: x.places, takes, &isReached, &reached, &path)
      x.eliminate(reached, isReversed: true, takes, diagonal: diagonal)
      x.list(reached)
    } else {
      x.eliminate(order, takes, diagonal: diagonal)
      x.list()
      work = size + order.count + 2 * x.places.count
    }
    lastCount = x.places.count
    return work
  }

  /// Finds the rows that come to be other than 0, each after all that it takes from; returns what was looked at.
  private static func reach(
    from rows: [Int], _ takes: SparseColumns, _ isReached: inout [Bool], _ reached: inout [Int],
    _ path: inout [(row: Int, next: Int)]
  ) -> Int {
    reached.removeAll(keepingCapacity: true)
    var looked = 0
    let (starts, targets) = (takes.start.span, takes.row.span)
    var isKnown = isReached.mutableSpan
    for root in rows where !isKnown[root] {
      isKnown[root] = true
      var (row, next) = (root, starts[root])
      while true {
        let end = starts[row + 1]
        while next < end, isKnown[targets[next]] { next += 1 }
        if next < end {
          path.append((row, next + 1))
          row = targets[next]
          next = starts[row]
          isKnown[row] = true
        } else {
          looked += end - starts[row] + 2
          reached.append(row)
          guard let last = path.popLast() else { break }
          (row, next) = last
        }
      }
    }
    for row in reached { isKnown[row] = false }
    return 2 * looked
  }
}
