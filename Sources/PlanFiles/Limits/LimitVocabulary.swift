/// The words of a limits file: which rules there are, which numbers each has, and in which unit.
enum LimitVocabulary {
  /// A rule and its numbers, in the order of the rule table.
  struct Rule: Sendable {
    /// Rule id, for example `weekly-rise`.
    var id: String
    /// Names of the numbers with their units.
    var keys: [Key]
    /// Units of a number that is named by a sport or a family, where the rule has such.
    var perName: Unit?
    /// Whether the coach may say what a breach does.
    var isOptional = true

    /// The name in the rule book of the number that a key sets; nil where the book has none.
    func number(under name: String) -> String? {
      if let key = keys.first(where: { $0.name == name }) { return key.number }
      if case .minutes = perName { return name }
      return nil
    }
  }

  /// A number of a rule.
  struct Key: Sendable {
    var name: String
    var unit: Unit
    /// Its name in the rule book; nil where the book has no such number.
    var number: String?

    init(_ name: String, _ unit: Unit, _ number: String? = nil) {
      self.name = name
      self.unit = unit
      self.number = number
    }
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

  /// A number that the review reads, named as in the rule book.
  private static func level(_ name: String, _ unit: Unit) -> Key { Key(name, unit, name) }

  /// Where a hip-flexion signal becomes a note, a look, and high.
  private static func levels(_ unit: Unit) -> [Key] {
    ["info", "caution", "high"].map { level($0, unit) }
  }

  /// Every rule, in the order of the rule table.
  static let rules: [Rule] = time + progression + intensity + event + recovery + hip + person

  private static let time: [Rule] = [
    Rule(id: "availability", keys: [], isOptional: false),
    Rule(id: "sport-cap", keys: [], perName: .sportCap),
    Rule(
      id: "rest-days",
      keys: [
        Key("per_7_days", .count(0...6), "min_rest_days_per_7"),
        Key("mobility_load", amount, "rest_load_max"),
        level("target", .count(0...6)), level("max_training_days_in_a_row", .count(1...28)),
      ]),
    Rule(id: "rest-run", keys: [Key("days", .count(1...14), "max_consecutive")]),
  ]

  private static let progression: [Rule] = [
    Rule(
      id: "single-session-spike",
      keys: [Key("max", .share, "spike_max"), Key("window_days", .count(7...90), "spike_window_days")]),
    Rule(id: "new-longest", keys: [Key("per_week", .count(1...7), "records_per_week")]),
    Rule(id: "no-baseline", keys: [], perName: .minutes),
    Rule(
      id: "weekly-rise",
      keys: [
        Key("max", .share, "weekly_growth_max"), Key("allowance", amount, "weekly_growth_allowance"),
        level("warn", .share),
      ]),
    Rule(
      id: "fitness-ramp",
      keys: [Key("absolute", .number(0...100), "ctl_ramp_abs"), Key("relative", .share, "ctl_ramp_rel")]),
    Rule(
      id: "deload",
      keys: [
        level("max_load_weeks", .count(1...12)), level("min_load_weeks", .count(1...12)),
        Key("max", .share, "max_fraction"), Key("min", .share, "min_fraction"),
      ]),
  ]

  private static let intensity: [Rule] = [
    Rule(
      id: "hard-spacing",
      keys: [Key("days", .count(1...7), "min_gap_days"), Key("before_event_days", .count(0...14))]),
    Rule(id: "hard-count", keys: [Key("per_week", .count(0...7), "max_per_week")]),
    Rule(
      id: "intensity-share",
      keys: [
        Key("max", .share, "intense_share_max"), level("easy_sessions_target", .share),
        level("easy_sessions_alert", .share), level("easy_effort", .number(0...10)),
      ]),
    Rule(
      id: "long-session-share",
      keys: [
        level("share_max", .share), level("share_max_few_runs", .share), level("few_runs", .count(1...14)),
      ]),
  ]

  private static let event: [Rule] = [
    Rule(
      id: "taper",
      keys: [
        Key("max", .shares), Key("min", .shares), Key("training_days", .count(0...7), "min_days_last7"),
      ]),
    Rule(id: "form-on-the-day", keys: [Key("min", .share, "low"), Key("max", .share, "high")]),
    Rule(id: "form-floor", keys: [Key("depth", .share)]),
  ]

