import TrainingPlan

/// What the description of a session's event says: what to do, what it costs, and why.
struct SessionText {
  let session: Session
  let week: Schedule.Week?
  /// Support work of the same day that has no event of its own.
  var support: [Session] = []

  /// The whole text, line by line.
  var description: String {
    var lines = Self.steps(of: session)
    for session in support {
      if !lines.isEmpty { lines.append("") }
      lines += ["Also \(session.title.lowercased()), \(session.minutes) min:"] + Self.steps(of: session)
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(
      "Load \(Self.number(session.load)) AU (sRPE \(Self.number(session.sRPE)) x \(session.minutes) min).")
    lines.append(
      "Hip flexion \(Self.number(session.hip)) run-minutes, relief \(Self.number(session.relief)) min.")
    if let week { lines.append("Week \(week.index + 1), \(week.phase.rawValue).") }
    if !session.why.isEmpty { lines.append("Why: \(session.why)") }
    if !session.steps.isEmpty { lines.append("A suggestion: adapt it to how you feel.") }
    return lines.joined(separator: "\n")
  }

  private static func steps(of session: Session) -> [String] {
    session.steps.map { step in
      step.effort.isEmpty
        ? "\(step.minutes) min · \(step.text)" : "\(step.minutes) min · \(step.text) (\(step.effort))"
    }
  }

  /// With at most one digit after the point, the same in every locale.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "-" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, part) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
  }
}
