import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

extension Comparison {
  /// What differs: sessions with what became of them, the weeks that differ, findings gained and cleared.
  var jsonMembers: [JSONValue.Member] {
    JSONValue.record([
      "counts": .object(
        SessionDifference.Kind.allCases.map { .init($0.rawValue, .number(sessions.count($0))) }),
      "sessions": .array(sessions.changes.map(\.json)),
      "weeks": .array(weeks.filter(\.differs).map(\.json)),
      "findings": .record([
        "cleared": .array(cleared.map(\.finding.json)), "gained": .array(gained.map(\.finding.json)),
      ]),
      "verdict": .record(["before": .text(before.verdict), "after": .text(after.verdict)]),
    ]).members
  }
}

extension SessionDifference {
  fileprivate var json: JSONValue {
    .record([
      "id": .text(session.id), "kinds": .texts(kinds.map(\.rawValue)), "words": .text(words),
      "before": before.map(\.changeJSON) ?? .null, "after": after.map(\.changeJSON) ?? .null,
    ])
  }
}

extension Session {
  fileprivate var changeJSON: JSONValue {
    .record([
      "date": .text(day.iso), "start": startMinute.map { .text(TimeText.clock($0)) }, "title": .text(title),
      "template": template.map { .text($0) }, "minutes": .number(minutes), "load": .number(load),
      "hip": .number(hip), "planned": plannedDay.map { .text($0.iso) }, "locked": .bool(isLocked),
      "done": .bool(isDone),
    ])
  }
}

extension Comparison.Week {
  fileprivate var json: JSONValue {
    .record([
      "week": summary.map { .number($0.index + 1) }, "before": before.map(\.changeJSON) ?? .null,
      "after": after.map(\.changeJSON) ?? .null,
    ])
  }
}

extension WeekSummary {
  fileprivate var changeJSON: JSONValue {
    .record([
      "first": .text(days.lowerBound.iso), "last": .text(days.upperBound.iso), "minutes": .number(minutes),
      "load": .number(load), "hip": .number(hip), "rest_days": .number(restDays),
    ])
  }
}

extension Finding {
  fileprivate var json: JSONValue {
    .record([
      "rule": .text(rule), "aspect": .text(aspect), "level": .text(level.rawValue), "first": .text(first.iso),
      "last": .text(last.iso), "message": .text(message),
    ])
  }
}
