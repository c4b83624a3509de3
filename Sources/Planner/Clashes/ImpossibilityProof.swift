import LinearPrograms
import TrainingPlan

/// Looks for a proof that no schedule keeps all limits within some weeks: the linear programme of the limits that are
/// about these weeks alone leaves no point, for any admissible sequence of week kinds, and where it does leave one, for
/// either value of a choice (a session on a day or none, a day trained or not) in a tree of such choices.
///
/// Each leaf of the tree carries prices that prove it (Farkas), by sums that are rounded outwards. What a leaf
/// proves is tried on the node above it as well, so that choices that have no part in a clash are not gone through.
struct ImpossibilityProof {
  let model: PlanModel
  let relaxation: Relaxation
  let weeks: Range<Int>
  private(set) var solver: DualSimplex
  private let rows: [Int]
  private let switches: [Relaxation.Switch]
  /// Columns that are yes or no.
  private let choices: [Int]
  /// How often a choice had a part in a proof lately: those are made first (as in conflict-driven search).
  private var activity: [Double]
  private var growth = 1.0
  private var subjects: Set<Relaxation.Subject> = []
  private var types: [WeekType?]
  private var end = 0
  private var nodes = 0
  private var open: Opening?

  /// What taking up a programme anew costs, in steps.
  private static let cost = 15

  /// What the limits' linear programme leaves open: where a schedule may be found.
  struct Opening: Sendable {
    /// Admissible kinds of the weeks.
    let weekTypes: [WeekType]
    /// The programme's minutes of each cell, whole.
    let minutes: [Int]
    /// Whether nothing stands in it by halves.
    let isWhole: Bool
  }

  enum Outcome {
    /// There is no schedule; these are the limits that the proof is made of.
    case impossible(Set<Relaxation.Subject>)
    /// No proof was found, and where the programme of all weeks has room.
    case open(Opening?)
  }

  /// A proof about some weeks; `part` is what of the programme is about them.
  init(_ model: PlanModel, _ relaxation: Relaxation, weeks: Range<Int>, part: LinearProgram.Part) {
    self.model = model
    self.relaxation = relaxation
    self.weeks = weeks
    rows = part.rows
    // Any point will do, so none is worth more than another.
    var program = part.program
    for column in 0..<program.columnCount { program.addCost(-program.cost[column], to: column) }
    solver = DualSimplex(program)
    let place = Dictionary(uniqueKeysWithValues: part.rows.enumerated().map { ($1, $0) })
    switches = relaxation.switches.compactMap { item in
      place[item.row].map { row in
        var own = item
        own.row = row
        return own
      }
    }
    let whole = relaxation.program
    let defined = Set(whole.definitions.map(\.column))
    let trained = Set(relaxation.trained)
    // A column between 0 and 1 that nothing defines and nobody pays for is a choice of yes or no.
    choices = part.columns.indices.filter { index in
      let column = part.columns[index]
      return whole.lower[column] == 0 && whole.upper[column] == 1 && !defined.contains(column)
        && (whole.cost[column] == 0 || trained.contains(column))
    }
    activity = Array(repeating: 0, count: part.columns.count)
    types = Array(repeating: nil, count: model.weekCount)
  }

  /// A proof about all weeks.
  init(_ model: PlanModel, _ relaxation: Relaxation) {
    self.init(model, relaxation, weeks: 0..<model.weekCount, part: relaxation.program.whole)
  }

  /// The present basis.
  func basis(_ names: KnownBases.Names) -> NamedBasis {
    solver.basis(rows: names.rows, columns: names.columns)
  }

  /// Begins where a like programme ended.
  mutating func start(at basis: NamedBasis, _ names: KnownBases.Names) {
    solver.start(at: basis, rows: names.rows, columns: names.columns)
  }

  /// Looks for a proof.
  ///
  /// - Parameters:
  ///   - steps: How many steps of the simplex method may be taken; what was used is taken off.
  ///   - most: How many choices may be made; 0 = the programme as it is.
  ///   - hint: Kinds of week that may well leave room.
  /// - Returns: Whether there is a proof, and what it is made of.
  mutating func run(steps: inout Int, choices most: Int, hint: [WeekType]? = nil) -> Outcome {
    guard steps > 0 else { return .open(nil) }
    end = solver.steps + steps
    nodes = 0
    defer { steps = max(0, end - solver.steps) }
    subjects = []
    open = nil
    if most == 0, let hint, model.admits(hint) {
      // One sequence with room is enough to know that the programme alone proves nothing.
      types = hint
      guard solve() else { return .open(open) }
    }
    return isProven(most) ? .impossible(subjects) : .open(open)
  }

  private mutating func isProven(_ most: Int) -> Bool {
    types = Array(repeating: nil, count: model.weekCount)
    if solve() { return true }
    // What holds whatever kinds the weeks have is proven once, without them.
    if most > 0, isProvenByChoices(most / 2) { return true }
    for week in model.buildWeeks..<model.weekCount { types[week] = .taper }
    return isProven(from: weeks.lowerBound, most)
  }
}

