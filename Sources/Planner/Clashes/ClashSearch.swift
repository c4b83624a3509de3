import TrainingLoad
import TrainingPlan

/// Finds which wishes and limits clash, and the smallest changes of each that would help.
///
/// A set clashes by proof where arithmetic or the linear programme of its limits alone leaves no schedule; where neither
/// does, a set clashes because no schedule is found that keeps it. A member is needed by proof where a schedule is found
/// without it, and a change helps where one is found with it. All work is counted, so equal problems give equal answers.
struct ClashSearch {
  private let problem: PlanProblem
  private let groups: [WishGroup]
  /// Changes that searches may still try, and steps that linear programmes may still take.
  private var changes: Int
  private var steps: Int
  /// The schedules that prove what is said, with the problems that they solve.
  private(set) var witnesses: [Witness] = []

  /// Sets that are named, at most, and changes that are named of a wish.
  private static let mostClashes = 3
  private static let mostHelp = 2
  /// How far up a ladder a step is looked for, from the first that arithmetic allows.
  private static let reach = 15
  /// Changes that all searches together may try, for a plan of twelve weeks.
  private static let work = 400_000
  /// Steps of all linear programmes together, times the cells that sessions can stand in.
  private static let programmeWork = 1_600_000

  private static func steps(for problem: PlanProblem, work: Int) -> Int {
    work / max(1, problem.dayCount * problem.templates.count)
  }

  /// A schedule that proves that a wish is needed for a clash, or that a change helps.
  struct Witness {
    let key: String
    /// The change; nil where the wish is left out.
    let help: String?
    let problem: PlanProblem
    let schedule: Annealing.Found
  }

  /// Wishes that clash, and how that is known.
  private struct ClashSet {
    var members: [WishGroup]
    var proof: Proof

    enum Proof {
      case arithmetic(UnreachableGoal)
      case programme
      case search
    }

    var isProven: Bool {
      if case .search = proof { false } else { true }
    }

    func holds(_ key: String) -> Bool { members.contains { $0.key == key } }
  }

  init(problem: PlanProblem) {
    self.problem = problem
    groups = WishGroup.all(of: problem)
    changes = Self.work * max(4, problem.weekCount) / 12
    steps = Self.steps(for: problem, work: Self.programmeWork)
  }

  mutating func infeasibility() -> Infeasibility {
    var sets: [ClashSet] = []
    var rest = groups
    while sets.count < Self.mostClashes, let set = provenSet(of: rest) {
      sets.append(set)
      guard let given = set.members.first else { break }
      rest.removeAll { $0.key == given.key }
    }
    if sets.isEmpty { sets = [searchedSet()] }
    return Infeasibility(clashes: sets.indices.map { clash(sets, at: $0) })
  }

  /// Whether there is proof that no schedule keeps all limits.
  static func isProvenImpossible(_ problem: PlanProblem) -> Bool {
    var steps = steps(for: problem, work: programmeWork / 2)
    return UnreachableGoal(in: problem) != nil || BoundSearch.contradiction(in: problem, steps: &steps) != nil
  }
}

// Sets that clash.
extension ClashSearch {
  /// A set of groups that clash by proof, none of which can be left out of it; nil where no proof is found.
  private mutating func provenSet(of kept: [WishGroup]) -> ClashSet? {
    let reduced = keeping(kept)
    if let goal = UnreachableGoal(in: reduced) {
      let set = shrunk(kept.filter(\.boundsColumns) + kept.filter { $0.rows.contains(.goal(goal.index)) }) {
        UnreachableGoal(in: $0.keeping($1))?.index == goal.index
      }
      return ClashSet(members: inOrder(set), proof: .arithmetic(goal))
    }
    guard let subjects = BoundSearch.contradiction(in: reduced, steps: &steps) else { return nil }
    var set = kept.filter { $0.boundsColumns || !$0.rows.isDisjoint(with: subjects) }
    if !contradicts(set) { set = kept.filter(\.isInRelaxation) }
    return ClashSet(members: inOrder(shrunk(set) { $0.contradicts($1) }), proof: .programme)
  }

  /// A set of groups that no schedule was found to keep, though one was found without any one of them.
  private mutating func searchedSet() -> ClashSet {
    ClashSet(
      members: shrunk(groups) { search, kept in search.schedule(search.keeping(kept)) == nil }, proof: .search
    )
  }

  /// Takes groups out of a set as long as it still clashes: first many at once, then one by one.
  private mutating func shrunk(
    _ set: [WishGroup], while clashes: (inout ClashSearch, [WishGroup]) -> Bool
  ) -> [WishGroup] {
    var set = set
    var size = max(1, set.count / 2)
    while size > 0 {
      var end = set.count
      while end > 0 {
        let part = max(0, end - size)..<end
        let without = Array(set[..<part.lowerBound] + set[part.upperBound...])
        if clashes(&self, without) { set = without }
        end = part.lowerBound
      }
      size = size == 1 ? 0 : max(1, size / 2)
    }
    return set
  }

