import TrainingPlan

// What settles several clashes at once.
extension ClashSearch {
  /// Changes that searches may try for it, for a plan of twelve weeks.
  private static let changes = 1_000_000

  /// One change of each clash with which a schedule is found: the ladders are climbed from the steps that help where the
  /// other clashes are settled, all of them ever faster until there is a schedule, and then down again one by one.
  mutating func together(_ footholds: [Foothold?]) -> [Infeasibility.Change] {
    var least: [Foothold] = []
    for foothold in footholds {
      guard let foothold else { return [] }
      if !least.contains(where: { $0.group.key == foothold.group.key }) { least.append(foothold) }
    }
    guard footholds.count > 1 else { return [] }
    study.allow(changes: Self.changes, weeks: problem.weekCount)
    guard var reached = climbed(from: least) else { return [] }
    for place in least.indices {
      let others = reached
      reached[place].step = Self.leastGood(least[place].step, reached[place].step) { step in
        var lower = others
        lower[place].step = step
        return isEnough(lower)
      }
    }
    return reached.map { .init(key: $0.group.key, text: $0.group.text, help: $0.ladder[$0.step].words) }
  }

  private mutating func climbed(from least: [Foothold]) -> [Foothold]? {
    var reached = least
    var stride = 1
    while !isEnough(reached) {
      guard reached.contains(where: { $0.step < $0.ladder.count - 1 }) else { return nil }
      for place in reached.indices {
        reached[place].step = min(least[place].step + stride, reached[place].ladder.count - 1)
      }
      stride *= 2
    }
    return reached
  }

  /// Whether a schedule is found with some changes.
  private mutating func isEnough(_ changes: [Foothold]) -> Bool {
    let changed = changes.reduce(problem) { $1.ladder[$1.step].applied(to: $0) }
    let words = changes.map { $0.ladder[$0.step].words }.joined(separator: "; ")
    return isPossible(changed, changes[0].group, help: words, .short)
  }
}
