/// Bounds the greatest objective of a programme some of whose columns are whole numbers, over several cases that differ in
/// the bounds of some rows: best-first branch and bound with cuts.
///
/// What is proven at any time is the greatest bound of the parts that are still open; together they hold every
/// solution of every case. The bound of each part is proven from its prices by itself (`LinearProgram.provenBound`),
/// its cuts hold by how they are made, so no fault of the search can make the bound too small. More work goes
/// on where less work stopped, so the bound never rises with it.
public struct BranchedBound {
  /// A case: the bounds that some rows have in it.
  public struct Case: Sendable {
    /// The bounds of the rows that it differs in.
    public var rows: [Row]
    /// A number that the objective is known not to pass.
    public var bound: Double
    /// Where to begin.
    public var basis: DualSimplex.Basis?

    /// A case; without a basis the search begins with the slacks.
    public init(rows: [Row], bound: Double = .infinity, basis: DualSimplex.Basis? = nil) {
      self.rows = rows
      self.bound = bound
      self.basis = basis
    }
  }

  /// The bounds of one row.
  public struct Row: Sendable {
    /// Its number.
    public var row: Int
    /// The least sum; -infinity where there is none.
    public var low: Double
    /// The greatest sum; infinity where there is none.
    public var high: Double

    /// The bounds of a row.
    public init(_ row: Int, from low: Double, to high: Double) {
      self.row = row
      self.low = low
      self.high = high
    }
  }

  let program: LinearProgram
  let isWhole: [Bool]
  private let cases: [Case]
  /// Rows that hold in all cases, cuts among them.
  private var aside: [LinearProgram.Row]
  private var open = PartQueue()
  /// The programme of each case with its cuts, once it was looked at.
  private var solvers: [DualSimplex?]
  private var experience: BranchingExperience
  /// Entries touched: what the work took, in proportion to time.
  public private(set) var work = 0
  /// Parts that were divided.
  public private(set) var divided = 0
  /// Cuts in the programmes of the cases.
  public private(set) var cuts = 0
  /// Whether a part turned out to have nothing left to divide.
  private var isExhausted = false

  /// The part of the bound that a look at a part should bring it down by, before another part is looked at.
  private static let leastDrop = 5e-4
  /// How often rows are added in one look at a part where its points break more, and how many at a time.
  private static let mostRounds = 3
  private static let mostBroken = 20
  /// Steps that a column is tried for, and what no point at all on one side counts as, as a part of the bound.
  private static let trial = 30
  private static let large = 0.01
  /// What a copy of a solver takes a column, in entries.
  private static let copy = 10
  /// Parts that keep their basis; others begin where the last one of their case ended.
  private static let mostBases = 8_000

  /// - Parameters:
  ///   - program: The programme.
  ///   - whole: Columns that are whole numbers between whole bounds.
  ///   - branching: Those that are worth dividing by, with a kind each: what is learnt of one is told of its kind.
  ///   - aside: Rows that hold in all cases and are added where a point breaks them.
  ///   - cases: The cases.
  public init(
    _ program: LinearProgram, whole: [Bool], branching: [Int?], aside: [LinearProgram.Row] = [], cases: [Case]
  ) {
    self.aside = aside
    self.program = program
    isWhole = whole
    self.cases = cases
    solvers = cases.map { _ in nil }
    experience = BranchingExperience(kinds: branching)
    for (index, item) in cases.enumerated() where item.bound > -.infinity {
      open.insert(Part(inCase: index, bound: item.bound, basis: item.basis))
    }
  }

  /// What no solution passes; -infinity where there is none.
  public var bound: Double { open.first?.bound ?? -.infinity }
  /// The case that holds it.
  public var openCase: Int? { open.first?.inCase }
  /// Parts that are still open.
  public var openCount: Int { open.count }

  /// Goes on until so much work is done in all, or the bound is at `enough` or below.
  public mutating func run(work most: Int, until enough: Double = -.infinity) {
    while work < most, !isExhausted, let part = open.first, part.bound > enough {
      switch part.state {
      case .new:
        open.removeFirst()
        begin(part, work: most)
      case .cut:
        open.removeFirst()
        look(at: part)
      case .solved(let candidates):
        let choice = best(of: candidates, in: part)
        divide(part, by: choice.column, at: choice.value)
      case .whole:
        isExhausted = true
      }
    }
  }

  /// The first look at a case: its programme, and cuts as long as they help and the work lasts.
  private mutating func begin(_ part: Part, work most: Int) {
    var base = program
    for row in cases[part.inCase].rows {
      base.rowLower[row.row] = row.low
      base.rowUpper[row.row] = row.high
    }
    var rounds = CutRounds(
      base, whole: isWhole, bound: part.bound, basis: part.basis, aside: aside,
      own: cases[part.inCase].rows.map(\.row))
    rounds.run(until: enough(for: part), work: most - work)
    work += rounds.work
    aside = rounds.aside
    guard rounds.bound > -.infinity else { return }
    var begun = part
    begun.bound = rounds.bound
    begun.basis = rounds.solver.basis
    if rounds.isCut {
      cuts += rounds.cuts
      solvers[part.inCase] = rounds.solver
      begun.state = state(at: rounds.solver)
    }
    open.insert(begun)
  }

