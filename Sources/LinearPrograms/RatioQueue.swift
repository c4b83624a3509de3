/// Columns that may come into the basis by their ratios, the smallest first, of equal ones the one of the smallest
/// number: a heap, since few of them are looked at.
struct RatioQueue {
  private var columns: [Candidate] = []

  struct Candidate {
    var column: Int
    var ratio: Double
    /// The size of its entry in the pivot row.
    var size: Double
  }

  var first: Candidate? { columns.first }

  mutating func removeAll() { columns.removeAll(keepingCapacity: true) }

  /// Adds a column; `sort` is to follow.
  mutating func append(_ column: Int, ratio: Double, size: Double) {
    columns.append(Candidate(column: column, ratio: ratio, size: size))
  }

  mutating func sort() {
    for place in (0..<(columns.count / 2)).reversed() { sink(place) }
  }

  mutating func popFirst() -> Candidate? {
    guard let first = columns.first, let last = columns.popLast() else { return nil }
    if !columns.isEmpty {
      columns[0] = last
      sink(0)
    }
    return first
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let item = columns[place]
    while 2 * place + 1 < columns.count {
      var child = 2 * place + 1
      if child + 1 < columns.count, isBefore(columns[child + 1], columns[child]) { child += 1 }
      guard isBefore(columns[child], item) else { break }
      columns[place] = columns[child]
      place = child
    }
    columns[place] = item
  }

  private func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    a.ratio != b.ratio ? a.ratio < b.ratio : a.column < b.column
  }
}
