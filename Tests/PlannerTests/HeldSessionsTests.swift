import PlanFiles
import Review
import Rows
import Testing
import TrainingLoad
import TrainingPlan

@testable import Planner

/// Planning again where something stands: over drawn problems, whatever was asked, done and locked.
@Suite(.serialized) struct HeldSessionsTests {
  private let catalogue: Catalogue
  private let book: RuleBook

  init() throws {
    catalogue = try CatalogueFile.standard()
    book = try RuleBookFile.standard()
  }

  private static let little = Effort(changes: 1500)
  /// Enough that another search finds nothing that is worth changing everything for.
  private static let enough = Effort(changes: 10 * Effort.quick.changes)

  /// A problem, its schedule, and a day within it.
  fileprivate struct Season {
    let problem: PlanProblem
    let schedule: Schedule
    let today: CivilDay
    var dice: SplitMix
  }

  /// So many drawn problems that have a schedule.
  private func seasons(_ count: Int, from first: Int, _ effort: Planner.Effort = HeldSessionsTests.little)
    -> [Season]
  {
    var seasons: [Season] = []
    for seed in first..<(first + 12 * count) where seasons.count < count {
      let problem = PlanProblem.drawn(UInt64(seed), from: catalogue)
      guard problem.weekCount <= 16, let schedule = planned(problem, effort)?.sealed(problem, effort),
        schedule.sessions.count > 8
      else { continue }
      var dice = SplitMix(seed: UInt64(seed))
      let today = problem.start + dice.below(problem.dayCount * 2 / 3)
      seasons.append(Season(problem: problem, schedule: schedule, today: today, dice: dice))
    }
    return seasons
  }

  /// A schedule after a short search, or the one that stands where nothing has changed; nil where none is found. What
  /// clashes is not looked for.
  private func planned(
    _ problem: PlanProblem, _ effort: Planner.Effort, keeping standing: Schedule? = nil
  ) -> Schedule? {
    if let standing, standing.isSealed(answering: problem, effort: effort.changes),
      let unchanged = Planner.planned(problem, asItStands: standing)
    {
      return unchanged.schedule
    }
    guard UnreachableGoal(in: problem) == nil else { return nil }
    let model = PlanModel(problem)
    let search = Search(model: model, effort: effort)
    var found = search.run()
    if let standing = standing.flatMap({ Standing($0, in: model) }) {
      found = search.keep(standing, beside: found)
    }
    guard found.score.violation <= 0 else { return nil }
    return PlannedSchedule(found, in: model, effort).schedule
  }

  private func replanned(
    _ problem: PlanProblem, _ schedule: Schedule, _ today: CivilDay,
    _ effort: Planner.Effort = HeldSessionsTests.little
  ) -> Schedule? {
    var problem = problem
    problem.held = schedule.held(for: problem, today: today)
    return planned(problem, effort, keeping: schedule)?
      .keepingIdentities(of: schedule, held: problem.held.ids, today: today)
      .sealed(problem, effort)
  }

