import Rows
import TrainingPlan

// Long sessions that grow step by step up to the one that a goal asks for.
extension PlanModel {
  /// How long the longest session of a goal's sport has to be by the end of each week, minutes, so that the single-session
  /// rule leads to the goal with a week to spare, or as far as it leads at all, over weeks that have room for longer ones; 0
  /// from the goal's last week on. Goals that want the same days take turns.
  func rungs(to goal: Goal, over types: [WeekType]) -> [Double] {
    var rungs = Array(repeating: 0.0, count: weekCount)
    guard bounds.spike < .infinity else { return rungs }
    let rises = types.map { $0 == .deload && bounds.longInDeload < 1 ? 0 : min(7, bounds.recordsPerWeek) }
    let room = types.indices.map { Double(longest(of: goal.sport, inWeek: $0)) }
    let turns = Turns(of: goal, in: self, over: types)
    var length = goal.minutes
    for week in (0..<max(0, (goal.endDay - 1) / 7)).reversed() {
      rungs[week] = length
      for _ in 0..<rises[week] where length <= room[week] && turns.allow(length, inWeek: week) {
        length = (length / (1 + bounds.spike) - Score.tolerance).rounded(.up)
      }
    }
    var reach = longestBefore[goal.sport * dayCount]
    for week in 0..<weekCount {
      for _ in 0..<rises[week] {
        let next = min(((1 + bounds.spike) * reach + Score.tolerance).rounded(.down), room[week])
        if turns.allow(next, inWeek: week) { reach = max(reach, next) }
      }
      rungs[week] = min(rungs[week], reach)
    }
    return rungs
  }
}

/// Whose turn a week is, where several goals want its long days.
private struct Turns {
  private let goal: PlanModel.Goal
  private let model: PlanModel
  private let rivals: [PlanModel.Goal]
  /// Load weeks up to each week.
  private let loadWeeks: [Int]

  init(of goal: PlanModel.Goal, in model: PlanModel, over types: [WeekType]) {
    self.goal = goal
    self.model = model
    rivals = model.goals.filter { $0.sport != goal.sport }
    var count = 0
    loadWeeks = types.map { kind in
      if kind == .load { count += 1 }
      return count
    }
  }

  /// Whether a session so long may stand in a week: it is the goal's turn, or no other goal wants its day.
  func allow(_ length: Double, inWeek week: Int) -> Bool {
    let wanted = rivals.filter { !fits(length, beside: $0, inWeek: week) }
    guard !wanted.isEmpty else { return true }
    let order = model.goals.filter { other in
      other.sport == goal.sport || wanted.contains { $0.sport == other.sport }
    }
    return loadWeeks[week] % order.count == order.prefix { $0.sport != goal.sport }.count
  }

  /// Whether a week has two days, as far apart as hard days have to be, for both.
  private func fits(_ length: Double, beside rival: PlanModel.Goal, inWeek week: Int) -> Bool {
    let days = model.days(ofWeek: week)
    return days.contains { day in
      Double(model.longest(of: goal.sport, on: day)) >= length
        && days.contains { other in
          abs(other - day) >= max(1, model.bounds.hardGap)
            && Double(model.longest(of: rival.sport, on: other)) >= rival.minutes
        }
    }
  }
}

extension Trial {
  /// Finds the rungs that lead to the goals over the present kinds of week.
  func setRungs() {
    for (place, goal) in model.goals.enumerated() {
      for (week, length) in model.rungs(to: goal, over: weekTypes.elements).enumerated() {
        rungs[place * model.weekCount + week] = length
      }
    }
  }

  /// What is missing from the rung of the last week that is looked at, for goals in weeks that are still empty.
  func breachRungs(_ sport: Int, _ score: inout Score) {
    for (place, goal) in tables.goals.enumerated() where goal.sport == sport && goal.endDay > horizonDays {
      var longest = tables.longestBefore[sport * dayCount + horizonDays - 1]
      for day in max(0, horizonDays - bounds.spikeWindow)..<horizonDays {
        longest = max(longest, Double(longestOfSport[sport * dayCount + day]))
      }
      score.breach(rungs[place * model.weekCount + horizon.now - 1] - longest, 3 * Score.unit)
    }
  }
}

