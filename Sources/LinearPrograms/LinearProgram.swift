/// A linear programme: the greatest `cost · x` with every row and every column between its bounds.
///
/// Columns have finite bounds, so that a bound of the optimum can be proven from any prices of the rows.
public struct LinearProgram: Sendable {
  /// What a unit of each column adds to the objective.
  public private(set) var cost: [Double] = []
  /// Least value of each column; finite.
  public var lower: [Double] = []
  /// Greatest value of each column; finite.
  public var upper: [Double] = []
  /// Least value of each row; -infinity where it has none.
  public var rowLower: [Double] = []
  /// Greatest value of each row; infinity where it has none.
  public var rowUpper: [Double] = []
  /// The objective where all columns are 0.
  public var constant = 0.0

  /// The rows one after another: places of their terms, the columns and the factors.
  private(set) var rowStart: [Int] = [0]
  private(set) var columnOfTerm: [Int] = []
  private(set) var factor: [Double] = []

  /// Columns that a solver may begin with in place of a row's slack, because the row defines them.
  public private(set) var definitions: [(row: Int, column: Int)] = []

  /// A programme without rows and columns.
  public init() {}

  /// How many columns there are.
  public var columnCount: Int { cost.count }
  /// How many rows there are.
  public var rowCount: Int { rowLower.count }

  /// How many terms its rows have together.
  var termCount: Int { factor.count }

  /// A column times a factor.
  public struct Term: Sendable {
    /// Number of the column.
    public var column: Int
    /// What it is multiplied by.
    public var factor: Double

    /// `factor` times the column.
    public init(_ column: Int, _ factor: Double) {
      self.column = column
      self.factor = factor
    }
  }

  /// Adds a column between finite bounds and returns its number.
  public mutating func addColumn(from low: Double, to high: Double, cost price: Double = 0) -> Int {
    lower.append(low)
    upper.append(max(low, high))
    cost.append(price)
    return cost.count - 1
  }

  /// Adds to what a unit of a column is worth.
  public mutating func addCost(_ price: Double, to column: Int) { cost[column] += price }

  /// Adds a row and returns its number; terms of one column are added up.
  @discardableResult
  public mutating func addRow(
    _ terms: [Term], atLeast low: Double = -.infinity, atMost high: Double = .infinity
  ) -> Int {
    let sorted = terms.sorted { $0.column < $1.column }
    var last = -1
    for term in sorted where term.factor != 0 {
      if term.column == last {
        factor[factor.count - 1] += term.factor
      } else {
        columnOfTerm.append(term.column)
        factor.append(term.factor)
        last = term.column
      }
    }
    rowStart.append(columnOfTerm.count)
    rowLower.append(low)
    rowUpper.append(high)
    return rowLower.count - 1
  }

  /// A row by itself.
  public struct Row: Sendable {
    /// What is added up.
    public var terms: [Term]
    /// The least sum; -infinity where there is none.
    public var low: Double
    /// The greatest sum; infinity where there is none.
    public var high: Double

    /// A row.
    public init(_ terms: [Term], atLeast low: Double = -.infinity, atMost high: Double = .infinity) {
      self.terms = terms
      self.low = low
      self.high = high
    }

    /// How far a point lies outside, in units of the point; 0 for one inside.
    func distance(of point: [Double]) -> Double {
      var (value, size) = (0.0, 0.0)
      for term in terms {
        value += term.factor * point[term.column]
        size += term.factor * term.factor
      }
      return max(0, low - value, value - high) / max(1e-9, size.squareRoot())
    }
  }

  /// Adds a column that is defined by its terms: `column = Σ terms + constant`.
  public mutating func addDefinition(
    _ terms: [Term], constant: Double = 0, from low: Double, to high: Double
  ) -> Int {
    let column = addColumn(from: low, to: high)
    let row = addRow(
      [Term(column, 1)] + terms.map { Term($0.column, -$0.factor) }, atLeast: constant, atMost: constant)
    definitions.append((row, column))
    return column
  }

  /// The terms of a row.
  func terms(ofRow row: Int) -> [Term] {
    (rowStart[row]..<rowStart[row + 1]).map { Term(columnOfTerm[$0], factor[$0]) }
  }

  /// Leaves out all rows but the first ones.
  mutating func truncate(rows count: Int) {
    rowLower.removeSubrange(count...)
    rowUpper.removeSubrange(count...)
    rowStart.removeSubrange((count + 1)...)
    columnOfTerm.removeSubrange(rowStart[count]...)
    factor.removeSubrange(rowStart[count]...)
  }

  /// Says that a row defines a column, as `addDefinition` does.
  mutating func keepDefinition(row: Int, column: Int) { definitions.append((row, column)) }

  /// What a row's bounds are about, in its own unit: the sum of its terms where all are as large as they can be.
  public func size(ofRow row: Int) -> Double {
    let range = range(ofRow: row)
    return max(1, range.high - range.low)
  }

  /// The same for terms that are no row.
  public func size(of terms: [Term]) -> Double {
    max(1, terms.reduce(0) { $0 + abs($1.factor) * (upper[$1.column] - lower[$1.column]) })
  }

  /// The least and the greatest value that a row can take within the bounds of its columns.
  func range(ofRow row: Int) -> (low: Double, high: Double) {
    var (low, high) = (0.0, 0.0)
    for place in rowStart[row]..<rowStart[row + 1] {
      let (factor, column) = (factor[place], columnOfTerm[place])
      low += factor * (factor > 0 ? lower[column] : upper[column])
      high += factor * (factor > 0 ? upper[column] : lower[column])
    }
    return (low, high)
  }
}
