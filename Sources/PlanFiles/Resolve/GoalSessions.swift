import TrainingPlan

/// A long session that a plan asks for before its event.
struct GoalSession: Equatable {
  /// Sport.
  var sport: String
  /// Minutes, at least.
  var minutes: Double
  /// Minutes that a long session of the sport lasts at most.
  var longest: Double
  /// The window, days before the event.
  var earliest: Int
  var latest: Int
}

extension PlanFile {
  /// The window of a long session for which the defaults have no row, days before the event.
  private static let usualWindow = (earliest: 35, latest: 10)

  /// The long sessions that the coach asks for, or that are usual for the event.
  func goalSessions(_ defaults: Defaults) -> [GoalSession] {
    guard let asked = longSessions else { return usualGoalSessions(defaults) }
    let legs = legs(defaults)
    return asked.map { wish in
      let leg = legs.first { $0.sport == wish.sport.value }
      let row = defaults.goal(wish.sport.value, minutes: leg?.minutes ?? wish.minutes)
      return GoalSession(
        sport: wish.sport.value, minutes: wish.minutes,
        longest: max(wish.minutes, (row?.longest ?? 1) * (leg?.minutes ?? wish.minutes)),
        earliest: row?.earliest ?? Self.usualWindow.earliest, latest: row?.latest ?? Self.usualWindow.latest)
    }
  }

  /// The long sessions that are usual for the event, whatever the coach asks for.
  func usualGoalSessions(_ defaults: Defaults) -> [GoalSession] {
    legs(defaults).compactMap { leg in
      defaults.goal(leg.sport, minutes: leg.minutes).map { row in
        let minutes = min(row.atMost, max(row.atLeast, row.share * leg.minutes))
        return GoalSession(
          sport: leg.sport, minutes: (minutes / 5).rounded() * 5, longest: row.longest * leg.minutes,
          earliest: row.earliest, latest: row.latest)
      }
    }
  }

  /// What the sports of an event of several have of the minutes of all of them: the coach's word, or about their share in
  /// the event.
  func balance(_ defaults: Defaults) -> [Coaching.SportShare] {
    if let balance {
      return balance.map { .init(sport: $0.sport.value, least: $0.least, most: $0.most) }
    }
    let legs = legs(defaults)
    guard legs.count > 1 else { return [] }
    let whole = legs.reduce(0) { $0 + $1.minutes }
    return legs.map { leg in
      let share = leg.minutes / whole
      return .init(
        sport: leg.sport, least: defaults.balance.least * share, most: min(1, defaults.balance.most * share))
    }
  }

  /// On how many days of a load week sports are trained at least: the coach's word, or those of the event as in the
  /// athlete's usual week, as far as that is enough, and strength work.
  func frequency(_ defaults: Defaults, after history: PlanProblem.History) -> [Coaching.SportDays] {
    if let frequency { return frequency.map { .init(sport: $0.sport.value, days: $0.days) } }
    let ofEvent = legs(defaults).map { leg in
      let usual = history.usualDays(of: leg.sport, weeks: defaults.frequency.weeks)
      return Coaching.SportDays(sport: leg.sport, days: min(usual, defaults.frequency.most))
    }
    return ofEvent + [Coaching.SportDays(sport: "strength", days: defaults.frequency.strength)]
  }

  /// The sports of the event with their minutes: stated, usual for an event of several, or the one.
  private func legs(_ defaults: Defaults) -> [(sport: String, minutes: Double)] {
    if !event.legs.isEmpty { return event.legs.map { ($0.sport.value, $0.minutes) } }
    let usual = defaults.legs.filter { $0.event == event.sport.value }
    guard usual.isEmpty else { return usual.map { ($0.sport, $0.share * event.minutes) } }
    return [(event.sport.value, event.minutes)]
  }
}
