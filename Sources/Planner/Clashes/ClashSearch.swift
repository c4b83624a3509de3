import TrainingLoad
import TrainingPlan

/// Finds which wishes and limits clash, and the smallest changes of each that would help.
///
/// A set clashes by proof where arithmetic or the linear programme of its limits, with choices gone through both ways
/// where need be, leaves no schedule; where no proof is found, a set clashes because no schedule is found that keeps
/// it. A member is needed by proof where a schedule is found that keeps the others, and a change helps where one is
/// found with it. All work is counted, so equal problems give equal answers.
struct ClashSearch {
  let problem: PlanProblem
  let groups: [WishGroup]
  var study: FeasibilityStudy
  /// Keys of wishes that are known to clash, of wishes that a schedule is known to keep, and of wishes for which
  /// neither is known after a search, with how patient it was.
  private var impossible: [Set<String>] = []
  private var possible: [(keys: Set<String>, witness: Witness)] = []
  private var unsettled: [Set<String>: FirstSchedule.Patience] = [:]
  /// What a schedule does without alone, so that it has a part in every clash; nil before it was looked for.
  private var needed: [WishGroup]?
  /// The schedules that prove what is said, with the problems that they solve.
  var witnesses: [Witness] = []

  /// Sets that are named, at most.
  private static let mostClashes = 3

  /// A schedule that proves that a wish is needed for a clash, or that a change helps.
  struct Witness {
    fileprivate(set) var key: String
    /// The change; nil where the wish is left out.
    let help: String?
    let problem: PlanProblem
    let schedule: Annealing.Found

    fileprivate func named(_ key: String) -> Witness {
      var witness = self
      witness.key = key
      return witness
    }
  }

  /// Wishes that clash, and how that is known.
  struct ClashSet {
    var members: [WishGroup]
    var proof: FeasibilityStudy.Proof?

    func holds(_ key: String) -> Bool { members.contains { $0.key == key } }
  }

  /// What the review would look at and what weeks would better have is no part of the question, and counting it takes time.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - nearest: The schedule found that breaks the least, where there was a search: it may keep a problem that asks for
  ///     a little less. Without one it is looked for quickly.
  init(problem: PlanProblem, nearest: Annealing.Found? = nil) {
    var problem = problem
    problem.coaching?.watchPrice = 0
    problem.coaching?.weeklyLongPrice = 0
    problem.coaching?.secondLongPrice = 0
    problem.coaching?.openerPrice = 0
    problem.coaching?.taperVolumePrice = 0
    problem.coaching?.sameHardPrice = 0
    problem.coaching?.frequencyPrice = 0
    problem.coaching?.intenseInTaperPrice = 0
    problem.coaching?.intenseInBuildPrice = 0
    self.problem = problem
    groups = WishGroup.all(of: problem)
    study = FeasibilityStudy(problem)
    study.look(
      at: nearest ?? Search(model: PlanModel(problem.withGoalsInReach), effort: .quick).run(retries: 1))
  }

  /// What clashes: by proof, or else as far as a search can tell.
  mutating func infeasibility() -> Infeasibility { provenInfeasibility() ?? searchedInfeasibility() }

  /// What clashes by proof; nil where nothing is proven.
  mutating func provenInfeasibility() -> Infeasibility? {
    var sets: [ClashSet] = []
    var rest = groups
    while sets.count < Self.mostClashes,
      let core = shrunkCore(of: rest, .programme) ?? (sets.isEmpty ? shrunkCore(of: rest, .choices) : nil),
      let given = core.members.first
    {
      let isLast = isKept(rest.filter { $0.key != given.key }, without: given, .long)
      let set = smallest(core, of: isLast ? rest : nil)
      sets.append(set)
      if isLast { break }
      // Choices may have told a smaller set that does without the first one.
      let removed = set.holds(given.key) ? given.key : set.members.first?.key
      rest.removeAll { $0.key == removed }
    }
    return sets.isEmpty ? nil : infeasibility(of: sets)
  }

  /// What clashes as far as a search can tell.
  mutating func searchedInfeasibility() -> Infeasibility { infeasibility(of: [searchedSet()]) }

  /// A schedule that keeps everything, looked for where the search for the best one found none: near the one that breaks
  /// the least, where the linear programme of the limits has room, and among those that do without one wish.
  mutating func wholeSchedule() -> Annealing.Found? {
    if let found = study.schedule(problem, patience: .long) { return found }
    _ = allNeeded()
    return study.schedule(problem, patience: .near)
  }

