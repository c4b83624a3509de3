public import TrainingLoad
public import TrainingPlan

/// The smallest change that was found to clear a finding, proven by a second review.
///
/// After it the finding is gone, nothing new of its level or above has appeared, and nothing of that level
/// has grown.
public struct Fix: Equatable, Sendable {
  /// What to do; more than one where no single change clears the finding.
  public var edits: [Edit]
  /// The edits in words, in the same order.
  public var words: [String]
  /// How much the plan changes: minutes, with moves, swaps and sessions left out counted as some.
  public var cost: Double

  init(edits: [Edit], words: [String], cost: Double) {
    (self.edits, self.words, self.cost) = (edits, words, cost)
  }

  /// Edits of a schedule, one after another, with their words.
  init(_ edits: [Edit], cost: Double, of schedule: Schedule, for problem: PlanProblem) {
    var schedule = schedule
    var words: [String] = []
    for edit in edits {
      words.append(edit.words(in: schedule, for: problem))
      schedule = edit.applied(to: schedule, for: problem)
    }
    self.init(edits: edits, words: words, cost: cost)
  }

  /// What to do in one line; says so where it takes more than one change.
  public var summary: String {
    if words.count == 1 { return words[0] }
    let shown = words.prefix(4).joined(separator: " ")
    let rest = words.count > 4 ? " And so on: \(words.count) changes in all, one or two a week." : ""
    return "No single change clears this. Together these do: " + shown + rest
  }

  /// The schedule with all edits.
  public func applied(to schedule: Schedule, for problem: PlanProblem) -> Schedule {
    edits.reduce(schedule) { $1.applied(to: $0, for: problem) }
  }
}

/// The smallest fix of a finding of `review`, or nil where neither one change nor a pair clears it.
///
/// Notes have no fix. Sessions before `today` are left as they are.
public func smallestFix(
  for finding: Finding, in schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook,
  today: CivilDay? = nil
) -> Fix? {
  smallestFixes(for: [finding], in: schedule, for: problem, ruleBook: ruleBook, today: today)[0]
}

/// The smallest fix of each finding, in the same order; one review serves all.
public func smallestFixes(
  for findings: [Finding], in schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook,
  today: CivilDay? = nil
) -> [Fix?] {
  let reviewer = Reviewer(schedule, for: problem, ruleBook: ruleBook, today: today)
  let search = FixSearch(reviewer)
  return findings.map { finding in
    guard finding.level > .note, let group = reviewer.group(of: finding) else { return nil }
    return search.fix(group)
  }
}
