/// A basis taken apart into triangles, so that systems with it are solved in little time: B = L U, and one more factor
/// for each exchange of a column since.
///
/// Unknowns and right-hand sides are numbered by rows: the column that was pivoted in a row stands for it.
struct BasisFactors {
  private let size: Int
  /// Rows in the order of their pivots, as far as they change anything: when a column is solved for, and a row.
  private var columnOrder: [Int] = []
  private var rowOrder: [Int] = []
  private var diagonal: [Double]
  /// For each pivot in order: what it takes off other rows.
  private var lower = SparseColumns()
  private var lowerPivot: [Int] = []
  /// Above the diagonal, by the row and by the column that it stands for.
  private var upperRows = SparseColumns()
  private var upperColumns = SparseColumns()
  /// Exchanged columns: the row that changed, its pivot and the other entries.
  private var exchange = SparseColumns()
  private var exchangeRow: [Int] = []
  private var exchangePivot: [Double] = []

  init(size: Int) {
    self.size = size
    diagonal = Array(repeating: 1, count: size)
  }

  /// Column exchanges since the basis was taken apart.
  var exchanges: Int { exchangeRow.count }
  /// Entries that these exchanges hold.
  var exchangeEntries: Int { exchange.row.count }

  /// Takes over a factorisation.
  mutating func take(_ elimination: Elimination) {
    diagonal = elimination.diagonal
    lower = elimination.lower
    lowerPivot = elimination.lowerPivot
    upperRows = elimination.upperRows()
    upperColumns = upperRows.transposed(rows: size)
    rowOrder = elimination.order.filter { diagonal[$0] != 1 || !upperRows.isEmpty($0) }
    columnOrder = elimination.order.reversed().filter { diagonal[$0] != 1 || !upperColumns.isEmpty($0) }
    exchange.removeAll()
    exchangeRow.removeAll(keepingCapacity: true)
    exchangePivot.removeAll(keepingCapacity: true)
  }

  /// Solves B x = b in place.
  func solve(_ x: inout [Double]) {
    for step in lowerPivot.indices {
      let value = x[lowerPivot[step]]
      if value == 0 { continue }
      for place in lower.start[step]..<lower.start[step + 1] {
        x[lower.row[place]] -= lower.value[place] * value
      }
    }
    for row in columnOrder where x[row] != 0 {
      let value = x[row] / diagonal[row]
      x[row] = value
      for place in upperColumns.start[row]..<upperColumns.start[row + 1] {
        x[upperColumns.row[place]] -= upperColumns.value[place] * value
      }
    }
    for step in exchangeRow.indices {
      let row = exchangeRow[step]
      if x[row] == 0 { continue }
      let value = x[row] / exchangePivot[step]
      x[row] = value
      for place in exchange.start[step]..<exchange.start[step + 1] {
        x[exchange.row[place]] -= exchange.value[place] * value
      }
    }
  }

  /// Solves yB = c in place.
  func solveTransposed(_ y: inout [Double]) {
    for step in exchangeRow.indices.reversed() {
      var sum = y[exchangeRow[step]]
      for place in exchange.start[step]..<exchange.start[step + 1] {
        sum -= exchange.value[place] * y[exchange.row[place]]
      }
      y[exchangeRow[step]] = sum / exchangePivot[step]
    }
    for row in rowOrder where y[row] != 0 {
      let value = y[row] / diagonal[row]
      y[row] = value
      for place in upperRows.start[row]..<upperRows.start[row + 1] {
        y[upperRows.row[place]] -= upperRows.value[place] * value
      }
    }
    for step in lowerPivot.indices.reversed() {
      var sum = y[lowerPivot[step]]
      for place in lower.start[step]..<lower.start[step + 1] {
        sum -= lower.value[place] * y[lower.row[place]]
      }
      y[lowerPivot[step]] = sum
    }
  }

  /// Exchanges the column that stands for `row` by one whose solution B x = column is `solution`.
  mutating func exchange(row: Int, by solution: [Double]) {
    exchangeRow.append(row)
    exchangePivot.append(solution[row])
    for other in 0..<size where solution[other] != 0 && other != row {
      exchange.row.append(other)
      exchange.value.append(solution[other])
    }
    exchange.start.append(exchange.row.count)
  }
}
