import TrainingPlan

/// Finds which wishes and limits clash, and the smallest change of each that alone would help.
///
/// A set clashes by proof: the linear programme of these limits alone has no solution for any sequence of week kinds.
/// It is as small as proof can make it: without any one of its members the programme has a solution, and a schedule is
/// looked for. Where no proof is found, what the search says is said, and marked as not proven.
struct ClashSearch {
  let problem: PlanProblem
  private let groups: [WishGroup]

  /// Sets that are named, at most.
  private static let mostClashes = 3

  init(problem: PlanProblem) {
    self.problem = problem
    groups = WishGroup.all(of: problem)
  }

  func infeasibility() -> Infeasibility {
    var clashes: [Infeasibility.Clash] = []
    var rest = groups
    while clashes.count < Self.mostClashes, let set = smallestSet(of: rest), let given = set.first {
      clashes.append(clash(set))
      rest.removeAll { $0.key == given.key }
    }
    if !clashes.isEmpty { return Infeasibility(clashes: clashes, isProven: true) }
    return bySearch()
  }

  /// A set of groups that clash by proof, none of which can be left out of it; nil where no proof is found.
  private func smallestSet(of groups: [WishGroup]) -> [WishGroup]? {
    guard let subjects = contradiction(of: groups) else { return nil }
    var set = groups.filter { $0.subjects.isEmpty || !$0.subjects.isDisjoint(with: subjects) }
    if set.count < groups.count, contradiction(of: set) == nil { set = groups }
    for group in set.reversed() {
      let without = set.filter { $0.key != group.key }
      if contradiction(of: without) != nil { set = without }
    }
    return set
  }

  private func contradiction(of kept: [WishGroup]) -> Set<Relaxation.Subject>? {
    let keys = Set(kept.map(\.key))
    let reduced = groups.filter { !keys.contains($0.key) }.reduce(problem) { $1.left(out: $0) }
    return BoundSearch.contradiction(in: PlanModel(reduced))
  }

  private func clash(_ set: [WishGroup]) -> Infeasibility.Clash {
    Infeasibility.Clash(
      summary: set.count == 1
        ? "This alone cannot be kept with what the athlete has done and can do."
        : "These cannot all be kept; leaving out any one of them takes this clash away.",
      wishes: set.map { .init(key: $0.key, text: $0.text, help: help($0)) })
  }

  /// The smallest step of a group that alone leads to a schedule, found by halving; empty where none does.
  private func help(_ group: WishGroup) -> String {
    guard let last = group.steps.last, isPossible(last) else { return "" }
    var (low, high) = (0, group.steps.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if isPossible(group.steps[middle]) { high = middle } else { low = middle + 1 }
    }
    return group.steps[low].words
  }

  private func isPossible(_ step: WishGroup.Step) -> Bool {
    var changed = problem
    step.change(&changed)
    return Self.isPossible(changed)
  }

  /// Whether a schedule is found in little time.
  static func isPossible(_ problem: PlanProblem, retries: Int = 1) -> Bool {
    Search(model: PlanModel(problem), effort: .quick).run(retries: retries).score.violation <= 0
  }

  /// Groups without any one of which a schedule is found, or else so many that one is found without them all.
  private func bySearch() -> Infeasibility {
    let helping = groups.filter { Self.isPossible($0.left(out: problem), retries: 0) }
    if !helping.isEmpty {
      return Infeasibility(
        clashes: [
          .init(
            summary:
              "No schedule was found that keeps all of these together; leaving out any one of them makes one "
              + "possible.",
            wishes: helping.map { .init(key: $0.key, text: $0.text, help: help($0)) })
        ], isProven: false)
    }
    var rest = problem
    var clashing: [WishGroup] = []
    for group in groups {
      rest = group.left(out: rest)
      clashing.append(group)
      if Self.isPossible(rest) { break }
    }
    return Infeasibility(
      clashes: [
        .init(
          summary: "No schedule was found; leaving out a single wish does not help, these together do.",
          wishes: clashing.map { .init(key: $0.key, text: $0.text, help: "") })
      ], isProven: false)
  }
}
