import TrainingLoad
import TrainingPlan

/// Finds the smallest sets of sessions whose loss breaks a limit.
///
/// Each set is judged in full, by every rule in which it can break something: a rule that only watches or
/// notes is left out, as are rules in which less training only helps, and rules that look at single weeks
/// where the set spans several.
struct MissedSearch {
  private let reviewer: Reviewer
  private let baseline: Baseline
  /// The rules in which a missed session can break something.
  private let rules: ReviewRules
  /// The part of them that looks beyond single weeks.
  private let widerRules: ReviewRules
  /// Places in the entries of the sessions that can be missed.
  private let missable: [Int]

  /// Plans up to so many weeks are looked at for all pairs.
  private static let weeksOfAllPairs = 26
  /// Pairs of longer plans are looked at where they lie at most so many weeks apart.
  private static let weeksOfPairs = 6
  /// Sets of several sessions for which a repair is searched, at most.
  private static let mostRepairs = 20

  init(_ reviewer: Reviewer) {
    self.reviewer = reviewer
    baseline = Baseline(reviewer.judged)
    rules = reviewer.rules.binding { $0.reachOfMissed != .nowhere }
    widerRules = rules.binding { $0.reachOfMissed == .plan }
    let training = reviewer.training
    missable = training.entries.indices.filter { place in
      let entry = training.entries[place]
      guard let source = entry.source, !reviewer.schedule.sessions[source].isDone else { return false }
      return training.days.contains(entry.day) && entry.day >= reviewer.rules.firstDay
    }
  }

  func sessions(most: Int) -> MissedSessions {
    var found = MissedSessions(sessions: ids(missable), freeCount: 0, looked: [], cases: [])
    var breaking: [[Int]] = []
    for size in 1...most {
      let (sets, bound) = sets(of: size)
      let smaller = breaking
      let lone = Set(smaller.lazy.filter { $0.count == 1 }.map { $0[0] })
      for set in sets where !set.contains(where: lone.contains) {
        guard !smaller.contains(where: { $0.count > 1 && $0.allSatisfy(set.contains) }), breaks(set)
        else { continue }
        let smallest = smallestPart(of: set)
        if !breaking.contains(smallest) { breaking.append(smallest) }
      }
      found.looked.append(.init(size: size, setCount: sets.count, bound: bound))
    }
    found.freeCount = missable.count - breaking.count { $0.count == 1 }
    let order = breaking.sorted { ($0.count, $0[0], $0[$0.count - 1]) < ($1.count, $1[0], $1[$1.count - 1]) }
    var repairs = Self.mostRepairs
    for set in order {
      if set.count > 1 { repairs -= 1 }
      found.cases.append(describe(set, isSearched: repairs >= 0))
    }
    return found
  }

  /// The sets of a size that are looked at, as ascending places, and which they are where they are not all.
  private func sets(of size: Int) -> (sets: [[Int]], bound: String?) {
    if size == 1 { return (missable.map { [$0] }, nil) }
    guard size == 2 else {
      let rows = missable.indices.dropLast(size - 1).map { Array(missable[$0..<($0 + size)]) }
      return (rows, "those that follow one another")
    }
    let weeks = reviewer.training.frame.weekCount
    let reach = weeks <= Self.weeksOfAllPairs ? Int.max : 7 * Self.weeksOfPairs
    var pairs: [[Int]] = []
    for (index, first) in missable.enumerated() {
      for second in missable[(index + 1)...] where day(second) - day(first) <= reach {
        pairs.append([first, second])
      }
    }
    return (pairs, reach == .max ? nil : "those at most \(Self.weeksOfPairs) weeks apart")
  }

  private func ids(_ places: [Int]) -> [String] {
    places.compactMap { reviewer.training.entries[$0].source }.map { reviewer.schedule.sessions[$0].id }
  }

  private func day(_ place: Int) -> Int { reviewer.training.entries[place].day }

  /// The training without some of its sessions.
  private func training(without missed: [Int]) -> Training {
    var entries = reviewer.training.entries
    for place in missed.reversed() { entries.remove(at: place) }
    return Training(reviewer.training.frame, entries)
  }

  /// Whether the loss of a set breaks a limit, where the loss of no part of it does.
  private func breaks(_ missed: [Int]) -> Bool {
    let training = training(without: missed)
    let isOneWeek = missed.allSatisfy { day($0) / 7 == day(missed[0]) / 7 }
    let rules = isOneWeek ? self.rules : widerRules
    return rules.active.contains { rule in rules.judge(rule, training).contains(where: isBroken) }
  }

  private func isBroken(_ judged: Judged) -> Bool { judged.level == .change && !baseline.holds(judged) }

  /// A part of a set that breaks a limit while no part of it does.
  private func smallestPart(of set: [Int]) -> [Int] {
    guard set.count > 2 else { return set }
    for place in set {
      let part = set.filter { $0 != place }
      let judged = rules.judge(training(without: part))
      if judged.contains(where: isBroken) { return smallestPart(of: part) }
    }
    return set
  }

  /// What breaks, in words, and what makes up for it.
  private func describe(_ places: [Int], isSearched: Bool) -> MissedSessions.Case {
    let missed = places.map { reviewer.training.entries[$0] }
    let training = training(without: places)
    let after = Reviewer(reviewer, training, judged: rules.judge(training).filter(isBroken))
    let spoken = after.spoken
    let nextWeek = 7 * ((missed.last?.day ?? 0) / 7) + 7
    var described = MissedSessions.Case(
      sessions: ids(places), findings: spoken.map(\.finding), repair: nil, left: Array(spoken.indices),
      endsInItsWeek: spoken.allSatisfy { $0.group.days.upperBound < nextWeek }, isSearched: isSearched)
    guard isSearched else { return described }
    let repair = MissedRepair(
      reviewer: reviewer, rules: reviewer.rules.binding { _ in true }, baseline: baseline, missed: missed)
    let (fix, left) = repair.repair(training)
    if let fix {
      described.repair = fix
      described.left = spoken.indices.filter { place in left.contains { $0.isAlike(spoken[place].group) } }
    }
    return described
  }
}

extension Reviewer {
  /// Whether a warning sign stands, so that nothing else is said.
  var stops: Bool { judged.contains { ReviewRules.all[$0.rule] is RedFlag.Type } }
}

extension ReviewRules {
  /// The part of the rules that can find something to change and that is wanted.
  func binding(where isWanted: (any ReviewRule.Type) -> Bool) -> ReviewRules {
    var rules = self
    rules.active = active.filter { rulings[$0].mayBind && isWanted(Self.all[$0]) }
    return rules
  }
}

extension Ruling {
  /// Whether a breach of the rule can be something to change.
  fileprivate var mayBind: Bool {
    switch effect {
    case .binds: true
    case .watches, .notes: false
    case .off, nil: usual == .change
    }
  }
}
