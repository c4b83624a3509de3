public import TrainingLoad
public import TrainingPlan

/// What breaks when sessions are missed and the rest of the plan is followed unchanged.
public struct MissedSessions: Equatable, Sendable {
  /// Ids of the sessions that can be missed, by day: those from today on that are not done.
  public var sessions: [String]
  /// How many of them can be missed, one alone, without any change to the rest.
  public var freeCount: Int
  /// What was looked at, the single sessions first.
  public var looked: [Look]
  /// The sets that break a limit: single sessions first, then by days. A set of which a part breaks already
  /// is not named again.
  public var cases: [Case]

  /// Sets of one size that were looked at.
  public struct Look: Equatable, Sendable {
    /// Sessions in a set.
    public var size: Int
    /// Sets that were looked at; those of which a part breaks already are counted too.
    public var setCount: Int
    /// Which sets were looked at, where it was not all: for example "those at most 6 weeks apart".
    public var bound: String?
  }

  /// Sessions that are missed together, and what follows.
  public struct Case: Equatable, Sendable {
    /// Ids of the missed sessions, by day.
    public var sessions: [String]
    /// The limits that then break, or break further, by day.
    public var findings: [Finding]
    /// What makes up for it: changes after the last missed session; nil where none was found or none was
    /// searched.
    public var repair: Fix?
    /// Places in `findings` of those that stay after the repair; all where there is none.
    public var left: [Int]
    /// Whether nothing breaks after the plan week of the last missed session.
    public var endsInItsWeek: Bool
    /// Whether a repair was searched.
    public var isSearched: Bool
  }

  /// How many sessions can be missed.
  public var sessionCount: Int { sessions.count }

  /// Sets of a size that break a limit.
  public func count(ofSize size: Int) -> Int { cases.count { $0.sessions.count == size } }

  /// Single sessions that break only what their own plan week should hold.
  public var ownWeekCount: Int { cases.count { $0.sessions.count == 1 && $0.endsInItsWeek } }
}

/// Looks at what breaks when sessions are missed and the rest of the plan is followed unchanged.
/// A set of missed sessions breaks a limit where the review of the schedule without them finds something to
///change that the review of the whole schedule does not find, or finds it farther past its limit.
///
/// - Parameters:
///   - schedule: the planner's, or one that a coach wrote or edited.
///   - problem: what the schedule answers.
///   - ruleBook: defaults, evidence and sources of the rules.
///   - most: how many sessions are missed at most, from 1. All single ones are looked at; all pairs in up to
///     26 weeks, else those at most six weeks apart; of more than two, those that follow one another.
///   - today: sessions before it are past and cannot be missed; nil = the start of the plan.
///   - unknownDays: past days of which nothing is known.
/// - Returns: what breaks; nil while a warning sign of a check-in stands, when nothing else is said.
public func missedSessions(
  _ schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook, most: Int = 1,
  today: CivilDay? = nil, unknownDays: Set<CivilDay> = []
) -> MissedSessions? {
  let reviewer = Reviewer(
    schedule, for: problem, ruleBook: ruleBook, today: today,
    unknownDays: Set(unknownDays.map { $0 - problem.start }))
  guard !reviewer.stops else { return nil }
  return MissedSearch(reviewer).sessions(most: max(1, most))
}
