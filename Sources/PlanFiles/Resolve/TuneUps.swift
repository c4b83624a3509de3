import TrainingLoad
import TrainingPlan

// Lesser events with what a plan file does not say of them.
extension Resolution {
  /// The sports that a lesser event may have: the catalogue knows what racing in them, or in all their legs, does.
  var tuneUpSports: [String] {
    let single = defaults.tuneUps.activities.keys.filter { racing(in: $0) != nil }
    let several = Set(defaults.legs.map(\.event)).filter { event in
      defaults.legs.allSatisfy { $0.event != event || racing(in: $0.sport) != nil }
    }
    return (single + several).sorted()
  }

  var tuneUps: [TuneUp] {
    plan.tuneUps.compactMap { wish in
      let legs = self.legs(of: wish.sport.value)
      // An event of several sports counts as one of its longest leg, with the hip flexion of all.
      let longest = legs.max { ($0.share, $1.sport) < ($1.share, $0.sport) }
      guard let sport = longest?.sport else { return nil }
      let sessions = catalogue.entries.filter { $0.sport == sport && $0.role == .endurance }
      func mean(_ rate: KeyPath<Activity, Double>) -> Double {
        legs.reduce(0) { $0 + $1.share * (racing(in: $1.sport)?[keyPath: rate] ?? 0) }
      }
      return TuneUp(
        name: wish.name, sport: sport, family: sessions.first?.family ?? sport,
        dayIndex: wish.date.value - plan.start.value, startMinute: wish.startMinute, minutes: wish.minutes,
        sRPE: wish.sRPE ?? defaults.tuneUps.sRPE, hipPerMinute: mean(\.hipPerMinute),
        reliefPerMinute: mean(\.reliefFraction),
        specificity: sessions.map { $0.template(for: plan.event.sport.value).specificity }.max() ?? 0,
        priority: wish.priority, taper: taper(wish.priority, minutes: wish.minutes))
    }
  }

  /// What the days around a lesser event of so many minutes are held to.
  private func taper(_ priority: TuneUp.Priority, minutes: Int) -> TuneUp.ShortTaper {
    var taper = defaults.tuneUps.tapers[priority] ?? TuneUp.ShortTaper()
    taper.easyDaysAfter += minutes / (defaults.tuneUps.minutesAnEasyDay[priority] ?? .max)
    return taper
  }

  /// The sports of an event with their shares of its minutes: usual for one of several, or the one.
  private func legs(of event: String) -> [(sport: String, share: Double)] {
    let usual = defaults.legs.filter { $0.event == event }
    return usual.isEmpty ? [(event, 1)] : usual.map { ($0.sport, $0.share) }
  }

  /// What racing in a sport does; nil where the catalogue does not know.
  private func racing(in sport: String) -> Activity? {
    guard catalogue.sports.contains(sport) else { return nil }
    return defaults.tuneUps.activities[sport].flatMap(catalogue.activity)
  }
}
