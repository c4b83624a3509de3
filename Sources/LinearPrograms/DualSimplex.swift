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
  public private(set) var program: LinearProgram
  let rowCount: Int
  let columnCount: Int
  private let columns: SparseColumns
  private var low: [Double]
  private var high: [Double]
  /// Costs of the minimisation, with tiny shifts that keep steps from standing still.
  private var price: [Double]

  /// The column that stands for each row; columns from `columnCount` on are the slacks of rows.
  private var basic: [Int]
  private var isBasic: [Bool]
  private var isAtHigh: [Bool]
  private var value: [Double]
  private var reduced: [Double]
  private var weight: [Double]
  private var factors: BasisFactors
  /// Steps of all runs so far.
  public private(set) var steps = 0

  // Work space.
  private var edge: [Double]
  private var direction: [Double]
  private var steepness: [Double]
  private var pivotRow: [Double]
  private var touched: [Int] = []
  private var flips: [Double]

  private static let feasibility = 1e-7
  private static let smallPivot = 1e-9
  /// A reduced cost this small may be rounding.
  private static let noise = 1e-9

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
    factors = BasisFactors(size: rows)
    edge = Array(repeating: 0, count: rows)
    direction = edge
    steepness = edge
    flips = edge
    pivotRow = low
    for definition in program.definitions {
      isBasic[basic[definition.row]] = false
      basic[definition.row] = definition.column
      isBasic[definition.column] = true
    }
    for column in 0..<structural { price[column] = -program.cost[column] }
    takeBounds()
    perturb()
    refactor()
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

  /// Prices of the rows, as `LinearProgram.provenBound` wants them.
  public private(set) var prices: [Double] = []

  /// Looks for the greatest objective; stops early where that is known to stay below `cutoff`.
  public mutating func run(steps most: Int = 1_000_000, cutoff: Double = -.infinity) -> Outcome {
    takeBounds()
    refactor()
    let end = steps + most
    while steps < end {
      if factors.exchanges >= 100 || factors.exchangeEntries > 8 * rowCount + 20_000 {
        refactor()
      }
      if cutoff > -.infinity, steps % 10 == 0, objectiveBound < cutoff {
        setPrices(of: price)
        return .belowCutoff
      }
      guard let row = leavingRow() else {
        if factors.exchanges > 0 {
          refactor()
          if leavingRow() != nil { continue }
        }
        setPrices(of: price)
        return .optimal
      }
      steps += 1
      let rises = value[basic[row]] < low[basic[row]]
      price(row)
      guard let entering = entering(row, rises: rises) else {
        if factors.exchanges > 0 {
          refactor()
          continue
        }
        prices = edge.map { rises ? $0 : -$0 }
        return .infeasible
      }
      exchange(row, entering, rises: rises)
    }
    setPrices(of: price)
    return .unfinished
  }
}

extension DualSimplex {
  /// Slacks stand for rows: row + slack = 0. A row without a bound gets the one that its columns give it.
  private mutating func takeBounds() {
    for column in 0..<columnCount {
      low[column] = program.lower[column]
      high[column] = program.upper[column]
    }
    for row in 0..<rowCount {
      let slack = columnCount + row
      var (least, greatest) = (program.rowLower[row], program.rowUpper[row])
      if !(least.isFinite && greatest.isFinite) {
        let range = program.range(ofRow: row)
        let margin = 1 + 0.01 * max(abs(range.low), abs(range.high))
        if !least.isFinite { least = min(range.low, greatest) - margin }
        if !greatest.isFinite { greatest = max(range.high, least) + margin }
      }
      low[slack] = -greatest
      high[slack] = -least
    }
  }

  /// Moves costs by about a millionth of their size, so that ties are rare.
  private mutating func perturb() {
    let size = price.reduce(0) { max($0, abs($1)) }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in 0..<columnCount {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = 0.5 + Double(state >> 33) / 4_294_967_296
      price[column] += (price[column] < 0 ? -1 : 1) * share * (1e-6 * abs(price[column]) + 1e-8 * size)
    }
  }

  /// Takes the basis apart anew, and computes all from it.
  private mutating func refactor() {
    var elimination = Elimination(basic.map(entries))
    if !elimination.openRows.isEmpty {
      repair(&elimination)
    }
    var (place, edges) = (basic, weight)
    for (index, row) in elimination.pivotRow.enumerated() {
      guard let row else { continue }
      place[row] = basic[index]
      edges[row] = weight[index]
    }
    basic = place
    weight = edges
    factors.take(elimination)
    computeReduced()
    computeValues()
  }

