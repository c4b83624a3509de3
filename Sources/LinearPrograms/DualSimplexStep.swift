extension DualSimplex {
  /// The row of the inverse, and what it makes of each column.
  mutating func price(_ row: Int) {
    edge.clear()
    edge.add(1, at: row)
    factors.solveTransposed(&edge, isLeaving: true)
    pivotRow.clear()
    for index in edge.places {
      let terms = program.rowStart[index]..<program.rowStart[index + 1]
      pivotRow.add(program.columnOfTerm, program.factor, terms, times: edge[index])
      pivotRow.add(edge[index], at: columnCount + index)
      touched += terms.count + 1
    }
  }

  /// The column that comes in: the first, by the reduced costs, at which the slope of the objective turns; those passed
  /// before it go to their other bound. Nil where it never turns.
  mutating func entering(_ row: Int, rises: Bool) -> Int? {
    let leaving = basic[row]
    var slope = rises ? low[leaving] - value[leaving] : value[leaving] - high[leaving]
    let sign = rises ? -1.0 : 1.0
    ratios.removeAll()
    for column in pivotRow.places where !isBasic[column] && low[column] < high[column] {
      let entry = sign * pivotRow[column]
      if isAtHigh[column] ? entry < -Self.smallPivot : entry > Self.smallPivot {
        ratios.append(column, ratio: max(0, reduced[column] / entry), size: abs(entry))
      }
    }
    touched += 2 * pivotRow.places.count
    ratios.sort()
    var passed: [Int] = []
    while let first = ratios.popFirst() {
      var group = [first]
      while let next = ratios.first, next.ratio <= first.ratio + 1e-9 {
        group.append(next)
        _ = ratios.popFirst()
      }
      let drop = group.reduce(0) { $0 + (high[$1.column] - low[$1.column]) * $1.size }
      if slope - drop <= Self.feasibility {
        flip(passed)
        return group.max { ($0.size, $1.column) < ($1.size, $0.column) }?.column
      }
      slope -= drop
      passed += group.map(\.column)
    }
    return nil
  }

  /// Columns go to their other bound, and the basis makes up for it.
  private mutating func flip(_ passed: [Int]) {
    guard !passed.isEmpty else { return }
    direction.clear()
    for column in passed {
      let target = isAtHigh[column] ? low[column] : high[column]
      direction.add(columns, column: column, times: value[column] - target)
      value[column] = target
      isAtHigh[column].toggle()
    }
    factors.solve(&direction)
    move(by: 1)
  }

  /// The basis moves so often by `direction`.
  private mutating func move(by length: Double) {
    for row in direction.places {
      value[basic[row]] += length * direction[row]
      measure(row)
    }
    touched += 4 * direction.places.count
  }

  /// The column comes into the basis for the one that stands for the row.
  mutating func exchange(_ row: Int, _ column: Int, rises: Bool) {
    direction.clear()
    direction.add(columns, column: column, times: 1)
    factors.solve(&direction, isEntering: true)
    let pivot = direction[row]
    if abs(pivot - pivotRow[column]) > 1e-6 * (1 + abs(pivot)), factors.exchanges > 0 {
      refactor()
      return
    }
    let leaving = basic[row]
    let target = rises ? low[leaving] : high[leaving]
    let step = reduced[column] / pivotRow[column]
    for other in pivotRow.places where !isBasic[other] {
      reduced[other] -= step * pivotRow[other]
      keepDualFeasible(other)
    }
    touched += pivotRow.places.count
    reduced[leaving] = -step
    reduced[column] = 0
    updateWeights(row, pivot)
    let length = (value[leaving] - target) / pivot
    move(by: -length)
    value[column] += length
    value[leaving] = target
    isAtHigh[leaving] = !rises
    isBasic[leaving] = false
    isBasic[column] = true
    basic[row] = column
    measure(row)
    keepDualFeasible(leaving)
    factors.exchange(row: row, pivot: pivot)
  }

  /// A reduced cost that rounding made wrong for its bound is shifted to 0, with the cost.
  mutating func keepDualFeasible(_ column: Int) {
    guard low[column] < high[column] else { return }
    if isAtHigh[column] ? reduced[column] > 0 : reduced[column] < 0 {
      price[column] -= reduced[column]
      reduced[column] = 0
    }
  }

  private mutating func updateWeights(_ row: Int, _ pivot: Double) {
    steepness.take(edge)
    factors.solve(&steepness)
    let own = max(edge.places.reduce(0) { $0 + edge[$1] * edge[$1] }, 1e-4)
    for index in direction.places where index != row {
      let ratio = direction[index] / pivot
      weight[index] = max(weight[index] - 2 * ratio * steepness[index] + ratio * ratio * own, 1e-4)
    }
    weight[row] = max(own / (pivot * pivot), 1e-4)
    touched += edge.places.count + 3 * direction.places.count
  }
}
