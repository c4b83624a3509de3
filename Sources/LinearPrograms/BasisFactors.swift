/// A basis taken apart, so that systems with it are solved in little time: B = L T U, with triangles L and U, and in T
/// one factor for each exchange of a column since (the middle product form; Huangfu and Hall 2015).
///
/// Unknowns and right-hand sides are numbered by rows: the column that was pivoted in a row stands for it.
struct BasisFactors {
  private var lower: Triangle
  private var upper: Triangle
  private var lowerTransposed: Triangle
  private var upperTransposed: Triangle
  private var diagonal: [Double]
  private var upperColumns: SparseColumns
  /// Exchanges: each adds `changes · rowsᵀ` to the unit matrix, and its inverse takes off as much over the pivot.
  private var changes = SparseColumns()
  private var rows = SparseColumns()
  private var pivots: [Double] = []
  /// What the last solutions were on the way: of the column that comes in, and of the row that it comes in for.
  private var changeOnTheWay: SparseVector
  private var rowOnTheWay: SparseVector
  /// Entries touched so far: what the work took, in proportion.
  private(set) var work = 0

  /// The factors of slacks.
  init(size: Int) {
    self.init(Elimination(size: size))
  }

  /// The factors that an elimination found.
  init(_ elimination: Elimination) {
    let size = elimination.diagonal.count
    diagonal = elimination.diagonal
    let upperRows = elimination.upperRows()
    upperColumns = upperRows.transposed(rows: size)
    let lowerColumns = elimination.lowerColumns()
    let order = elimination.order
    lower = Triangle(lowerColumns, order: order)
    lowerTransposed = Triangle(lowerColumns.transposed(rows: size), order: order.reversed())
    upper = Triangle(upperColumns, diagonal: diagonal, order: order.reversed())
    upperTransposed = Triangle(upperRows, diagonal: diagonal, order: order)
    changeOnTheWay = SparseVector(size: size)
    rowOnTheWay = changeOnTheWay
    work = elimination.work
  }

  /// Column exchanges since the basis was taken apart.
  var exchanges: Int { pivots.count }
  /// Entries that these exchanges hold.
  var exchangeEntries: Int { changes.row.count + rows.row.count }

  /// Solves B x = b in place; `isEntering` where b is the column that may come in next.
  mutating func solve(_ x: inout SparseVector, isEntering: Bool = false) {
    work += lower.solve(&x)
    for step in pivots.indices {
      let product = x.dot(rows, column: step)
      if product != 0 { x.add(changes, column: step, times: -product / pivots[step]) }
    }
    work += exchangeEntries
    if isEntering { changeOnTheWay.take(x) }
    work += upper.solve(&x)
  }

  /// Solves yB = c in place; `isLeaving` where c is the unit row whose column may go out next.
  mutating func solveTransposed(_ y: inout SparseVector, isLeaving: Bool = false) {
    work += upperTransposed.solve(&y)
    if isLeaving { rowOnTheWay.take(y) }
    for step in pivots.indices.reversed() {
      let product = y.dot(changes, column: step)
      if product != 0 { y.add(rows, column: step, times: -product / pivots[step]) }
    }
    work += exchangeEntries
    work += lowerTransposed.solve(&y)
  }

  /// Exchanges the column that stands for `row` by the one that was solved for last as entering; `pivot` is the entry of
  /// its solution in that row, which was the last one solved for as leaving.
  mutating func exchange(row: Int, pivot: Double) {
    changeOnTheWay.add(-diagonal[row], at: row)
    changeOnTheWay.add(upperColumns, column: row, times: -1)
    changes.append(changeOnTheWay)
    rows.append(rowOnTheWay)
    pivots.append(pivot)
  }
}
