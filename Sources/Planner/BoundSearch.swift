import LinearPrograms
import TrainingPlan

/// The linear programme for one sequence of week kinds after another, each starting from the last one's basis; those
/// that stay below the best are left early.
struct BoundSearch {
  private let model: PlanModel
  private let relaxation: Relaxation
  private var solver: DualSimplex

  /// Sequences that are looked at, at most; the rest is covered by the programme without week kinds.
  private static let mostSequences = 400
  /// Rows that are added at a time where a point breaks more.
  private static let mostBroken = 40
  /// So few are cheaper to look at one by one than all together.
  private static let fewSequences = 24

  init(_ model: PlanModel, isTight: Bool = false) {
    self.model = model
    relaxation = Relaxation(model, isTight: isTight)
    solver = DualSimplex(relaxation.program)
  }

  /// What the limits that leave no schedule are about, where that is proven for every sequence of week kinds; nil where
  /// it is not. Where there are many, first without what depends on the kinds of the weeks. The
  /// programme knows nothing of what is held, which may break limits, so then nothing is proven.
  ///
  /// - Parameters:
  ///   - problem: The whole question.
  ///   - steps: How many steps of the simplex method may be taken; what was used is taken off.
  /// - Returns: The subjects of the limits that clash; nil where no proof was found.
  static func contradiction(in problem: PlanProblem, steps: inout Int) -> Set<Relaxation.Subject>? {
    guard problem.held.isEmpty else { return nil }
    let model = PlanModel(problem)
    var search = BoundSearch(model)
    defer { steps -= search.solver.steps }
    if model.weekPatternCount > fewSequences {
      let unsettled = [WeekType?](repeating: nil, count: model.weekCount)
      if let subjects = search.contradiction(for: unsettled, atMost: steps) { return subjects }
    }
    guard model.weekPatternCount <= mostSequences else { return nil }
    var subjects: Set<Relaxation.Subject> = []
    for types in model.weekPatterns(limit: mostSequences) {
      guard let found = search.contradiction(for: types, atMost: steps - search.solver.steps) else {
        return nil
      }
      subjects.formUnion(found)
    }
    return subjects
  }

  private mutating func contradiction(for types: [WeekType?], atMost steps: Int) -> Set<Relaxation.Subject>? {
    guard steps > 0, bound(types, atMost: steps, cutoff: -.infinity) == -.infinity else { return nil }
    let rows = solver.prices.indices.filter { abs(solver.prices[$0]) > 1e-9 }
    return Set(rows.map { relaxation.subjects[$0] })
  }

  /// A sequence of week kinds with what is known of it.
  private struct Case {
    var types: [WeekType?]
    var bound: Double
    var basis: DualSimplex.Basis
  }

  /// The bound of each sequence of week kinds, and then of the parts that the greatest ones are divided into.
  mutating func run(steps: Int, effort: Effort, until known: Double) -> ProvenBound {
    let sequences = Self.inOrder(model.weekPatterns(limit: Self.mostSequences))
    var cases: [Case] = []
    var best = ProvenBound(
      objective: -.infinity, undivided: -.infinity, weekTypes: sequences.first ?? [], sequences: 0,
      admissible: model.weekPatternCount)
    let end = solver.steps + steps
    for types in sequences {
      guard solver.steps < end else { break }
      guard let bound = bound(types, atMost: end - solver.steps, cutoff: best.objective) else { break }
      best.sequences += 1
      cases.append(Case(types: types, bound: bound, basis: solver.basis))
      if bound > best.objective {
        best.objective = bound
        best.weekTypes = types
      }
    }
    if best.sequences < best.admissible {
      let unsettled = [WeekType?](repeating: nil, count: model.weekCount)
      let rest = bound(unsettled, atMost: 10 * steps, cutoff: best.objective) ?? .infinity
      cases.append(Case(types: unsettled, bound: rest, basis: solver.basis))
      best.objective = max(best.objective, rest)
    }
    best.undivided = best.objective
    best.work = solver.work
    if best.objective.isFinite { divide(&best, cases, effort: effort, until: known) }
    return best
  }

  /// The most promising sequence first, so that others are left early, and then those that end alike side by side: the
  /// programme of one is near that of the next.
  private static func inOrder(_ sequences: [[WeekType]]) -> [[WeekType]] {
    sequences.prefix(1)
      + sequences.dropFirst().sorted {
        $0.reversed().lexicographicallyPrecedes($1.reversed()) { $0 == .load && $1 != .load }
      }
  }

  private func divide(
    _ best: inout ProvenBound, _ cases: [Case], effort: Effort, until known: Double
  ) {
    var branched = BranchedBound(
      solver.program, whole: relaxation.isWhole, branching: relaxation.branching, aside: relaxation.aside,
      cases: cases.map { item in
        BranchedBound.Case(rows: rows(for: item.types), bound: item.bound, basis: item.basis)
      })
    branched.run(work: effort.entries - solver.work, until: known)
    best.objective = branched.bound
    if let open = branched.openCase, !cases[open].types.contains(nil) {
      best.weekTypes = cases[open].types.compactMap(\.self)
    }
    best.cuts = branched.cuts
    best.divisions = branched.divided
    best.openParts = branched.openCount
    best.work += branched.work
  }

  /// The bounds of the rows that count for some week kinds only.
  private func rows(for types: [WeekType?]) -> [BranchedBound.Row] {
    relaxation.switches.map { item in
      let isOn = relaxation.isOn(item, for: types)
      return BranchedBound.Row(
        item.row, from: isOn ? item.low : -.infinity, to: isOn ? item.high : .infinity)
    }
  }

  /// The bound for some week kinds; -infinity where they allow no schedule, nil where the steps did not suffice.
  private mutating func bound(_ types: [WeekType?], atMost steps: Int, cutoff: Double) -> Double? {
    for row in rows(for: types) { solver.setRow(row.row, atLeast: row.low, atMost: row.high) }
    let end = solver.steps + steps
    var outcome = solver.run(steps: steps, cutoff: cutoff)
    while case .optimal = outcome {
      let broken = solver.broken(of: relaxation.aside, atMost: Self.mostBroken)
      if broken.isEmpty { break }
      solver.add(broken)
      outcome = solver.run(steps: end - solver.steps, cutoff: cutoff)
    }
    switch outcome {
    case .infeasible where solver.program.provesInfeasible(prices: solver.prices): return -.infinity
    case .infeasible, .unfinished: return nil
    case .optimal, .belowCutoff: return solver.program.provenBound(prices: solver.prices)
    }
  }
}
