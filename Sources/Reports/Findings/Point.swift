import Review
import TrainingLoad
import TrainingPlan

/// Findings that say the same of other days: one point for a reader, however often it holds.
struct Point: Sendable {
  /// The rule, where the rule book knows it.
  let rule: RuleDescription?
  /// In the order of the days; never empty.
  let remarks: [Remark]

  /// A finding under its number, with its fix and its place in the plan.
  struct Remark: Sendable {
    let number: Int
    let finding: Finding
    let fix: Fix?
    /// Whether a fix was searched: where no change of sessions can help, none is.
    let isSearched: Bool
    /// The plan weeks that it holds for, from 1; nil before the plan.
    let weeks: ClosedRange<Int>?

    init(_ item: Reviewed.Item, start: CivilDay) {
      (number, finding, fix, isSearched) = (item.number, item.finding, item.fix, item.isSearched)
      let (first, last) = (max(0, finding.first - start), finding.last - start)
      weeks = last < first ? nil : first / 7 + 1...last / 7 + 1
    }
  }

  /// Whether a reader is told: athletes hear of changes and watches, and of nothing that is contested.
  static func isTold(_ finding: Finding, to audience: Report.Audience) -> Bool {
    audience == .coach || finding.level > .note && finding.evidence != .contested
  }

  var level: Finding.Level { remarks[0].finding.level }

  /// What the point is about.
  var title: String {
    let name = rule?.title ?? remarks[0].finding.rule
    return remarks[0].finding.aspect == Point.expired ? name + ": waiver ended" : name
  }

  /// Whether it speaks of hip flexion, sitting or travel.
  var isOfHip: Bool { Point.hipRules.contains(remarks[0].finding.rule) }

  /// Whether it describes how the training is built, which alone is advice (science: H1, H4, H5, H6).
  var isOfStructure: Bool { Point.structureRules.contains(remarks[0].finding.rule) }

  /// The plan weeks, for example "weeks 1–2 and 4–11"; empty before the plan.
  var weeks: String {
    var spans: [ClosedRange<Int>] = []
    for next in remarks.compactMap(\.weeks) {
      if let last = spans.last, next.lowerBound <= last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
      } else {
        spans.append(next)
      }
    }
    return Point.words(spans)
  }

  /// Spans of weeks as people read them.
  static func words(_ spans: [ClosedRange<Int>]) -> String {
    guard let last = spans.last else { return "" }
    let texts = spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    let isOne = spans.count == 1 && last.count == 1
    return (isOne ? "week " : "weeks ") + texts.listed
  }

  private static let expired = "expired waiver"
  private static let structureRules: Set = ["hip-share", "hip-relief", "sitting", "hip-one-family"]
  private static let hipRules = structureRules.union([
    "hip-load", "hip-streak", "hip-rise", "sit-ups", "travel",
  ])

  /// The points of findings, in the order of the first of each.
  static func points(_ items: [Reviewed.Item], start: CivilDay, _ book: RuleBook) -> [Point] {
    var groups: [[Remark]] = []
    for item in items {
      let remark = Remark(item, start: start)
      let place = groups.firstIndex { group in
        let (a, b) = (group[0].finding, remark.finding)
        return a.rule == b.rule && a.aspect == b.aspect && a.level == b.level && a.waiver == b.waiver
      }
      if let place { groups[place].append(remark) } else { groups.append([remark]) }
    }
    return groups.map { Point(rule: book[$0[0].finding.rule], remarks: $0) }
  }
}

extension Finding.Level {
  /// The shape that tells it from the others without colour.
  var shape: String {
    switch self {
    case .change: "▲"
    case .watch: "●"
    case .note: "■"
    }
  }

  /// The level in a word.
  var word: String {
    switch self {
    case .change: "Change"
    case .watch: "Watch"
    case .note: "Note"
    }
  }
}
