/// The words of a limits file: which rules there are, which numbers each has, and in which unit.
enum LimitVocabulary {
  /// A rule and its numbers, in the order of the rule table.
  struct Rule: Sendable {
    /// Rule id, for example `weekly-rise`.
    var id: String
    /// Names of the numbers with their units.
    var keys: [(name: String, unit: Unit)]
    /// Units of a number that is named by a sport or a family, where the rule has such.
    var perName: Unit?
    /// Whether the coach may say what a breach does.
    var isOptional = true
  }

  /// How a number is written, and what it may be.
  indirect enum Unit: Sendable {
    /// A whole number in a range.
    case count(ClosedRange<Int>)
    /// A number in a range: load (AU), exposure (run-minutes), a ratio.
    case number(ClosedRange<Double>)
    /// A share, written `70%` or `0.7`.
    case share
    /// One share for each week, the week of the event first.
    case shares
    /// A lowest and a highest share.
    case shareBounds
    /// A length of time, kept in minutes.
    case minutes
    /// One of some words.
    case word([String])
    /// A mapping of names (sports, families) to values of one unit.
    case byName(Unit)
    /// The caps on a sport.
    case sportCap
  }

  private static let amount: Unit = .number(0...100_000)

  /// Every rule, in the order of the rule table.
  static let rules: [Rule] = [
    Rule(id: "availability", keys: [], isOptional: false),
    Rule(id: "sport-cap", keys: [], perName: .sportCap),
    Rule(id: "rest-days", keys: [("per_7_days", .count(0...6)), ("mobility_load", amount)]),
    Rule(id: "rest-run", keys: [("days", .count(1...14))]),
    Rule(id: "single-session-spike", keys: [("max", .share), ("window_days", .count(7...90))]),
    Rule(id: "new-longest", keys: [("per_week", .count(1...7))]),
    Rule(id: "no-baseline", keys: [], perName: .minutes),
    Rule(id: "weekly-rise", keys: [("max", .share), ("allowance", amount)]),
    Rule(id: "fitness-ramp", keys: [("absolute", .number(0...100)), ("relative", .share)]),
    Rule(
      id: "deload",
      keys: [
        ("max_load_weeks", .count(1...12)), ("min_load_weeks", .count(1...12)), ("max", .share),
        ("min", .share),
      ]),
    Rule(id: "hard-spacing", keys: [("days", .count(1...7)), ("before_event_days", .count(0...14))]),
    Rule(id: "hard-count", keys: [("per_week", .count(0...7))]),
    Rule(id: "intensity-share", keys: [("max", .share)]),
    Rule(id: "long-session-share", keys: []),
    Rule(id: "taper", keys: [("max", .shares), ("min", .shares), ("training_days", .count(0...7))]),
    Rule(id: "form-on-the-day", keys: [("min", .share), ("max", .share)]),
    Rule(id: "form-floor", keys: [("depth", .share)]),
    Rule(id: "monotony", keys: [("max", .number(1...10)), ("sd", .word(["population", "sample"]))]),
    Rule(id: "strain", keys: [("max", amount)]),
    Rule(
      id: "workload-ratio",
      keys: [
        ("ewma", .number(0.5...4)), ("coupled", .number(0.5...4)), ("uncoupled", .number(0.5...10)),
        ("allowance", .number(0...100)),
      ]),
    Rule(
      id: "hip-load",
      keys: [
        ("per_7_days", amount), ("per_day", amount), ("times_recent", .number(1...5)), ("at_least", amount),
      ]),
    Rule(id: "hip-streak", keys: [("days", .count(1...14)), ("above", amount)]),
    Rule(id: "hip-rise", keys: [("max", .share), ("allowance", amount)]),
    Rule(id: "hip-relief", keys: [("base", amount), ("per_100", .number(0...100))]),
    Rule(id: "hip-share", keys: []),
    Rule(id: "hip-one-family", keys: []),
    Rule(id: "sitting", keys: []),
    Rule(id: "sit-ups", keys: []),
    Rule(id: "travel", keys: []),
    Rule(
      id: "variety",
      keys: [
        ("families", .count(1...6)), ("min_minutes", amount), ("max_share", .share),
        ("shares", .byName(.shareBounds)),
      ]),
    Rule(id: "event", keys: [], isOptional: false),
    Rule(id: "goal", keys: []),
    Rule(id: "return-from-break", keys: []),
    Rule(id: "novice", keys: []),
    Rule(id: "masters", keys: []),
    Rule(id: "youth", keys: [("hours_per_week", .number(1...30))]),
    Rule(id: "symptom-gate", keys: []),
    Rule(id: "red-flag", keys: [], isOptional: false),
    Rule(id: "stress-sleep", keys: []),
    Rule(id: "thin-data", keys: [], isOptional: false),
  ]

  /// The names of the caps on a sport, with their units.
  static let sportCaps: [(name: String, unit: Unit)] = [
    ("days_per_week", .count(0...7)), ("minutes_per_week", .minutes), ("days_in_a_row", .count(1...7)),
  ]

  /// The rule with the id.
  static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
