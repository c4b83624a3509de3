import Planner

/// The objective over the work that is spent on a plan.
enum Curves {
  /// Seconds of an ordinary core, as `Effort` counts them.
  private static let budgets = [0.05, 0.2, 0.5, 1, 2.1, 4.3, 8.7]

  static func measure(_ path: String) throws {
    let (name, problem) = try Benchmarks.problem(at: path)
    for (number, seconds) in budgets.enumerated() {
      let (spent, planned) = Benchmarks.timed { try? plan(problem, effort: Effort(seconds: seconds)) }
      guard let planned else { return }
      Benchmarks.row("curve", name, "\(number) seconds", spent)
      Benchmarks.row("curve", name, "\(number) objective", planned.objective)
    }
    Benchmarks.row("curve", name, "bound", provenBound(problem).objective)
  }
}
