extension LinearProgram {
  /// The part of a programme that some columns make up, with the rows that have no other columns: what has no point
  /// there has none in the whole.
  public struct Part: Sendable {
    /// The part, a programme of its own.
    public var program = LinearProgram()
    /// The numbers of its rows and columns in the whole.
    public var rows: [Int] = []
    /// The same for its columns.
    public var columns: [Int] = []
  }

  /// All of it.
  public var whole: Part {
    Part(program: self, rows: Array(0..<rowCount), columns: Array(0..<columnCount))
  }

  /// The part that the columns make up for which a flag is set.
  public func part(_ isKept: [Bool]) -> Part {
    var part = Part()
    var place = Array(repeating: -1, count: columnCount)
    for column in 0..<columnCount where isKept[column] {
      place[column] = part.program.addColumn(from: lower[column], to: upper[column], cost: cost[column])
      part.columns.append(column)
    }
    var newRow = Array(repeating: -1, count: rowCount)
    for row in 0..<rowCount {
      let terms = rowStart[row]..<rowStart[row + 1]
      guard terms.allSatisfy({ isKept[columnOfTerm[$0]] }) else { continue }
      newRow[row] = part.program.addRow(
        terms.map { Term(place[columnOfTerm[$0]], factor[$0]) }, atLeast: rowLower[row], atMost: rowUpper[row]
      )
      part.rows.append(row)
    }
    for definition in definitions where newRow[definition.row] >= 0 {
      part.program.keepDefinition(row: newRow[definition.row], column: place[definition.column])
    }
    return part
  }

  /// The columns of a row.
  public func columns(ofRow row: Int) -> ArraySlice<Int> {
    columnOfTerm[rowStart[row]..<rowStart[row + 1]]
  }

  /// What the rows at some prices take from a unit of each column: the part that the bounds of these columns have in a
  /// proof that there is no point.
  public func reducedCosts(of prices: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: columnCount)
    for row in 0..<rowCount where prices[row] != 0 {
      for place in rowStart[row]..<rowStart[row + 1] {
        sums[columnOfTerm[place]] += prices[row] * factor[place]
      }
    }
    return sums
  }
}
