import PlanFiles
import Reports
import Review
import TrainingLoad
import TrainingPlan

/// A review for programs: `report/1`. What has no value is left out, or `null` where a key must be there.
struct ReportJSON {
  /// What the `schema` key says.
  static let schema = "report/1"

  /// The report.
  let value: JSONValue

  init(_ checked: Checked, ruleBook: RuleBook) {
    let reviewed = checked.reviewed
    let counts = Finding.Level.allCases.reversed().map {
      JSONValue.Member($0.rawValue, .number(reviewed.count($0)))
    }
    value = .record([
      "schema": .text(Self.schema), "title": .text(checked.title), "verdict": .text(checked.verdict),
      "counts": .object(counts), "plan": checked.answer.map(\.reportJSON),
      "findings": .array(reviewed.items.map { $0.json(ruleBook[$0.finding.rule]) }),
      "weeks": .array(checked.answer.map { $0.weeksJSON(ruleBook) } ?? []),
      "missed": checked.missed.map { $0.json(ruleBook) },
    ])
  }
}

extension MissedSessions {
  fileprivate func json(_ ruleBook: RuleBook) -> JSONValue {
    .record([
      "summary": .text(summary), "sessions": .number(sessionCount), "free": .number(freeCount),
      "looked_at": .array(
        looked.map {
          .record([
            "size": .number($0.size), "sets": .number($0.setCount), "bound": $0.bound.map(JSONValue.text),
          ])
        }),
      "cases": .array(
        cases.map { missed in
          .record([
            "sessions": .texts(missed.sessions),
            "findings": .array(missed.findings.map { .object($0.members(ruleBook[$0.rule])) }),
            "repair": missed.repair.map(\.json) ?? .null, "repair_searched": .bool(missed.isSearched),
            "left": .array(missed.left.map(JSONValue.number)), "own_week": .bool(missed.endsInItsWeek),
          ])
        }),
    ])
  }
}

extension Answer {
  fileprivate var reportJSON: JSONValue {
    .record([
      "id": .text(schedule.planID), "problem": .text(problem.id), "start": .text(schedule.start.iso),
      "today": today.map { .text($0.iso) },
      "unknown_days": unknownDays.isEmpty ? nil : .texts(unknownDays.sorted().map(\.iso)),
      "athlete": problem.athlete.map { .text($0.name) }, "robust": schedule.robustCost?.json,
      "event": .record([
        "name": .text(schedule.event.name), "sport": .text(schedule.event.sport),
        "date": .text(schedule.event.day.iso), "minutes": .number(schedule.event.minutes),
      ]),
    ])
  }

  fileprivate func weeksJSON(_ ruleBook: RuleBook) -> [JSONValue] {
    let signals = hipSignals(
      schedule, for: problem, ruleBook: ruleBook, today: today, unknownDays: unknownDays)
    return WeekSummary.weeks(of: self).enumerated().map { index, week in
      week.json(signals.indices.contains(index) ? signals[index] : nil)
    }
  }
}

extension WeekSummary {
  fileprivate func json(_ signals: HipSignals?) -> JSONValue {
    .record([
      "week": .number(index + 1), "first": .text(days.lowerBound.iso),
      "last": .text(days.upperBound.iso),
      "phase": phase.map { .text($0.rawValue) }, "type": type.map { .text($0.rawValue) },
      "minutes": .number(minutes),
      "load": .number(load), "change": .number(orNull: change), "rest_days": .number(restDays),
      "hip": .number(hip), "monotony": .number(orNull: monotony.monotony),
      "strain": .number(orNull: monotony.strain), "hip_signals": signals.map(\.json) ?? .null,
    ])
  }
}

extension HipSignals {
  fileprivate var json: JSONValue {
    .record([
      "level": .text("\(level)"),
      "signals": .array(
        all.map {
          .record([
            "signal": .text($0.kind.rawValue), "value": .number(orNull: $0.value),
            "level": .text("\($0.level)"),
          ])
        }),
    ])
  }
}

extension Reviewed.Item {
  fileprivate func json(_ rule: RuleDescription?) -> JSONValue {
    .object(
      [JSONValue.Member("number", .number(number))] + finding.members(rule) + [
        JSONValue.Member("fix", fix.map(\.json) ?? .null),
        JSONValue.Member("fix_searched", .bool(isSearched)),
      ])
  }
}

extension Finding {
  /// What was found, with its proof.
  fileprivate func members(_ description: RuleDescription?) -> [JSONValue.Member] {
    whatMembers(description) + proofMembers
  }

  private func whatMembers(_ description: RuleDescription?) -> [JSONValue.Member] {
    JSONValue.record([
      "rule": .text(rule), "title": .text(description?.title ?? rule),
      "aspect": .text(aspect), "level": .text(level.rawValue),
      "first": .text(first.iso), "last": .text(last.iso),
      "week": week.map { .number($0 + 1) } ?? .null, "sessions": .texts(sessions),
      "message": .text(message), "why": .text(why), "advice": .text(advice),
      "ask": .text(ask),
    ]).members
  }

  private var proofMembers: [JSONValue.Member] {
    JSONValue.record([
      "inputs": .array(
        inputs.map {
          .record(["name": .text($0.name), "value": .number($0.value), "unit": .text($0.unit)])
        }),
      "arithmetic": .text(arithmetic), "value": .number(orNull: value),
      "limit": .number(orNull: limit), "origin": .text(origin),
      "evidence": .text(evidence.rawValue), "evidence_words": .text(evidence.words),
      "sources": .array(sources.map(\.json)), "contested": .text(orNull: contested),
      "provisional": .text(orNull: provisional), "waiver": waiver.map(\.json) ?? .null,
    ]).members
  }
}

extension RulePolicy.Waiver {
  fileprivate var json: JSONValue {
    .record([
      "rule": .text(rule), "from": from.map { .text($0.iso) }, "until": .text(until.iso),
      "sessions": sessions.isEmpty ? nil : .texts(sessions),
      "dates": dates.isEmpty ? nil : .texts(dates.map(\.iso)), "reason": .text(reason),
    ])
  }
}

extension Fix {
  fileprivate var json: JSONValue {
    .record([
      "summary": .text(summary), "words": .texts(words), "cost": .number(cost),
      "edits": .array(edits.map(\.json)),
    ])
  }
}

extension Edit {
  fileprivate var json: JSONValue {
    switch self {
    case .lasts(let session, let minutes):
      .record(["edit": .text("lasts"), "session": .text(session), "minutes": .number(minutes)])
    case .move(let session, let day):
      .record(["edit": .text("move"), "session": .text(session), "date": .text(day.iso)])
    case .swap(let session, let template, let minutes):
      .record([
        "edit": .text("swap"), "session": .text(session), "template": .text(template),
        "minutes": .number(minutes),
      ])
    case .remove(let session): .record(["edit": .text("remove"), "session": .text(session)])
    case .add(let id, let template, let day, let minutes):
      .record([
        "edit": .text("add"), "session": .text(id), "template": .text(template), "date": .text(day.iso),
        "minutes": .number(minutes),
      ])
    }
  }
}

extension JSONValue {
  fileprivate static func number(orNull value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  fileprivate static func text(orNull value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
}
