import TrainingPlan

/// About the most load that the days of a week have time for: the sessions with the most load first, as far as the day's
/// time, the rest days and the numbers of sessions let them.
///
/// A guess that ranks sequences of week kinds, neither a bound nor a schedule.
struct WeekCapacity {
  private let model: PlanModel
  private let reach: SessionReach
  /// The longest session of a sport on a day by the taper of long sessions, minutes.
  private let longTaper: [[Double]]

  init(_ model: PlanModel) {
    self.model = model
    let reach = SessionReach(model)
    self.reach = reach
    longTaper = model.sports.indices.map(reach.longTaper)
  }

  /// A session that a day of the week could have, as long as can be.
  private struct Choice {
    let day: Int
    let template: Int
    let minutes: Int
    let load: Double
  }

  /// The sessions of a week so far.
  private struct Sessions {
    var minutes: [Int: Int] = [:]
    var count: [Int: Int] = [:]
    var endurance: [Int: Int] = [:]
    var ofTemplate: [Int: Int] = [:]
    var daysOfSport: [Int: Set<Int>] = [:]
    var hardDays: [Int] = []

    mutating func add(_ template: Int, _ kind: PlanModel.Template, on day: Int, minutes length: Int) {
      minutes[day, default: 0] += length
      guard !kind.isRestful else { return }
      count[day, default: 0] += 1
      ofTemplate[template, default: 0] += 1
      daysOfSport[kind.sport, default: []].insert(day)
      if kind.isEndurance { endurance[day, default: 0] += 1 }
      if kind.isHard { hardDays.append(day) }
    }
  }

  /// The load of each day of a week beside what it holds, AU.
  func load(ofWeek week: Int) -> [Double] {
    let days = model.days(ofWeek: week)
    var sessions = held(on: days)
    var load = days.map { _ in 0.0 }
    let trained = max(0, days.count - model.bounds.restPer7)
    let order = choices(ofWeek: week).sorted {
      ($0.load, $1.day, $1.template) > ($1.load, $0.day, $0.template)
    }
    for choice in order where sessions.count[choice.day] != nil || sessions.count.count < trained {
      let length = room(for: choice, beside: sessions)
      guard length > 0 else { continue }
      let kind = model.templates[choice.template]
      sessions.add(choice.template, kind, on: choice.day, minutes: length)
      load[choice.day - days.lowerBound] += Double(length) * kind.sRPE
    }
    return load
  }

  private func held(on days: Range<Int>) -> Sessions {
    var sessions = Sessions()
    for day in days {
      for (template, kind) in model.templates.enumerated() {
        let length = model.held.minutes[day * model.templateCount + template]
        if length > 0 { sessions.add(template, kind, on: day, minutes: length) }
      }
    }
    return sessions
  }

  private func choices(ofWeek week: Int) -> [Choice] {
    model.days(ofWeek: week).flatMap { day in
      model.templates.indices.compactMap { template in
        let kind = model.templates[template]
        let most = min(
          reach.longest(inCell: day * model.templateCount + template), longTaper[kind.sport][day])
        guard most >= Double(max(1, kind.minMinutes)), !kind.isRestful else { return nil }
        return Choice(day: day, template: template, minutes: Int(most), load: most.rounded(.down) * kind.sRPE)
      }
    }
  }

  /// How long a session can be beside others, minutes; 0 where they leave no room for it.
  private func room(for choice: Choice, beside sessions: Sessions) -> Int {
    let (day, kind) = (choice.day, model.templates[choice.template])
    let length = min(choice.minutes, model.available[day] - sessions.minutes[day, default: 0])
    let days = sessions.daysOfSport[kind.sport, default: []]
    let isBarred =
      days.contains(day) || days.count >= model.sportCaps[kind.sport].daysPerWeek
      || sessions.count[day, default: 0] >= model.bounds.sessionsPerDay
      || sessions.ofTemplate[choice.template, default: 0] >= kind.maxPerWeek
      || (kind.isEndurance && sessions.endurance[day, default: 0] >= model.bounds.endurancePerDay)
    let isTooHard =
      kind.isHard && model.bounds.hasHardRule
      && (sessions.hardDays.count >= model.bounds.hardPerWeek
        || sessions.hardDays.contains { abs($0 - day) < model.bounds.hardGap })
    return length >= kind.minMinutes && !isBarred && !isTooHard ? length : 0
  }
}
