public import TrainingPlan

/// A bound that no schedule inside the limits can pass, with how it was found.
///
/// It comes from a linear programme that all of them satisfy, over every admissible sequence of week kinds, which is
/// divided by yes/no choices into parts, as far as the work goes. The bound of every part is proven from prices of
/// the limits by sums that are rounded upwards (weak duality); a fault in the solver can make it larger than need be,
/// never too small.
public struct ProvenBound: Equatable, Sendable {
  /// The objective, AU a day, that no schedule passes; -infinity where there is no schedule at all.
  public var objective: Double
  /// What the linear programme alone proves, undivided, AU a day.
  public var undivided: Double
  /// Cuts: rows that whole sessions keep, found on the way.
  public var cuts = 0
  /// How often a part was divided in two.
  public var divisions = 0
  /// Parts that are open in the end: the bound is the greatest of theirs.
  public var openParts = 0
  /// The work that was spent, in entries of the linear programmes that were touched.
  public var work = 0
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
///   - steps: How many steps of the simplex method the undivided programmes may take; where they do not suffice, the
///     bound is larger.
///   - effort: How much work to spend on dividing; more of it never gives a larger bound.
///   - known: The objective of a schedule that is known: dividing stops where the bound has come down to it.
/// - Returns: The bound, with the week kinds that leave the most room; infinite for a problem in which sessions are
///   held, since what is held may break limits, and for one whose lesser events leave no schedule inside all limits.
public func provenBound(
  _ problem: PlanProblem, steps: Int = 60_000, effort: Effort = .standard, known: Double = -.infinity
) -> ProvenBound {
  let model = PlanModel(problem.withItsPast())
  guard problem.held.isEmpty else {
    let sequences = model.weekPatterns(limit: .max)
    return ProvenBound(
      objective: .infinity, undivided: .infinity, weekTypes: sequences.first ?? [], sequences: 0,
      admissible: sequences.count)
  }
  var search = BoundSearch(model, isTight: true)
  var bound = search.run(steps: steps, effort: effort, until: known)
  if bound.isImpossible, !problem.tuneUps.isEmpty { bound.objective = .infinity }
  return bound
}
