import TrainingPlan

// A step as a line that people read and write: `10 min Easy jog (very easy)`.

extension Step {
  /// The line of the step.
  var line: String {
    let text = "\(minutes) min " + self.text.split { $0.isNewline }.joined(separator: " ")
    // Brackets that end a step without an effort would be taken for one.
    return effort.isEmpty && !text.hasSuffix(")") ? text : text + " (\(effort))"
  }

  /// The step of a line; nil where it does not begin with its minutes.
  init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[1] == "min", let minutes = NumberText.int(String(parts[0])),
      (0...10_000).contains(minutes)
    else { return nil }
    let text = parts[2]
    guard let open = Self.openingBracket(text) else {
      self.init(text: String(text), minutes: minutes, effort: "")
      return
    }
    let effort = text[text.index(after: open)...].dropLast()
    self.init(text: String(text[..<open].dropLast()), minutes: minutes, effort: String(effort))
  }

  /// The steps of a list in JSON.
  static func steps(json source: SourceFile) throws(FileError) -> [Step] {
    var steps: [Step] = []
    for item in try source.document().items("a step") { steps.append(try Step(item, isStrict: true)) }
    return steps
  }

  /// Where the brackets open that close at the end of the text, with a blank before them.
  private static func openingBracket(_ text: some StringProtocol) -> String.Index? {
    guard text.hasSuffix(")") else { return nil }
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      guard depth == 0 else { continue }
      return index > text.startIndex && text[text.index(before: index)] == " " ? index : nil
    }
    return nil
  }
}