// The tree of week kinds.
extension ImpossibilityProof {
  /// Whether no kinds of the weeks from one on leave room.
  private mutating func isProven(from week: Int, _ most: Int) -> Bool {
    guard solver.steps < end else { return false }
    guard week < min(weeks.upperBound, model.buildWeeks) else {
      if solve() { return true }
      return most > 0 && isProvenByChoices(most)
    }
    for kind in kinds(week) {
      types[week] = kind
      let isClosed = week % 4 == 3 && week < model.buildWeeks - 1 && solve()
      if !isClosed, !isProven(from: week + 1, most) { return false }
      if isProvenWithoutKind(of: week) { break }
    }
    types[week] = nil
    return true
  }

  /// Whether the last proof holds as well where a week's kind is not settled.
  private mutating func isProvenWithoutKind(of week: Int) -> Bool {
    let kind = types[week]
    types[week] = nil
    setKinds()
    if solver.program.provesInfeasible(prices: solver.prices) { return true }
    types[week] = kind
    return false
  }

  /// Kinds that a week may have after those before it, as `weekPatterns` makes them; what came before the first of the
  /// weeks is not known.
  private func kinds(_ week: Int) -> [WeekType] {
    if model.isLight(week) { return [.deload] }
    guard let deload = model.problem.limits.deload else { return [.load] }
    let most = max(1, deload.maxLoadWeeks)
    let before = types[weeks.lowerBound..<week]
    let run = before.reversed().prefix { $0 == .load }.count
    let isSeen = weeks.lowerBound == 0 || before.contains(.deload)
    let isFirst = weeks.lowerBound == 0 && !before.contains(.deload)
    var kinds: [WeekType] = run < most ? [.load] : []
    let mayFollow = run >= 1 || (week == weeks.lowerBound && week > 0)
    if mayFollow, isFirst || !isSeen || run >= min(deload.minLoadWeeks, most) { kinds.append(.deload) }
    return kinds
  }

  private mutating func setKinds() {
    for item in switches {
      let isOn = relaxation.isOn(item, for: types)
      solver.setRow(item.row, atLeast: isOn ? item.low : -.infinity, atMost: isOn ? item.high : .infinity)
    }
  }

  /// Whether the programme has no point with the present kinds and choices.
  private mutating func solve() -> Bool {
    guard solver.steps < end else { return false }
    setKinds()
    end -= Self.cost
    switch solver.run(steps: max(0, end - solver.steps)) {
    case .infeasible where solver.program.provesInfeasible(prices: solver.prices):
      for row in rows.indices where abs(solver.prices[row]) > 1e-9 {
        subjects.insert(relaxation.subjects[rows[row]])
      }
      return true
    case .optimal:
      note()
      return false
    case .infeasible, .unfinished, .belowCutoff:
      return false
    }
  }

  /// Remembers where the programme of all weeks has room.
  private mutating func note() {
    let kinds = types.compactMap { $0 }
    guard weeks.count == model.weekCount, kinds.count == types.count, open?.isWhole != true else { return }
    let point = solver.point
    let isWhole = choices.allSatisfy { abs(point[$0] - point[$0].rounded()) < 1e-6 }
    var minutes = model.held.minutes
    for cell in minutes.indices where minutes[cell] == 0 && relaxation.session[cell] >= 0 {
      let (day, template) = (cell / model.templateCount, cell % model.templateCount)
      let length = point[relaxation.minutes[cell]]
      guard length >= 0.5 * Double(model.templates[template].minMinutes) else { continue }
      minutes[cell] = model.fitted(Int(length.rounded()), day, template)
    }
    open = Opening(weekTypes: kinds, minutes: minutes, isWhole: isWhole)
  }
}

// The tree of choices.
extension ImpossibilityProof {
  private static let deepest = 60

  /// Whether no choices leave room, by so many of them at most.
  private mutating func isProvenByChoices(_ most: Int) -> Bool {
    let isProven = isProvenBelow(limit: nodes + most, depth: 0)
    for column in choices { solver.setColumn(column, from: 0, to: 1) }
    return isProven
  }

  /// The programme has a point here: both values of a choice that stands by halves are gone through.
  private mutating func isProvenBelow(limit: Int, depth: Int) -> Bool {
    guard nodes < limit, depth < Self.deepest, let (column, value) = nextChoice() else { return false }
    nodes += 1
    let first = value >= 0.4 ? 1.0 : 0.0
    for chosen in [first, 1 - first] {
      solver.setColumn(column, from: chosen, to: chosen)
      if !solve(), !isProvenBelow(limit: limit, depth: depth + 1) { return false }
      bump()
      solver.setColumn(column, from: 0, to: 1)
      // The last proof may not need the choice.
      if solver.program.provesInfeasible(prices: solver.prices) { return true }
    }
    return true
  }

  /// A choice that stands by halves, of those that had the greatest part in proofs.
  private func nextChoice() -> (column: Int, value: Double)? {
    let point = solver.point
    var best: (column: Int, value: Double)?
    var most = 0.0
    for column in choices {
      let half = min(point[column], 1 - point[column])
      guard half > 1e-6 else { continue }
      let score = activity[column] + 0.01 * half * growth
      if score > most { (best, most) = ((column, point[column]), score) }
    }
    return best
  }

  /// Raises the choices that the last proof is made of.
  private mutating func bump() {
    let weights = solver.program.reducedCosts(of: solver.prices)
    let largest = choices.reduce(0) { max($0, abs(weights[$1])) }
    guard largest > 0 else { return }
    for column in choices where abs(weights[column]) > 1e-6 * largest {
      activity[column] += growth * (0.2 + 0.8 * abs(weights[column]) / largest)
    }
    growth *= 1.1
  }
}
