import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// What is said of missed sessions is what the review says of the schedule without them: for drawn problems
/// of all sports and limits, word by word.
@Suite struct MissedSessionsTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  @Test(arguments: [0..<30, 30..<60, 60..<90]) func agreesWithThePlainReview(seeds: Range<Int>)
    throws
  {
    var pairs = 0
    for seed in seeds {
      let problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.dayCount < 90, let schedule = problem.quickSchedule() else { continue }
      let missed = try #require(missedSessions(schedule, for: problem, ruleBook: book, most: 2))
      #expect(missed.sessionCount == schedule.sessions.count, "seed \(seed)")
      var free = 0
      for session in schedule.sessions {
        let broken = broken(schedule, without: [session.id], problem)
        let found = missed.cases.first { $0.sessions == [session.id] }
        #expect(found?.findings ?? [] == broken, "seed \(seed), \(session.title) on \(session.day)")
        if broken.isEmpty { free += 1 }
      }
      #expect(missed.freeCount == free, "seed \(seed)")
      pairs += comparePairs(schedule, problem, missed, seed)
    }
    #expect(pairs > 40, "\(pairs) pairs")
  }

  /// Compares some drawn pairs and all pairs that are named; gives how many.
  private func comparePairs(
    _ schedule: Schedule, _ problem: PlanProblem, _ missed: MissedSessions, _ seed: Int
  ) -> Int {
    let breaking = Set(missed.cases.filter { $0.sessions.count == 1 }.map { $0.sessions[0] })
    let free = schedule.sessions.map(\.id).filter { !breaking.contains($0) }
    guard free.count > 1 else { return 0 }
    var dice = SplitMix(seed: UInt64(seed))
    var pairs = (0..<12).map { _ in (dice.below(free.count), dice.below(free.count)) }
      .filter { $0 < $1 }.map { [free[$0], free[$1]] }
    pairs += missed.cases.filter { $0.sessions.count == 2 }.prefix(12).map(\.sessions)
    for pair in pairs {
      let found = missed.cases.first { $0.sessions == pair }
      #expect(
        found?.findings ?? [] == broken(schedule, without: pair, problem),
        "seed \(seed), \(pair)")
    }
    return pairs.count
  }

  /// A repair changes later sessions only, and after it nothing breaks but what is said to be left.
  @Test func repairsHold() throws {
    var (repairs, whole) = (0, 0)
    for seed in 0..<80 {
      let problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.dayCount < 90, let schedule = problem.quickSchedule() else { continue }
      let missed = try #require(missedSessions(schedule, for: problem, ruleBook: book))
      for found in missed.cases.prefix(5) {
        guard let repair = found.repair else {
          #expect(found.left.count == found.findings.count, "seed \(seed)")
          continue
        }
        let day = try #require(schedule.sessions.first { $0.id == found.sessions[0] }).day
        let repaired = repair.applied(to: schedule, for: problem)
        let changed =
          repaired.sessions.filter { !schedule.sessions.contains($0) }
          + schedule.sessions.filter { !repaired.sessions.contains($0) }
        #expect(!changed.isEmpty && changed.allSatisfy { $0.day > day }, "seed \(seed): \(repair.summary)")
        let left = broken(repaired, without: found.sessions, problem)
        #expect(
          Set(left.map(\.rule)) == Set(found.left.map { found.findings[$0].rule }),
          "seed \(seed): \(repair.summary) \(left.map(\.message))")
        repairs += 1
        if left.isEmpty { whole += 1 }
      }
    }
    #expect(repairs > 40 && whole > 25, "\(repairs) repairs, \(whole) of them in whole")
  }

  /// What is to change in a schedule without some of its sessions; the planner's own has nothing.
  private func broken(_ schedule: Schedule, without ids: [String], _ problem: PlanProblem) -> [Finding] {
    var changed = schedule
    changed.sessions.removeAll { ids.contains($0.id) }
    return review(changed, for: problem, ruleBook: book).filter { $0.level == .change }
  }
}

extension PlanProblem {
  /// The planner's schedule after a short search; nil where it finds none. What clashes is not looked for.
  func quickSchedule(changes: Int = 1500) -> Schedule? {
    guard UnreachableGoal(in: self) == nil else { return nil }
    let model = PlanModel(self)
    let found = Search(model: model, effort: .init(changes: changes)).run()
    guard found.score.violation <= 0 else { return nil }
    let trial = Trial(model: model, weekTypes: found.weekTypes)
    trial.reset(minutes: found.minutes, weekTypes: found.weekTypes)
    return ScheduleWriter(trial: trial).schedule()
  }
}
