import Planner

/// The proven bound over the work that is spent on it.
enum BoundCurves {
  /// Seconds of an ordinary core, as `Effort` counts them.
  private static let budgets: [Double] = [1, 10, 60]

  static func measure(_ path: String, upTo most: Double) throws {
    let (name, problem) = try Benchmarks.problem(at: path)
    for seconds in budgets where seconds <= most {
      let (spent, bound) = Benchmarks.timed { provenBound(problem, effort: Effort(seconds: seconds)) }
      Benchmarks.row("bound", name, "\(seconds) seconds", spent)
      Benchmarks.row("bound", name, "\(seconds) objective", bound.objective)
      Benchmarks.row("bound", name, "\(seconds) undivided", bound.undivided)
      Benchmarks.row("bound", name, "\(seconds) cuts", Double(bound.cuts))
      Benchmarks.row("bound", name, "\(seconds) divisions", Double(bound.divisions))
      Benchmarks.row("bound", name, "\(seconds) work", Double(bound.work))
    }
  }
}