  private func keeping(_ kept: [WishGroup]) -> PlanProblem {
    let keys = Set(kept.map(\.key))
    return groups.filter { !keys.contains($0.key) }.reduce(problem) { $1.left(out: $0) }
  }

  private mutating func contradicts(_ kept: [WishGroup]) -> Bool {
    BoundSearch.contradiction(in: keeping(kept), steps: &steps) != nil
  }

  private func inOrder(_ set: [WishGroup]) -> [WishGroup] {
    let keys = Set(set.map(\.key))
    return groups.filter { keys.contains($0.key) }
  }

  private mutating func schedule(_ problem: PlanProblem) -> Annealing.Found? {
    guard UnreachableGoal(in: problem) == nil else { return nil }
    return FirstSchedule(model: PlanModel(problem)).found(changes: &changes)
  }
}

// What is said of a set.
extension ClashSearch {
  private mutating func clash(_ sets: [ClashSet], at index: Int) -> Infeasibility.Clash {
    let set = sets[index]
    var wishes: [Infeasibility.Wish] = []
    for group in set.members {
      let others = sets.indices.filter { $0 != index && !sets[$0].holds(group.key) }
      let settled = others.compactMap { sets[$0].members.first }.reduce(problem) { $1.left(out: $0) }
      wishes.append(wish(group, in: settled, of: set, isEnough: others.isEmpty))
    }
    let isOnlyClash = sets.count == 1
    for fact in WishGroup.facts(of: problem, for: set.members) {
      let help = help(fact, in: problem)
      guard isOnlyClash, !help.isEmpty else { continue }
      wishes.append(.init(key: fact.key, text: fact.text, isNeeded: true, help: help, isEnough: true))
    }
    let taken = wishes.count > 1 && wishes.allSatisfy(\.isNeeded)
    return Infeasibility.Clash(
      summary: summary(of: set) + (taken ? " Giving up any one of them takes this clash away." : ""),
      isProven: set.isProven, wishes: wishes)
  }

  /// A wish of a set with what would help, where the other clashes are settled.
  private mutating func wish(
    _ group: WishGroup, in settled: PlanProblem, of set: ClashSet, isEnough: Bool
  ) -> Infeasibility.Wish {
    var wish = Infeasibility.Wish(
      key: group.key, text: group.text, isNeeded: false, help: [], isEnough: isEnough)
    if isPossible(group.left(out: settled), group, help: nil) {
      wish.isNeeded = true
      wish.help = help(group, in: settled)
    } else {
      let others = set.members.filter { $0.key != group.key }
      wish.isNeeded = isPossible(keeping(others), group, help: nil)
    }
    return wish
  }

  /// The smallest step of each ladder that leads to a schedule.
  private mutating func help(_ group: WishGroup, in settled: PlanProblem) -> [String] {
    var help: [String] = []
    for ladder in group.ladders where help.count < Self.mostHelp {
      if let step = smallestStep(ladder, of: group, in: settled) { help.append(step.words) }
    }
    return help
  }

  /// The smallest step that leads to a schedule, found by halving; steps that arithmetic forbids are not tried.
  private mutating func smallestStep(
    _ ladder: [WishGroup.Step], of group: WishGroup, in settled: PlanProblem
  ) -> WishGroup.Step? {
    guard let first = ladder.firstIndex(where: { UnreachableGoal(in: $0.applied(to: settled)) == nil }) else {
      return nil
    }
    // The steps just above what arithmetic allows are the likeliest, so strides grow from there.
    var (low, high) = (first, first)
    while !isPossible(ladder[high], of: group, in: settled) {
      guard high < min(ladder.count - 1, first + Self.reach) else { return nil }
      (low, high) = (high + 1, min(2 * high - first + 1, ladder.count - 1))
    }
    while low < high {
      let middle = (low + high) / 2
      if isPossible(ladder[middle], of: group, in: settled) { high = middle } else { low = middle + 1 }
    }
    return ladder[high]
  }

  private mutating func isPossible(
    _ step: WishGroup.Step, of group: WishGroup, in settled: PlanProblem
  ) -> Bool {
    isPossible(step.applied(to: settled), group, help: step.words)
  }

  private mutating func isPossible(_ changed: PlanProblem, _ group: WishGroup, help: String?) -> Bool {
    guard let found = schedule(changed) else { return false }
    witnesses.append(Witness(key: group.key, help: help, problem: changed, schedule: found))
    return true
  }

  private func summary(of set: ClashSet) -> String {
    switch set.proof {
    case .arithmetic(let unreachable):
      return WishGroup.text(of: unreachable.goal).capitalisedFirst
        + ", is out of reach: \(unreachable.reachable) min is what the rest of the plan leads to by then."
    case .programme:
      return set.members.count < 2 ? "This cannot be kept." : "These cannot all be kept."
    case .search:
      return set.members.count < 2
        ? "No schedule was found that keeps this." : "No schedule was found that keeps all of these."
    }
  }
}
