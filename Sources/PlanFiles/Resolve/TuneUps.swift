import TrainingLoad
import TrainingPlan

// Lesser events with what a plan file does not say of them.
extension Resolution {
  /// The sports that a lesser event may have: the catalogue knows what racing in them does.
  var tuneUpSports: [String] {
    defaults.tuneUps.activities.filter { sport, activity in
      catalogue.activity(activity) != nil && catalogue.sports.contains(sport)
    }
    .keys.sorted()
  }

  var tuneUps: [TuneUp] {
    plan.tuneUps.compactMap { wish in
      let sport = wish.sport.value
      let sessions = catalogue.entries.filter { $0.sport == sport && $0.role == .endurance }
      guard let activity = defaults.tuneUps.activities[sport].flatMap(catalogue.activity) else { return nil }
      return TuneUp(
        name: wish.name, sport: sport, family: sessions.first?.family ?? sport,
        dayIndex: wish.date.value - plan.start.value, startMinute: wish.startMinute, minutes: wish.minutes,
        sRPE: wish.sRPE ?? defaults.tuneUps.sRPE, hipPerMinute: activity.hipPerMinute,
        reliefPerMinute: activity.reliefFraction,
        specificity: sessions.map { $0.template(for: plan.event.sport.value).specificity }.max() ?? 0,
        priority: wish.priority, taper: defaults.tuneUps.tapers[wish.priority] ?? TuneUp.ShortTaper())
    }
  }
}
