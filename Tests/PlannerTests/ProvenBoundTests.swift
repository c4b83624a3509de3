import PlanFiles
import Testing
import TrainingPlan

@testable import Planner

@Suite struct ProvenBoundTests {
  /// The bounds that a reference solver found for the same relaxation with lengths in parts of minutes; ours has whole
  /// ones, and may be a little lower.
  private static let reference = [
    "p1_novice_5k_8w": 42.3602, "p2_half_4days_12w": 110.9703, "p5_granfondo_12w": 236.4218,
  ]

  @Test(arguments: ReferenceProblem.solvable) func comesUpToTheReference(known: ReferenceProblem) throws {
    let bound = provenBound(try known.problem())
    let reference = try #require(Self.reference[known.name])
    #expect(bound.undivided < 1.0001 * reference)
    #expect(bound.objective < bound.undivided && bound.undivided > 0.97 * reference)
    #expect(bound.objective > known.objective)
    #expect(bound.sequences == bound.admissible)
  }

  @Test func provesThatAMarathonInEightWeeksCannotBe() throws {
    #expect(provenBound(try ReferenceProblem.impossible.problem()).isImpossible)
  }

  /// A session for rest days and another of the same sport on one day are one day of the sport.
  @Test func countsADayOfASportOnce() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    let easy = try #require(problem.templates.firstIndex { $0.id == "run_easy" })
    let restful = try #require(problem.templates.firstIndex { $0.isRestful })
    problem.templates[restful].sport = "run"
    problem.templates[easy].minPerWeek = 2
    problem.templates[restful].minPerWeek = 2
    problem.limits.sportCaps["run", default: Limits.SportCap()].maxDaysPerWeek = 3
    #expect(!ClashSearch.isProvenImpossible(problem))
  }

  /// No schedule that the planner finds passes the bound, however few steps went into it.
  @Test(arguments: ReferenceProblem.solvable, [1, 300, 60_000])
  func isAboveWhatThePlannerFinds(known: ReferenceProblem, steps: Int) throws {
    let problem = try known.problem()
    let planned = try plan(problem, effort: .quick)
    #expect(planned.objective <= provenBound(problem, steps: steps).objective)
  }

  /// Whatever is asked: a schedule that is found is below the bound, so nothing that has one is called impossible.
  @Test func isAboveEveryScheduleOfDrawnProblems() throws {
    let catalogue = try CatalogueFile.standard()
    var compared = 0
    for seed in 0..<400 where compared < Self.drawn {
      let problem = PlanProblem.drawn(UInt64(7000 + seed), from: catalogue)
      guard problem.weekCount <= 16, UnreachableGoal(in: problem) == nil else { continue }
      let model = PlanModel(problem)
      let found = Search(model: model, effort: Effort(changes: 4_000)).run(retries: 1)
      guard found.score.violation <= 0 else { continue }
      let trial = Trial(model: model, weekTypes: found.weekTypes)
      trial.reset(minutes: found.minutes, weekTypes: found.weekTypes)
      let bound = provenBound(problem, steps: 20_000, effort: .quick).objective
      #expect(trial.objective <= bound, "seed \(7000 + seed)")
      compared += 1
    }
    #expect(compared == Self.drawn)
  }

  /// More work goes on where less work stopped, and equal work gives equal bounds.
  @Test(arguments: ReferenceProblem.solvable) func neverRisesWithMoreWork(known: ReferenceProblem) throws {
    let problem = try known.problem()
    let bounds = [1, 400_000, 1_600_000].map { provenBound(problem, effort: Effort(changes: $0)) }
    #expect(bounds[0].objective >= bounds[1].objective && bounds[1].objective >= bounds[2].objective)
    #expect(bounds[0].objective > bounds[2].objective)
    #expect(bounds[2].objective > known.objective)
    #expect(provenBound(problem, effort: Effort(changes: 400_000)) == bounds[1])
  }

  /// A fortnight with few choices: dividing comes down nearly to the best schedule, which a long search finds too.
  @Test func comesNearTheBestScheduleOfATinyProblem() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    problem.event.dayIndex = 13
    problem.goal = PlanProblem.Goal()
    problem.limits.taper = nil
    problem.limits.variety = nil
    problem.limits.spikeMax = nil
    problem.limits.monotonyMax = nil
    problem.templates = problem.templates.filter { ["run_easy", "mobility", "walk"].contains($0.id) }
    let planned = try plan(problem, effort: .standard)
    let bound = provenBound(problem, effort: .thorough)
    #expect(bound.objective >= planned.objective)
    #expect(bound.objective < planned.objective + 0.025 * abs(planned.objective))
  }

  private static let drawn = 30
}
