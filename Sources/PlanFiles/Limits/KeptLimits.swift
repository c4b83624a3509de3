import TrainingPlan

/// The numbers that a planner keeps: those of rules that bind or watch.
///
/// A schedule should not begin with a warning, so the planner keeps a limit that only watches as well;
/// `watches` says what a breach is worth that comes in later. `notes` and `off` leave the planner free.
struct KeptLimits {
  let settings: LimitSettings
  let book: RuleBook

  /// What a breach of the rule does.
  func effect(_ rule: String) -> RulePolicy.Effect {
    settings.rules[rule]?.effect ?? book[rule]?.effect ?? .binds
  }

  /// Whether the planner keeps the rule.
  func keeps(_ rule: String) -> Bool {
    switch effect(rule) {
    case .binds, .watches: true
    case .notes, .off: false
    }
  }

  /// The number of a rule that is kept.
  func number(_ rule: String, _ name: String) -> Double? {
    keeps(rule) ? settings.number(rule, name) : nil
  }

  /// The whole number of a rule that is kept.
  func count(_ rule: String, _ name: String) -> Int? {
    keeps(rule) ? settings.count(rule, name) : nil
  }

  /// A number that no limit holds, of a rule that is kept: the coach's, or else the rule book's.
  func level(_ rule: String, _ name: String, policy: RulePolicy) -> Double? {
    guard keeps(rule) else { return nil }
    return policy.settings.last { $0.rule == rule }?.numbers[name]
      ?? book[rule]?.numbers.first { $0.name == name }?.value
  }
}
