extension DualSimplex {
  /// The columns that stand for the rows, where the others stand, and what pricing has learnt: a good start for other
  /// bounds, or for a programme with some more rows.
  public struct Basis: Sendable {
    var basic: [Int32]
    var isAtHigh: [Bool]
    var weight: [Float]
  }

  /// The present basis.
  public var basis: Basis {
    Basis(basic: basic.map(Int32.init), isAtHigh: isAtHigh, weight: weight.map(Float.init))
  }

  /// Begins anew from a basis; rows that it does not know are stood for by their slacks.
  public mutating func start(at basis: Basis) {
    let more = rowCount - basis.basic.count
    isFactored = isFactored && more == 0 && zip(basic, basis.basic).allSatisfy { $0 == Int($1) }
    basic = basis.basic.map(Int.init) + ((columnCount + rowCount - more)..<(columnCount + rowCount))
    isAtHigh = basis.isAtHigh + Array(repeating: false, count: more)
    weight = basis.weight.map(Double.init) + Array(repeating: 1, count: more)
    for column in isBasic.indices { isBasic[column] = false }
    for column in basic { isBasic[column] = true }
    setCosts()
    touched += 2 * basic.count
  }

  /// Adds rows; the next run begins at the present basis.
  public mutating func add(_ rows: [LinearProgram.Row]) {
    let (basis, done) = (basis, (steps: steps, work: work))
    var program = program
    for row in rows { program.addRow(row.terms, atLeast: row.low, atMost: row.high) }
    self = DualSimplex(program)
    (steps, touched) = (done.steps, done.work + columns.row.count)
    start(at: basis)
  }

  /// The rows that the present point lies outside of the farthest, at most `count`.
  public func broken(of rows: [LinearProgram.Row], atMost count: Int) -> [LinearProgram.Row] {
    let distances = rows.map { $0.distance(of: value) }
    let order = rows.indices.filter { distances[$0] > 1e-4 }.sorted {
      (distances[$1], $0) < (distances[$0], $1)
    }
    return order.prefix(count).map { rows[$0] }
  }

  /// Whether a row's slack stands for it, so that the optimum does not need the row.
  public func isIdle(row: Int) -> Bool { isBasic[columnCount + row] }

  /// The rows that make up what the optimum says of a column in the basis, and how often each is taken: their sum has
  /// the column once, and no other column of the basis. Nil where the column is not in the basis.
  public mutating func combination(for column: Int) -> [(row: Int, factor: Double)]? {
    basic.firstIndex(of: column).map { combination(at: $0) }
  }

  /// The same for the column that stands for a row.
  mutating func combination(at place: Int) -> [(row: Int, factor: Double)] {
    edge.clear()
    edge.add(1, at: place)
    factors.solveTransposed(&edge)
    return edge.places.filter { abs(edge[$0]) > 1e-11 }.sorted().map { ($0, edge[$0]) }
  }
}

extension DualSimplex {
  /// Slacks stand for rows: row + slack = 0. A row without a bound gets the one that its columns give it.
  mutating func takeBounds() {
    touched += columns.row.count + columnCount + 3 * rowCount
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

  /// The costs of the programme, moved by about a millionth of their size, so that ties are rare.
  mutating func setCosts() {
    for column in price.indices { price[column] = column < columnCount ? -program.cost[column] : 0 }
    let size = price.reduce(0) { max($0, abs($1)) }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in 0..<columnCount {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = 0.5 + Double(state >> 33) / 4_294_967_296
      price[column] += (price[column] < 0 ? -1 : 1) * share * (1e-6 * abs(price[column]) + 1e-8 * size)
    }
  }

  /// Takes the basis apart anew, and computes all from it.
  mutating func refactor() {
    var elimination = Elimination(matrix)
    if elimination.order.count < rowCount { repair(&elimination) }
    var (place, edges) = (basic, weight)
    for (index, row) in elimination.pivotRow.enumerated() where row >= 0 {
      place[row] = basic[index]
      edges[row] = weight[index]
    }
    basic = place
    weight = edges
    touched += factors.work
    factors = BasisFactors(elimination)
    isFactored = true
    computeReduced()
    computeValues()
  }

  /// Puts slacks in the place of columns that depend on others.
  mutating func repair(_ elimination: inout Elimination) {
    var open = elimination.openRows[...]
    for index in basic.indices where elimination.pivotRow[index] < 0 {
      guard let row = open.popFirst() else { break }
      isBasic[basic[index]] = false
      basic[index] = columnCount + row
      isBasic[columnCount + row] = true
      weight[index] = 1
    }
    elimination = Elimination(matrix)
  }

  /// The columns of the basis.
  private var matrix: SparseColumns {
    var matrix = SparseColumns()
    for column in basic {
      let places = columns.start[column]..<columns.start[column + 1]
      matrix.row.append(contentsOf: columns.row[places])
      matrix.value.append(contentsOf: columns.value[places])
      matrix.start.append(matrix.row.count)
    }
    return matrix
  }

  /// Reduced costs from the basis; every column out of the basis goes to the bound that they ask for.
  mutating func computeReduced() {
    setPrices(of: price)
    for column in reduced.indices {
      var sum = price[column]
      for place in columns.start[column]..<columns.start[column + 1] {
        sum += prices[columns.row[place]] * columns.value[place]
      }
      reduced[column] = sum
    }
    touched += columns.row.count + reduced.count
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
  mutating func setPrices(of costs: [Double]) {
    var y = SparseVector(size: rowCount)
    for row in 0..<rowCount where costs[basic[row]] != 0 { y.add(costs[basic[row]], at: row) }
    factors.solveTransposed(&y)
    prices = y.value.map { -$0 }
    touched += 2 * rowCount
  }

  mutating func computeValues() {
    var right = SparseVector(size: rowCount)
    for column in value.indices where !isBasic[column] {
      value[column] = isAtHigh[column] ? high[column] : low[column]
      if value[column] != 0 { right.add(columns, column: column, times: -value[column]) }
    }
    factors.solve(&right)
    for row in 0..<rowCount {
      value[basic[row]] = right[row]
      measure(row)
    }
    touched += 2 * value.count + columns.row.count
  }

  /// What the objective can be at most, by the present prices and costs; not rounded with care.
  var objectiveBound: Double {
    var sum = program.constant
    for column in value.indices where price[column] != 0 { sum -= price[column] * value[column] }
    return sum
  }

  /// Notes how far the column that stands for a row is out of its bounds.
  @inline(__always) mutating func measure(_ row: Int) {
    let column = basic[row]
    let now = value[column]
    let out = max(low[column] - now, now - high[column])
    excess[row] = out > Self.feasibility * (1 + abs(now) * 1e-3) ? out * out : 0
  }

  /// The row whose column is the farthest out of its bounds, by steepest edge.
  mutating func leavingRow() -> Int? {
    var best: Int?
    var greatest = 0.0
    for row in 0..<rowCount where excess[row] > greatest * weight[row] {
      best = row
      greatest = excess[row] / weight[row]
    }
    touched += rowCount / 4
    return best
  }
}
