/// Adds cuts to a programme, round after round, as long as they bring its bound down.
struct CutRounds {
  private(set) var solver: DualSimplex
  /// What no solution passes; -infinity where there is none.
  private(set) var bound: Double
  private(set) var work = 0
  /// Whether it came to cuts.
  private(set) var isCut = false
  private let isWhole: [Bool]
  private let aside: [LinearProgram.Row]
  private let rowCount: Int

  private static let mostRounds = 15
  private static let mostCuts = 60
  private static let leastDistance = 1e-3
  /// Cuts of one round are not more alike than this (cosine of the angle).
  private static let alike = 0.7
  /// A round that brings the bound down by less than this part of all before it is the last but one.
  private static let leastShare = 0.02
  /// Steps of the simplex method that one programme may take; where cuts are nearly alike it may go in circles.
  static let mostSteps = 4_000
  /// What a round takes beside the steps of the simplex method, in steps.
  private static let round = 300

  /// The cuts of a programme, whose objective is known to be at most `bound`.
  init(
    _ program: LinearProgram, whole: [Bool], bound: Double, basis: DualSimplex.Basis?,
    aside: [LinearProgram.Row]
  ) {
    self.aside = aside
    solver = DualSimplex(program)
    if let basis { solver.start(at: basis) }
    isWhole = whole
    rowCount = program.rowCount
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
      let found = solver.broken(of: aside, atMost: Self.mostCuts) + chosen()
      guard !found.isEmpty else { return }
      begin(with: found)
      guard solve(until: -.infinity) else { return }
      slow = before - bound < Self.leastShare * (first - bound) ? slow + 1 : 0
    }
  }

  /// Whether the programme was solved within its steps; its bound holds where it was not, too.
  private mutating func solve(until enough: Double) -> Bool {
    let before = solver.steps
    let outcome = solver.run(steps: Self.mostSteps, cutoff: enough)
    work += solver.steps - before
    if outcome == .infeasible, solver.program.provesInfeasible(prices: solver.prices) {
      bound = -.infinity
    } else {
      bound = min(bound, solver.program.provenBound(prices: solver.prices))
    }
    return outcome != .unfinished
  }

  /// The programme without idle cuts, with new ones, from the present basis.
  private mutating func begin(with found: [LinearProgram.Row]) {
    work += Self.round
    let idle = (rowCount..<solver.program.rowCount).filter { solver.isIdle(row: $0) }
    var program = solver.program
    var basis = solver.basis
    program.removeRows(idle)
    basis.removeRows(idle, columns: program.columnCount)
    let done = solver.steps
    solver = DualSimplex(program)
    solver.start(at: basis)
    solver.add(found)
    solver.steps = done
  }

  /// The cuts that the point lies beyond the farthest, no two of them alike.
  private mutating func chosen() -> [LinearProgram.Row] {
    let point = solver.point
    var maker = CutMaker(solver.program, whole: isWhole, point: point)
    var found: [Cut] = []
    for column in point.indices where isWhole[column] {
      let part = point[column] - point[column].rounded(.down)
      guard part > 0.02, part < 0.98, let rows = solver.combination(for: column) else { continue }
      if let cut = maker.cut(from: rows), cut.distance > Self.leastDistance { found.append(cut) }
    }
    let order = found.indices.sorted { (found[$1].distance, $0) < (found[$0].distance, $1) }
    var taken: [(cut: Cut, factors: [Int: Double], size: Double)] = []
    for cut in order.lazy.map({ found[$0] }) where taken.count < Self.mostCuts {
      let factors = Dictionary(cut.terms.map { ($0.column, $0.factor) }, uniquingKeysWith: +)
      let size = cut.terms.reduce(0) { $0 + $1.factor * $1.factor }.squareRoot()
      let isNew = taken.allSatisfy { other in
        let product = cut.terms.reduce(0) { $0 + $1.factor * (other.factors[$1.column] ?? 0) }
        return abs(product) < Self.alike * size * other.size
      }
      if isNew { taken.append((cut, factors, size)) }
    }
    return taken.map { LinearProgram.Row($0.cut.terms, atMost: $0.cut.most) }
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
