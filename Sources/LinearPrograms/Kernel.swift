/// What is left of a basis when all single entries are pivoted: eliminated by the pivots that fill in least
/// (Markowitz 1957) among those that are large enough, looked for in the columns with the fewest entries.
struct Kernel {
  private(set) var pivots: [Elimination.Entry] = []
  private(set) var below: [Elimination.Entry] = []
  private(set) var above: [Elimination.Entry] = []
  /// Entries touched.
  private(set) var work = 0

  /// Open columns by their numbers in the basis, with their open entries, and the columns with an entry in each row.
  private var open: [Int]
  private var entries: [[(row: Int, value: Double)]]
  private var columnsOfRow: [[Int]]
  /// For each row what it takes of the pivoted one, and the column in which it was last seen.
  private var multiplier: [Double]
  private var seen: [Int]

  /// A pivot is at least this part of the largest entry of its column.
  private static let threshold = 0.1
  private static let tiny = 1e-11
  /// Columns that a pivot is looked for in.
  private static let looked = 4

  /// The entries of open rows and columns.
  init(_ columns: SparseColumns, _ left: OpenEntries) {
    let size = columns.count
    open = (0..<size).filter { left.isColumn[$0] }
    entries = Array(repeating: [], count: size)
    columnsOfRow = entries.map { _ in [] }
    multiplier = Array(repeating: 0, count: size)
    seen = Array(repeating: -1, count: size)
    for column in open {
      for place in columns.start[column]..<columns.start[column + 1] where left.isRow[columns.row[place]] {
        entries[column].append((columns.row[place], columns.value[place]))
        columnsOfRow[columns.row[place]].append(column)
      }
    }
  }

  /// Eliminates as long as there are pivots.
  mutating func run() {
    while let (row, place) = bestPivot() {
      let column = open[place]
      open.swapAt(place, open.count - 1)
      open.removeLast()
      pivot(row, column)
    }
  }

  /// The row and the place in `open` of an entry with little fill-in.
  private mutating func bestPivot() -> (row: Int, place: Int)? {
    var fewest = Int.max
    for column in open where entries[column].count < fewest && !entries[column].isEmpty {
      fewest = entries[column].count
    }
    work += open.count
    var best: (row: Int, place: Int)?
    var least = Int.max
    var left = Self.looked
    for (place, column) in open.enumerated() where entries[column].count <= fewest + (best == nil ? 0 : 1) {
      let count = entries[column].count
      let largest = entries[column].reduce(0) { max($0, abs($1.value)) }
      guard largest > Self.tiny else { continue }
      for entry in entries[column] where abs(entry.value) >= Self.threshold * largest {
        let fill = (count - 1) * (columnsOfRow[entry.row].count - 1)
        if fill < least { (best, least) = ((entry.row, place), fill) }
      }
      left -= 1
      if left == 0 || least == 0 { break }
    }
    return best ?? anyPivot()
  }

  /// A pivot where the columns with the fewest entries have none.
  private func anyPivot() -> (row: Int, place: Int)? {
    for (place, column) in open.enumerated() {
      let largest = entries[column].max { abs($0.value) < abs($1.value) }
      if let largest, abs(largest.value) > Self.tiny { return (largest.row, place) }
    }
    return nil
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let value = entries[column].first { $0.row == row }?.value ?? 1
    pivots.append((row, column, value))
    let others = entries[column].filter { $0.row != row }
    entries[column] = []
    for entry in others {
      multiplier[entry.row] = entry.value / value
      below.append((entry.row, row, entry.value / value))
      columnsOfRow[entry.row].remove(column)
    }
    for other in columnsOfRow[row] where other != column { eliminate(row, from: other, others) }
    columnsOfRow[row] = []
    for entry in others { multiplier[entry.row] = 0 }
  }

  /// Takes the pivoted row off the open rows, in one column.
  private mutating func eliminate(_ row: Int, from column: Int, _ others: [(row: Int, value: Double)]) {
    guard let place = entries[column].firstIndex(where: { $0.row == row }) else { return }
    let value = entries[column][place].value
    entries[column].swapAt(place, entries[column].count - 1)
    entries[column].removeLast()
    above.append((row, column, value))
    work += 4 * (others.count + entries[column].count)
    for index in entries[column].indices {
      let other = entries[column][index].row
      seen[other] = column
      if multiplier[other] != 0 { entries[column][index].value -= multiplier[other] * value }
    }
    for other in others where seen[other.row] != column {
      entries[column].append((other.row, -multiplier[other.row] * value))
      columnsOfRow[other.row].append(column)
    }
    for index in entries[column].indices { seen[entries[column][index].row] = -1 }
  }
}

extension [Int] {
  fileprivate mutating func remove(_ element: Int) {
    guard let place = firstIndex(of: element) else { return }
    swapAt(place, count - 1)
    removeLast()
  }
}
