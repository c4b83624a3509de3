import PlanFiles
import Review
import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// The planner pays for what the review would find worth a look, by the same count.
@Suite struct WatchTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  /// What the review finds of the watched kinds, pairs of a finding and a week or days too many in a row, and what these
  /// may cost at most.
  private func watched(_ schedule: Schedule, _ problem: PlanProblem) -> (count: Double, most: Double) {
    var (count, most) = (0.0, 0.0)
    for finding in review(schedule, for: problem, ruleBook: book) where finding.level == .watch {
      let weeks = Double((finding.last - finding.first + 1) / 7)
      switch (finding.rule, finding.aspect) {
      case ("hip-share", _), ("hip-one-family", _), ("novice", "running on two weeks ago"), ("strain", _):
        count += weeks
        most += 2 * weeks
      case ("intensity-share", "easy sessions"):
        count += weeks
        most += weeks * (1 + 15 * ((finding.limit ?? 0) - (finding.value ?? 0)))
      case ("hip-streak", "hip-flexion days in a row"):
        let days = Double(min(finding.last - finding.first + 1, Int(finding.value ?? 0) - 3))
        count += days
        most += days
      default: break
      }
    }
    return (count, most)
  }

  /// Schedules as chance has them, so that every kind of finding occurs often.
  @Test func paysForWhatTheReviewLooksAt() throws {
    var found = (none: 0, some: 0)
    for seed in 0..<120 {
      var problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.dayCount < 200 else { continue }
      problem.coaching = Coaching(watchPrice: 1, watched: .usual(for: problem))
      let model = PlanModel(problem)
      let types = try #require(model.weekPatterns(limit: 1).first)
      var annealing = Annealing(model: model, weekTypes: types, seed: UInt64(seed))
      for heat in [8.0, 1] {
        annealing.run(600, temperature: (heat, heat), price: (0.5, 1))
        let trial = annealing.trial
        let price =
          trial.watchPrice.elements.reduce(0, +) + trial.sums.now.strainPrice
          - trial.kept.orderScore.elements.reduce(0) { $0 + $1.value }
        let seen = watched(ScheduleWriter(trial: trial).schedule(), problem)
        #expect(price >= seen.count - 1e-6 && price <= seen.most + 1e-6, "seed \(seed): \(price), \(seen)")
        if seen.count == 0 { found.none += 1 } else { found.some += 1 }
      }
    }
    #expect(found.none > 20 && found.some > 80, "\(found)")
  }

  /// A steady runner who may swim, ride and lift swims, rides and lifts.
  @Test func aPriceKeepsTheReviewQuiet() throws {
    var problem = PlanProblem.steady
    problem.templates += ["swim-easy", "bike-easy", "strength-hip"].compactMap {
      catalogue.entry($0)?.template(for: "run")
    }
    func seen(_ price: Double) throws -> (count: Double, reasons: Int) {
      problem.coaching = Coaching(watchPrice: price, watched: .usual(for: problem))
      let schedule = try plan(problem, effort: .quick).schedule
      let seen = watched(schedule, problem)
      return (seen.count, schedule.sessions.count { $0.why.contains("; without it, ") })
    }
    let (free, paid) = (try seen(0), try seen(1))
    #expect(free.count >= 6 && paid.count <= free.count / 3, "\(paid) of \(free)")
    #expect(free.reasons == 0 && paid.reasons >= 3, "\(paid) of \(free)")
  }
}

extension WatchedLevels {
  /// The levels of the rule book for a new runner.
  static let usual = WatchedLevels(
    hipShare: Share(from: 0.75, leastSessions: 3), oneFamily: Share(from: 0.85, leastSessions: 4),
    easySessions: EasySessions(least: 0.7, effort: 4), hipDays: HipDays(inARow: 4, runMinutes: 20),
    rise: Rise(sport: "run", most: 0.3), strain: OwnStrain(deviations: 1.5, leastWeeks: 6))

  /// The levels of the rule book; only new runners are told of a rise.
  static func usual(for problem: PlanProblem) -> WatchedLevels {
    var levels = usual
    let experience = problem.athlete?.experience
    if experience != .novice, experience != .returning { levels.rise = nil }
    return levels
  }
}
