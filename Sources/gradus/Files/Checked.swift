import PlanFiles
import Review
import TrainingLoad
import TrainingPlan

/// What was looked at, and what the review says of it.
struct Checked {
  /// The schedule with its question; nil for a training log.
  let answer: Answer?
  let reviewed: Reviewed
  /// What breaks when sessions are missed; nil = not asked.
  var missed: MissedSessions?
  /// What people call it.
  let title: String
  /// How long it is, in words.
  let span: String

  init(_ answer: Answer, _ reviewed: Reviewed) {
    let weeks = answer.problem.weekCount
    self.answer = answer
    self.reviewed = reviewed
    title = answer.schedule.title
    span = weeks == 1 ? "1 week" : "\(weeks) weeks"
  }

  /// A training log by itself.
  init(log source: SourceFile) throws(Failure) {
    do {
      let history = try HistoryFile.read(source)
      let catalogue = try CatalogueFile.standard()
      let findings = review(
        history: history, hipPerMinute: catalogue.hipPerMinute, ruleBook: try RuleBookFile.standard())
      let days = zip(history.knownDays.first, history.knownDays.last).map { $1 - $0 + 1 } ?? 0
      answer = nil
      reviewed = Reviewed(findings)
      title = source.name == "-" ? "Training log" : source.name
      span = days == 1 ? "1 day" : "\(days) days"
    } catch {
      throw .invalid(error)
    }
  }

  /// All that was found, what follows from missed sessions too.
  var findings: [Finding] {
    reviewed.items.map(\.finding) + (missed?.cases.flatMap(\.findings) ?? [])
  }

  /// The verdict of the review.
  var verdict: String { reviewed.verdict(in: span) }

  /// The title and the verdict.
  func heading(_ style: Style) -> String {
    ([style.bold(title)] + wrapped(verdict, width: FindingsText.width)).joined(separator: "\n")
  }

  /// The fix of a finding by its number.
  func fix(_ number: Int) throws(Failure) -> Fix {
    guard let item = reviewed.items.first(where: { $0.number == number }) else {
      throw .usage("there is no finding \(number); the last is \(reviewed.items.count)")
    }
    guard let fix = item.fix else {
      throw .usage("no change clears finding \(number): \(item.finding.message) \(item.finding.advice)")
    }
    return fix
  }
}

private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  if let a, let b { (a, b) } else { nil }
}