  /// Whether there is proof that no schedule keeps all limits, even where lesser events are forgiven what they break; with
  /// little effort only weeks by themselves are looked at.
  static func isProvenImpossible(_ problem: PlanProblem, effort: Effort = .standard) -> Bool {
    var study = FeasibilityStudy(problem)
    if problem.tuneUps.isEmpty, effort.changes > Effort.quick.changes {
      return study.proof(problem, .programme) != nil
    }
    var plain = problem
    plain.tuneUps = []
    // What a lesser event is forgiven ends a fortnight after it.
    let forgiven = problem.tuneUps.map { $0.dayIndex / 7...$0.dayIndex / 7 + 2 }
    let weeks = Windows.all(weekCount: problem.weekCount, size: 1).filter { week in
      !forgiven.contains { $0.contains(week.lowerBound) }
    }
    return study.proof(plain, .weeks(weeks, 0)) != nil
  }
}

// Sets that clash.
extension ClashSearch {
  /// A set that clashes by proof, of which no proof is found when any one is left out, and as many of its groups as can be
  /// with a schedule that keeps the others: at best all `rest` but the one, where nothing else clashes.
  private mutating func smallest(_ core: ClashSet, of rest: [WishGroup]?) -> ClashSet {
    var set = core
    var settled: Set<String> = []
    while let next = set.members.first(where: { !settled.contains($0.key) }) {
      settled.insert(next.key)
      let others = set.members.filter { $0.key != next.key }
      if let rest, isKept(rest.filter { $0.key != next.key }, without: next, next.patience) { continue }
      guard !others.isEmpty, !isKept(others, besides: next) else { continue }
      if case .arithmetic = set.proof?.by { continue }
      // Neither kept by a schedule nor impossible by the programme alone: choices may tell.
      guard let smaller = shrunkCore(of: others, .choices) else { continue }
      if smaller.members.count < set.members.count { set = smaller }
    }
    return set
  }

  /// The part of some groups that a proof is made of, less what the same kind of proof does without.
  private mutating func shrunkCore(of kept: [WishGroup], _ scope: FeasibilityStudy.Scope) -> ClashSet? {
    guard let core = core(of: kept, scope) else { return nil }
    var proof = core.proof
    let members = shrunk(core.members) { search, kept in
      guard let smaller = search.core(of: kept, core.proof.scope) else { return nil }
      proof = smaller.proof
      return smaller.members
    }
    return ClashSet(members: inOrder(members), proof: proof)
  }

  /// The part of some groups that a proof is made of; nil where they are not proven to clash.
  private mutating func core(
    of kept: [WishGroup], _ scope: FeasibilityStudy.Scope?
  ) -> (members: [WishGroup], proof: FeasibilityStudy.Proof)? {
    let keys = Set(kept.map(\.key))
    if possible.contains(where: { $0.keys.isSuperset(of: keys) }) { return nil }
    guard let proof = study.proof(keeping(kept), scope) else { return nil }
    return (noted(proof, of: kept), proof)
  }

  /// The part of some groups that a proof is made of, which is remembered.
  private mutating func noted(_ proof: FeasibilityStudy.Proof, of kept: [WishGroup]) -> [WishGroup] {
    let core: [WishGroup]
    switch proof.by {
    case .arithmetic(let goal):
      core = kept.filter { $0.boundsColumns || $0.choosesWeekKinds || $0.rows.contains(.goal(goal.index)) }
    case .programme(let subjects):
      core = kept.filter { $0.boundsColumns || $0.choosesWeekKinds || !$0.rows.isDisjoint(with: subjects) }
    }
    impossible.append(Set(core.map(\.key)))
    return core
  }

  /// Looks for what a schedule does without alone: its schedules keep nearly all that is asked, at times everything, and
  /// show of smaller sets that they do not clash.
  private mutating func allNeeded() -> [WishGroup] {
    if let needed { return needed }
    study.looksForProofs = false
    study.allow(weeks: problem.weekCount)
    var found: [WishGroup] = []
    for group in groups where study.hasChangesLeft {
      if isKept(groups.filter { $0.key != group.key }, without: group, .once) { found.append(group) }
    }
    needed = found
    return found
  }

