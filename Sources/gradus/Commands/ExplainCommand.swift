import ArgumentParser
import PlanFiles
import TrainingPlan

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule means, how it is computed, and what it rests on.",
    discussion: """
      EXAMPLES:
        gradus explain                 all rules
        gradus explain weekly-rise     one rule
      """)

  @Argument(help: "The name of a rule; without it all rules are listed.", completion: .list(rules))
  var rule: String?

  @Flag(help: "Print JSON.")
  var json = false

  private static var rules: [String] { (try? RuleBook.bundled())?.rules.map(\.id) ?? [] }

  func run() throws {
    let book = try RuleBook.bundled()
    guard let rule else {
      if json { return try Output.write(JSONValue.array(book.rules.map(\.json)).bytes()) }
      return try Output.print(book.list(.ofOutput).joined(separator: "\n"))
    }
    guard let description = book[rule] else {
      let nearest = NearestWord.of(rule, among: book.rules.map(\.id)).map { "did you mean \"\($0)\"?" }
      throw Failure.usage("\"\(rule)\" is no rule; " + (nearest ?? "`gradus explain` lists them"))
    }
    if json { return try Output.write(description.json.bytes()) }
    try Output.print(description.lines(.ofOutput).joined(separator: "\n"))
  }
}

extension RuleBook {
  /// The rule book that ships with Gradus.
  static func bundled() throws(Failure) -> RuleBook {
    do { return try RuleBookFile.standard() } catch { throw .invalid(error) }
  }

  fileprivate func list(_ style: Style) -> [String] {
    var table = TextTable([("rule", .left), ("by default", .left), ("evidence", .left), ("title", .left)])
    for rule in rules {
      table.add([rule.id, rule.effect.rawValue, rule.evidence.rawValue, rule.title])
    }
    return table.lines(style)
  }
}

extension RuleDescription {
  fileprivate func lines(_ style: Style) -> [String] {
    func part(_ title: String, _ text: String) -> [String] {
      let lines = wrapped(text, width: 78)
      return ["", style.bold(title)] + lines.map { "  " + $0 }
    }
    let effect =
      switch effect {
      case .binds: "binds: the planner keeps it"
      case .watches: "watches: a breach is worth a look"
      case .notes: "notes: shown, nothing more"
      case .off: "off"
      }
    return [style.bold(title) + " (\(id))"]
      + part("Meaning", meaning)
      + part("Computation", formula)
      + part("By default", usual + "; " + effect)
      + part("Evidence", "\(evidence.rawValue): \(evidence.words)")
      + (contested.map { part("Contested", $0) } ?? [])
      + ["", style.bold("Sources")]
      + sources.flatMap { source in
        wrapped(source.text + (source.doi.map { ". https://doi.org/" + $0 } ?? ""), width: 76)
          .enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
      }
      + (refer.isEmpty ? [] : ["", style.bold("What it says")])
      + refer.flatMap { wrapped($0, width: 78).map { "  " + $0 } }
      + part("To change it", change)
  }

  fileprivate var json: JSONValue {
    .record([
      "id": .text(id), "title": .text(title), "meaning": .text(meaning), "formula": .text(formula),
      "default": .text(usual), "effect": .text(effect.rawValue), "keys": .texts(keys),
      "numbers": .array(
        numbers.map {
          .record(["name": .text($0.name), "value": .number($0.value), "unit": .text($0.unit)])
        }),
      "evidence": .text(evidence.rawValue), "evidence_words": .text(evidence.words),
      "contested": contested.map(JSONValue.text),
      "sources": .array(sources.map(\.json)),
      "change": .text(change), "refer": refer.isEmpty ? nil : .texts(refer),
    ])
  }
}

extension RuleDescription.Source {
  var json: JSONValue { .record(["text": .text(text), "doi": doi.map(JSONValue.text)]) }
}
