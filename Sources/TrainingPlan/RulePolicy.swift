public import TrainingLoad

/// What the coach's policy says of the rules: which bind, watch, note or are off, and what is waived.
///
/// A rule that is not named keeps the rule book's default.
public struct RulePolicy: Equatable, Sendable {
  /// The coach's word on single rules, in the order of the limits files.
  public var settings: [Setting]
  /// Exceptions with a reason and an end.
  public var waivers: [Waiver]

  /// What a rule does when it is broken.
  public enum Effect: String, CaseIterable, Sendable {
    /// The planner keeps it and a breach is a `change` finding.
    case binds
    /// A breach is a `watch` finding.
    case watches
    /// A breach is a `note`.
    case notes
    /// The rule is not looked at.
    case off
  }

  /// What is said of a rule, and where.
  public struct Setting: Equatable, Sendable {
    /// Rule id, for example `monotony`.
    public var rule: String
    /// What the rule does; nil = what it usually does.
    public var effect: Effect?
    /// Numbers that stand for those of the rule book, by their names there and in their units.
    public var numbers: [String: Double]
    /// Where it was set, for example `limits/recreational.yaml:7`.
    public var origin: String

    /// What is said of a rule at `origin`.
    public init(rule: String, effect: Effect?, numbers: [String: Double] = [:], origin: String) {
      self.rule = rule
      self.effect = effect
      self.numbers = numbers
      self.origin = origin
    }
  }

  /// An exception from a rule until a day, for a reason: for all of it, or for single sessions.
  public struct Waiver: Equatable, Sendable {
    /// Rule id.
    public var rule: String
    /// First day it holds; nil = from the start.
    public var from: CivilDay?
    /// Last day it holds.
    public var until: CivilDay
    /// Ids of the sessions that it is for: it holds where a finding is caused by them alone; empty = for all.
    public var sessions: [String]
    /// The days that it is for, within `from` and `until`; empty = for all of them.
    public var dates: [CivilDay]
    /// Why, in the coach's words.
    public var reason: String

    /// A waiver of `rule` from `from` to `until` with its reason.
    public init(
      rule: String, from: CivilDay? = nil, until: CivilDay, sessions: [String] = [], dates: [CivilDay] = [],
      reason: String
    ) {
      self.rule = rule
      self.from = from
      self.until = until
      self.sessions = sessions
      self.dates = dates
      self.reason = reason
    }
  }

  /// A policy; empty by default.
  public init(settings: [Setting] = [], waivers: [Waiver] = []) {
    self.settings = settings
    self.waivers = waivers
  }
}