  /// A set of groups that no schedule was found to keep, though one was found without any one of them, or was not looked
  /// for any more.
  private mutating func searchedSet() -> ClashSet {
    let needed = allNeeded()
    let keys = Set(needed.map(\.key))
    study.allow(weeks: problem.weekCount)
    let members = shrunk(groups.filter { !keys.contains($0.key) }, besides: needed) { search, kept in
      guard search.study.hasChangesLeft else { return nil }
      return search.study.schedule(search.tamed(search.keeping(kept))) == nil ? kept : nil
    }
    return ClashSet(members: inOrder(members), proof: nil)
  }

  /// Takes groups out of a set as long as the rest still clashes, with some that are needed, which may tell a smaller part
  /// that does.
  private mutating func shrunk(
    _ set: [WishGroup], besides given: [WishGroup] = [],
    part clashing: (inout ClashSearch, [WishGroup]) -> [WishGroup]?
  ) -> [WishGroup] {
    var rest = set
    var needed = given
    var size = max(1, given.isEmpty ? set.count / 2 : set.count)
    while !rest.isEmpty {
      let removed = min(size, rest.count)
      let without = needed + rest.dropLast(removed)
      if let part = clashing(&self, without) {
        let keys = Set(part.map(\.key))
        rest = rest.dropLast(removed).filter { keys.contains($0.key) }
        needed.removeAll { !keys.contains($0.key) }
      } else if removed == 1, let last = rest.popLast() {
        needed.append(last)
        size = max(1, rest.count / 2)
      } else {
        size = max(1, removed / 2)
      }
    }
    return needed
  }

  /// Whether a schedule is found that keeps some wishes, at best with all that bound sessions, which leave a search less
  /// to go through.
  mutating func isKept(_ others: [WishGroup], besides group: WishGroup) -> Bool {
    let keys = Set(others.map(\.key))
    if let known = possible.first(where: { $0.keys.isSuperset(of: keys) }) {
      witnesses.append(known.witness.named(group.key))
      return true
    }
    let bounding = groups.filter { keys.contains($0.key) || ($0.boundsColumns && $0.key != group.key) }
    let alone = groups.filter { keys.contains($0.key) }
    return isKept(bounding, without: group, .short) || isKept(alone, without: group, .short)
  }

  /// Whether a schedule is found that keeps some groups and no others.
  mutating func isKept(
    _ kept: [WishGroup], without group: WishGroup, _ patience: FirstSchedule.Patience
  ) -> Bool {
    let keys = Set(kept.map(\.key))
    if let known = possible.first(where: { $0.keys == keys }) {
      witnesses.append(known.witness.named(group.key))
      return true
    }
    if let tried = unsettled[keys], tried.rawValue >= patience.rawValue { return false }
    if impossible.contains(where: { $0.isSubset(of: keys) }) { return false }
    if isPossible(tamed(keeping(kept)), group, help: nil, patience), let witness = witnesses.last {
      possible.append((keys, witness))
      return true
    }
    if let proof = study.lastProof { _ = noted(proof, of: kept) } else { unsettled[keys] = patience }
    return false
  }

  /// Whether a schedule is found for a changed problem, which is then a witness; `help` names the change.
  mutating func isPossible(
    _ changed: PlanProblem, _ group: WishGroup, help: String?, _ patience: FirstSchedule.Patience
  ) -> Bool {
    guard let found = study.schedule(changed, patience: patience) else { return false }
    witnesses.append(Witness(key: group.key, help: help, problem: changed, schedule: found))
    return true
  }

  private func keeping(_ kept: [WishGroup]) -> PlanProblem {
    let keys = Set(kept.map(\.key))
    return groups.filter { !keys.contains($0.key) }.reduce(problem) { $1.left(out: $0) }
  }

  /// A problem with less room, so that a search does not go through days of training: its schedules keep the problem.
  private func tamed(_ problem: PlanProblem) -> PlanProblem {
    let longest = (problem.goal.longSessions.map(\.minutes) + [240]).max() ?? 240
    var tamed = problem
    for day in 0..<7 {
      let most = max(self.problem.availability.minutes[day], longest)
      tamed.availability.minutes[day] = min(problem.availability.minutes[day], most)
    }
    for index in problem.templates.indices {
      let most = max(self.problem.templates[index].maxMinutes, longest)
      tamed.templates[index].maxMinutes = min(problem.templates[index].maxMinutes, most)
    }
    return tamed
  }

  private func inOrder(_ set: [WishGroup]) -> [WishGroup] {
    let keys = Set(set.map(\.key))
    return groups.filter { keys.contains($0.key) }
  }
}