  private static let recovery: [Rule] = [
    Rule(
      id: "monotony",
      keys: [
        Key("max", .number(1...10), "monotony_max"), Key("sd", .word(["population", "sample"])),
        level("info", .number(1...10)),
      ]),
    Rule(
      id: "strain",
      keys: [Key("max", amount), level("own_sd", .number(0...10)), level("min_weeks", .count(2...52))]),
    Rule(
      id: "workload-ratio",
      keys: [
        Key("ewma", .number(0.5...4)), Key("coupled", .number(0.5...4)), Key("uncoupled", .number(0.5...10)),
        Key("allowance", .number(0...100)), level("info_low", .number(0...4)),
        level("info_high", .number(0.5...10)),
      ]),
  ]

  private static let hip: [Rule] = [
    Rule(
      id: "hip-load",
      keys: [
        Key("per_7_days", amount), Key("per_day", amount), level("times_recent", .number(1...5)),
        level("at_least", amount),
      ]),
    Rule(
      id: "hip-streak",
      keys: [
        Key("days", .count(1...14), "max_consecutive_days"), Key("above", amount, "day_threshold"),
        level("signal_threshold", amount),
      ] + levels(.count(1...28))),
    Rule(
      id: "hip-rise",
      keys: [
        Key("max", .share, "weekly_growth_max"), Key("allowance", amount, "weekly_growth_allowance"),
        level("min_base", amount),
      ] + levels(.share)),
    Rule(
      id: "hip-relief",
      keys: [
        Key("base", amount, "counter_base"), Key("per_100", .number(0...100)), level("min_base", amount),
      ] + levels(.number(0...100))),
    Rule(id: "hip-share", keys: levels(.share) + [level("min_sessions", .count(1...14))]),
    Rule(id: "hip-one-family", keys: levels(.share) + [level("min_sessions", .count(1...14))]),
    Rule(id: "sitting", keys: levels(.number(0...24))),
    Rule(id: "sit-ups", keys: [level("rise", .share), level("days_in_a_row", .count(1...7))]),
    Rule(id: "travel", keys: [level("info", .number(0...48)), level("caution", .number(0...48))]),
    Rule(
      id: "variety",
      keys: [
        Key("families", .count(1...6), "min_families"), level("min_minutes", amount),
        level("max_share", .share), Key("shares", .byName(.shareBounds)),
      ]),
  ]

  private static let person: [Rule] = [
    Rule(id: "event", keys: [], isOptional: false),
    Rule(id: "goal", keys: []),
    Rule(
      id: "return-from-break",
      keys: [
        level("short_days", .count(1...28)), level("short_share", .share),
        level("middle_days", .count(1...56)),
        level("middle_share", .share), level("long_days", .count(1...365)),
      ]),
    Rule(
      id: "novice",
      keys: [
        level("max_running_days", .count(1...7)), level("alternate_weeks", .count(0...52)),
        level("two_week_rise", .share),
      ]),
    Rule(
      id: "masters",
      keys: [
        level("age", .count(30...100)), level("min_gap_days", .count(1...7)),
        level("max_load_weeks", .count(1...12)),
      ]),
    Rule(
      id: "youth",
      keys: [
        Key("hours_per_week", .number(1...30), "hours_per_week"), level("age", .count(10...25)),
        level("target", .count(0...6)),
      ]),
    Rule(id: "symptom-gate", keys: []),
    Rule(id: "red-flag", keys: [], isOptional: false),
    Rule(
      id: "stress-sleep",
      keys: [
        level("stress", .count(1...5)), level("sleep", .number(0...24)), level("nights", .count(1...14)),
        level("days", .count(1...14)), level("load_share", .share),
      ]),
    Rule(
      id: "thin-data",
      keys: ["ratio_days", "fitness_days", "spike_days", "break_days", "two_week_days"].map {
        level($0, .count(0...365))
      }, isOptional: false),
  ]

  /// The names of the caps on a sport, with their units.
  static let sportCaps: [(name: String, unit: Unit)] = [
    ("days_per_week", .count(0...7)), ("minutes_per_week", .minutes), ("days_in_a_row", .count(1...7)),
  ]

  /// The rule with the id.
  static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
