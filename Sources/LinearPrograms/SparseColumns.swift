/// Columns of numbers, most of them 0: entry `place` of `start[column]..<start[column + 1]` stands in row `row[place]`.
struct SparseColumns {
  var start: [Int] = [0]
  var row: [Int] = []
  var value: [Double] = []

  var count: Int { start.count - 1 }

  func isEmpty(_ column: Int) -> Bool { start[column] == start[column + 1] }

  mutating func append(_ vector: SparseVector) {
    for place in vector.places where abs(vector[place]) > SparseVector.noise {
      row.append(place)
      value.append(vector[place])
    }
    start.append(row.count)
  }

  /// Adds a column of a single entry.
  mutating func append(row only: Int, _ entry: Double) {
    row.append(only)
    value.append(entry)
    start.append(row.count)
  }

  /// Columns from single entries in any order.
  init(_ entries: [(row: Int, column: Int, value: Double)], columns: Int) {
    start = Array(repeating: 0, count: columns + 1)
    for entry in entries { start[entry.column + 1] += 1 }
    for column in 0..<columns { start[column + 1] += start[column] }
    var next = start
    row = Array(repeating: 0, count: entries.count)
    value = Array(repeating: 0, count: entries.count)
    for entry in entries {
      let place = next[entry.column]
      next[entry.column] += 1
      row[place] = entry.row
      value[place] = entry.value
    }
  }

  init() {}

  /// Rows and columns exchanged; `rows` is how many rows there are.
  func transposed(rows: Int) -> SparseColumns {
    var result = SparseColumns()
    result.start = Array(repeating: 0, count: rows + 1)
    for row in row { result.start[row + 1] += 1 }
    for row in 0..<rows { result.start[row + 1] += result.start[row] }
    var next = result.start
    result.row = Array(repeating: 0, count: row.count)
    result.value = Array(repeating: 0, count: row.count)
    for column in 0..<count {
      for place in start[column]..<start[column + 1] {
        let target = next[row[place]]
        next[row[place]] += 1
        result.row[target] = column
        result.value[target] = value[place]
      }
    }
    return result
  }
}