  /// A load week of the past of which little was done was an easier one; a week that is not over may still become what
  /// was planned.
  @Test func aMissedWeekIsNoLoadWeek() throws {
    var problem = PlanProblem.steady
    problem.limits.deload = .init(maxLoadWeeks: 3, minLoadWeeks: 1, maxFraction: 0.7, minFraction: 0.3)
    let whole = try #require(planned(problem, Self.enough))
    let missed = try #require(whole.weeks.indices.first { $0 > 0 && whole.weeks[$0].type == .load })
    let days = problem.start + 7 * missed..<problem.start + 7 * missed + 7
    func types(_ schedule: Schedule, on day: Int) -> [WeekType] {
      schedule.held(for: problem, today: problem.start + day, planned: whole).weeks.map(\.type)
    }
    var ill = whole
    ill.sessions.removeAll { days.contains($0.day) }
    let end = 7 * missed + 7
    #expect(types(whole, on: end) == whole.weeks.prefix(missed + 1).map(\.type))
    #expect(types(ill, on: end).last == .deload)
    #expect(types(ill, on: end).dropLast() == whole.weeks.prefix(missed).map(\.type)[...])
    #expect(types(ill, on: end - 1).last == .load)
    #expect(ill.held(for: problem, today: problem.start + end).weeks.last?.type == .load)
    // What comes after it is measured by the load week before it.
    var rest = problem
    rest.held = ill.held(for: problem, today: problem.start + end, planned: whole)
    let after = try #require(planned(rest, Self.enough))
    let loads = after.weeks.indices.map { week in
      after.sessions.filter { ($0.day - problem.start) / 7 == week }.reduce(0) { $0 + $1.load }
    }
    #expect(loads[missed] == 0 && loads[missed + 1] > 0.7 * loads[missed - 1])
    #expect(after.weeks[missed].why.hasPrefix("Not as it was planned. Load 0, "))
    #expect(after.weeks.prefix(missed).map(\.why) == whole.weeks.prefix(missed).map(\.why))
  }

