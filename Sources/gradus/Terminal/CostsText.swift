import PlanFiles
import Planner

// What single wishes and limits cost, as a coach reads it and as data.
extension Costs {
  var lines: [String] {
    let searched =
      "searched on from this schedule with it and without, mean of \(searches) searches with different dice."
    let told = Kind.allCases.flatMap { kind in
      rows(kind.inWords, items.filter { $0.kind == kind && $0.isBeyondSpread })
    }
    let within = "Within what dice alone bring about, ±\(decimal(spread, 2)) AU a day"
    return wrapped(
      "What each part costs, in AU a day and as a share of the objective without it: \(searched)",
      width: Self.width)
      + told + rows(within, items.filter { !$0.isBeyondSpread && $0.cost != 0 }) + idle + together + [""]
      + wrapped(
        "Costs do not add up: one part may keep what another asks for too. The objective knows nothing of what "
          + "a limit is for.", width: Self.width)
  }

  private static let width = 78

  private func rows(_ title: String, _ items: [Item]) -> [String] {
    guard !items.isEmpty else { return [] }
    let dearestFirst = items.enumerated().sorted { a, b in
      (b.element.cost, a.offset) < (a.element.cost, b.offset)
    }
    return ["", Style.ofOutput.bold(title)] + dearestFirst.flatMap { $0.element.lines }
  }

  /// What changed nothing in any search.
  private var idle: [String] {
    let texts = items.filter { $0.cost == 0 }.map(\.text)
    guard !texts.isEmpty else { return [] }
    return ["", Style.ofOutput.bold("No difference at all")]
      + wrapped(texts.joined(separator: "; ") + ".", width: Self.width - 2).map { "  " + $0 }
  }

  private var together: [String] {
    guard let habits else { return [] }
    let note = habits.isBeyondSpread ? "" : " (within what dice bring about)"
    return ["", Style.ofOutput.bold("All habits and wishes together") + note, habits.figures]
  }

  var json: JSONValue {
    .record([
      "objective": .number(objective), "searches": .number(searches), "spread": .number(spread),
      "items": .array(items.map(\.json)), "habits": habits?.json,
    ])
  }
}

extension Costs.Kind {
  fileprivate var inWords: String {
    switch self {
    case .habit: "Habits and wishes"
    case .goal: "Goals"
    case .limit: "Limits"
    }
  }
}

extension Costs.Item {
  /// The cost as a share of the objective without it; nil where there is nothing to take from.
  private var share: Double? { objectiveWithout > 0 ? cost / objectiveWithout : nil }

  fileprivate var figures: String {
    let percent = share.map { decimal(100 * $0, 1) + " %" } ?? ""
    return padded(decimal(cost, 2), 8) + padded(percent, 9)
  }

  fileprivate var lines: [String] {
    let space = String(repeating: " ", count: figures.count + 2)
    return wrapped(text, width: 78 - space.count).enumerated().map { line, words in
      (line == 0 ? figures + "  " : space) + words
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  fileprivate var json: JSONValue {
    .record([
      "key": .text(key), "text": .text(text), "kind": .text(kind.rawValue),
      "objective_without": .number(objectiveWithout), "cost": .number(cost),
      "share": share.map { .number($0) }, "beyond_spread": .bool(isBeyondSpread),
    ])
  }
}
