import TrainingPlan

/// Minutes by how hard they were, restful sessions left out as in the intensity-share rule.
struct IntensityMinutes: Equatable, Sendable {
  var easy = 0.0
  var moderate = 0.0
  var hard = 0.0
  /// Minutes of sessions without an effort.
  var unknown = 0.0

  /// Minutes whose effort is known.
  var known: Double { easy + moderate + hard }

  /// All minutes.
  var all: Double { known + unknown }

  static func + (a: IntensityMinutes, b: IntensityMinutes) -> IntensityMinutes {
    IntensityMinutes(
      easy: a.easy + b.easy, moderate: a.moderate + b.moderate, hard: a.hard + b.hard,
      unknown: a.unknown + b.unknown)
  }
}

/// The efforts (CR-10) that tell easy, moderate and hard sessions apart: numbers of the rule book.
struct EffortZones: Equatable, Sendable {
  /// Easy up to here; nil = the rule book does not say, so no effort is told apart.
  let easy: Double?
  /// Hard from here on.
  let hard: Double?

  init(_ book: RuleBook) {
    easy = book["intensity-share"]?.number("easy_effort")
    hard = book["intensity-share"]?.number("hard_effort")
  }

  /// The minutes of a session, in the zone of its effort; one flagged as intense is hard.
  func minutes(_ minutes: Double, effort: Double?, isIntense: Bool = false) -> IntensityMinutes {
    if isIntense { return IntensityMinutes(hard: minutes) }
    guard let effort, let easy else { return IntensityMinutes(unknown: minutes) }
    if effort <= easy { return IntensityMinutes(easy: minutes) }
    if let hard, effort >= hard { return IntensityMinutes(hard: minutes) }
    return IntensityMinutes(moderate: minutes)
  }
}