  /// Puts slacks in the place of columns that depend on others.
  private mutating func repair(_ elimination: inout Elimination) {
    var open = elimination.openRows[...]
    for index in basic.indices where elimination.pivotRow[index] == nil {
      guard let row = open.popFirst() else { break }
      isBasic[basic[index]] = false
      basic[index] = columnCount + row
      isBasic[columnCount + row] = true
      weight[index] = 1
    }
    elimination = Elimination(basic.map(entries))
  }

  private func entries(of column: Int) -> [(row: Int, value: Double)] {
    if column >= columnCount { return [(column - columnCount, 1)] }
    return (columns.start[column]..<columns.start[column + 1]).map { (columns.row[$0], columns.value[$0]) }
  }

  /// Reduced costs from the basis; every column out of the basis goes to the bound that they ask for.
  private mutating func computeReduced() {
    setPrices(of: price)
    for column in 0..<columnCount {
      var sum = price[column]
      for place in columns.start[column]..<columns.start[column + 1] {
        sum += prices[columns.row[place]] * columns.value[place]
      }
      reduced[column] = sum
    }
    for row in 0..<rowCount { reduced[columnCount + row] = price[columnCount + row] + prices[row] }
    for column in reduced.indices {
      if isBasic[column] {
        reduced[column] = 0
      } else {
        if abs(reduced[column]) > Self.noise { isAtHigh[column] = reduced[column] < 0 }
        keepDualFeasible(column)
      }
    }
  }

  /// Prices of the rows for the greatest objective: the costs of the basis, priced out.
  private mutating func setPrices(of costs: [Double]) {
    var y = basic.map { costs[$0] }
    factors.solveTransposed(&y)
    prices = y.map { -$0 }
  }

  private mutating func computeValues() {
    var right = Array(repeating: 0.0, count: rowCount)
    for column in value.indices where !isBasic[column] {
      value[column] = isAtHigh[column] ? high[column] : low[column]
      if value[column] != 0 { add(column, times: -value[column], to: &right) }
    }
    factors.solve(&right)
    for row in 0..<rowCount { value[basic[row]] = right[row] }
  }

  private func add(_ column: Int, times factor: Double, to vector: inout [Double]) {
    if column >= columnCount {
      vector[column - columnCount] += factor
      return
    }
    for place in columns.start[column]..<columns.start[column + 1] {
      vector[columns.row[place]] += columns.value[place] * factor
    }
  }

  /// What the objective can be at most, by the present prices and costs; not rounded with care.
  private var objectiveBound: Double {
    var sum = program.constant
    for column in value.indices where price[column] != 0 { sum -= price[column] * value[column] }
    return sum
  }

  /// The row whose column is the farthest out of its bounds, by steepest edge.
  private func leavingRow() -> Int? {
    var best: Int?
    var greatest = 0.0
    for row in 0..<rowCount {
      let column = basic[row]
      let excess = max(low[column] - value[column], value[column] - high[column])
      if excess > Self.feasibility * (1 + abs(value[column]) * 1e-3) {
        let merit = excess * excess / weight[row]
        if merit > greatest {
          greatest = merit
          best = row
        }
      }
    }
    return best
  }
}

extension DualSimplex {
  /// The row of the inverse, and what it makes of each column.
  private mutating func price(_ row: Int) {
    for index in 0..<rowCount { edge[index] = 0 }
    edge[row] = 1
    factors.solveTransposed(&edge)
    for column in touched { pivotRow[column] = 0 }
    touched.removeAll(keepingCapacity: true)
    for index in 0..<rowCount where abs(edge[index]) > 1e-14 {
      let factor = edge[index]
      for place in program.rowStart[index]..<program.rowStart[index + 1] {
        let column = program.columnOfTerm[place]
        if pivotRow[column] == 0 { touched.append(column) }
        pivotRow[column] += factor * program.factor[place]
        if pivotRow[column] == 0 { pivotRow[column] = 1e-300 }
      }
      pivotRow[columnCount + index] = factor
      touched.append(columnCount + index)
    }
  }

