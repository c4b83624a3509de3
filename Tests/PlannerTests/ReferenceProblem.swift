import Foundation
import PlanFiles
import Testing
import TrainingPlan

/// A problem with the objective that a mixed-integer solver found for it in minutes.
///
/// Source of the figures: HiGHS 1.15 with fix-and-relax and neighbourhood search, one to five minutes each.
struct ReferenceProblem: CustomTestStringConvertible, Sendable {
  let name: String
  let objective: Double

  var testDescription: String { name }

  static let solvable = [
    ReferenceProblem(name: "p1_novice_5k_8w", objective: 39.4975),
    ReferenceProblem(name: "p2_half_4days_12w", objective: 108.5338),
    ReferenceProblem(name: "p5_granfondo_12w", objective: 232.8666),
  ]
  static let impossible = ReferenceProblem(name: "p9_infeasible_marathon_8w", objective: 0)

  func problem() throws -> PlanProblem {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Problems"))
    return try ProblemFile.read(SourceFile(name: name, bytes: Array(Data(contentsOf: url)))).problem
  }
}
