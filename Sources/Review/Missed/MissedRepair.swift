import TrainingLoad
import TrainingPlan

/// Searches what makes up for missed sessions, by changes after the last of them: the missed session later in
/// its week, another one that is longer or new in that week, or the smallest change for each limit that breaks, one
/// after another. Each is judged again, with all that it breaks later.
struct MissedRepair {
  let reviewer: Reviewer
  /// The rules that can find something to change.
  let rules: ReviewRules
  /// What the schedule breaks when nothing is missed.
  let baseline: Baseline
  /// The missed sessions, by day.
  let missed: [Entry]

  /// Limits that are cleared one after another, at most: what takes more is a new plan and no repair.
  private static let mostSteps = 3
  /// Length of the steps in which what was missed is added elsewhere, minutes.
  private static let step = 5.0

  /// The smaller repair of a training without the missed sessions, and what is still broken after it.
  func repair(_ training: Training) -> (fix: Fix?, left: [BreachGroup]) {
    let eased = eased(training).map { milder(pruned($0, training), training) }
    var found = [caughtUp(training), eased].compactMap(\.self)
    let cheapest = found.filter { $0.left.isEmpty }.map(\.cost).min()
    if found.allSatisfy({ $0.steps.count > 1 || !$0.left.isEmpty }),
      let other = replaced(training, cheaperThan: cheapest ?? .infinity)
    {
      found.append(other)
    }
    guard let best = found.min(by: { ($0.left.count, $0.cost) < ($1.left.count, $1.cost) }) else {
      return (nil, broken(training))
    }
    let edits = best.steps.compactMap { $0.change.edit($0.training, reviewer.schedule) }
    return (Fix(edits, cost: best.cost, of: reviewer.schedule, for: training.frame.problem), best.left)
  }

  private struct Attempt {
    /// Changes one after another, each with the training that it is made to.
    var steps: [(change: Change, training: Training)] = []
    var left: [BreachGroup] = []

    var cost: Double { steps.reduce(0) { $0 + $1.change.cost($1.training) } }
  }

  /// The first day that may be changed.
  private var firstDay: Int { (missed.last?.day ?? 0) + 1 }
  /// The days after the last missed session that are left of its week.
  private var restOfWeek: Range<Int> {
    let end = 7 * ((firstDay - 1) / 7) + 7
    return firstDay..<max(firstDay, min(end, reviewer.training.frame.dayCount))
  }