  /// The column that comes in: the first, by the reduced costs, at which the slope of the objective turns; those passed
  /// before it go to their other bound. Nil where it never turns.
  private mutating func entering(_ row: Int, rises: Bool) -> Int? {
    let leaving = basic[row]
    var slope = rises ? low[leaving] - value[leaving] : value[leaving] - high[leaving]
    let sign = rises ? -1.0 : 1.0
    var candidates: [(column: Int, ratio: Double, size: Double)] = []
    for column in touched where !isBasic[column] && low[column] < high[column] {
      let entry = sign * pivotRow[column]
      if isAtHigh[column] ? entry < -Self.smallPivot : entry > Self.smallPivot {
        candidates.append((column, max(0, reduced[column] / entry), abs(entry)))
      }
    }
    candidates.sort { $0.ratio != $1.ratio ? $0.ratio < $1.ratio : $0.column < $1.column }
    var index = 0
    while index < candidates.count {
      var end = index
      let most = candidates[index].ratio + 1e-9
      var drop = 0.0
      while end < candidates.count, candidates[end].ratio <= most {
        drop += (high[candidates[end].column] - low[candidates[end].column]) * candidates[end].size
        end += 1
      }
      if slope - drop <= Self.feasibility {
        var best = index
        for other in index..<end where candidates[other].size > candidates[best].size { best = other }
        flip(candidates[..<index].map(\.column))
        return candidates[best].column
      }
      slope -= drop
      index = end
    }
    return nil
  }

  /// Columns go to their other bound, and the basis makes up for it.
  private mutating func flip(_ columns: [Int]) {
    guard !columns.isEmpty else { return }
    for row in 0..<rowCount { flips[row] = 0 }
    for column in columns {
      let target = isAtHigh[column] ? low[column] : high[column]
      add(column, times: value[column] - target, to: &flips)
      value[column] = target
      isAtHigh[column].toggle()
    }
    factors.solve(&flips)
    for row in 0..<rowCount where flips[row] != 0 { value[basic[row]] += flips[row] }
  }

  /// The column comes into the basis for the one that stands for the row.
  private mutating func exchange(_ row: Int, _ column: Int, rises: Bool) {
    for index in 0..<rowCount { direction[index] = 0 }
    add(column, times: 1, to: &direction)
    factors.solve(&direction)
    let pivot = direction[row]
    if abs(pivot - pivotRow[column]) > 1e-6 * (1 + abs(pivot)), factors.exchanges > 0 {
      refactor()
      return
    }
    let leaving = basic[row]
    let target = rises ? low[leaving] : high[leaving]
    let step = reduced[column] / pivotRow[column]
    for other in touched where !isBasic[other] {
      reduced[other] -= step * pivotRow[other]
      keepDualFeasible(other)
    }
    reduced[leaving] = -step
    reduced[column] = 0
    updateWeights(row, pivot)
    let length = (value[leaving] - target) / pivot
    for index in 0..<rowCount where direction[index] != 0 { value[basic[index]] -= length * direction[index] }
    value[column] += length
    value[leaving] = target
    isAtHigh[leaving] = !rises
    isBasic[leaving] = false
    isBasic[column] = true
    basic[row] = column
    keepDualFeasible(leaving)
    factors.exchange(row: row, by: direction)
  }

  /// A reduced cost that rounding made wrong for its bound is shifted to 0, with the cost.
  private mutating func keepDualFeasible(_ column: Int) {
    guard low[column] < high[column] else { return }
    if isAtHigh[column] ? reduced[column] > 0 : reduced[column] < 0 {
      price[column] -= reduced[column]
      reduced[column] = 0
    }
  }

  private mutating func updateWeights(_ row: Int, _ pivot: Double) {
    for index in 0..<rowCount { steepness[index] = edge[index] }
    factors.solve(&steepness)
    let own = max(weight[row], 1e-4)
    for index in 0..<rowCount where direction[index] != 0 && index != row {
      let ratio = direction[index] / pivot
      weight[index] = max(weight[index] - 2 * ratio * steepness[index] + ratio * ratio * own, 1e-4)
    }
    weight[row] = max(own / (pivot * pivot), 1e-4)
  }
}

extension SparseColumns {
  /// The columns of a programme's rows.
  fileprivate init(_ program: LinearProgram) {
    var rows = SparseColumns()
    rows.start = program.rowStart
    rows.row = program.columnOfTerm
    rows.value = program.factor
    self = rows.transposed(rows: program.columnCount)
  }
}
