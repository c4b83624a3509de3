/// A rule of the rule book that a schedule is held to: one rule, one type, one file.
///
/// A rule recomputes what it judges from the sessions. It names every day or week on the wrong side of a
/// limit; policy, waivers, evidence and wording around it are added for all rules alike.
protocol ReviewRule {
  /// Id in the rule book.
  static var id: String { get }
  /// Days of data up to the judged day that the rule needs; with fewer its findings are provisional.
  static var daysNeeded: Int { get }
  /// Whether consecutive weeks with the same finding are said once: habits rather than events.
  static var joinsWeeks: Bool { get }
  /// Whether it makes sense for a training log without a plan.
  static var readsHistory: Bool { get }
  /// Everything that the rule finds, in the order of the days.
  static func breaches(in training: Training) -> [Breach]
}

extension ReviewRule {
  static var daysNeeded: Int { 0 }
  static var joinsWeeks: Bool { false }
  static var readsHistory: Bool { false }
}
