/// A basis by the names of rows and columns: a good start for a programme that is about much the same, whatever rows and
/// columns it has more or less.
public struct NamedBasis: Sendable {
  /// For each row, by its name: the name of the column that stands for it, or that of a row whose slack does, less than
  /// 0.
  fileprivate var standing: [Int: Int] = [:]
  fileprivate var weight: [Int: Double] = [:]
  /// Columns and slacks that stand at their upper bound.
  fileprivate var atHigh: Set<Int> = []

  /// The name of the slack of a row.
  fileprivate static func slack(_ row: Int) -> Int { -1 - row }
}

extension DualSimplex {
  /// The present basis, with names of the rows and columns, none below 0 and none twice.
  public func basis(rows: [Int], columns: [Int]) -> NamedBasis {
    let names = columns + rows.map(NamedBasis.slack)
    var named = NamedBasis()
    for row in 0..<rowCount {
      named.standing[rows[row]] = names[basic[row]]
      named.weight[rows[row]] = weight[row]
    }
    for column in names.indices where isAtHigh[column] { named.atHigh.insert(names[column]) }
    return named
  }

  /// Begins anew from a basis; a row that it does not know, or whose column is gone, is stood for by a slack.
  public mutating func start(at named: NamedBasis, rows: [Int], columns: [Int]) {
    let names = columns + rows.map(NamedBasis.slack)
    let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    for column in names.indices {
      isBasic[column] = false
      isAtHigh[column] = named.atHigh.contains(names[column])
    }
    var open: [Int] = []
    for row in 0..<rowCount {
      weight[row] = named.weight[rows[row]] ?? 1
      let known = named.standing[rows[row]].flatMap { places[$0] } ?? columnCount + row
      if isBasic[known] { open.append(row) } else { stand(known, for: row) }
    }
    let free = (0..<rowCount).filter { !isBasic[columnCount + $0] }
    for (row, slack) in zip(open, free) { stand(columnCount + slack, for: row) }
    setCosts()
    isFactored = false
  }

  private mutating func stand(_ column: Int, for row: Int) {
    basic[row] = column
    isBasic[column] = true
  }
}
