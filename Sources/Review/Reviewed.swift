public import TrainingLoad
public import TrainingPlan

/// A review in whole: what was found, the weightiest first, each with its number and its smallest fix.
public struct Reviewed: Equatable, Sendable {
  /// What was found; of one level by day. The numbers count from 1.
  public var items: [Item]

  /// A finding under a number by which people can name it.
  public struct Item: Equatable, Sendable {
    /// From 1, in the order shown.
    public var number: Int
    /// What was found.
    public var finding: Finding
    /// The smallest change that clears it; nil where neither one change nor two do, or none was searched.
    public var fix: Fix?
    /// Whether a fix was searched: not for notes, for what is past, and where no change of sessions can help.
    public var isSearched: Bool
  }

  /// Findings without fixes, in the order in which they are shown.
  public init(_ findings: [Finding]) {
    self.init(findings.map { ($0, nil, false) })
  }

  init(_ found: [(finding: Finding, fix: Fix?, isSearched: Bool)]) {
    let levels = Finding.Level.allCases.reversed()
    let order = levels.flatMap { level in found.filter { $0.finding.level == level } }
    items = order.enumerated().map { index, found in
      Item(number: index + 1, finding: found.finding, fix: found.fix, isSearched: found.isSearched)
    }
  }

  /// Findings of a level.
  public func count(_ level: Finding.Level) -> Int { items.count { $0.finding.level == level } }

  /// The review in one sentence, for example "2 things to change, 1 to watch and 3 notes in 12 weeks."
  ///
  /// - Parameter span: what was looked at, for example "12 weeks".
  /// - Returns: the sentence.
  public func verdict(in span: String) -> String {
    let notes = Figures.count(count(.note), "note")
    let (change, watch) = (count(.change), count(.watch))
    if change == 0, watch == 0 { return "Nothing to change and nothing to watch, \(notes), in \(span)." }
    let things = change == 0 ? "Nothing" : Figures.count(change, "thing")
    return "\(things) to change, \(watch) to watch and \(notes) in \(span)."
  }
}

/// Reviews a schedule and searches the smallest fix of every finding.
///
/// - Parameters:
///   - schedule: the planner's, one that a coach wrote, or one whose past is what was done.
///   - problem: what the schedule answers, with history, limits and policy.
///   - ruleBook: defaults, evidence and sources of the rules.
///   - today: sessions before it are past: they count as they say, what is found there is never above `watch`,
///     and no fix changes them. nil = the start of the plan.
///   - unknownDays: past days of which nothing is known; they count neither as rest nor as training.
/// - Returns: the findings in the order in which they are shown, each with its number and its fix.
public func reviewed(
  _ schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook, today: CivilDay? = nil,
  unknownDays: Set<CivilDay> = []
) -> Reviewed {
  let reviewer = Reviewer(
    schedule, for: problem, ruleBook: ruleBook, today: today,
    unknownDays: Set(unknownDays.map { $0 - problem.start }))
  let search = FixSearch(reviewer)
  let fixed = reviewer.spoken.map { group, finding in
    let hasRemedy = !ReviewRules.all[group.members[0].rule].remedies.isEmpty
    let isSearched = finding.level > .note && finding.last >= reviewer.today && hasRemedy
    return (finding: finding, fix: isSearched ? search.fix(group) : nil, isSearched: isSearched)
  }
  return Reviewed(fixed + reviewer.expiredWaivers.map { ($0, nil, false) })
}
