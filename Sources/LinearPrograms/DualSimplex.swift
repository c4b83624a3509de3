/// The dual simplex method for columns with bounds (Koberstein 2005): steepest-edge pricing (Forrest and Goldfarb 1992)
/// and a ratio test that flips bounded columns on the way. Bounds of rows and columns may change between two runs; the
/// last basis is then a good start.
///
/// Every basis is dual feasible, because every column, slacks included, stands at the bound that its reduced cost asks
/// for. All arithmetic is in a fixed order: equal input gives equal output on every machine.
public struct DualSimplex {
  /// How a run ended.
  public enum Outcome: Sendable {
    case optimal
    /// No point keeps all bounds; the prices prove it.
    case infeasible
    /// The objective cannot reach what was asked for.
    case belowCutoff
    /// The steps that were allowed are used up; the prices still bound the objective.
    case unfinished
  }

  /// The programme with the bounds of the next run.
  public internal(set) var program: LinearProgram
  let rowCount: Int
  let columnCount: Int
  /// The columns of the rows, and those of the slacks.
  let columns: SparseColumns
  var low: [Double]
  var high: [Double]
  /// Costs of the minimisation, with tiny shifts that keep steps from standing still.
  var price: [Double]

  /// The column that stands for each row; columns from `columnCount` on are the slacks of rows.
  var basic: [Int]
  var isBasic: [Bool]
  var isAtHigh: [Bool]
  var value: [Double]
  var reduced: [Double]
  var weight: [Double]
  /// How far the column that stands for each row is out of its bounds, squared; 0 where that does not count.
  var excess: [Double]
  var factors: BasisFactors
  /// Whether the factors are those of the basis.
  var isFactored = false
  /// Steps of all runs so far.
  public internal(set) var steps = 0
  /// Entries touched by all runs so far, but for those that the factors count: what the work took, in proportion.
  var touched = 0

  // Work space.
  var edge: SparseVector
  var direction: SparseVector
  var steepness: SparseVector
  var pivotRow: SparseVector
  var ratios = RatioQueue()

  static let feasibility = 1e-7
  static let smallPivot = 1e-9
  /// A reduced cost this small may be rounding.
  static let noise = 1e-9
  /// Exchanges of columns before the basis is taken apart anew, and entries that they hold at most, a row.
  private static let mostExchanges = 100
  private static let mostEntries = 12

  /// A solver of a programme; it begins with the slacks and the columns that rows define.
  public init(_ program: LinearProgram) {
    self.program = program
    let (rows, structural) = (program.rowCount, program.columnCount)
    rowCount = rows
    columnCount = structural
    let total = rows + structural
    columns = SparseColumns(program)
    low = Array(repeating: 0, count: total)
    high = low
    price = low
    basic = Array(structural..<total)
    isBasic = Array(repeating: false, count: structural) + Array(repeating: true, count: rows)
    isAtHigh = Array(repeating: false, count: total)
    value = low
    reduced = low
    weight = Array(repeating: 1, count: rows)
    excess = Array(repeating: 0, count: rows)
    factors = BasisFactors(size: rows)
    edge = SparseVector(size: rows)
    direction = edge
    steepness = edge
    pivotRow = SparseVector(size: total)
    for definition in program.definitions {
      isBasic[basic[definition.row]] = false
      basic[definition.row] = definition.column
      isBasic[definition.column] = true
    }
    setCosts()
  }

  /// The bounds of a row, for the next run.
  public mutating func setRow(_ row: Int, atLeast low: Double, atMost high: Double) {
    program.rowLower[row] = low
    program.rowUpper[row] = high
  }

  /// The bounds of a column, for the next run.
  public mutating func setColumn(_ column: Int, from low: Double, to high: Double) {
    program.lower[column] = low
    program.upper[column] = high
  }

  /// Values of the columns.
  public var point: [Double] { Array(value[0..<columnCount]) }

  /// Entries touched by all runs so far: what the work took, in proportion.
  public var work: Int { touched + factors.work }

  /// Prices of the rows, as `LinearProgram.provenBound` wants them.
  public internal(set) var prices: [Double] = []

  /// What it takes to look anew at a row that seems to have no way out, in steps: as much as making the factors.
  private static let doubt = 40

  /// Takes up the bounds and the basis, as the next run would; copies then share that work.
  mutating func prepare() {
    takeBounds()
    if !isFactored { refactor() }
  }

  /// Looks for the greatest objective; stops early where that is known to stay below `cutoff`.
  public mutating func run(steps most: Int = 1_000_000, cutoff: Double = -.infinity) -> Outcome {
    takeBounds()
    if isFactored {
      computeReduced()
      computeValues()
    } else {
      refactor()
    }
    let end = steps + most
    while steps < end {
      if factors.exchanges >= Self.mostExchanges || factors.exchangeEntries > Self.mostEntries * rowCount {
        refactor()
      }
      if cutoff > -.infinity, steps % 10 == 0, objectiveBound < cutoff {
        setPrices(of: price)
        return .belowCutoff
      }
      guard let row = leavingRow() else {
        setPrices(of: price)
        return .optimal
      }
      steps += 1
      let rises = value[basic[row]] < low[basic[row]]
      price(row)
      guard let entering = entering(row, rises: rises) else {
        if factors.exchanges > 0 {
          refactor()
          steps += Self.doubt
          continue
        }
        prices = edge.value.map { rises ? $0 : -$0 }
        return .infeasible
      }
      exchange(row, entering, rises: rises)
    }
    setPrices(of: price)
    return .unfinished
  }
}

extension SparseColumns {
  /// The columns of a programme's rows and of their slacks.
  fileprivate init(_ program: LinearProgram) {
    var rows = SparseColumns()
    rows.start = program.rowStart
    rows.row = program.columnOfTerm
    rows.value = program.factor
    self = rows.transposed(rows: program.columnCount)
    for slack in 0..<program.rowCount { append(row: slack, 1) }
  }
}
