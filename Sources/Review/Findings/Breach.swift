/// What a rule sees: a number on the wrong side of a limit, on a day or in a week.
///
/// The words are made only when somebody will read them; a fix is searched on the numbers alone.
struct Breach: Sendable {
  /// Which part of the rule.
  let aspect: String
  /// How much it matters before the coach's policy is heard.
  let level: Finding.Level
  /// The plan days (negative = history) that it stands for.
  let days: ClosedRange<Int>
  /// The plan week, where the rule judges weeks.
  let week: Int?
  /// The value that was judged.
  let value: Double
  /// The limit that it was judged by.
  let limit: Double
  /// A limit of the problem was broken, as against a level of the rule book.
  let isOfLimit: Bool
  /// What to say of it.
  let words: @Sendable () -> Words

  /// A breach of a limit that the problem sets; a note where the days before the plan come to as much by themselves.
  static func change(
    _ aspect: String, days: ClosedRange<Int>, week: Int? = nil, value: Double, limit: Double,
    isOfHistory: Bool = false, words: @escaping @Sendable () -> Words
  ) -> Breach {
    if isOfHistory {
      return advice(.note, aspect, days: days, week: week, value: value, limit: limit) {
        words().ofHistory
      }
    }
    return Breach(
      aspect: aspect, level: .change, days: days, week: week, value: value, limit: limit, isOfLimit: true,
      words: words)
  }

  /// A value past a level of the rule book.
  static func advice(
    _ level: Finding.Level, _ aspect: String, days: ClosedRange<Int>, week: Int? = nil, value: Double,
    limit: Double, words: @escaping @Sendable () -> Words
  ) -> Breach {
    Breach(
      aspect: aspect, level: level, days: days, week: week, value: value, limit: limit, isOfLimit: false,
      words: words)
  }

  /// How far the value is past the limit.
  var excess: Double { abs(value - limit) }
}

/// What is said of a breach, made on demand.
struct Words: Sendable {
  /// What was found, in one sentence with its number.
  var message: String
  /// The numbers that went in.
  var inputs: [Finding.Input] = []
  /// The computation in one line.
  var arithmetic: String
  /// The sessions that cause it, as places in `Training.entries`.
  var causes: [Entry] = []
  /// What to change.
  var advice: String

  /// The same of what the days before the plan come to by themselves.
  fileprivate var ofHistory: Words {
    var words = self
    words.message += " What was done before the plan comes to this by itself."
    words.advice = "Keep these days easy, as the plan does: it wears off."
    return words
  }
}
