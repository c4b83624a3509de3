import PlanFiles
import Planner

// What clashes, as a coach reads it and as data.
extension Infeasibility {
  /// The clashes in words, each wish with the line that it comes from.
  func inWords(_ places: WishPlaces?) -> String {
    var lines = [
      isProven ? "No schedule satisfies all of this." : "No schedule was found that satisfies all of this."
    ]
    for clash in clashes {
      lines += ["", clash.summary]
      let unsure = clash.wishes.filter { !$0.isNeeded }
      // Many that may not be needed are told in short, after those that are.
      let told = unsure.count < 3 ? clash.wishes : clash.wishes.filter(\.isNeeded)
      for wish in told { lines += wish.lines(places?.place(of: wish.key)) }
      if unsure.count >= 3 {
        lines.append("  Some or all of these, too; which are needed is not proven:")
        lines += unsure.map { $0.inShort(places?.place(of: $0.key)) }
      }
    }
    if clashes.count > 1 { lines += ["", "Each of these clashes has to be settled."] }
    if !together.isEmpty {
      lines.append("These changes together would do it:")
      lines += together.map { "  - \($0.text): \($0.help)" }
    }
    if !isProven {
      lines += ["", "This is what the search found, not a proof: more effort may find a schedule."]
    }
    return lines.joined(separator: "\n")
  }

  /// The clashes as data.
  func json(_ places: WishPlaces?) -> JSONValue {
    .record([
      "status": .text("infeasible"), "proven": .bool(isProven),
      "clashes": .array(
        clashes.map { clash in
          .record([
            "summary": .text(clash.summary), "proven": .bool(clash.isProven),
            "wishes": .array(clash.wishes.map { $0.json(places?.place(of: $0.key)) }),
          ])
        }),
      "together": together.isEmpty
        ? nil
        : .array(
          together.map {
            .record(["key": .text($0.key), "text": .text($0.text), "help": .text($0.help)])
          }),
    ])
  }
}

extension Infeasibility.Wish {
  fileprivate func lines(_ place: WishPlace?) -> [String] {
    var lines = ["  - \(text)"]
    if let line = place?.line {
      lines.append("    \(line.file):\(line.mark.line):\(line.mark.column): \(line.text)")
    }
    if let standard = place?.standard { lines.append("    \(standard)") }
    if !help.isEmpty {
      let when = isEnough ? "would help" : "would help, once the other clashes are settled"
      let changes = help.map { provenLeast.contains($0) ? $0 + " (no smaller change would do)" : $0 }
      lines.append("    \(when): \(changes.joined(separator: ", or "))")
    }
    if !isNeeded {
      lines.append("    whether it is needed here is not proven: no schedule was found without it")
    }
    return lines
  }

  fileprivate func inShort(_ place: WishPlace?) -> String {
    "  - \(text)" + (place?.line.map { " (\($0.file):\($0.mark.line):\($0.mark.column))" } ?? "")
  }

  fileprivate func json(_ place: WishPlace?) -> JSONValue {
    .record([
      "key": .text(key), "text": .text(text), "help": .text(help.joined(separator: " or ")),
      "proven_least": .array(provenLeast.map(JSONValue.text)), "enough": .bool(isEnough),
      "needed": .text(isNeeded ? "proven" : "not proven"), "file": place?.line.map { .text($0.file) },
      "line": place?.line.map { .number($0.mark.line) },
      "column": place?.line.map { .number($0.mark.column) },
      "source": place?.line.map { .text($0.text) }, "default": place?.standard.map(JSONValue.text),
    ])
  }
}
