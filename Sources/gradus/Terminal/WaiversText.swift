import Reports
import TrainingLoad
import TrainingPlan

/// The coach's waivers as they stand on a day, since what they suspend is not found.
struct WaiversText {
  let waivers: [RulePolicy.Waiver]
  /// The titles of the rules.
  let ruleBook: RuleBook
  /// The day from which on they are told; those that ended before it are findings, or over.
  let day: CivilDay
  let style: Style

  var lines: [String] {
    let standing = waivers.filter { $0.until >= day }
    guard !standing.isEmpty else { return [] }
    return [style.bold("Waived")] + standing.flatMap(lines) + [""]
  }

  private func lines(_ waiver: RulePolicy.Waiver) -> [String] {
    let title = ruleBook[waiver.rule]?.title ?? waiver.rule
    let from = waiver.from.map { "from \($0.iso) " } ?? ""
    let text = "\(title): \(waiver.reason); in force \(from)until \(waiver.until.iso)\(scope(waiver))."
    return wrapped(text, width: FindingsText.width - 2).map { "  " + $0 }
  }

  private func scope(_ waiver: RulePolicy.Waiver) -> String {
    if !waiver.dates.isEmpty { return ", on \(waiver.dates.map(\.iso).listed)" }
    guard !waiver.sessions.isEmpty else { return "" }
    return waiver.sessions.count == 1 ? ", for one session" : ", for \(waiver.sessions.count) sessions"
  }
}
