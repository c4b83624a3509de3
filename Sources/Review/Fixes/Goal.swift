/// What a fix must reach: a group of breaches is gone, and nothing of its level appears or grows.
struct Goal {
  private let group: BreachGroup
  private let level: Finding.Level
  private let rules: ReviewRules
  private let baseline: Baseline
  /// The last day on which something new counts as harm.
  private let horizon: Int
  /// How far the group is past its limits to begin with.
  let start: Double

  init(_ group: BreachGroup, baseline: Baseline, rules: ReviewRules, horizon: Int = .max) {
    self.group = group
    self.rules = rules
    self.baseline = baseline
    self.horizon = horizon
    level = group.members[0].level
    start = group.members.reduce(0) { $0 + Goal.weight($1) }
  }

  /// How far the group's breaches are past their limits after a change; 0 = all gone.
  func remaining(_ training: Training) -> Double {
    let first = group.members[0]
    let days = group.days
    return rules.judge(first.rule, training).reduce(0) { sum, judged in
      judged.breach.aspect == first.breach.aspect && judged.level >= level
        && judged.breach.days.overlaps(days)
        ? sum + Goal.weight(judged) : sum
    }
  }

  /// Whether the group is gone and nothing is harmed.
  func isReached(_ training: Training) -> Bool { remaining(training) == 0 && firstHarm(training) == nil }

  /// Whether nothing of the level is new or larger than before. What harmed the last change is looked at first, and is
  /// left in `suspect`: changes of one finding mostly fail by the same rule.
  func isHarmless(_ training: Training, suspecting suspect: inout Int?) -> Bool {
    if let suspect, harm(suspect, training) != nil { return false }
    guard let harm = firstHarm(training) else { return true }
    suspect = harm.rule
    return false
  }

  /// The first breach of the level that is new or larger than before.
  func firstHarm(_ training: Training) -> Judged? {
    for rule in rules.active {
      if let harm = harm(rule, training) { return harm }
    }
    return nil
  }

  private func harm(_ rule: Int, _ training: Training) -> Judged? {
    rules.judge(rule, training).first {
      $0.level >= level && $0.breach.days.lowerBound <= horizon && !baseline.holds($0)
    }
  }

  /// A breach counts something even where its excess is nothing.
  private static func weight(_ judged: Judged) -> Double { max(judged.breach.excess, 1e-3) }
}

/// What stands before a change: what is as bad already is no harm of the change.
struct Baseline: Sendable {
  /// By rule.
  private let standing: [[Judged]]

  init(_ judged: [Judged]) {
    var standing = Array(repeating: [Judged](), count: ReviewRules.all.count)
    for judged in judged { standing[judged.rule].append(judged) }
    self.standing = standing
  }

  /// Whether a breach stood before, at its level and as far past its limit.
  func holds(_ judged: Judged) -> Bool {
    standing[judged.rule].contains { old in
      old.breach.aspect == judged.breach.aspect && old.level >= judged.level
        && old.breach.days.overlaps(judged.breach.days) && !exceeds(judged.breach.excess, old.breach.excess)
    }
  }
}