  /// What a training breaks beyond the schedule, by day.
  private func broken(_ training: Training) -> [BreachGroup] {
    let judged = rules.judge(training).filter { $0.level == .change && !baseline.holds($0) }
    return BreachGroup.joining(judged).sorted { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// A lone missed session, or as much of it as is needed, on a later day of its week: by itself, or on top
  /// of another of its kind.
  private func caughtUp(_ training: Training) -> Attempt? {
    guard missed.count == 1, let session = missed.first, let number = session.template else { return nil }
    let template = training.frame.rates[number].template
    var changes: [Change] = []
    for minutes in stride(from: Self.step, through: session.minutes + Self.step, by: Self.step) {
      let minutes = min(minutes, session.minutes)
      for day in restOfWeek where template.allows(training.frame.weekdays[day]) {
        let places = training.offsets[day]..<training.offsets[day + 1]
        if let place = places.first(where: { training.entries[$0].template == number }) {
          changes.append(.lasts(entry: place, minutes: training.entries[place].minutes + minutes))
        } else if minutes >= template.minMinutes {
          changes.append(.add(template: number, day: day, minutes: minutes))
        }
      }
    }
    return changes.first { broken(training.changed(by: [$0])).isEmpty }.map {
      Attempt(steps: [($0, training)])
    }
  }

  /// One other session of the rest of the week that is longer, or new, where that is all it takes.
  private func replaced(_ training: Training, cheaperThan most: Double) -> Attempt? {
    guard let first = broken(training).first else { return nil }
    let goal = Goal(first, baseline: baseline, rules: rules)
    let candidates = Candidates(
      training, inPlaceOfMissedOn: restOfWeek, firstDay: firstDay, done: reviewer.schedule.donePlaces)
    let change = candidates.changes.lazy.prefix { $0.cost < most }.map(\.change).first { change in
      let changed = training.changed(by: [change])
      return goal.remaining(changed) == 0 && broken(changed).isEmpty
    }
    return change.map { Attempt(steps: [($0, training)]) }
  }

  /// The same without the steps that the later ones make needless.
  private func pruned(_ attempt: Attempt, _ start: Training) -> Attempt {
    var attempt = attempt
    for place in attempt.steps.indices.reversed() where attempt.steps.count > 1 {
      var steps = attempt.steps
      steps.remove(at: place)
      if let fewer = made(steps, asGoodAs: attempt, start) { attempt = fewer }
    }
    return attempt
  }

  /// The same with sessions that change as little in length as the later steps let them.
  private func milder(_ attempt: Attempt, _ start: Training) -> Attempt {
    var attempt = attempt
    for place in attempt.steps.indices where attempt.steps.count > 1 {
      guard let entry = attempt.steps[place].change.entry else { continue }
      var lengths = lengthsBack(from: attempt.steps[place])[...]
      while !lengths.isEmpty {
        let middle = lengths.startIndex + lengths.count / 2
        var steps = attempt.steps
        steps[place].change = .lasts(entry: entry, minutes: lengths[middle])
        if let milder = made(steps, asGoodAs: attempt, start) {
          attempt = milder
          lengths = lengths[(middle + 1)...]
        } else {
          lengths = lengths[..<middle]
        }
      }
    }
    return attempt
  }

  /// Lengths between the one that a step gives a session and its own, which come nearer to that.
  private func lengthsBack(from step: (change: Change, training: Training)) -> [Double] {
    switch step.change {
    case .lasts(let entry, let minutes):
      let own = step.training.entries[entry].minutes
      let by = own < minutes ? -Self.step : Self.step
      return Array(stride(from: minutes + by, to: own, by: by))
    case .remove(let entry):
      let session = step.training.entries[entry]
      guard let number = session.template else { return [] }
      let least = (step.training.frame.rates[number].template.minMinutes / Self.step).rounded(.up) * Self.step
      return Array(stride(from: least, to: session.minutes, by: Self.step))
    case .move, .swap, .add: return []
    }
  }

  /// Other steps from the beginning; nil where they leave something broken that an attempt does not.
  private func made(
    _ steps: [(change: Change, training: Training)], asGoodAs other: Attempt, _ start: Training
  ) -> Attempt? {
    guard let made = replayed(steps, from: start) else { return nil }
    let left = broken(made.end)
    guard left.allSatisfy({ group in other.left.contains { $0.isAlike(group) } }) else { return nil }
    return Attempt(steps: made.steps, left: left)
  }

  /// The same changes made to another training; nil where one has nothing to change there.
  private func replayed(
    _ steps: [(change: Change, training: Training)], from start: Training
  ) -> (steps: [(change: Change, training: Training)], end: Training)? {
    var training = start
    var made: [(change: Change, training: Training)] = []
    for step in steps {
      guard let change = step.change.carried(from: step.training, to: training) else { return nil }
      made.append((change, training))
      training = training.changed(by: [change])
    }
    return (made, training)
  }

  /// The smallest change for each breach, the earliest first: one that breaks nothing, or else one that
  /// breaks only what comes later and is cleared in its turn.
  private func eased(_ start: Training) -> Attempt? {
    let standing = broken(start)
    var training = start
    var attempt = Attempt()
    for _ in 0...(Self.mostSteps + standing.count) {
      let open = broken(training).filter { group in !attempt.left.contains { $0.isAlike(group) } }
      guard let group = open.first else {
        attempt.left = broken(training)
        return attempt.steps.isEmpty ? nil : attempt
      }
      guard let changes = clear(group, in: training) else {
        guard standing.contains(where: { $0.isAlike(group) }) else { return nil }
        attempt.left.append(group)
        continue
      }
      guard let made = replayed(changes.map { ($0, training) }, from: training) else { return nil }
      attempt.steps += made.steps
      training = made.end
      if attempt.steps.count > 2 * Self.mostSteps { return nil }
    }
    return nil
  }

  private func clear(_ group: BreachGroup, in training: Training) -> [Change]? {
    let baseline = Baseline(rules.judge(training))
    for horizon in [Int.max, group.days.upperBound] {
      let goal = Goal(group, baseline: baseline, rules: rules, horizon: horizon)
      let done = reviewer.schedule.donePlaces
      if let changes = FixSearch.clear(group, goal, in: training, from: firstDay, sparing: done) {
        return changes
      }
    }
    return nil
  }
}

extension BreachGroup {
  /// Whether it is the same part of the same rule on some of the same days.
  func isAlike(_ other: BreachGroup) -> Bool {
    members[0].rule == other.members[0].rule && members[0].breach.aspect == other.members[0].breach.aspect
      && days.overlaps(other.days)
  }
}
