/// Gaussian elimination of a sparse basis: first the rows and columns with a single entry, which cost nothing, then the
/// rest by the pivots that fill in least (Markowitz 1957) among those that are large enough.
struct Elimination {
  private(set) var order: [Int] = []
  private(set) var diagonal: [Double]
  private(set) var lower = SparseColumns()
  private(set) var lowerPivot: [Int] = []
  /// The row in which each column of the basis was pivoted; nil where the basis is singular.
  private(set) var pivotRow: [Int?]

  private let size: Int
  private var entries: [[(row: Int, value: Double)]]
  /// Columns that have an entry in each row, while the row is not pivoted.
  private var columnsOfRow: [[Int]]
  private var isOpenRow: [Bool]
  private var isOpenColumn: [Bool]
  /// Entries above the diagonal, a pivoted row at a time.
  private var above: [[(column: Int, value: Double)]]
  private var multiplier: [Double]
  /// Columns that are left when all single entries are pivoted, some of them pivoted since.
  private var kernel: [Int] = []
  private var pivoted = 0

  /// A pivot is at least this part of the largest entry of its column.
  private static let threshold = 0.1
  private static let tiny = 1e-11

  /// Takes a basis apart, given by its columns.
  init(_ columns: [[(row: Int, value: Double)]]) {
    size = columns.count
    entries = columns
    diagonal = Array(repeating: 1, count: size)
    pivotRow = Array(repeating: nil, count: size)
    columnsOfRow = Array(repeating: [], count: size)
    isOpenRow = Array(repeating: true, count: size)
    isOpenColumn = isOpenRow
    above = Array(repeating: [], count: size)
    multiplier = Array(repeating: 0, count: size)
    order.reserveCapacity(size)
    for column in 0..<size {
      for entry in entries[column] { columnsOfRow[entry.row].append(column) }
    }
    pivotSingles()
    kernel = (0..<size).filter { isOpenColumn[$0] }
    while let (row, column) = bestPivot() { pivot(row, column) }
  }

  /// Rows without a pivot; the slack of each makes a singular basis whole.
  var openRows: [Int] { (0..<size).filter { isOpenRow[$0] } }

  /// Entries above the diagonal by the row that they stand in, their columns named by the rows of their pivots.
  func upperRows() -> SparseColumns {
    var rows = SparseColumns()
    for row in 0..<size {
      rows.append(above[row].compactMap { entry in pivotRow[entry.column].map { ($0, entry.value) } })
    }
    return rows
  }

  /// Pivots columns with a single open row, and rows with a single open column, as long as there are any.
  private mutating func pivotSingles() {
    var columns = (0..<size).filter { entries[$0].count == 1 }
    var rows = (0..<size).filter { columnsOfRow[$0].count == 1 }
    while true {
      if let column = columns.popLast() {
        guard isOpenColumn[column], entries[column].count == 1 else { continue }
        let row = entries[column][0].row
        guard abs(entries[column][0].value) > Self.tiny else { continue }
        for other in pivot(row, column) where entries[other].count == 1 { columns.append(other) }
      } else if let row = rows.popLast() {
        guard isOpenRow[row], columnsOfRow[row].count == 1 else { continue }
        let column = columnsOfRow[row][0]
        let largest = entries[column].reduce(0) { max($0, abs($1.value)) }
        guard let entry = entries[column].first(where: { $0.row == row }),
          abs(entry.value) > max(Self.tiny, 1e-3 * largest)
        else { continue }
        let touched = entries[column].map(\.row)
        pivot(row, column)
        for other in touched where isOpenRow[other] && columnsOfRow[other].count == 1 { rows.append(other) }
      } else {
        return
      }
    }
  }

  /// The open entry with the least fill-in, among the columns with the fewest entries.
  private mutating func bestPivot() -> (row: Int, column: Int)? {
    var best: (row: Int, column: Int)?
    var least = Int.max
    var size = Int.max
    if pivoted > kernel.count / 2 {
      kernel.removeAll { !isOpenColumn[$0] }
      pivoted = 0
    }
    pivoted += 1
    for column in kernel where isOpenColumn[column] {
      let count = entries[column].count
      guard count > 0, count <= size || least > (count - 1) * (count - 1) else { continue }
      let largest = entries[column].reduce(0) { max($0, abs($1.value)) }
      guard largest > Self.tiny else { continue }
      for entry in entries[column] where abs(entry.value) >= Self.threshold * largest {
        let fill = (count - 1) * (columnsOfRow[entry.row].count - 1)
        if fill < least {
          least = fill
          size = count
          best = (entry.row, column)
        }
      }
      if least == 0 { break }
    }
    return best
  }

  /// Pivots an entry, and returns the open columns that its row had entries in.
  @discardableResult
  private mutating func pivot(_ row: Int, _ column: Int) -> [Int] {
    isOpenRow[row] = false
    isOpenColumn[column] = false
    pivotRow[column] = row
    order.append(row)
    let pivot = entries[column].first { $0.row == row }?.value ?? 1
    diagonal[row] = pivot
    let others = entries[column].filter { $0.row != row }
    for entry in others {
      multiplier[entry.row] = entry.value / pivot
      if let place = columnsOfRow[entry.row].firstIndex(of: column) {
        columnsOfRow[entry.row].swapAt(place, columnsOfRow[entry.row].count - 1)
        columnsOfRow[entry.row].removeLast()
      }
    }
    let touched = columnsOfRow[row].filter { $0 != column }
    for other in touched { eliminate(row, from: other, others) }
    if !others.isEmpty {
      lowerPivot.append(row)
      lower.append(others.map { ($0.row, multiplier[$0.row]) })
    }
    for entry in others { multiplier[entry.row] = 0 }
    columnsOfRow[row] = []
    entries[column] = []
    return touched
  }

  /// Takes the pivoted row off the open rows, in one column.
  private mutating func eliminate(_ row: Int, from column: Int, _ others: [(row: Int, value: Double)]) {
    guard let place = entries[column].firstIndex(where: { $0.row == row }) else { return }
    let value = entries[column][place].value
    entries[column].swapAt(place, entries[column].count - 1)
    entries[column].removeLast()
    above[row].append((column, value))
    guard !others.isEmpty else { return }
    var left = others.count
    for index in entries[column].indices {
      let other = entries[column][index].row
      if multiplier[other] != 0 {
        entries[column][index].value -= multiplier[other] * value
        left -= 1
      }
    }
    guard left > 0 else { return }
    let known = Set(entries[column].map(\.row))
    for other in others where !known.contains(other.row) {
      entries[column].append((other.row, -multiplier[other.row] * value))
      columnsOfRow[other.row].append(column)
    }
  }
}
