import Reports
import Review
import TrainingLoad
import TrainingPlan

/// The findings of a review as a coach reads them in the terminal: by level, similar ones together.
struct FindingsText {
  let reviewed: Reviewed
  /// The titles of the rules.
  let ruleBook: RuleBook
  let style: Style
  let detail: Detail
  /// Whether every finding is told, notes too, one by one and in full.
  let isVerbose: Bool
  /// The command that makes a change, without the number; nil = there is nothing that it could change.
  var command: String?

  /// How much is told of a finding.
  enum Detail {
    /// What was found.
    case brief
    /// What was found, with proof and fix.
    case full
  }

  /// Lines are at most so wide, in cells.
  static let width = 80
  private static let indent = 5

  var lines: [String] {
    Finding.Level.allCases.reversed().flatMap { level -> [String] in
      let groups = groups(level)
      if groups.isEmpty || (level == .note && detail == .brief && !isVerbose) { return [] }
      return [style.bold(level.mark + " " + level.heading)] + groups.flatMap { lines(of: $0, level) } + [""]
    }
  }

  /// Findings of the same part of a rule, one of them told for all; each for itself where all is told.
  private func groups(_ level: Finding.Level) -> [[Reviewed.Item]] {
    var groups: [[Reviewed.Item]] = []
    for item in reviewed.items where item.finding.level == level {
      let alike = groups.firstIndex {
        $0[0].finding.rule == item.finding.rule && $0[0].finding.aspect == item.finding.aspect
      }
      if let alike, !isVerbose { groups[alike].append(item) } else { groups.append([item]) }
    }
    return groups
  }

  private func lines(of group: [Reviewed.Item], _ level: Finding.Level) -> [String] {
    let item = group[0]
    let finding = item.finding
    let title = ruleBook[finding.rule]?.title ?? finding.rule
    let head = "\(level.mark) \(item.number)  " + style.bold(title) + "  " + finding.span
    let isShort = !isVerbose && (detail == .brief || level == .note)
    let proof = isShort ? [] : proof(of: finding) + fix(of: item)
    return [head] + paragraph(finding.message) + also(group) + proof
  }

  private func paragraph(_ text: String, label: String = "") -> [String] {
    let space = String(repeating: " ", count: Self.indent)
    let hang = label.isEmpty ? space : space + "  "
    return wrapped(label + text, width: Self.width - hang.count).enumerated()
      .map { ($0.offset == 0 ? space : hang) + $0.element }
  }

  private func also(_ group: [Reviewed.Item]) -> [String] {
    guard group.count > 1 else { return [] }
    let others = group.dropFirst().map { "\($0.finding.span) (\($0.number))" }
    return paragraph(others.joined(separator: ", ") + ".", label: "Also ")
  }

  private func proof(of finding: Finding) -> [String] {
    let contested = finding.contested.map { isVerbose ? $0 : $0.firstSentence }
    return paragraph(finding.arithmetic, label: "Sum: ")
      + paragraph("\(finding.origin); rule \(finding.rule)", label: "Limit from: ")
      + paragraph(finding.grounds(isVerbose: isVerbose), label: "Evidence: ")
      + (contested.map { paragraph($0, label: "Contested: ") } ?? [])
      + (finding.provisional.map { paragraph($0) } ?? [])
      + (isVerbose ? paragraph(finding.why, label: "Why: ") + paragraph(finding.ask, label: "Ask: ") : [])
  }

  private func fix(of item: Reviewed.Item) -> [String] {
    guard let command, item.isSearched else {
      return paragraph(item.finding.advice, label: "Suggestion: ")
    }
    guard let fix = item.fix else {
      return paragraph(
        "no single change clears this, nor two. " + item.finding.advice, label: "Suggestion: ")
    }
    return paragraph("\(fix.summary) (\(command) \(item.number))", label: "Fix: ")
  }
}

extension Finding {
  /// The days that it holds for: `25 Jan`, or `25 Jan – 31 Jan`.
  var span: String {
    first == last ? first.dayAndMonth : first.dayAndMonth + " – " + last.dayAndMonth
  }

  /// How well the rule is founded, and on what; in short its first source.
  fileprivate func grounds(isVerbose: Bool) -> String {
    let shown = isVerbose ? sources.map(\.inFull) : sources.prefix(1).map(\.inShort)
    return ([evidence.words] + shown).joined(separator: ". ")
  }
}

extension RuleDescription.Source {
  fileprivate var inFull: String { text + (doi.map { " (doi:\($0))" } ?? "") }

  /// The citation without what it found.
  fileprivate var inShort: String {
    let citation = text.firstRange(of: ": ").map { String(text[..<$0.lowerBound]) } ?? text
    return citation + (doi.map { " (doi:\($0))" } ?? "")
  }
}

extension String {
  fileprivate var firstSentence: String {
    firstRange(of: ". ").map { String(self[..<$0.lowerBound]) + "." } ?? self
  }
}

extension Finding.Level {
  /// A shape, so that no colour is needed.
  var mark: String {
    switch self {
    case .change: "▲"
    case .watch: "●"
    case .note: "■"
    }
  }

  fileprivate var heading: String {
    switch self {
    case .change: "To change"
    case .watch: "To watch"
    case .note: "Notes"
    }
  }
}