  /// What was planned is kept to the byte when nothing changes, on whichever day it is planned again.
  @Test(arguments: [0, 1000, 2000]) func anUnchangedPlanStaysAsItIs(seed: Int) throws {
    for season in seasons(3, from: seed, Self.enough) {
      let again = try #require(
        replanned(season.problem, season.schedule, season.today, Self.enough))
      let isSame = ScheduleFile.text(again) == ScheduleFile.text(season.schedule)
      let difference = ScheduleDifference(from: season.schedule, to: again).summary
      #expect(isSame, "\(season.problem.id), \(season.today): \(difference)")
    }
  }

  /// Sessions that were done otherwise, and others that a coach moved and locked, stay as they are to the byte; the
  /// same question gives the same answer, and the answer stands when it is asked again.
  @Test(arguments: [0, 1000, 2000]) func whatIsHeldIsNeverTouched(seed: Int) throws {
    var solved = 0
    for var season in seasons(12, from: seed) {
      var stood = season.schedule
      season.disturb(&stood)
      guard let again = replanned(season.problem, stood, season.today) else { continue }
      solved += 1
      let held = stood.held(for: season.problem, today: season.today).sessions
      let kept = Dictionary(uniqueKeysWithValues: again.sessions.map { ($0.id, $0) })
      #expect(held.allSatisfy { kept[$0.id] == $0 }, "\(season.problem.id)")
      let past = again.sessions.filter { $0.day < season.today }
      #expect(past == stood.sessions.filter { $0.day < season.today }, "\(season.problem.id)")
      #expect(Set(again.sessions.map(\.id)).count == again.sessions.count)
      #expect(replanned(season.problem, stood, season.today) == again)
      #expect(replanned(season.problem, again, season.today) == again, "\(season.problem.id)")
    }
    #expect(solved >= 8, "\(solved) of 12")
  }

  /// Past and locked sessions may break limits; where no held session has a part, nothing is broken.
  @Test(arguments: [0, 1000, 2000]) func whatIsLeftToThePlannerBreaksNothing(seed: Int) throws {
    for var season in seasons(12, from: seed) {
      var stood = season.schedule
      season.disturb(&stood)
      guard let again = replanned(season.problem, stood, season.today) else { continue }
      let problem = season.problem
      let open = stood.lastHeldDay(problem, season.today) + 15
      let first = open + (7 - (open - problem.start) % 7) % 7
      let broken = review(again, for: problem, ruleBook: book, today: season.today)
        .filter { $0.level == .change && $0.first >= first }
      #expect(broken.isEmpty, "\(problem.id): \(broken.map { "\($0.first) \($0.rule): \($0.message)" })")
    }
  }

  /// Four days without a hard session change little of the rest, and hold none.
  @Test(arguments: [0, 1000]) func calmDaysLeaveTheRestAlone(seed: Int) throws {
    var (same, all, compared) = (0, 0, 0)
    for season in seasons(14, from: seed, Self.enough) {
      var problem = season.problem
      guard problem.coaching != nil,
        let hard = season.schedule.sessions.first(where: { $0.isHard && $0.day > season.today })
      else { continue }
      let first = hard.day - problem.start
      problem.coaching?.calmDays = Array(first..<first + 4)
      guard let again = replanned(problem, season.schedule, season.today, Self.enough) else { continue }
      compared += 1
      #expect(!again.sessions.contains { $0.isHard && (0..<4).contains($0.day - hard.day) })
      for change in ScheduleDifference(from: season.schedule, to: again).sessions {
        guard let before = change.before, before.day > hard.day + 3 else { continue }
        all += 1
        if change.after?.day == before.day { same += 1 }
      }
    }
    #expect(compared >= 3 && Double(same) > 0.8 * Double(all), "\(same) of \(all) in \(compared)")
  }

  /// A day that is blocked changes little beside it: most sessions of other weeks stay as they are.
  @Test(arguments: [0, 1000]) func aBlockedDayLeavesOtherWeeksAlone(seed: Int) throws {
    var (kept, all, compared) = (0, 0, 0)
    for season in seasons(10, from: seed) {
      let problem = season.problem
      guard let session = season.schedule.sessions.first(where: { $0.day > season.today + 3 }) else {
        continue
      }
      let day = session.day - problem.start
      var changed = problem
      changed.availability.blockedDays = (problem.availability.blockedDays + [day]).sorted()
      guard let again = replanned(changed, season.schedule, season.today) else { continue }
      compared += 1
      for change in ScheduleDifference(from: season.schedule, to: again).sessions {
        guard let before = change.before, (before.day - problem.start) / 7 != day / 7 else { continue }
        all += 1
        if change.after != nil { kept += 1 }
      }
    }
    #expect(compared >= 5)
    #expect(Double(kept) >= 0.9 * Double(all), "\(kept) of \(all)")
  }

  /// A session that was written by hand is counted as it says, though the plan has nothing like it.
  @Test func aSessionByHandIsCounted() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    var session = Session(
      id: "by-hand", day: problem.day(9), template: nil, title: "Ski tour", sport: "ski", family: "snow",
      minutes: 90, sRPE: 5, load: 450, hip: 40, relief: 3)
    session.isHard = true
    problem.held.sessions = [session]
    let model = PlanModel(problem)
    let trial = Trial(model: model, weekTypes: model.weekPatterns(limit: 1)[0])
    trial.reset(minutes: trial.minutes.elements, weekTypes: trial.weekTypes.elements)
    #expect(trial.load[9] == 450 && trial.hip[9] == 40 && trial.isHardDay[9] && trial.isTrained[9])
    #expect(trial.weekLoad[1] == 450 && trial.weekHip[1] == 40)
    trial.set(9, model.held.kinds.count - 1, to: 0)
    _ = trial.evaluate()
    trial.commit()
    #expect(trial.load[9] == 450, "what is held is not taken out")
    #expect(ScheduleWriter(trial: trial).schedule().sessions == [session])
  }

  /// What was done counts with its own effort, and two sessions of one kind on a day both count.
  @Test func whatWasDoneCountsAsItWas() throws {
    var problem = try ReferenceProblem.solvable[0].problem()
    let template = problem.templates[0]
    var first = Session(id: "a", day: problem.start, of: template, minutes: 40)
    first.load = 400
    first.hip = 7
    let second = Session(id: "b", day: problem.start, of: template, minutes: 20)
    problem.held = .init(firstDay: 1, sessions: [first, second])
    let model = PlanModel(problem)
    let trial = Trial(model: model, weekTypes: model.weekPatterns(limit: 1)[0])
    trial.reset(minutes: trial.minutes.elements, weekTypes: trial.weekTypes.elements)
    #expect(abs(trial.load[0] - 400 - second.load) < 1e-9)
    #expect(abs(trial.hip[0] - 7 - second.hip) < 1e-9)
    let sport = try #require(model.sports.firstIndex(of: template.sport))
    #expect(trial.longestOfSport[sport * model.dayCount] == 40)
  }

  /// What was done counts where the kinds of weeks are weighed up: a season that is over promises what it brought.
  @Test func aSeasonThatIsOverPromisesWhatItBrought() throws {
    for season in seasons(6, from: 0) {
      var problem = season.problem
      problem.held = season.schedule.held(for: problem, today: problem.start + problem.dayCount)
      let model = PlanModel(problem)
      let brought = zip(model.held.minutes, model.gain).reduce(0) { $0 + Double($1.0) * $1.1 }
      let promised = LoadForecast(model).value(model.held.weekTypes)
      #expect(promised >= 0.9 * brought, "\(problem.id): \(promised), not \(brought)")
    }
  }

  /// Weeks that began stay what they were, and the rest is as admissible as it can be.
  @Test func weeksThatBeganStayWhatTheyWere() throws {
    var problem = try ReferenceProblem.solvable[1].problem()
    let deload = try #require(problem.limits.deload)
    for types in [[WeekType.load, .deload, .load], [.load, .load, .load, .load, .load], [.deload]] {
      problem.held = .init(
        firstDay: 7 * types.count - 2,
        weeks: types.enumerated().map { .init(index: $0, type: $1, phase: .base, why: "") })
      let model = PlanModel(problem)
      let patterns = model.weekPatterns(limit: 1000)
      #expect(!patterns.isEmpty)
      #expect(patterns.allSatisfy { Array($0.prefix(types.count)) == types && $0.count == model.weekCount })
      let open = patterns[0].dropFirst(types.count).split { $0 != .load }.map(\.count)
      #expect(open.allSatisfy { $0 <= deload.maxLoadWeeks })
    }
  }

  /// The linear programme knows nothing of what is held, so no bound and no proof is given.
  @Test func boundsNothingWhereSessionsAreHeld() throws {
    var problem = try ReferenceProblem.impossible.problem()
    problem.held.firstDay = 1
    #expect(provenBound(problem).objective == .infinity)
    var steps = 30_000
    #expect(BoundSearch.contradiction(in: problem, steps: &steps) == nil)
  }
}

