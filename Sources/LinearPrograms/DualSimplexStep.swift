extension DualSimplex {
  /// The row of the inverse, and what it makes of each column.
  mutating func price(_ row: Int) {
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
  mutating func entering(_ row: Int, rises: Bool) -> Int? {
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
  mutating func exchange(_ row: Int, _ column: Int, rises: Bool) {
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
  mutating func keepDualFeasible(_ column: Int) {
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
