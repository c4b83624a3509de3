import Calendars
import PlanFiles
import TrainingLoad
import TrainingPlan

/// What an import takes over, as a coach reads it and as programs do.
struct ImportText {
  let calendar: String
  let edits: CalendarEdits

  /// The import in one sentence.
  var summary: String {
    let counts = CalendarEdit.Kind.allCases.compactMap { kind -> String? in
      let count = edits.edits.count { $0.kind == kind }
      return count == 0 || kind == .pinned ? nil : "\(count) \(kind.word)"
    }
    let sessions = edits.matched == 1 ? "1 entry" : "\(edits.matched) entries"
    let changes = counts.isEmpty ? "nothing changed" : counts.joined(separator: ", ")
    return "\(calendar) has \(sessions) of \(edits.schedule.title): \(changes)."
  }

  /// What a coach should know behind the changes.
  var notes: [String] {
    let isLocked = edits.edits.contains { ![.removed, .pinned].contains($0.kind) }
    let pinned = edits.edits.filter { $0.kind == .pinned }.map { "\($0.title) \($0.words)." }
    return (isLocked ? ["Locked: planning again leaves what was changed as it is."] : []) + pinned
      + edits.remarks.map { "Note: " + $0 } + strangers
  }

  private var strangers: [String] {
    let names = edits.strangers.prefix(Self.strangersShown).map {
      "Not of the plan, not taken: \($0.summary.isEmpty ? "Untitled" : $0.summary), \($0.time)."
    }
    let more = edits.strangers.count - names.count
    return names + (more > 0 ? ["Not of the plan, not taken: \(more) more."] : [])
  }

  /// A calendar of a whole family has thousands.
  private static let strangersShown = 20

  func lines(_ change: ScheduleChange, _ style: Style, isDryRun: Bool) -> [String] {
    if change.isChange { return change.lines(style, isDryRun: isDryRun) }
    return ([summary] + notes).flatMap { wrapped($0, width: FindingsText.width) }
      + ["\(change.file.path) stays as it is."]
  }

  /// `import/1`: what `change/1` says of a change, and what was seen in the calendar.
  func json(_ change: ScheduleChange, isDryRun: Bool) -> JSONValue {
    let own = JSONValue.record([
      "schema": .text("import/1"), "calendar": .text(calendar), "matched": .number(edits.matched),
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
    ])
    let known = Set(own.members.map(\.key))
    return .object(own.members + change.json(isDryRun: isDryRun).members.filter { !known.contains($0.key) })
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