extension Schedule {
  fileprivate func sealed(_ problem: PlanProblem, _ effort: Planner.Effort) -> Schedule {
    var sealed = self
    sealed.seal = seal(answering: problem, effort: effort.changes)
    return sealed
  }
}

extension HeldSessionsTests.Season {
  /// Past sessions were longer, shorter, harder or not done; of later ones some were moved and locked.
  fileprivate mutating func disturb(_ schedule: inout Schedule) {
    for index in schedule.sessions.indices.reversed() {
      if schedule.sessions[index].day < today {
        switch dice.below(6) {
        case 0: schedule.sessions.remove(at: index)
        case 1:
          schedule.sessions[index].minutes += 20
          schedule.sessions[index].load *= 1.7
        default: schedule.sessions[index].isDone = true
        }
      } else if dice.below(12) == 0 {
        schedule.sessions[index].isLocked = true
        let day = schedule.sessions[index].day + dice.below(3)
        if day < schedule.event.day { schedule.sessions[index].day = day }
      }
    }
    schedule.sessions.sort { $0.day < $1.day }
  }
}

extension Schedule {
  /// The last day that something held stands on, or the day before today.
  fileprivate func lastHeldDay(_ problem: PlanProblem, _ today: CivilDay) -> CivilDay {
    max(held(for: problem, today: today).sessions.map(\.day).max() ?? today - 1, today - 1)
  }
}
