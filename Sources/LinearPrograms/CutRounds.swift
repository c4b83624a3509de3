/// Adds cuts to a programme, round after round, as long as they bring its bound down.
struct CutRounds {
  private(set) var solver: DualSimplex
  /// What no solution passes; -infinity where there is none.
  private(set) var bound: Double
  private(set) var work = 0
  /// Whether it came to cuts.
  private(set) var isCut = false
  /// Cuts that hold in all cases, and all rows that do and are not in the programme from the start.
  private(set) var aside: [LinearProgram.Row]
  private let isWhole: [Bool]
  private let rowCount: Int
  /// Whether each row holds in all cases.
  private var isCommon: [Bool]

  private static let mostRounds = 15
  private static let mostCuts = 60
  private static let leastDistance = 1e-3
  /// Cuts of one round are not more alike than this (cosine of the angle).
  private static let alike = 0.7
  /// A round that brings the bound down by less than this part of all before it is the last but one.
  private static let leastShare = 0.02
  /// Steps of the simplex method that one programme may take; where cuts are nearly alike it may go in circles.
  static let mostSteps = 4_000

  /// The cuts of a programme, whose objective is known to be at most `bound`; `own` are the rows whose bounds are those
  /// of its case alone.
  init(
    _ program: LinearProgram, whole: [Bool], bound: Double, basis: DualSimplex.Basis?,
    aside: [LinearProgram.Row], own: [Int]
  ) {
    self.aside = aside
    solver = DualSimplex(program)
    if let basis { solver.start(at: basis) }
    isWhole = whole
    rowCount = program.rowCount
    isCommon = Array(repeating: true, count: rowCount)
    for row in own { isCommon[row] = false }
    self.bound = bound
  }

  /// How many there are.
  var cuts: Int { solver.program.rowCount - rowCount }

  /// Solves the programme, down to `enough` at least; what is below that is not looked at further. No round begins after
  /// so much work.
  mutating func run(until enough: Double, work most: Int) {
    guard solve(until: enough), bound > enough else { return }
    let first = bound
    var slow = 0
    isCut = true
    for _ in 0..<Self.mostRounds where slow < 2 && work < most {
      let before = bound
      let broken = solver.broken(of: aside, atMost: Self.mostCuts)
      work += aside.reduce(0) { $0 + $1.terms.count }
      let cuts = chosen()
      guard broken.count + cuts.count > 0 else { return }
      begin(with: broken + cuts.map(\.row))
      isCommon += broken.map { _ in true } + cuts.map(\.isCommon)
      aside += cuts.filter(\.isCommon).map(\.row)
      guard solve(until: -.infinity) else { return }
      slow = before - bound < Self.leastShare * (first - bound) ? slow + 1 : 0
    }
  }

  /// Whether the programme was solved within its steps; its bound holds where it was not, too.
  private mutating func solve(until enough: Double) -> Bool {
    let before = solver.work
    let outcome = solver.run(steps: Self.mostSteps, cutoff: enough)
    work += solver.work - before + solver.program.termCount
    if outcome == .infeasible, solver.program.provesInfeasible(prices: solver.prices) {
      bound = -.infinity
    } else {
      bound = min(bound, solver.program.provenBound(prices: solver.prices))
    }
    return outcome != .unfinished
  }

  /// The programme without idle cuts, with new ones, from the present basis.
  private mutating func begin(with found: [LinearProgram.Row]) {
    work += 6 * solver.program.termCount
    let idle = (rowCount..<solver.program.rowCount).filter { solver.isIdle(row: $0) }
    var program = solver.program
    var basis = solver.basis
    program.removeRows(idle)
    for row in idle.reversed() { isCommon.remove(at: row) }
    basis.removeRows(idle, columns: program.columnCount)
    solver = DualSimplex(program)
    solver.start(at: basis)
    solver.add(found)
  }

  /// A cut as a row, and whether it holds in all cases.
  private typealias Found = (row: LinearProgram.Row, isCommon: Bool)

  /// The cuts that the point lies beyond the farthest, no two of them alike.
  private mutating func chosen() -> [Found] {
    let point = solver.point
    var maker = CutMaker(solver.program, whole: isWhole, point: point)
    var made: [(cut: Cut, isCommon: Bool)] = []
    let before = solver.work
    for (place, column) in solver.basic.enumerated() where column < point.count && isWhole[column] {
      let part = point[column] - point[column].rounded(.down)
      guard part > 0.02, part < 0.98 else { continue }
      let rows = solver.combination(at: place)
      if let cut = maker.cut(from: rows), cut.distance > Self.leastDistance {
        made.append((cut, rows.allSatisfy { isCommon[$0.row] }))
      }
    }
    work += solver.work - before + maker.work
    let order = made.indices.sorted { (made[$1].cut.distance, $0) < (made[$0].cut.distance, $1) }
    var taken: [(cut: Cut, size: Double)] = []
    var found: [Found] = []
    var factors = Array(repeating: 0.0, count: point.count)
    for (cut, isCommon) in order.lazy.map({ made[$0] }) where taken.count < Self.mostCuts {
      for term in cut.terms { factors[term.column] = term.factor }
      let size = cut.terms.reduce(0) { $0 + $1.factor * $1.factor }.squareRoot()
      let isNew = taken.allSatisfy { other in
        let product = other.cut.terms.reduce(0) { $0 + $1.factor * factors[$1.column] }
        return abs(product) < Self.alike * size * other.size
      }
      for term in cut.terms { factors[term.column] = 0 }
      work += cut.terms.count * 4 + taken.count * 30
      if isNew {
        taken.append((cut, size))
        found.append((LinearProgram.Row(cut.terms, atMost: cut.most), isCommon))
      }
    }
    return found
  }
}

extension LinearProgram {
  /// Leaves out some rows, in ascending order; none of them defines a column.
  fileprivate mutating func removeRows(_ rows: [Int]) {
    guard let first = rows.first else { return }
    let kept = (first..<rowCount).filter { !rows.contains($0) }
    let terms = kept.map { self.terms(ofRow: $0) }
    let bounds = kept.map { (rowLower[$0], rowUpper[$0]) }
    truncate(rows: first)
    for (terms, bounds) in zip(terms, bounds) { addRow(terms, atLeast: bounds.0, atMost: bounds.1) }
  }
}

extension DualSimplex.Basis {
  /// Leaves out rows that their slacks stand for.
  fileprivate mutating func removeRows(_ rows: [Int], columns: Int) {
    guard !rows.isEmpty else { return }
    let slacks = Set(rows.map { columns + $0 })
    var number: [Int32] = []
    var next: Int32 = 0
    for column in isAtHigh.indices {
      number.append(next)
      if !slacks.contains(column) { next += 1 }
    }
    let kept = basic.indices.filter { !slacks.contains(Int(basic[$0])) }
    weight = kept.map { weight[$0] }
    basic = kept.map { number[Int(basic[$0])] }
    isAtHigh = isAtHigh.indices.filter { !slacks.contains($0) }.map { isAtHigh[$0] }
  }
}
