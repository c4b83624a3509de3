/// Pairs rows with columns at the least total cost, where a row may also be left alone at a fixed cost.
///
/// Shortest augmenting paths with prices of the columns (Kuhn 1955; Jonker and Volgenant 1987), over the edges that
/// there are only: a row that is added looks no further than the cheapest place where it disturbs the others least.
/// Costs are whole numbers, so the result is exact. Equal input gives equal pairs.
struct CheapestMatching {
  /// A column that a row may have, and what that costs.
  struct Edge {
    var column: Int
    var cost: Int
  }

  /// The column of each row; nil = it is left alone.
  private(set) var columns: [Int?]

  private let edges: [[Edge]]
  private let alone: Int
  private var rows: [Int?]
  /// What each row pays for its column.
  private var costs: [Int]
  /// What each column asks beside the cost, never more than 0: what the others would save by having it.
  private var prices: [Int]

  // How far each column is from the row that is being added, by which row it is reached, and which are reached.
  private var distances: [Int]
  private var origins: [Int]
  private var reached: [Int] = []

  /// The cheapest pairs.
  ///
  /// - Parameters:
  ///   - edges: For each row the columns that it may have, each at most once; costs are not negative.
  ///   - columnCount: How many columns there are.
  ///   - alone: What it costs to leave a row alone.
  init(edges: [[Edge]], columnCount: Int, alone: Int) {
    self.edges = edges
    self.alone = alone
    columns = Array(repeating: nil, count: edges.count)
    costs = Array(repeating: 0, count: edges.count)
    rows = Array(repeating: nil, count: columnCount)
    prices = Array(repeating: 0, count: columnCount)
    distances = Array(repeating: .max, count: columnCount)
    origins = Array(repeating: 0, count: columnCount)
    for row in edges.indices { add(row) }
  }

  /// Where the shortest path from a new row ends.
  private enum End {
    /// At a column that no row has yet.
    case column(Int)
    /// At a row that is left alone.
    case row(Int)
  }

  private mutating func add(_ source: Int) {
    var row = source
    var travelled = 0
    var worth = 0
    var end = End.row(source)
    var length = alone
    var passed: [Int] = []
    while true {
      reach(from: row, travelled - worth)
      guard let next = nearest(), distances[next] < length else { break }
      guard let holder = rows[next] else {
        end = .column(next)
        length = distances[next]
        break
      }
      reached.removeAll { $0 == next }
      passed.append(next)
      row = holder
      travelled = distances[next]
      worth = costs[row] - prices[next]
      if travelled - worth + alone < length {
        length = travelled - worth + alone
        end = .row(row)
      }
    }
    for column in passed { prices[column] += min(0, distances[column] - length) }
    turn(end, towards: source)
    for column in passed + reached { distances[column] = .max }
    reached.removeAll(keepingCapacity: true)
  }

  /// Looks at the columns of a row that lies `offset` away, what it pays taken off.
  private mutating func reach(from row: Int, _ offset: Int) {
    for edge in edges[row] {
      let distance = offset + edge.cost - prices[edge.column]
      guard distance < distances[edge.column] else { continue }
      if distances[edge.column] == .max { reached.append(edge.column) }
      distances[edge.column] = distance
      origins[edge.column] = row
    }
  }

  /// The nearest column that was reached and not passed; of equally near ones a free one, and then the first.
  private func nearest() -> Int? {
    reached.min { a, b in
      if distances[a] != distances[b] { return distances[a] < distances[b] }
      let (isFree, isOtherFree) = (rows[a] == nil, rows[b] == nil)
      return isFree == isOtherFree ? a < b : isFree
    }
  }

  /// Gives every row on the path the column after it.
  private mutating func turn(_ end: End, towards source: Int) {
    var free: Int?
    switch end {
    case .column(let column): free = column
    case .row(let row):
      if row == source { return }
      free = columns[row]
      columns[row] = nil
    }
    while let column = free {
      let row = origins[column]
      free = columns[row]
      columns[row] = column
      rows[column] = row
      costs[row] = edges[row].first { $0.column == column }?.cost ?? 0
      if row == source { return }
    }
  }
}
