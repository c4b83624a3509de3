import Reports
import Review
import TrainingLoad
import TrainingPlan

/// What breaks when sessions are missed, as a coach reads it in the terminal: by the missed session, what
/// breaks first, and the smallest repair.
struct MissedText {
  let missed: MissedSessions
  let schedule: Schedule
  /// The titles of the rules.
  let ruleBook: RuleBook
  let style: Style
  /// Whether all that breaks is told in full, and every set of several sessions is listed.
  let isVerbose: Bool

  /// Sets of several sessions that are listed, where not all are.
  private static let mostSets = 20
  /// Sessions that can be missed freely and are named, where not all are.
  private static let mostFree = 6
  /// Changes of a repair that are named, where not all are.
  private static let mostEdits = 3

  var lines: [String] {
    let lone = missed.cases.filter { $0.sessions.count == 1 }
    let sets = missed.cases.filter { $0.sessions.count > 1 }
    let shown = isVerbose ? sets[...] : sets.prefix(Self.mostSets)
    let more = sets.count - shown.count
    return [style.bold("Missed sessions")] + wrapped(missed.summary, width: FindingsText.width) + free + [""]
      + weeks(lone) + (sets.isEmpty ? [] : [style.bold("Missed together"), ""]) + weeks(Array(shown))
      + (more > 0 ? ["And \(more) more sets of several sessions: --verbose lists them all.", ""] : [])
  }

  /// The sessions that can be missed freely, where they are few.
  private var free: [String] {
    let breaking = Set(missed.cases.filter { $0.sessions.count == 1 }.flatMap(\.sessions))
    guard (1...Self.mostFree).contains(missed.freeCount) || isVerbose else { return [] }
    let names = missed.sessions.filter { !breaking.contains($0) }.compactMap { session($0).map(name) }
    return names.isEmpty
      ? [] : wrapped("Free to miss: " + names.joined(separator: "; ") + ".", width: FindingsText.width)
  }

  /// Cases under the plan weeks of their first session.
  private func weeks(_ cases: [MissedSessions.Case]) -> [String] {
    var lines: [String] = []
    var last: Int?
    for missed in cases {
      guard let first = missed.sessions.first.flatMap(session) else { continue }
      let week = (first.day - schedule.start) / 7
      if week != last {
        let start = schedule.start + 7 * week
        lines.append(
          style.bold("Week \(week + 1)") + "  \(start.dayAndMonth) – \((start + 6).dayAndMonth)")
      }
      last = week
      lines += self.lines(of: missed) + [""]
    }
    return lines
  }

  private func lines(of missed: MissedSessions.Case) -> [String] {
    let names = missed.sessions.compactMap { session($0).map(name) }
    let head = "▲ " + style.bold(names.joined(separator: " and ")) + " missed"
    guard let first = missed.findings.first else { return [head] }
    return [head] + paragraph("\(title(first)), \(first.span): \(first.message)")
      + paragraph("Sum: " + first.arithmetic) + then(missed.findings.dropFirst(), after: first)
      + paragraph(repair(missed))
  }

  private func then(_ findings: ArraySlice<Finding>, after first: Finding) -> [String] {
    if isVerbose {
      return findings.flatMap { finding in
        paragraph("Then \(title(finding)), \(finding.span): \(finding.message)")
          + paragraph("Sum: " + finding.arithmetic)
      }
    }
    let others = findings.filter { title($0) != title(first) || $0.span != first.span }
    return others.isEmpty ? [] : paragraph("Then " + spans(others) + ".")
  }

  /// Rules with the days on which they break: "Taper 4 Apr – 10 Apr; Form floor 28 Feb, 7 Mar".
  private func spans(_ findings: some Sequence<Finding>) -> String {
    var parts: [(title: String, spans: [String])] = []
    for finding in findings {
      let title = title(finding)
      if let place = parts.firstIndex(where: { $0.title == title }) {
        if !parts[place].spans.contains(finding.span) { parts[place].spans.append(finding.span) }
      } else {
        parts.append((title, [finding.span]))
      }
    }
    return parts.map { $0.title + " " + $0.spans.joined(separator: ", ") }.joined(separator: "; ")
  }

  private func repair(_ missed: MissedSessions.Case) -> String {
    guard missed.isSearched else { return "" }
    guard let repair = missed.repair else {
      return missed.endsInItsWeek
        ? "Repair: none later; only this week falls short."
        : "Repair: no small change makes up for it; plan the rest again."
    }
    let shown = isVerbose ? repair.words[...] : repair.words.prefix(Self.mostEdits)
    let more = repair.words.count - shown.count
    let rest = more > 0 ? " And \(more) more \(more == 1 ? "change" : "changes")." : ""
    let left = missed.left.isEmpty ? "" : " What stays: \(spans(missed.left.map { missed.findings[$0] }))."
    return "Repair: " + shown.joined(separator: " ") + rest + left
  }

  private func title(_ finding: Finding) -> String { ruleBook[finding.rule]?.title ?? finding.rule }

  private func session(_ id: String) -> Session? { schedule.sessions.first { $0.id == id } }

  private func name(_ session: Session) -> String {
    "\(session.day.weekday.shortName) \(session.day.dayAndMonth) \(session.inShort)"
  }

  private func paragraph(_ text: String) -> [String] {
    let space = String(repeating: " ", count: 5)
    return wrapped(text, width: FindingsText.width - 7).enumerated().map { line, text in
      (line == 0 ? space : space + "  ") + text
    }
  }
}

extension MissedSessions {
  /// The result in words: how many can be missed, and what was looked at.
  var summary: String {
    let all = sessionCount == 1 ? "The only session" : "Each of the \(sessionCount) sessions"
    let free =
      freeCount == sessionCount
      ? "\(all) can be missed without any change to the rest."
      : "\(freeCount) of \(sessionCount) sessions can be missed without any change to the rest."
    let own =
      ownWeekCount == 0
      ? [] : ["With \(ownWeekCount) more only the week that they are missed in falls short of a limit."]
    let sets = looked.dropFirst().map { look in
      let name = look.size == 2 ? "pairs" : "sets of \(look.size)"
      let alone = look.size == 2 ? "neither session alone does" : "no part of them does"
      let breaking = count(ofSize: look.size)
      return "Of \(look.setCount) \(name)\(look.bound.map { ", \($0)," } ?? "") "
        + (breaking == 0
          ? "none breaks a limit that no part of it breaks."
          : "\(breaking) more \(breaking == 1 ? "breaks" : "break") a limit although \(alone).")
    }
    return ([free] + own + sets).joined(separator: " ")
  }
}
