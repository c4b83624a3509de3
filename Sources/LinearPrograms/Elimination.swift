/// Gaussian elimination of a sparse basis: first the rows and columns with a single entry, which cost nothing, then the
/// rest (`Kernel`). Columns of the basis are numbered by their places in it.
struct Elimination {
  /// The rows in the order of their pivots.
  private(set) var order: [Int] = []
  private(set) var diagonal: [Double]
  /// The row in which each column was pivoted; -1 where the basis is singular.
  private(set) var pivotRow: [Int]
  /// Entries touched: what the work took, in proportion.
  private(set) var work = 0

  /// What a pivoted row takes off others, and what stands in it in columns that were pivoted later.
  private(set) var below: [Entry] = []
  private(set) var above: [Entry] = []

  typealias Entry = (row: Int, column: Int, value: Double)

  private static let tiny = 1e-11
  /// A row with a single entry is pivoted where that is at least this part of the largest of its column.
  private static let threshold = 1e-3

  /// The elimination of slacks.
  init(size: Int) {
    order = Array(0..<size)
    diagonal = Array(repeating: 1, count: size)
    pivotRow = order
  }

  /// Takes a basis apart.
  init(_ columns: SparseColumns) {
    let size = columns.count
    diagonal = Array(repeating: 1, count: size)
    pivotRow = Array(repeating: -1, count: size)
    order.reserveCapacity(size)
    var open = OpenEntries(columns)
    pivotSingles(columns, columns.transposed(rows: size), &open)
    work += 4 * columns.row.count + 6 * size
    guard order.count < size else { return }
    var kernel = Kernel(columns, open)
    kernel.run()
    for pivot in kernel.pivots {
      order.append(pivot.row)
      diagonal[pivot.row] = pivot.value
      pivotRow[pivot.column] = pivot.row
    }
    below += kernel.below
    above += kernel.above
    work += kernel.work
  }

  /// Rows without a pivot; the slack of each makes a singular basis whole.
  var openRows: [Int] {
    var isOpen = Array(repeating: true, count: diagonal.count)
    for row in order { isOpen[row] = false }
    return isOpen.indices.filter { isOpen[$0] }
  }

  /// What each pivoted row takes off others.
  func lowerColumns() -> SparseColumns { SparseColumns(below, columns: diagonal.count) }

  /// Entries above the diagonal by the row that they stand in, their columns named by the rows of their pivots.
  func upperRows() -> SparseColumns {
    let entries = above.compactMap { entry -> Entry? in
      let pivot = pivotRow[entry.column]
      return pivot < 0 ? nil : (pivot, entry.row, entry.value)
    }
    return SparseColumns(entries, columns: diagonal.count)
  }

  /// Pivots columns with a single open row, and rows with a single open column, as long as there are any.
  private mutating func pivotSingles(_ columns: SparseColumns, _ rows: SparseColumns, _ open: inout OpenEntries) {
    var singleColumns = pivotRow.indices.filter { open.ofColumn[$0].count == 1 }
    var singleRows = pivotRow.indices.filter { open.ofRow[$0].count == 1 }
    while true {
      if let column = singleColumns.popLast() {
        guard open.isColumn[column], open.ofColumn[column].count == 1 else { continue }
        let row = open.ofColumn[column].mix
        let pivot = columns.entry(row, in: column)
        guard abs(pivot) > Self.tiny else { continue }
        close(row, column, pivot, &open)
        for place in rows.start[row]..<rows.start[row + 1] where open.isColumn[rows.row[place]] {
          let other = rows.row[place]
          above.append((row, other, rows.value[place]))
          open.ofColumn[other].leave(row)
          if open.ofColumn[other].count == 1 { singleColumns.append(other) }
        }
      } else if let row = singleRows.popLast() {
        guard open.isRow[row], open.ofRow[row].count == 1 else { continue }
        let column = open.ofRow[row].mix
        let places = columns.start[column]..<columns.start[column + 1]
        let pivot = columns.entry(row, in: column)
        let largest = places.reduce(0) { open.isRow[columns.row[$1]] ? max($0, abs(columns.value[$1])) : $0 }
        guard abs(pivot) > max(Self.tiny, Self.threshold * largest) else { continue }
        close(row, column, pivot, &open)
        for place in places where open.isRow[columns.row[place]] {
          let other = columns.row[place]
          below.append((other, row, columns.value[place] / pivot))
          open.ofRow[other].leave(column)
          if open.ofRow[other].count == 1 { singleRows.append(other) }
        }
      } else {
        return
      }
    }
  }

  private mutating func close(_ row: Int, _ column: Int, _ pivot: Double, _ open: inout OpenEntries) {
    open.isRow[row] = false
    open.isColumn[column] = false
    order.append(row)
    diagonal[row] = pivot
    pivotRow[column] = row
  }
}

/// Which rows and columns have no pivot yet, and how many entries each has in others that have none.
struct OpenEntries {
  var isRow: [Bool]
  var isColumn: [Bool]
  var ofRow: [Places]
  var ofColumn: [Places]

  /// Some places: how many, and all mixed by exclusive or, so that the last one left is known.
  struct Places {
    var count = 0
    var mix = 0

    mutating func enter(_ place: Int) {
      count += 1
      mix ^= place
    }

    mutating func leave(_ place: Int) {
      count -= 1
      mix ^= place
    }
  }

  init(_ columns: SparseColumns) {
    isRow = Array(repeating: true, count: columns.count)
    isColumn = isRow
    ofRow = Array(repeating: Places(), count: columns.count)
    ofColumn = ofRow
    for column in 0..<columns.count {
      for place in columns.start[column]..<columns.start[column + 1] {
        ofRow[columns.row[place]].enter(column)
        ofColumn[column].enter(columns.row[place])
      }
    }
  }
}

extension SparseColumns {
  fileprivate func entry(_ wanted: Int, in column: Int) -> Double {
    for place in start[column]..<start[column + 1] where row[place] == wanted { return value[place] }
    return 0
  }
}
