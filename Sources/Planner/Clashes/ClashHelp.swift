import TrainingLoad
import TrainingPlan

// What is said of a set: what each of its wishes is, and the smallest changes that would help.
extension ClashSearch {
  /// Changes that are named of a wish, at most.
  private static let mostHelp = 2
  /// Changes that are tried for what is no wish.
  private static let factChanges = 400_000
  /// How far up a ladder a step is looked for, from the first that arithmetic allows.
  private static let reach = 15

  mutating func clash(_ sets: [ClashSet], at index: Int) -> Infeasibility.Clash {
    let set = sets[index]
    var wishes: [Infeasibility.Wish] = []
    for group in set.members {
      let others = sets.indices.filter { $0 != index && !sets[$0].holds(group.key) }
      let given = others.compactMap { sets[$0].members.first }
      wishes.append(wish(group, besides: given, of: set, isEnough: others.isEmpty))
    }
    for fact in sets.count == 1 ? WishGroup.facts(of: problem, for: set.members) : [] {
      study.allow(changes: Self.factChanges)
      var wish = Infeasibility.Wish(key: fact.key, text: fact.text, isNeeded: true, help: [], isEnough: true)
      help(&wish, fact, in: problem)
      if !wish.help.isEmpty { wishes.append(wish) }
    }
    let taken = wishes.count > 1 && wishes.allSatisfy(\.isNeeded)
    return Infeasibility.Clash(
      summary: summary(of: set) + (taken ? " Giving up any one of them takes this clash away." : ""),
      isProven: set.proof != nil, wishes: wishes)
  }

  /// A wish of a set with what would help, where the other clashes are settled.
  private mutating func wish(
    _ group: WishGroup, besides given: [WishGroup], of set: ClashSet, isEnough: Bool
  ) -> Infeasibility.Wish {
    var wish = Infeasibility.Wish(
      key: group.key, text: group.text, isNeeded: false, help: [], isEnough: isEnough)
    let gone = Set(given.map(\.key) + [group.key])
    if isKept(groups.filter { !gone.contains($0.key) }, without: group) {
      wish.isNeeded = true
      help(&wish, group, in: given.reduce(problem) { $1.left(out: $0) })
    } else {
      wish.isNeeded = isKept(set.members.filter { $0.key != group.key }, besides: group)
    }
    return wish
  }

  /// The smallest step of each ladder that leads to a schedule.
  private mutating func help(_ wish: inout Infeasibility.Wish, _ group: WishGroup, in settled: PlanProblem) {
    for ladder in group.ladders where wish.help.count < Self.mostHelp {
      guard let (step, isLeast) = smallestStep(ladder, of: group, in: settled) else { continue }
      wish.help.append(step.words)
      if isLeast { wish.provenLeast.append(step.words) }
    }
  }

  /// The smallest step that leads to a schedule, found by halving, and whether there is proof that no smaller one does;
  /// steps that arithmetic forbids are not tried.
  private mutating func smallestStep(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem
  ) -> (step: WishGroup.Step, isLeast: Bool)? {
    guard let first = ladder.firstIndex(where: { UnreachableGoal(in: $0.applied(to: settled)) == nil }) else {
      return nil
    }
    // The steps just above what arithmetic allows are the likeliest, so strides grow from there.
    var (low, high) = (first, min(first + group.firstStride, ladder.count - 1))
    // Arithmetic forbids all before the first.
    var isLeast = group.isGapless && first > 0
    while !isPossible(ladder[high], of: group, in: settled) {
      guard high < min(ladder.count - 1, first + Self.reach) else { return nil }
      isLeast = group.isGapless && group.isNested && study.lastProof != nil
      (low, high) = (high + 1, min(2 * high - first + 1, ladder.count - 1))
    }
    while low < high {
      let middle = (low + high) / 2
      if isPossible(ladder[middle], of: group, in: settled) {
        high = middle
      } else {
        isLeast = group.isGapless && group.isNested && study.lastProof != nil
        low = middle + 1
      }
    }
    return (ladder[high], isLeast)
  }

  private mutating func isPossible(
    _ step: WishGroup.Step, of group: WishGroup, in settled: PlanProblem
  ) -> Bool {
    isPossible(step.applied(to: settled), group, help: step.words)
  }

  private func summary(of set: ClashSet) -> String {
    switch set.proof?.by {
    case .arithmetic(let unreachable):
      let reachable = UnreachableGoal(in: problem).flatMap {
        $0.index == unreachable.index ? $0.reachable : nil
      }
      return WishGroup.text(of: unreachable.goal).capitalisedFirst
        + ", is out of reach: the rest of the plan allows \(reachable ?? unreachable.reachable) min at most by then."
    case .programme:
      return set.members.count < 2 ? "This cannot be kept." : "These cannot all be kept."
    case nil:
      return set.members.count < 2
        ? "No schedule was found that keeps this." : "No schedule was found that keeps all of these."
    }
  }
}
