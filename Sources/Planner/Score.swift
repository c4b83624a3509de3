/// How good and how admissible a trial is: what the search compares.
struct Score: Sendable {
  /// Objective minus the prices of the coach's terms; higher is better.
  var value = 0.0
  /// By how much limits are broken, in weighted natural units; 0 = admissible.
  var violation = 0.0

  static func += (a: inout Score, b: Score) {
    a.value += b.value
    a.violation += b.violation
  }

  static func -= (a: inout Score, b: Score) {
    a.value -= b.value
    a.violation -= b.violation
  }

  /// Adds `weight` for every unit that `amount` lies above zero.
  mutating func breach(_ amount: Double, _ weight: Double) {
    if amount > Self.tolerance { violation += amount * weight }
  }

  /// Adds `weight` for every one that a count lies above zero.
  mutating func breach(_ excess: Int, _ weight: Double) {
    if excess > 0 { violation += Double(excess) * weight }
  }

  /// Adds what a session weighs that is so many minutes too long for the single-session rule, and `weight` besides.
  mutating func breachStep(_ minutes: Double, besides weight: Double) {
    if minutes > Self.tolerance { violation += weight + 3 * Self.unit * minutes }
  }

  /// Turns what was broken since the violation was `before` into a price, steep but no reason to refuse: where held
  /// sessions have a part in it, a limit may be broken whatever is planned.
  mutating func forgive(since before: Double = 0) {
    guard violation > before else { return }
    value -= Self.forgivenAtAll + Self.forgiven * (violation - before)
    violation = before
  }

  /// Price of a unit of violation that held sessions have a part in: far above what a session is worth.
  static let forgiven = 20.0
  /// Price besides, however little is broken: most of that could be kept.
  static let forgivenAtAll = 1.0

  /// What one broken count (a session too many, a day too few) weighs.
  static let count = 4.0
  /// What an AU or a minute beyond a limit weighs.
  static let unit = 0.1
  /// Below this a difference is rounding; the auditor allows a thousand times more.
  static let tolerance = 1e-9
}

/// The sums of the scores of a trial's parts.
struct ScoreSums {
  /// What the days score by themselves.
  var days = Score()
  /// What the weeks score by themselves and by the weeks before them.
  var weeks = Score()
  /// What it costs that the strain of weeks stands out among those of all; it is part of what the weeks score.
  var strainPrice = 0.0
  /// What it costs that the taper has little volume; it is part of what the weeks score.
  var taperVolumePrice = 0.0
  /// What the taper breaks.
  var taper = Score()
  /// What days break by the load of the four weeks up to them.
  var ratios = Score()
  /// What days break by the rest, the hip flexion and the hard days of those before them.
  var order = Score()
}
