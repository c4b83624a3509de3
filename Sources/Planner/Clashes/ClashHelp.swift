import TrainingLoad
import TrainingPlan

// What is said of a set: what each of its wishes is, and the smallest changes that would help.
extension ClashSearch {
  /// Changes that are named of a wish, at most.
  private static let mostHelp = 2
  /// Changes that searches may try for the help of one wish, for a plan of twelve weeks.
  private static let helpChanges = 400_000

  mutating func clash(_ sets: [ClashSet], at index: Int) -> Infeasibility.Clash {
    let set = sets[index]
    var wishes: [Infeasibility.Wish] = []
    for group in set.members {
      let others = sets.indices.filter { $0 != index && !sets[$0].holds(group.key) }
      let given = others.compactMap { sets[$0].members.first }
      wishes.append(wish(group, besides: given, of: set, isEnough: others.isEmpty))
    }
    for fact in sets.count == 1 ? WishGroup.facts(of: problem, for: set.members) : [] {
      var wish = Infeasibility.Wish(key: fact.key, text: fact.text, isNeeded: true, help: [], isEnough: true)
      help(&wish, fact, in: problem, isKnown: false)
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
    if isKept(groups.filter { !gone.contains($0.key) }, without: group, group.patience) {
      wish.isNeeded = true
      help(&wish, group, in: given.reduce(problem) { $1.left(out: $0) }, isKnown: true)
    } else {
      wish.isNeeded = isKept(set.members.filter { $0.key != group.key }, besides: group)
    }
    return wish
  }

  /// The smallest step of each ladder that leads to a schedule; `isKnown` says that one is known of the wish left out.
  private mutating func help(
    _ wish: inout Infeasibility.Wish, _ group: WishGroup, in settled: PlanProblem, isKnown: Bool
  ) {
    study.allow(changes: Self.helpChanges * max(12, problem.weekCount) / 12)
    for ladder in group.ladders where wish.help.count < Self.mostHelp {
      guard let (step, isLeast) = smallestStep(ladder, of: group, in: settled, isKnown: isKnown) else {
        continue
      }
      wish.help.append(step.words)
      if isLeast { wish.provenLeast.append(step.words) }
    }
  }

  /// The smallest step that leads to a schedule, found by halving, and whether there is proof that no smaller one does;
  /// steps that arithmetic forbids are not tried.
  private mutating func smallestStep(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem, isKnown: Bool
  ) -> (step: WishGroup.Step, isLeast: Bool)? {
    guard let first = firstReachable(ladder, of: group, in: settled) else { return nil }
    // Where a schedule is known further up, steps lead down from it, and a look near those that are known may be enough.
    let patience = isKnown ? group.patienceNearKnown : group.patience
    // The steps just above what arithmetic allows are the likeliest, so strides grow from there.
    var (low, high) = (first, min(first + group.firstStride, ladder.count - 1))
    // Arithmetic forbids all before the first.
    var isLeast = group.isGapless && first > 0
    var firstPatience = patience == .near ? FirstSchedule.Patience.once : patience
    while !isPossible(ladder[high], of: group, in: settled, firstPatience) {
      guard high < ladder.count - 1 else { return nil }
      isLeast = group.isGapless && group.isNested && study.lastProof != nil
      firstPatience = patience
      (low, high) = (high + 1, min(2 * high - first + 1, ladder.count - 1))
    }
    while low < high {
      let middle = (low + high) / 2
      if isPossible(ladder[middle], of: group, in: settled, patience) {
        high = middle
      } else {
        isLeast = group.isGapless && group.isNested && study.lastProof != nil
        low = middle + 1
      }
    }
    // What was found last is nearer than what the steps before it were looked for from.
    var stride = 1
    while !isLeast, high - stride >= first,
      isPossible(ladder[high - stride], of: group, in: settled, .near)
    {
      high -= stride
      stride *= 2
    }
    return (ladder[high], isLeast)
  }

  /// The first step that arithmetic allows; found by halving where each step allows what those before it allow.
  func firstReachable(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem
  ) -> Int? {
    func isReachable(_ index: Int) -> Bool { UnreachableGoal(in: ladder[index].applied(to: settled)) == nil }
    guard group.isNested else { return ladder.indices.first(where: isReachable) }
    var (low, high) = (0, ladder.count - 1)
    guard high >= 0, isReachable(high) else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if isReachable(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func isPossible(
    _ step: WishGroup.Step, of group: WishGroup, in settled: PlanProblem, _ patience: FirstSchedule.Patience
  ) -> Bool {
    isPossible(step.applied(to: settled), group, help: step.words, patience)
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
