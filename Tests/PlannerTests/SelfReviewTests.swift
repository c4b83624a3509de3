import Foundation
import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// No schedule of the planner breaks a limit by the separate review, whatever is asked of it.
///
/// `GRADUS_DRAWN_PROBLEMS=40000 swift test --filter SelfReview` looks at so many problems; the usual run at
/// as many as take some twenty seconds. `GRADUS_DRAWN_FIRST` is the first seed.
@Suite(.serialized) struct SelfReviewTests {
  /// Problems that one test looks at.
  private static let portion = 50

  static let portions: [Range<Int>] = {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["GRADUS_DRAWN_PROBLEMS"].flatMap { Int($0) } ?? 600
    let first = environment["GRADUS_DRAWN_FIRST"].flatMap { Int($0) } ?? 0
    return stride(from: first, to: first + count, by: portion).map { $0..<min($0 + portion, first + count) }
  }()

  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  @Test(arguments: portions)
  func neverTripsItsOwnReview(seeds: Range<Int>) throws {
    for seed in seeds {
      let problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard let schedule = problem.quickSchedule() else { continue }
      let broken = review(schedule, for: problem, ruleBook: book).filter { $0.level == .change }
      #expect(broken.isEmpty, "seed \(seed): \(broken.map { "\($0.rule): \($0.message)" })")
    }
  }

  /// Where the planner finds no schedule it says so, and names what clashes.
  @Test func saysWhatClashes() throws {
    var refusals = 0
    for seed in 0..<400 where refusals < 6 {
      var problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.dayCount < 60, problem.quickSchedule() == nil else { continue }
      problem.coaching = nil
      do throws(Infeasibility) {
        _ = try plan(problem, effort: Self.little)
      } catch {
        refusals += 1
        #expect(!error.clashes.isEmpty, "seed \(seed)")
        for clash in error.clashes {
          #expect(!clash.summary.isEmpty && !clash.wishes.isEmpty, "seed \(seed)")
          #expect(clash.wishes.allSatisfy { !$0.key.isEmpty && !$0.text.isEmpty }, "seed \(seed)")
        }
      }
    }
    #expect(refusals == 6)
  }

  @Test func mostDrawnProblemsHaveASchedule() {
    let solved = (0..<200).filter {
      PlanProblem.drawn(UInt64($0), from: catalogue).quickSchedule() != nil
    }
    #expect(solved.count >= 80, "\(solved.count) of 200")
  }

  private static let little = Effort(changes: 1500)
}
