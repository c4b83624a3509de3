import TrainingPlan

/// About the most load that the days of a week have time for: the sessions with the most load first, as far as the day's
/// time, the rest days and the numbers of sessions let them.
///
/// A guess that ranks sequences of week kinds, neither a bound nor a schedule.
struct WeekCapacity {
  private let model: PlanModel
  /// The longest session of a sport on a day by the taper of long sessions, minutes; sport-major.
  private let longTaper: [Double]
  /// The longest session that a sport can come to by a week with one new longest a week, minutes; sport-major.
  private let reach: [Double]

  init(_ model: PlanModel) {
    self.model = model
    longTaper = model.sports.indices.flatMap { Self.longTaper(of: $0, in: model) }
    reach = model.sports.indices.flatMap { Self.reach(of: $0, in: model) }
  }

  private static func longTaper(of sport: Int, in model: PlanModel) -> [Double] {
    let own = model.longest.indices.filter { model.templates[$0 % model.templateCount].sport == sport }
    let longest = own.reduce(0) { max($0, model.longest[$1]) }
    return (0..<model.dayCount).map { model.longTaper(on: $0, ofLongest: Double(longest)) }
  }

  private static func reach(of sport: Int, in model: PlanModel) -> [Double] {
    var longest = model.longestBefore[sport * model.dayCount]
    return (0..<model.weekCount).map { _ in
      longest *= 1 + model.bounds.spike
      return model.bounds.spike < .infinity ? longest : .infinity
    }
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
          Double(model.longest[day * model.templateCount + template]),
          reach[kind.sport * model.weekCount + week],
          longTaper[kind.sport * model.dayCount + day])
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
