import TrainingLoad
import TrainingPlan

// Days, weeks and sessions as findings name them.
extension Training {
  /// A plan day, for example "Sun 2026-03-01".
  func name(day: Int) -> String {
    let civil = frame.problem.day(day)
    return civil.weekday.shortName + " " + civil.iso
  }

  /// Days as a span, for example "Mon 2026-03-02 to Sun 2026-03-08".
  func name(days: ClosedRange<Int>) -> String {
    days.count == 1
      ? name(day: days.lowerBound) : name(day: days.lowerBound) + " to " + name(day: days.upperBound)
  }

  /// A plan week as people count: week 1 is the first.
  func name(week: Int) -> String { "week \(week + 1)" }

  /// What a session is called.
  func name(_ entry: Entry) -> String {
    entry.template.map { frame.rates[$0].template.title } ?? frame.names[entry.sport]
  }

  /// A sport's name.
  func sport(_ number: Int) -> String { frame.names[number] }

  /// What is done in a family of activities, where English has a word for it: "running", "cycling".
  func activity(_ family: Int) -> String {
    switch frame.names[family] {
    case "run": "running"
    case "bike": "cycling"
    case "swim": "swimming"
    case "walk": "walking"
    case "hike": "hiking"
    case "row": "rowing"
    case "skate": "skating"
    case "strength": "strength work"
    case "core": "core work"
    case let other: other
    }
  }
}

/// A line of arithmetic, so that all read alike.
enum Sum {
  /// "60 + 45 = 105 min".
  static func of(_ values: [Double], _ unit: String, digits: Int = 0) -> String {
    let total = values.reduce(0, +)
    let parts = values.map { Figures.plain($0, digits: digits) }.joined(separator: " + ")
    return values.count > 1
      ? "\(parts) = \(Figures.plain(total, digits: digits)) \(unit)"
      : "\(Figures.plain(total, digits: digits)) \(unit)"
  }

  /// "; watched from 75 %": the level of the rule book that a value has reached.
  static func level(_ level: String, isWatch: Bool) -> String {
    "; " + (isWatch ? "watched" : "noted") + " from " + level
  }

  /// "440 AU / 400 AU - 1 = +10.0 %".
  static func rise(_ now: Double, over base: Double, _ unit: String) -> String {
    let ratio = base > 0 ? Figures.change(now / base - 1) : "no base"
    return "\(Figures.plain(now)) \(unit) / \(Figures.plain(base)) \(unit) - 1 = \(ratio)"
  }
}
