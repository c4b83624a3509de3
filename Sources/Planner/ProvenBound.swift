import LinearPrograms
public import TrainingPlan

/// A bound that no schedule inside the limits can pass, with how it was found.
///
/// It is the optimum of a linear programme that all of them satisfy, over every admissible sequence of week kinds, and
/// is proven from prices of the limits by sums that are rounded upwards (weak duality); a fault in the solver can make
/// it larger than need be, never too small.
public struct ProvenBound: Equatable, Sendable {
  /// The objective, AU a day, that no schedule passes; -infinity where there is no schedule at all.
  public var objective: Double
  /// The kinds of the weeks that leave the most room.
  public var weekTypes: [WeekType]
  /// Sequences of week kinds that were looked at one by one.
  public var sequences: Int
  /// All admissible sequences; `Int.max` where there are more than that.
  public var admissible: Int

  /// Whether it is proven that no schedule keeps all limits.
  public var isImpossible: Bool { objective == -.infinity }
}

/// Bounds the objective of every schedule that a problem allows.
///
/// - Parameters:
///   - problem: The whole question.
///   - steps: How many steps of the simplex method may be spent; where they do not suffice, the bound is larger.
/// - Returns: The bound, with the week kinds that leave the most room; infinite for a problem in which sessions are
///   held, since what is held may break limits, and for one whose lesser events leave no schedule inside all limits.
public func provenBound(_ problem: PlanProblem, steps: Int = 60_000) -> ProvenBound {
  let model = PlanModel(problem)
  guard problem.held.isEmpty else {
    let sequences = model.weekPatterns(limit: .max)
    return ProvenBound(
      objective: .infinity, weekTypes: sequences.first ?? [], sequences: 0, admissible: sequences.count)
  }
  var search = BoundSearch(model)
  var bound = search.run(steps: steps)
  if bound.isImpossible, !problem.tuneUps.isEmpty { bound.objective = .infinity }
  return bound
}

/// The linear programme for one sequence of week kinds after another, each starting from the last one's basis; those
/// that stay below the best are left early.
struct BoundSearch {
  private let model: PlanModel
  private let relaxation: Relaxation
  private var solver: DualSimplex

  /// Sequences that are looked at, at most; the rest is covered by the programme without week kinds.
  private static let mostSequences = 400
  /// So few are cheaper to look at one by one than all together.
  private static let fewSequences = 24

  init(_ model: PlanModel) {
    self.model = model
    relaxation = Relaxation(model)
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

  mutating func run(steps: Int) -> ProvenBound {
    let sequences = model.weekPatterns(limit: Self.mostSequences)
    var best = ProvenBound(
      objective: -.infinity, weekTypes: sequences.first ?? [], sequences: 0,
      admissible: model.weekPatternCount)
    let end = solver.steps + steps
    for types in sequences {
      guard solver.steps < end else { break }
      guard let bound = bound(types, atMost: end - solver.steps, cutoff: best.objective) else { break }
      best.sequences += 1
      if bound > best.objective {
        best.objective = bound
        best.weekTypes = types
      }
    }
    if best.sequences < best.admissible {
      let unsettled = [WeekType?](repeating: nil, count: model.weekCount)
      best.objective = max(
        best.objective, bound(unsettled, atMost: 10 * steps, cutoff: best.objective) ?? .infinity)
    }
    return best
  }

  /// The bound for some week kinds; -infinity where they allow no schedule, nil where the steps did not suffice.
  private mutating func bound(_ types: [WeekType?], atMost steps: Int, cutoff: Double) -> Double? {
    for item in relaxation.switches {
      let isOn = relaxation.isOn(item, for: types)
      solver.setRow(item.row, atLeast: isOn ? item.low : -.infinity, atMost: isOn ? item.high : .infinity)
    }
    switch solver.run(steps: steps, cutoff: cutoff) {
    case .infeasible where solver.program.provesInfeasible(prices: solver.prices): return -.infinity
    case .infeasible, .unfinished: return nil
    case .optimal, .belowCutoff: return solver.program.provenBound(prices: solver.prices)
    }
  }
}
