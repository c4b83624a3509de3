import PlanFiles
import Planner
import TrainingLoad
import TrainingPlan

/// A plan with the schedule that stands already: what stays of it, and what becomes of the rest.
struct Replanning {
  /// What is asked, with what stands.
  let question: ProblemDocument
  /// What comes before it is past.
  let today: CivilDay
  /// The file that the schedule stands in; nil = there is none.
  let file: SourceFile?
  /// The schedule in the file.
  private let before: Schedule?
  /// The same with what was done in place of what was planned.
  private let standing: Schedule?
  private let isFresh: Bool
  /// Sessions of the log that are not counted, since their days are not past.
  private let uncounted: Int

  /// What to plan anew, and what not.
  ///
  /// - Parameters:
  ///   - asked: The question, which may say itself what stands.
  ///   - source: The file that asks.
  ///   - standing: The schedule that stands with its file.
  ///   - today: What comes before it is past.
  ///   - done: A log of what was done; otherwise what the plan's own history holds beyond the start counts.
  ///   - isFresh: Whether only the past and what was done stand.
  /// - Throws: `Failure` where the log cannot be read.
  init(
    _ asked: ProblemDocument, _ source: SourceFile, standing: (file: SourceFile, schedule: Schedule)?,
    today: CivilDay, done: String?, isFresh: Bool
  ) throws(Failure) {
    self.today = today
    self.isFresh = isFresh
    file = standing?.file
    before = standing?.schedule
    let problem = asked.problem
    let answer = Answer(
      schedule: before ?? Schedule(nothingOf: problem), problem: problem, question: source)
    var followed: Schedule?
    let log = try answer.doneHistory(done, before: today)
    uncounted = done == nil ? 0 : log?.sessions.count { $0.day >= today } ?? 0
    if let log {
      do {
        followed = try answer.schedule.withDone(log, before: today, catalogue: try CatalogueFile.standard())
      } catch {
        throw .invalid(error)
      }
    }
    self.standing = followed ?? before
    if self.standing == nil, today <= problem.start {
      question = asked
    } else {
      let stands = self.standing ?? answer.schedule
      question = asked.holding(
        stands.held(for: problem, today: today, isFresh: isFresh, planned: before))
    }
  }

  /// The schedule: the one that stands, or the best that is near to it, each session with its identity.
  func planned(_ effort: Planner.Effort, asked source: SourceFile) throws(Failure) -> PlannedSchedule {
    let problem = question.problem
    var planned: PlannedSchedule
    if let unchanged = unchanged(effort) {
      planned = unchanged
    } else {
      planned = try searched(effort, source)
    }
    if let before {
      planned.schedule = planned.schedule.keepingIdentities(
        of: before, held: problem.standingIDs, today: today)
    }
    planned.seal(answering: problem)
    return planned
  }

  /// The schedule that stands, where neither the question nor a session has changed since it was planned.
  private func unchanged(_ effort: Planner.Effort) -> PlannedSchedule? {
    guard !isFresh, let standing,
      standing.isSealed(answering: question.problem, effort: effort.changes)
    else { return nil }
    return Planner.planned(question.problem, asItStands: standing, effort: effort)
  }

  private func searched(_ effort: Planner.Effort, _ source: SourceFile) throws(Failure) -> PlannedSchedule {
    do {
      return try effort.planned(question.problem, asked: source, keeping: isFresh ? nil : standing)
    } catch {
      guard case .infeasible(let clashes, let places) = error else { throw error }
      throw .infeasible(clashes, places?.beside(file))
    }
  }

  /// What becomes of the schedule that stands; nil where there is none.
  func change(to schedule: Schedule, style: Style, isVerbose: Bool) -> ReplanText? {
    before.map {
      ReplanText(
        before: $0, after: schedule, held: question.problem.held, today: today, uncounted: uncounted,
        style: style, isVerbose: isVerbose)
    }
  }
}

extension ProblemDocument {
  /// The same question where something stands.
  fileprivate func holding(_ held: PlanProblem.Held) -> ProblemDocument {
    var holding = self
    holding.problem.held = held
    let others = json.members.filter { $0.key != "held" }
    let own = ProblemFile.json(holding.problem).members.filter { $0.key == "held" }
    holding.json = .object(others + own)
    return holding
  }
}

extension Schedule {
  /// The schedule of a plan of which nothing is planned yet.
  fileprivate init(nothingOf problem: PlanProblem) {
    self.init(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: Event(
        id: "event", day: problem.day(problem.event.dayIndex), name: problem.event.name,
        sport: problem.event.sport, minutes: 0),
      weeks: [], sessions: [])
  }

  /// What was done on the days before today that a log knows, and what was planned on all others.
  fileprivate func withDone(
    _ log: TrainingHistory, before today: CivilDay, catalogue: Catalogue
  ) throws(FileError) -> Schedule {
    var (followed, unknown) = following(log, until: today, catalogue: catalogue)
    followed.sessions += sessions.filter { unknown.contains($0.day) || $0.day < start }
    followed.sessions.sort { $0.day < $1.day }
    return followed
  }
}
