import PlanFiles
import Review
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// What is said of problems without a schedule, over drawn problems: every claim has a schedule that proves it.
@Suite struct ClashTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  /// Drawn problems for which little work finds no schedule.
  private func resisting(_ seeds: Range<UInt64>) -> [PlanProblem] {
    seeds.map { PlanProblem.drawn($0, from: catalogue) }.filter { problem in
      guard problem.dayCount < 90 else { return false }
      var changes = 100_000
      return UnreachableGoal(in: problem) != nil
        || FirstSchedule(model: PlanModel(problem)).found(changes: &changes) == nil
    }
  }

  @Test(arguments: [0..<25, 25..<50] as [Range<UInt64>])
  func everyClaimHasItsSchedule(seeds: Range<UInt64>) {
    let problems = resisting(seeds)
    #expect(!problems.isEmpty)
    for problem in problems {
      var search = ClashSearch(problem: problem)
      let said = search.infeasibility()
      #expect(!said.clashes.isEmpty && said.clashes.count <= 3, "\(problem.id)")
      for witness in search.witnesses { check(witness) }
      for wish in said.clashes.flatMap(\.wishes) {
        let own = search.witnesses.filter { $0.key == wish.key }
        #expect(!wish.isNeeded || !own.isEmpty, "\(problem.id) \(wish.key)")
        for help in wish.help {
          #expect(own.contains { $0.help == help }, "\(problem.id) \(wish.key): \(help)")
        }
      }
      if !said.together.isEmpty {
        let words = said.together.map(\.help).joined(separator: "; ")
        #expect(said.clashes.count > 1 && search.witnesses.contains { $0.help == words }, "\(problem.id)")
      }
      var again = ClashSearch(problem: problem)
      #expect(again.infeasibility() == said, "\(problem.id)")
    }
  }

  private func check(_ witness: ClashSearch.Witness) {
    let model = PlanModel(witness.problem)
    let trial = Trial(model: model, weekTypes: witness.schedule.weekTypes)
    trial.reset(minutes: witness.schedule.minutes, weekTypes: witness.schedule.weekTypes)
    let schedule = ScheduleWriter(trial: trial).schedule()
    let broken = review(schedule, for: witness.problem, ruleBook: book).filter { $0.level == .change }
    #expect(broken.isEmpty, "\(witness.problem.id) \(witness.key): \(broken.map(\.message))")
  }

  /// Where a schedule is found, nothing proves that there is none: not the programme, not choices in some weeks.
  @Test(arguments: [0..<40, 40..<80] as [Range<UInt64>])
  func nothingProvesAgainstASchedule(seeds: Range<UInt64>) {
    var looked = 0
    for seed in seeds {
      let problem = PlanProblem.drawn(seed, from: catalogue)
      var changes = 60_000
      guard problem.dayCount < 70,
        FirstSchedule(model: PlanModel(problem)).found(changes: &changes) != nil
      else { continue }
      looked += 1
      var study = FeasibilityStudy(problem)
      #expect(study.proof(problem, .programme) == nil, "\(problem.id)")
      #expect(study.proof(problem, .choices) == nil, "\(problem.id)")
    }
    #expect(looked > 4, "\(looked)")
  }

  /// Of the sets that are named, most are proven, and with a schedule for each of their wishes left out.
  @Test func mostSetsAreProvenToBeTheSmallest() {
    var (sets, proven) = (0, 0)
    for problem in resisting(100..<120) {
      var search = ClashSearch(problem: problem)
      for clash in search.infeasibility().clashes {
        sets += 1
        if clash.isProven, clash.wishes.allSatisfy(\.isNeeded) { proven += 1 }
      }
    }
    #expect(sets > 5 && 5 * proven >= 4 * sets, "\(proven) of \(sets)")
  }

  /// Where nothing is proven, whatever a schedule does without alone is in the set that is named.
  @Test func whatASearchedSetLeavesOutDoesNotHelpAlone() {
    var compared = 0
    for problem in resisting(200..<250) {
      var search = ClashSearch(problem: problem)
      guard search.provenInfeasibility() == nil, search.wholeSchedule() == nil else { continue }
      let said = search.searchedInfeasibility()
      compared += 1
      let named = Set(said.clashes.flatMap(\.wishes).map(\.key))
      for group in search.groups where !named.contains(group.key) {
        var changes = 30_000
        let without = PlanModel(group.left(out: problem))
        #expect(FirstSchedule(model: without).found(changes: &changes) == nil, "\(problem.id) \(group.key)")
      }
    }
    #expect(compared > 0)
  }

  /// What the search for the best schedule misses is found near the one that breaks the least.
  @Test func aScheduleThatTheSearchMissesIsFound() {
    var found = 0
    for seed in 300..<400 as Range<UInt64> {
      let problem = PlanProblem.drawn(seed, from: catalogue)
      guard problem.dayCount < 70, UnreachableGoal(in: problem) == nil else { continue }
      let nearest = Search(model: PlanModel(problem), effort: Effort(changes: 1_000)).run(retries: 0)
      guard nearest.score.violation > 0 else { continue }
      var search = ClashSearch(problem: problem, nearest: nearest)
      guard let schedule = search.wholeSchedule() else { continue }
      let trial = Trial(model: PlanModel(problem), weekTypes: schedule.weekTypes)
      #expect(trial.reset(minutes: schedule.minutes, weekTypes: schedule.weekTypes).violation == 0, "\(seed)")
      found += 1
    }
    #expect(found > 3, "\(found)")
  }

  /// A week that is blocked whole and a session that every week asks for clash within that week, however long the plan
  /// is: that much is proven, with the change that would help.
  @Test func aBlockedFortnightIsProvenInALongPlan() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    problem.templates[0].minPerWeek = 1
    problem.availability.blockedDays = Array(14..<28)
    var search = ClashSearch(problem: problem)
    let said = search.infeasibility()
    #expect(said.isProven)
    let blocked = try #require(
      said.clashes.flatMap(\.wishes).first { $0.key == "availability.blocked_days" })
    let offered = try #require(blocked.help.first)
    #expect(blocked.isNeeded && offered.hasPrefix("training on "))
    #expect(offered.split(separator: ",").count < 14)
    for witness in search.witnesses { check(witness) }
  }

  /// A long session beyond what can be: the schedule that comes near it says how long it may be, in a quick look as well.
  @Test(arguments: ReferenceProblem.solvable)
  func saysHowLongASessionCanBe(known: ReferenceProblem) throws {
    var problem = try known.problem()
    let asked = try #require(problem.goal.longSessions.first)
    problem.goal.longSessions[0].minutes = 3 * asked.minutes
    for index in problem.templates.indices { problem.templates[index].maxMinutes *= 3 }
    var search = ClashSearch(problem: problem)
    let wish = try #require(
      search.infeasibility().clashes.first?.wishes.first { $0.key.hasPrefix("goal.min_long") })
    let offered = try #require(wish.help.first?.split(separator: " ").compactMap { Double($0) }.first)
    let reach = try #require(UnreachableGoal(in: problem)?.reachable)
    #expect(offered <= Double(reach) && offered >= 0.9 * Double(reach), "\(offered) of \(reach)")
    for witness in search.witnesses { check(witness) }
  }

  /// Two long sessions out of reach, each by itself: what may be asked of both is named, and has its schedule.
  @Test func saysWhatSettlesTwoClashesTogether() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    let asked = try #require(problem.goal.longSessions.first)
    problem.goal.longSessions[0].minutes = 2 * asked.minutes
    problem.goal.longSessions.append(
      .init(sport: "bike", minutes: 300, latestDaysBefore: 8, earliestDaysBefore: 28))
    for index in problem.templates.indices { problem.templates[index].maxMinutes = 400 }
    problem.availability.minutes[Weekday.sunday.rawValue] = 400
    var search = ClashSearch(problem: problem)
    let said = search.infeasibility()
    #expect(said.isProven && said.clashes.count == 2)
    #expect(said.together.map(\.key) == ["goal.min_long.run", "goal.min_long.bike"])
    for change in said.together { #expect(change.help.hasPrefix("ask for ")) }
    let words = said.together.map(\.help).joined(separator: "; ")
    let witness = try #require(search.witnesses.last { $0.help == words })
    check(witness)
    #expect(witness.problem.availability == problem.availability && witness.problem.limits == problem.limits)
  }

  /// A session that comes more often than there are days: proven, with the most that there is room for.
  @Test(arguments: ReferenceProblem.solvable)
  func saysHowOftenASessionCanCome(known: ReferenceProblem) throws {
    var problem = try known.problem()
    problem.templates[0].minPerWeek = 7
    var search = ClashSearch(problem: problem)
    let clashes = search.infeasibility().clashes
    #expect(clashes.count == 1 && clashes.allSatisfy { $0.isProven && $0.wishes.count == 1 })
    let wish = try #require(clashes.first?.wishes.first)
    #expect(wish.isNeeded && wish.help.count == 1, "\(wish)")
    #expect(wish.help.allSatisfy { $0.hasSuffix("a week instead of 7 times") })
    for witness in search.witnesses { check(witness) }
  }

  /// Weeks away from all training clash with what every week asks for: days are named that would be enough.
  @Test func namesTheDaysThatWouldBeEnough() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    problem.availability.blockedDays = Array(14..<28)
    problem.templates[0].minPerWeek = 1
    var search = ClashSearch(problem: problem)
    let said = search.infeasibility()
    let away = try #require(said.clashes.flatMap(\.wishes).first { $0.key == "availability.blocked_days" })
    #expect(away.help == ["training on Sat 2026-01-24, Sun 2026-01-25, Sat 2026-01-31, Sun 2026-02-01"])
    for witness in search.witnesses { check(witness) }
  }

  /// A long run that easier weeks and days away leave no time to build up to is proven out of reach, with the longest
  /// that can be reached or next to it.
  @Test func easierWeeksAndDaysAwayCountForALongRun() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    problem.coaching = Coaching()
    problem.availability.minutes[Weekday.sunday.rawValue] = 400
    for index in problem.templates.indices where problem.templates[index].isLong {
      problem.templates[index].maxMinutes = 400
    }
    problem.availability.blockedDays = Array(18..<21)
    problem.goal.longSessions[0].minutes = 160
    var search = ClashSearch(problem: problem)
    let clashes = search.infeasibility().clashes
    #expect(clashes.count == 1 && clashes.allSatisfy(\.isProven))
    let run = try #require(clashes.first?.wishes.first)
    #expect(run.key == "goal.min_long.run" && run.isNeeded)
    let reachable = try #require(UnreachableGoal(in: problem)?.reachable)
    let offered = run.help.first?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    #expect((reachable - 5...reachable).contains(offered), "\(run.help), \(reachable)")
    #expect(clashes[0].wishes.contains { $0.key == "availability.blocked_days" })
    for witness in search.witnesses { check(witness) }
  }

  /// A run that is far out of reach: how long it can be, and how many weeks it takes.
  @Test func saysHowManyWeeksItTakes() throws {
    var search = ClashSearch(problem: try ReferenceProblem.impossible.problem())
    let clash = try #require(search.infeasibility().clashes.first)
    #expect(clash.isProven && clash.wishes.allSatisfy(\.isNeeded))
    let event = try #require(clash.wishes.first { $0.key == "event.day_index" })
    var tooSoon = try ReferenceProblem.impossible.problem()
    tooSoon.event.dayIndex += 7 * (18 - tooSoon.weekCount)
    #expect(UnreachableGoal(in: tooSoon) != nil)
    let words = try #require(event.help.first)
    #expect(words.contains(" weeks instead of 8"))
    for witness in search.witnesses { check(witness) }
    // Arithmetic forbids 18 weeks; the search comes near that.
    let weeks = try #require(words.split(separator: " ").first.flatMap { Int($0) })
    #expect((19...22).contains(weeks), "\(words)")
    #expect(event.provenLeast == (weeks == 19 ? [words] : []))
  }

  /// Of a later event nobody says that it has to be that late where a date before it may do: with the long days of five weeks
  /// away, two weeks later leave time for the run, and some later dates do not.
  @Test func aLaterDateIsNotTheLeastWhereAnEarlierOneMayDo() throws {
    var problem = try ReferenceProblem.impossible.problem()
    let goal = problem.goal.longSessions[0]
    problem.goal.longSessions = [
      .init(sport: goal.sport, minutes: 75, latestDaysBefore: 8, earliestDaysBefore: 16)
    ]
    problem.availability.blockedDays = (63..<98).filter {
      problem.availability.minutes[problem.day($0).weekday.rawValue] > 60
    }
    func isReachable(later weeks: Int) -> Bool {
      var later = problem
      later.event.dayIndex += 7 * weeks
      return UnreachableGoal(in: later) == nil
    }
    let first = try #require((0...9).first(where: isReachable))
    #expect((first...9).contains { !isReachable(later: $0) })
    let goals = WishGroup.goals(of: problem)
    let event = try #require(WishGroup.facts(of: problem, for: goals).first)
    let search = ClashSearch(problem: problem)
    #expect(search.firstReachable(event.ladders[0], of: event, in: problem) == first - 1)
  }

  /// However far out of reach a run is, the longest that can be reached is named.
  @Test func namesWhatCanBeReachedOfARunFarTooLong() throws {
    var problem = try ReferenceProblem.impossible.problem()
    problem.goal.longSessions[0].minutes = 400
    for index in problem.templates.indices where problem.templates[index].isLong {
      problem.templates[index].maxMinutes = 430
    }
    problem.availability.minutes[Weekday.sunday.rawValue] = 430
    var search = ClashSearch(problem: problem)
    let clash = try #require(search.infeasibility().clashes.first)
    #expect(clash.isProven && clash.wishes.first?.help == ["ask for 60 min"], "\(clash.wishes)")
    for witness in search.witnesses { check(witness) }
  }

  /// A lesser event that leaves no room for a session that every week asks for is named, and where it could go.
  @Test func aLesserEventInTheWayIsNamed() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    problem.tuneUps = [
      TuneUp(
        name: "Park run", sport: "run", family: "run", dayIndex: 41, minutes: 50, sRPE: 8, hipPerMinute: 1,
        reliefPerMinute: 0, specificity: 1, priority: .b,
        taper: TuneUp.ShortTaper(noHardDays: 3, noLongDays: 6))
    ]
    let long = try #require(problem.templates.firstIndex { $0.isLong })
    problem.templates[long].minPerWeek = 1
    let groups = WishGroup.all(of: problem)
    let event = try #require(groups.first { $0.key == "tune_ups.0" })
    #expect(event.text.hasPrefix("Park run on "))
    #expect(event.left(out: problem).tuneUps.isEmpty)
    for ladder in event.ladders.dropLast() {
      let moved = try #require(ladder.first).applied(to: problem).tuneUps[0].dayIndex
      #expect(moved != 41 && moved % 7 == 41 % 7 && (0..<problem.event.dayIndex).contains(moved))
    }
    var search = ClashSearch(problem: problem)
    #expect(search.infeasibility().clashes.flatMap(\.wishes).contains { $0.key == "tune_ups.0" })
  }

  /// A locked session is a wish of its own that unlocking gives up; what is done is none.
  @Test func aLockedSessionIsNamed() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    var session = Session(
      id: "aaaa", day: problem.day(30), template: nil, title: "Club run", sport: "run", family: "run",
      minutes: 60, sRPE: 4, load: 240, hip: 60, relief: 0)
    session.isLocked = true
    var done = session
    (done.id, done.day, done.isDone) = ("bbbb", problem.day(2), true)
    problem.held = PlanProblem.Held(firstDay: 7, sessions: [done, session])
    let held = WishGroup.all(of: problem).filter { $0.key.hasPrefix("held.") }
    #expect(held.map(\.key) == ["held.sessions.aaaa"])
    #expect(
      held.first?.text
        == "Club run of 60 min on \(problem.day(30).weekday.shortName) \(problem.day(30)), which is locked")
    #expect(held.first?.ladders.first?.first?.applied(to: problem).held.sessions.map(\.id) == ["bbbb"])
  }

  /// Two long sessions of one event have keys of their own.
  @Test func eachLongSessionHasItsOwnKey() throws {
    var problem = try ReferenceProblem.impossible.problem()
    problem.goal.longSessions.append(
      PlanProblem.LongSession(sport: "bike", minutes: 600, latestDaysBefore: 7, earliestDaysBefore: 21))
    let keys = WishGroup.all(of: problem).map(\.key)
    #expect(Array(keys.prefix(2)) == ["goal.min_long.run", "goal.min_long.bike"])
    #expect(Set(keys).count == keys.count)
  }

  @Test func countsTheSequencesOfWeekKindsWithoutMakingThem() throws {
    for seed in 0..<60 as Range<UInt64> {
      let model = PlanModel(PlanProblem.drawn(seed, from: catalogue))
      guard model.weekPatternCount < 20_000 else { continue }
      #expect(model.weekPatterns(limit: .max).count == model.weekPatternCount, "seed \(seed)")
    }
  }

  /// Of too many sequences for a list a part is ranked, and their number is still the true one.
  @Test func manySequencesAreNeverTakenForAll() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    problem.event.dayIndex = 7 * 60 - 1
    problem.limits.deload = Limits.Deload(
      maxLoadWeeks: 6, minLoadWeeks: 1, maxFraction: 0.7, minFraction: 0.3)
    let model = PlanModel(problem)
    #expect(model.weekPatterns(limit: .max).count == 20_000)
    #expect(model.weekPatternCount > 1_000_000)
  }
}
