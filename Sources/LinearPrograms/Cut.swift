/// A row that every point keeps whose whole columns are whole numbers, though not every point of the programme does.
public struct Cut: Sendable {
  /// What is held to `most`.
  public var terms: [LinearProgram.Term]
  /// The greatest value of the sum.
  public var most: Double
  /// How far the point that it was made for lies beyond it.
  public var distance: Double
}

/// Makes cuts by mixed-integer rounding (Nemhauser and Wolsey 1990): rows are added up, columns counted from a bound,
/// and the whole part of the right-hand side rounded down. From the rows of an optimal basis these are Gomory's
/// mixed-integer cuts (1960).
///
/// A cut holds whatever rows are taken and however often: what rounding may have done to its numbers is added to its
/// right-hand side, after Cook, Dash, Fukasawa and Goycoolea (2009).
public struct CutMaker {
  private let program: LinearProgram
  private let isWhole: [Bool]
  private let point: [Double]
  private var sum: [Double]
  /// The sizes of what went into each sum.
  private var mass: [Double]
  private var touched: [Int] = []
  /// Entries looked at: what the work took, in proportion.
  public private(set) var work = 0

  /// More than rounding can change, as a part of the sizes of all that was added up: a sum of so many terms is right to
  /// half of it, and what is rounded down and divided by at least 0.02 is right to a tenth of `share` of it.
  private static let rounding = 1e-12
  private static let mostRows = 4_000
  private static let share = 0.05
  private static let leastFraction = 0.02
  /// Cuts with more terms make a programme slow.
  private static let mostTerms = 250
  private static let widestRange = 1e6

  /// A maker of cuts for a point of a programme; all bounds of whole columns are whole.
  public init(_ program: LinearProgram, whole: [Bool], point: [Double]) {
    self.program = program
    isWhole = whole
    self.point = point
    sum = Array(repeating: 0, count: program.columnCount)
    mass = sum
  }

  /// The cut from the sum of some rows, each taken so often; nil where that gives none that the point lies beyond.
  public mutating func cut(from rows: [(row: Int, factor: Double)]) -> Cut? {
    guard rows.count <= Self.mostRows else { return nil }
    clear()
    var right = RoundedSum()
    var slacks: [(row: Int, factor: Double, bound: Double, sign: Double)] = []
    for (row, factor) in rows {
      add(row, times: factor)
      let (low, high) = (program.rowLower[row], program.rowUpper[row])
      let isAtHigh = !low.isFinite || (high.isFinite && isNearer(high, than: low, row))
      let bound = isAtHigh ? high : low
      guard bound.isFinite else { return nil }
      right.add(factor * bound)
      // The row is its bound less (or and) a slack that is not below 0.
      if low < high { slacks.append((row, isAtHigh ? factor : -factor, bound, isAtHigh ? -1 : 1)) }
    }
    for column in touched {
      right.add(-sum[column] * base(of: column))
      right.mass += mass[column] * farthest(column)
    }
    let most = right.value + Self.rounding * right.mass
    let fraction = most - most.rounded(.down)
    guard (Self.leastFraction...(1 - Self.leastFraction)).contains(fraction) else { return nil }
    return rounded(most, fraction, slacks)
  }

  private mutating func rounded(
    _ most: Double, _ fraction: Double, _ slacks: [(row: Int, factor: Double, bound: Double, sign: Double)]
  ) -> Cut? {
    var right = RoundedSum()
    right.add(most.rounded(.down))
    let open = touched.map { (column: $0, factor: sum[$0]) }
    clear()
    for (column, factor) in open {
      // Counted up from the lower bound, or down from the upper one.
      let sign = isNearUpper(column) ? -1.0 : 1.0
      var taken = sign * factor
      if isWhole[column] {
        let whole = taken.rounded(.down)
        taken = whole + max(0, taken - whole - fraction) / (1 - fraction)
      } else {
        taken = min(0, taken) / (1 - fraction)
      }
      add(sign * taken, to: column, mass: Self.share)
      right.add(sign * taken * base(of: column))
    }
    for slack in slacks where slack.factor < 0 {
      let taken = slack.sign * slack.factor / (1 - fraction)
      add(slack.row, times: taken)
      right.add(taken * slack.bound)
    }
    for column in touched { right.mass += mass[column] * farthest(column) }
    return finished(right)
  }

  /// Leaves out what is too small to count, and measures the cut.
  private func finished(_ total: RoundedSum) -> Cut? {
    var right = total
    let largest = touched.reduce(0) { max($0, abs(sum[$1])) }
    var terms: [LinearProgram.Term] = []
    var (value, length) = (0.0, 0.0)
    for column in touched where sum[column] != 0 {
      if abs(sum[column]) * Self.widestRange < largest {
        right.add(-min(sum[column] * program.lower[column], sum[column] * program.upper[column]))
        continue
      }
      terms.append(LinearProgram.Term(column, sum[column]))
      value += sum[column] * point[column]
      length += sum[column] * sum[column]
    }
    let most = right.value + Self.rounding * right.mass
    let size = length.squareRoot()
    guard !terms.isEmpty, terms.count <= Self.mostTerms, size > 1e-6, most.isFinite else { return nil }
    return Cut(terms: terms, most: most, distance: (value - most) / size)
  }

  private func isNearUpper(_ column: Int) -> Bool {
    program.upper[column] - point[column] < point[column] - program.lower[column]
  }

  private func base(of column: Int) -> Double {
    isNearUpper(column) ? program.upper[column] : program.lower[column]
  }

  private func farthest(_ column: Int) -> Double {
    max(abs(program.lower[column]), abs(program.upper[column]))
  }

  private func isNearer(_ high: Double, than low: Double, _ row: Int) -> Bool {
    var value = 0.0
    for place in program.rowStart[row]..<program.rowStart[row + 1] {
      value += program.factor[place] * point[program.columnOfTerm[place]]
    }
    return high - value < value - low
  }

  private mutating func clear() {
    for column in touched { (sum[column], mass[column]) = (0, 0) }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ row: Int, times factor: Double) {
    for place in program.rowStart[row]..<program.rowStart[row + 1] {
      add(factor * program.factor[place], to: program.columnOfTerm[place], mass: 0)
    }
    work += 6 * (program.rowStart[row + 1] - program.rowStart[row])
  }

  private mutating func add(_ term: Double, to column: Int, mass more: Double) {
    if mass[column] == 0 { touched.append(column) }
    sum[column] += term
    mass[column] += abs(term) + more + .leastNormalMagnitude
  }
}

/// A sum and the sizes of what went into it.
private struct RoundedSum {
  var value = 0.0
  var mass = 0.0

  mutating func add(_ term: Double) {
    value += term
    mass += abs(term)
  }
}
