import TrainingLoad
import TrainingPlan

/// Searches the smallest change that clears a finding: single changes by cost, then pairs.
///
/// Each is applied to a copy and judged again: first by the finding's own rule, which is quick, then by all.
struct FixSearch {
  let reviewer: Reviewer
  private let firstDay: Int
  /// Places of the sessions that are done.
  private let done: Set<Int>
  private let baseline: Baseline

  /// Pairs that are tried for a finding, at most.
  private static let mostPairs = 240
  /// Changes that pairs are made of, at most.
  private static let mostPartners = 16
  /// Singles that clear the finding but harm, whose harm a second change may repair, at most.
  private static let mostRepairs = 6

  init(_ reviewer: Reviewer) {
    self.reviewer = reviewer
    firstDay = max(0, reviewer.today - reviewer.training.frame.problem.start)
    done = reviewer.schedule.donePlaces
    baseline = Baseline(reviewer.judged)
  }

  /// The smallest fix of a group; for a habit over weeks, the smallest of each week together.
  func fix(_ group: BreachGroup) -> Fix? {
    let parts =
      group.members[0].breach.week == nil ? [group] : group.members.map { BreachGroup(members: [$0]) }
    var training = reviewer.training
    var edits: [Edit] = []
    var cost = 0.0
    var last: [Change] = []
    for part in parts {
      let goal = Goal(part, baseline: baseline, rules: reviewer.rules)
      guard let changes = Self.clear(part, goal, in: training, from: firstDay, sparing: done, trying: last)
      else {
        return nil
      }
      let later = changes.compactMap { $0.aWeekLater(training) }
      edits += changes.compactMap { $0.edit(training, reviewer.schedule) }
      cost += changes.reduce(0) { $0 + $1.cost(training) }
      let changed = training.changed(by: changes)
      last = carried(later, from: training, to: changed)
      training = changed
    }
    return edits.isEmpty
      ? nil : Fix(edits, cost: cost, of: reviewer.schedule, for: training.frame.problem)
  }

  /// Changes of one training as changes of another, in which their sessions stand elsewhere; none where that cannot be.
  private func carried(_ changes: [Change], from training: Training, to changed: Training) -> [Change] {
    let carried = changes.compactMap { $0.carried(from: training, to: changed) }
    let sources = carried.compactMap { $0.entry.flatMap { changed.entries[$0].source } }
    guard Set(sources).count == changes.count, done.isDisjoint(with: sources) else { return [] }
    return carried
  }

  /// The cheapest changes that clear a group; none where it is clear already.
  ///
  /// The sessions at the places in `done` stay. What helped the week before is tried first, so that a habit changes
  /// the same way every week.
  static func clear(
    _ group: BreachGroup, _ goal: Goal, in training: Training, from firstDay: Int, sparing done: Set<Int>,
    trying habit: [Change] = []
  ) -> [Change]? {
    if goal.isReached(training) { return [] }
    if !habit.isEmpty, goal.isReached(training.changed(by: habit)) { return habit }
    let singles = Candidates(training, against: group.worst, firstDay: firstDay, done: done).changes
    var partners: [Attempt] = []
    var suspect: Int?
    for (change, cost) in singles {
      let changed = training.changed(by: [change])
      let rest = goal.remaining(changed)
      if rest == 0, goal.isHarmless(changed, suspecting: &suspect) { return [change] }
      if rest < goal.start { partners.append(Attempt(change: change, cost: cost, remaining: rest)) }
    }
    return pair(partners, goal, training, from: firstDay, sparing: done)
  }

  private struct Attempt {
    let change: Change
    let cost: Double
    let remaining: Double
  }

  private static func pair(
    _ attempts: [Attempt], _ goal: Goal, _ training: Training, from firstDay: Int, sparing done: Set<Int>
  ) -> [Change]? {
    var pairs: [(changes: [Change], cost: Double)] = []
    let byGain = attempts.sorted { ($0.remaining, $0.cost) < ($1.remaining, $1.cost) }
    let partners = Array(byGain.filter { $0.remaining > 0 }.prefix(Self.mostPartners))
    for (index, first) in partners.enumerated() {
      for second in partners[(index + 1)...] where first.change.entry != second.change.entry {
        pairs.append(([first.change, second.change], first.cost + second.cost))
      }
    }
    for first in attempts.filter({ $0.remaining == 0 }).prefix(Self.mostRepairs) {
      for (change, cost) in repairs(of: first.change, goal, training, from: firstDay, sparing: done) {
        pairs.append(([first.change, change], first.cost + cost))
      }
    }
    let order = pairs.indices.sorted { (pairs[$0].cost, $0) < (pairs[$1].cost, $1) }.prefix(Self.mostPairs)
    var suspect: Int?
    for index in order {
      let changed = training.changed(by: pairs[index].changes)
      if goal.remaining(changed) == 0, goal.isHarmless(changed, suspecting: &suspect) {
        return pairs[index].changes
      }
    }
    return nil
  }

  /// Second changes that answer what a first one breaks, as changes of the same training.
  private static func repairs(
    of first: Change, _ goal: Goal, _ training: Training, from firstDay: Int, sparing done: Set<Int>
  ) -> [(change: Change, cost: Double)] {
    let changed = training.changed(by: [first])
    guard let harm = goal.firstHarm(changed) else { return [] }
    let touched = first.entry.map { training.entries[$0].source }
    return Candidates(changed, against: harm, firstDay: firstDay, done: done).changes.prefix(40).compactMap {
      change, cost in
      if let place = change.entry, changed.entries[place].source == touched { return nil }
      return change.carried(from: changed, to: training).map { ($0, cost) }
    }
  }
}

extension Change {
  /// The same change a week later, of the session of the same template and to its length; nil where there is
  /// none.
  fileprivate func aWeekLater(_ training: Training) -> Change? {
    guard let entry else { return nil }
    let old = training.entries[entry]
    guard training.days.contains(old.day + 7) else { return nil }
    let range = training.offsets[old.day + 7]..<training.offsets[old.day + 8]
    guard let place = range.first(where: { training.entries[$0].template == old.template }) else {
      return nil
    }
    let new = training.entries[place]
    let ratio = new.minutes / max(1, old.minutes)
    switch self {
    case .move(_, let day): return .move(entry: place, day: day + 7)
    case .lasts(_, let minutes): return .lasts(entry: place, minutes: (minutes * ratio).rounded(.down))
    case .swap(_, let number, let minutes):
      let other = training.frame.rates[number].template
      let scaled = max(other.minMinutes.rounded(.up), min((minutes * ratio).rounded(.down), other.maxMinutes))
      return .swap(entry: place, template: number, minutes: scaled)
    case .remove, .add: return of(place)
    }
  }

  /// The same change in another training, where its session may stand elsewhere; nil where that has it not.
  func carried(from training: Training, to other: Training) -> Change? {
    guard let entry else { return self }
    return other.entries.firstIndex { $0.source == training.entries[entry].source }.map(of)
  }

  /// The same change of an entry at another place.
  fileprivate func of(_ place: Int) -> Change {
    switch self {
    case .lasts(_, let minutes): .lasts(entry: place, minutes: minutes)
    case .move(_, let day): .move(entry: place, day: day)
    case .swap(_, let template, let minutes): .swap(entry: place, template: template, minutes: minutes)
    case .remove: .remove(entry: place)
    case .add: self
    }
  }
}

extension Schedule {
  /// Places of the sessions that are done.
  var donePlaces: Set<Int> { Set(sessions.indices.filter { sessions[$0].isDone }) }
}