extension Annealing {
  /// The longest sessions of a goal's sport climb over some weeks exactly as far as the single-session rule allows:
  /// the whole ladder at once, since a step that is a minute too long moves on from week to week otherwise.
  mutating func climb() -> Bool {
    let sport = trial.tables.goals[random.below(trial.tables.goals.count)].sport
    let first = random.below(max(1, model.weekCount - model.taperWeeks))
    let last = min(model.weekCount - model.taperWeeks, first + 1 + random.below(model.weekCount))
    var changed = false
    for week in first..<max(first, last) where trial.weekTypes[week] == .load {
      guard let (day, template) = longestSession(of: sport, inWeek: week) else { continue }
      let target = trial.fitted(longestStep(of: sport, to: day), day, template)
      guard target > 0, target != trial[day, template] else { continue }
      trial.set(day, template, to: target)
      levelLoad(of: week)
      changed = true
    }
    return changed
  }

  /// The long session of a goal's sport takes a day of a week, as long as the single-session rule allows, from what stands in
  /// its way there: where several goals want the same days, no single change gets past what the other one is worth.
  mutating func takeDay() -> Bool {
    let goal = trial.tables.goals[random.below(trial.tables.goals.count)]
    let day = randomDay()
    guard day < goal.endDay, day >= goal.firstDay - trial.bounds.spikeWindow,
      let template = usableCells(on: day).first(where: {
        trial.tables.templates[$0].isLong && trial.tables.templates[$0].sport == goal.sport
      })
    else { return false }
    let most = min(longestStep(of: goal.sport, to: day), Int(goal.minutes.rounded(.up)))
    guard most >= trial.tables.templates[template].minMinutes, most > trial[day, template] else {
      return false
    }
    clear(day, for: template)
    trial.set(day, template, to: trial.fitted(most, day, template))
    makeRoom(on: day, for: template)
    levelLoad(of: day / 7)
    return true
  }

  /// Takes out the hard sessions that stand too near to one of a day, others of its kind in the week, and its sport's on the
  /// day.
  private mutating func clear(_ day: Int, for template: Int) {
    let gap = max(1, trial.bounds.hardGap)
    let week = model.days(ofWeek: day / 7)
    for other in min(
      week.lowerBound, max(0, day - gap + 1))..<max(week.upperBound, min(trial.dayCount, day + gap))
    {
      for kind in sessions(on: other) where other != day || kind != template {
        let isNear = abs(other - day) < gap && trial.tables.templates[kind].isHard
        let isTwin =
          other == day && trial.tables.templates[kind].sport == trial.tables.templates[template].sport
        if isNear || isTwin || (kind == template && week.contains(other)) { trial.set(other, kind, to: 0) }
      }
    }
  }

  private func longestSession(of sport: Int, inWeek week: Int) -> (day: Int, template: Int)? {
    var best: (day: Int, template: Int)?
    var highest = 0
    for day in model.days(ofWeek: week) {
      for template in sessions(on: day) where trial.tables.templates[template].sport == sport {
        let rank = trial[day, template] + (trial.tables.templates[template].isLong ? 1000 : 0)
        if rank > highest { (best, highest) = ((day, template), rank) }
      }
    }
    return best
  }

  /// Where the best schedule is broken, shortens each session of it that is longer than the single-session rule allows, the
  /// days in their order: what a search leaves of a broken ladder is a minute too much that no single change takes out.
  mutating func cutSteps() {
    guard outcomeScore.violation > 0 else { return }
    restart(from: outcome)
    for day in usableDays {
      for template in sessions(on: day) {
        let most = longestStep(of: trial.tables.templates[template].sport, to: day)
        if trial[day, template] > most {
          trial.set(day, template, to: trial.fitted(max(1, most), day, template))
        }
      }
    }
    let new = trial.evaluate()
    if new.violation < score.violation { keep(new) } else { trial.rollback() }
  }

  /// The longest session of a sport that the single-session rule allows on a day, minutes.
  private func longestStep(of sport: Int, to day: Int) -> Int {
    let most = (1 + trial.bounds.spike) * longest(of: sport, before: day) + Score.tolerance
    return most < 10_000 ? Int(most) : 10_000
  }

  /// The longest session lately; where any one may be missed, the second longest.
  private func longest(of sport: Int, before day: Int) -> Double {
    var longest = LongestTwo()
    for earlier in max(0, day - trial.bounds.spikeWindow)..<day {
      for template in sessions(on: earlier) where trial.tables.templates[template].sport == sport {
        longest.take(trial[earlier, template])
      }
    }
    let length = trial.bounds.robust.spike ? longest.second : longest.first
    return max(trial.tables.longestBefore[sport * trial.dayCount + day], Double(length))
  }
}
