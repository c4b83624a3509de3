import Calendars
import PlanFiles
import Review
import TrainingLoad

/// What an import changes, as a coach reads it and as programs do.
struct ImportText {
  let calendar: String
  let edits: CalendarEdits
  let before: Checked
  let after: Checked
  /// The schedule file.
  let file: String
  let isDryRun: Bool

  func lines(_ style: Style) -> [String] {
    var lines = wrapped(summary, width: FindingsText.width)
    if !edits.edits.isEmpty {
      lines.append("")
      lines += edits.edits.flatMap { item("\($0.name): \($0.words).") }
      if edits.edits.contains(where: { $0.kind != .removed }) {
        lines += ["", "What was changed is locked: planning again leaves it where it is."]
      }
      lines += [""] + ChangeText(before: before, after: after).lines(style)
    }
    if !edits.remarks.isEmpty { lines += ["", "To note:"] + edits.remarks.flatMap(item) }
    if !edits.strangers.isEmpty {
      lines += ["", "Not of the plan, and not taken:"]
      let shown = edits.strangers.prefix(Self.strangersShown)
      lines += shown.flatMap { item("\($0.summary.isEmpty ? "Untitled" : $0.summary): \($0.time)") }
      if edits.strangers.count > shown.count {
        lines.append("  and \(edits.strangers.count - shown.count) more")
      }
    }
    return lines + ["", ending]
  }

  /// A calendar of a whole family has thousands.
  private static let strangersShown = 20

  private func item(_ text: String) -> [String] {
    wrapped(text, width: FindingsText.width - 4).enumerated().map {
      ($0.offset == 0 ? "  " : "    ") + $0.element
    }
  }

  private var summary: String {
    let counts = CalendarEdit.Kind.allCases.compactMap { kind -> String? in
      let count = edits.edits.count { $0.kind == kind }
      return count == 0 || kind == .pinned ? nil : "\(count) \(kind.word)"
    }
    let events = edits.matched == 1 ? "1 event" : "\(edits.matched) events"
    let changes = counts.isEmpty ? "nothing changed" : counts.joined(separator: ", ")
    return "\(calendar) has \(events) of \(before.title): \(changes)."
  }

  private var ending: String {
    if edits.edits.isEmpty { return "\(file) stays as it is." }
    return (isDryRun ? "Would write " : "Wrote ") + file
  }
}

extension CalendarEdit {
  /// The session, with its day where the change does not say it.
  fileprivate var name: String {
    switch kind {
    case .resized, .renamed: "\(title) of \(day.weekday.shortName) \(day.iso)"
    case .moved, .removed, .added, .pinned: title
    }
  }
}

extension CalendarEdit.Kind {
  /// In a count: "2 moved".
  fileprivate var word: String {
    switch self {
    case .moved: "moved"
    case .resized: "of another length"
    case .renamed: "renamed"
    case .removed: "removed"
    case .added: "added"
    case .pinned: "with a start of its own"
    }
  }
}

extension ImportText {
  /// `import/1`.
  var json: JSONValue {
    let change = ChangeText(before: before, after: after)
    return .record([
      "schema": .text("import/1"), "calendar": .text(calendar), "file": .text(file),
      "written": .bool(!isDryRun && !edits.edits.isEmpty), "matched": .number(edits.matched),
      "changes": .array(
        edits.edits.map { edit in
          .record([
            "kind": .text(edit.kind.rawValue), "id": .text(edit.session), "title": .text(edit.title),
            "date": .text(edit.day.iso), "text": .text(edit.words),
          ])
        }),
      "remarks": .texts(edits.remarks),
      "strangers": .array(
        edits.strangers.map { stranger in
          .record([
            "title": .text(stranger.summary), "time": .text(stranger.time),
            "line": .number(stranger.place.line),
          ])
        }),
      "before": .text(before.verdict), "after": .text(after.verdict),
      "cleared": .array(change.cleared.map(\.importJSON)), "gained": .array(change.gained.map(\.importJSON)),
    ])
  }
}

extension Finding {
  fileprivate var importJSON: JSONValue {
    .record([
      "rule": .text(rule), "level": .text(level.rawValue), "from": .text(first.iso), "to": .text(last.iso),
      "message": .text(message),
    ])
  }
}
