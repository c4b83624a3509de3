import TrainingPlan

/// What is said of rules: by the built-in defaults, by one limits file, or by several laid over each other.
struct LimitSettings: Equatable, Sendable {
  /// What is said of each rule, by rule id.
  var rules: [String: Setting] = [:]

  /// What is said of one rule.
  struct Setting: Equatable, Sendable {
    /// What a breach does; nil = not said.
    var effect: RulePolicy.Effect?
    /// The numbers by name; `run.days_per_week` where a number belongs to a sport or family.
    var values: [String: Value] = [:]
    /// Where the rule was last spoken of, for example `limits/recreational.yaml:7`.
    var origin: String
  }

  /// A number, several, or a word.
  enum Value: Equatable, Sendable {
    case number(Double)
    case numbers([Double])
    case word(String)
  }

  /// Lays `other` over these settings: what it says wins, what it does not say stays.
  mutating func overlay(_ other: LimitSettings) {
    for (id, setting) in other.rules {
      guard var mine = rules[id] else {
        rules[id] = setting
        continue
      }
      mine.effect = setting.effect ?? mine.effect
      mine.values.merge(setting.values) { _, new in new }
      mine.origin = setting.origin
      rules[id] = mine
    }
  }

  /// The number of a rule, where one is set.
  func number(_ rule: String, _ name: String) -> Double? {
    guard case .number(let value) = rules[rule]?.values[name] else { return nil }
    return value
  }

  /// The whole number of a rule, where one is set.
  func count(_ rule: String, _ name: String) -> Int? { number(rule, name).map { Int($0) } }

  /// The numbers of a rule, where some are set.
  func numbers(_ rule: String, _ name: String) -> [Double]? {
    guard case .numbers(let values) = rules[rule]?.values[name] else { return nil }
    return values
  }

  /// The word of a rule, where one is set.
  func word(_ rule: String, _ name: String) -> String? {
    guard case .word(let word) = rules[rule]?.values[name] else { return nil }
    return word
  }
}
