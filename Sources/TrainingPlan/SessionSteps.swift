extension SessionTemplate {
  /// The parts of the session when it lasts `minutes`: the shares in whole minutes that add up to it.
  ///
  /// Rounding goes by largest remainder, so no minute is lost; a set says how often it is repeated.
  public func steps(lasting minutes: Int) -> [Step] {
    let exact = steps.map { $0.share * Double(minutes) }
    var whole = exact.map { Int($0.rounded(.down)) }
    let byRemainder = exact.indices.sorted {
      let a = exact[$0] - Double(whole[$0])
      let b = exact[$1] - Double(whole[$1])
      return a == b ? $0 < $1 : a > b
    }
    var missing = minutes - whole.reduce(0, +)
    for index in byRemainder where missing > 0 {
      whole[index] += 1
      missing -= 1
    }
    return zip(steps, whole).compactMap { pattern, length in
      guard length > 0 else { return nil }
      return Step(text: pattern.text(lasting: length), minutes: length, effort: Effort.words(pattern.effort))
    }
  }
}

extension StepPattern {
  /// The step in words when it lasts `minutes`.
  func text(lasting minutes: Int) -> String {
    guard let repeats else { return text }
    let cycle = max(1, repeats.workSeconds + repeats.recoverySeconds)
    let count = max(1, (minutes * 60 + repeats.recoverySeconds) / cycle)
    let work = repeats.repetitions.map(String.init) ?? StepPattern.duration(repeats.workSeconds)
    guard count > 1, repeats.recoverySeconds > 0 else { return "\(count) x \(work) \(text)" }
    return
      "\(count) x \(work) \(text), \(StepPattern.duration(repeats.recoverySeconds)) \(repeats.recovery) between"
  }

  /// Seconds as people write them: `45 s`, `4 min`, `1 min 30 s`.
  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }
}

/// The CR-10 scale of perceived exertion in words (Foster 2001).
public enum Effort {
  /// What an effort of 0-10 feels like.
  public static func words(_ effort: Double) -> String {
    switch effort {
    case ..<1: "rest"
    case ..<2: "very easy"
    case ..<3: "easy, full sentences"
    case ..<4: "comfortable, you can talk"
    case ..<5: "steady, short sentences"
    case ..<6: "somewhat hard"
    case ..<7.5: "hard, single words"
    case ..<9: "very hard"
    default: "all you have"
    }
  }
}