  /// Divides a part in two by a column; both go on from its basis.
  private mutating func divide(_ part: Part, by column: Int, at value: Double) {
    open.removeFirst()
    divided += 1
    var half = part
    half.state = .cut
    half.value = value
    half.boundBefore = part.bound
    if open.count >= Self.mostBases { half.basis = nil }
    for isUp in [false, true] {
      let step = step(from: part, column, value, isUp: isUp)
      half.steps = part.steps + [step]
      open.insert(half)
    }
  }

  /// Below the next greatest bound and well below its own, a part need not be looked at for now. Without the second, two
  /// parts of the same bound would send each other away for ever.
  private func enough(for part: Part) -> Double {
    min(open.first?.bound ?? .infinity, part.bound - Self.leastDrop * abs(part.bound))
  }

  /// Solves the programme of a part, as long as its bound is the greatest or next to it.
  private mutating func look(at part: Part) {
    guard var solver = solvers[part.inCase], let last = part.steps.last else {
      isExhausted = true
      return open.insert(part)
    }
    solvers[part.inCase] = nil
    let before = solver.work
    for step in part.steps { solver.setColumn(step.column, from: step.low, to: step.high) }
    if let basis = part.basis { solver.start(at: basis) }
    let outcome = run(&solver, until: enough(for: part))
    work += solver.work - before + solver.program.termCount
    if let found = looked(at: part, solver, outcome) {
      experience.learn(last, from: part.value, gain: part.boundBefore - found.bound)
      open.insert(found)
    } else {
      experience.learn(last, from: part.value, gain: nil)
    }
    for step in part.steps {
      solver.setColumn(step.column, from: program.lower[step.column], to: program.upper[step.column])
    }
    solvers[part.inCase] = solver
  }

  /// Solves a programme, with the rows that its points break.
  private mutating func run(_ solver: inout DualSimplex, until enough: Double) -> DualSimplex.Outcome {
    var outcome = solver.run(steps: CutRounds.mostSteps, cutoff: enough)
    for _ in 0..<Self.mostRounds where outcome == .optimal {
      let broken = solver.broken(of: aside, atMost: Self.mostBroken)
      work += aside.reduce(0) { $0 + $1.terms.count }
      if broken.isEmpty { break }
      solver.add(broken)
      outcome = solver.run(steps: CutRounds.mostSteps, cutoff: enough)
    }
    return outcome
  }

  /// A part after a look at it; nil where it is proven that nothing is in it.
  private func looked(at part: Part, _ solver: DualSimplex, _ outcome: DualSimplex.Outcome) -> Part? {
    if outcome == .infeasible, solver.program.provesInfeasible(prices: solver.prices) { return nil }
    var part = part
    part.bound = min(part.bound, solver.program.provenBound(prices: solver.prices))
    part.basis = open.count < Self.mostBases ? solver.basis : nil
    part.state = outcome == .belowCutoff ? .cut : state(at: solver)
    return part
  }

  private func state(at solver: DualSimplex) -> Part.State {
    let candidates = experience.candidates(at: solver.point)
    return candidates.isEmpty ? .whole : .solved(candidates)
  }

  /// The column that is best divided by; those that little is known of are tried for some steps.
  private mutating func best(
    of candidates: [BranchingExperience.Candidate], in part: Part
  ) -> BranchingExperience.Candidate {
    guard let basis = part.basis, var solver = solvers[part.inCase] else { return candidates[0] }
    solvers[part.inCase] = nil
    for step in part.steps { solver.setColumn(step.column, from: step.low, to: step.high) }
    let before = solver.work
    solver.start(at: basis)
    solver.prepare()
    work += solver.work - before
    var best = candidates[0]
    var greatest = -1.0
    for candidate in candidates {
      let down = gain(of: candidate, in: part, isUp: false, from: solver)
      let up = gain(of: candidate, in: part, isUp: true, from: solver)
      let merit = BranchingExperience.merit(down, up)
      if merit > greatest { (best, greatest) = (candidate, merit) }
    }
    for step in part.steps {
      solver.setColumn(step.column, from: program.lower[step.column], to: program.upper[step.column])
    }
    solvers[part.inCase] = solver
    return best
  }

  /// What one half of a division brings the bound down by, as far as is known or some steps from a basis tell.
  private mutating func gain(
    of candidate: BranchingExperience.Candidate, in part: Part, isUp: Bool, from solver: DualSimplex
  ) -> Double {
    let (column, value) = (candidate.column, candidate.value)
    guard experience.isNew(column, isUp: isUp) else {
      return experience.expected(column, at: value, isUp: isUp)
    }
    let step = step(from: part, column, value, isUp: isUp)
    var trial = solver
    trial.setColumn(column, from: step.low, to: step.high)
    let outcome = trial.run(steps: Self.trial)
    let bound = trial.program.provenBound(prices: trial.prices)
    work += trial.work - solver.work + 2 * trial.program.termCount + Self.copy * trial.value.count
    let gain = outcome == .infeasible ? Self.large * abs(part.bound) : part.bound - bound
    experience.learn(step, from: value, gain: gain)
    return gain
  }

  private func bounds(of column: Int, in part: Part) -> (low: Double, high: Double) {
    let last = part.steps.last { $0.column == column }
    return (last?.low ?? program.lower[column], last?.high ?? program.upper[column])
  }

  private func step(from part: Part, _ column: Int, _ value: Double, isUp: Bool) -> Step {
    let (low, high) = bounds(of: column, in: part)
    let floor = value.rounded(.down)
    return isUp
      ? Step(column: column, low: floor + 1, high: high) : Step(column: column, low: low, high: floor)
  }
}
