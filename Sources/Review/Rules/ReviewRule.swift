/// A rule of the rule book that a schedule is held to: one rule, one type, one file.
///
/// A rule recomputes what it judges from the sessions. It names every day or week on the wrong side of a
/// limit; policy, waivers, evidence and wording around it are added for all rules alike.
protocol ReviewRule: Sendable {
  /// Id in the rule book.
  static var id: String { get }
  /// The number of `thin-data` that says how many days of data up to the judged day the rule needs; with fewer its
  /// findings are provisional. nil = it needs none.
  static var dataNeeded: String? { get }
  /// Days up to and including the judged ones whose loads are added up: an unknown day among them leaves
  /// nothing to judge.
  static var daysAdded: Int { get }
  /// Whether consecutive weeks with the same finding are said once: habits rather than events.
  static var joinsWeeks: Bool { get }
  /// Whether consecutive days with the same finding are said once: a window that rolls over the days.
  static var joinsDays: Bool { get }
  /// Whom to ask about it.
  static var ask: String { get }
  /// The edits that can help, in the order that a coach would try them.
  static var remedies: [Remedy] { get }
  /// Whether the coach's policy can turn its advice into something to change.
  static var adviceMayBind: Bool { get }
  /// Whether it makes sense for a training log without a plan.
  static var readsHistory: Bool { get }
  /// How far a missed session reaches in it.
  static var reachOfMissed: ReachOfMissed { get }
  /// Everything that the rule finds, in the order of the days.
  static func breaches(in training: Training) -> [Breach]
}

extension ReviewRule {
  static var dataNeeded: String? { nil }
  static var daysAdded: Int { 0 }
  static var joinsWeeks: Bool { false }
  static var joinsDays: Bool { true }
  static var ask: String { "Talk it over with the athlete: how did the last weeks feel?" }
  static var remedies: [Remedy] { [.shorten, .move, .swap, .remove] }
  static var adviceMayBind: Bool { true }
  static var readsHistory: Bool { false }
  static var reachOfMissed: ReachOfMissed { .plan }
}

/// How far a missed session reaches in a rule, so that not every rule need judge every set of missed sessions.
enum ReachOfMissed: Sendable {
  /// With less training nothing new breaks.
  case nowhere
  /// What breaks in a plan week depends on the sessions of that week alone.
  case week
  /// What breaks may depend on any session before it.
  case plan
}

/// A kind of single edit.
enum Remedy: Sendable {
  /// Shorten a session.
  case shorten
  /// Lengthen a session.
  case lengthen
  /// Move a session to another day.
  case move
  /// Swap a session for one of another template.
  case swap
  /// Replace a session by rest.
  case remove
  /// Add hip-extension and release work.
  case relieve
  /// Add a session.
  case add
}
