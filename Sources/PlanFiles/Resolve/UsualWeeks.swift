import TrainingLoad
public import TrainingPlan

extension TrainingHistory {
  /// What an athlete usually does in a sport.
  struct UsualWeek {
    var sport: String
    /// Sessions a week.
    var perWeek: Int
    /// Minutes of a session.
    var minutes: Double
    /// Minutes of the longest one; nil = as the others.
    var longest: Double?
    /// How hard a session feels, CR-10.
    var rpe: Double
  }

  /// The days before `start`, as usual weeks would have filled them.
  ///
  /// Sessions of a sport are spread over the weekdays that have time; the longest falls on the one with
  /// the most of it.
  init(weeks: [UsualWeek], days: Int, before start: CivilDay, available: [Weekday: Double]) {
    let free = Weekday.allCases.filter { available[$0] ?? 0 > 0 }
    let past = (0..<days).map { start - (days - $0) }
    var sessions: [PastSession] = []
    for week in weeks {
      let pool = free.count >= week.perWeek ? free : Weekday.allCases
      let chosen = (0..<week.perWeek).map { pool[$0 * pool.count / week.perWeek] }
      let longDay = chosen.max { (available[$0] ?? 0) < (available[$1] ?? 0) }
      for day in past where chosen.contains(day.weekday) {
        let minutes = day.weekday == longDay ? week.longest ?? week.minutes : week.minutes
        sessions.append(PastSession(day: day, sport: week.sport, minutes: minutes, rpe: week.rpe))
      }
    }
    self.init(sessions: sessions, knownDays: past)
  }

  /// The last day with training before `start`.
  func lastTrained(before start: CivilDay) -> CivilDay? {
    sessions.last { $0.day < start && $0.load > 0 }?.day
  }
}

extension PlanProblem.History {
  /// Days of a week on which a sport was done: the median of the last weeks, the lesser where they are even.
  func usualDays(of sport: String, weeks: Int) -> Int {
    let days = Set(sessions.filter { $0.sport == sport }.map(\.day))
    let perWeek = (1...max(1, min(weeks, load.count / 7))).map { week in
      (-7 * week..<7 - 7 * week).count { days.contains($0) }
    }
    return perWeek.sorted()[(perWeek.count - 1) / 2]
  }
}

extension TrainingHistory.PastSession {
  /// How hard it was, CR-10: as rated, or as load and minutes tell.
  var effort: Double { rpe ?? (minutes > 0 ? load / minutes : 0) }
}

extension Catalogue {
  /// Hip-flexion exposure of a past session, run-minutes a minute: that of its activity, or of the
  /// session of the sport whose effort is nearest.
  public func hipPerMinute(_ session: TrainingHistory.PastSession) -> Double {
    if let name = session.activity, let activity = activity(name) { return activity.hipPerMinute }
    return nearestEntry(to: session)?.hipPerMinute ?? 0
  }

  /// The kind of session of the same sport whose effort is nearest; nil where the sport is not known.
  func nearestEntry(to session: TrainingHistory.PastSession) -> CatalogueEntry? {
    entries.filter { $0.sport == session.sport }
      .min { abs($0.sRPE - session.effort) < abs($1.sRPE - session.effort) }
  }

  /// How hard an unnamed session of a sport usually is, CR-10: the easiest that is no recovery.
  func usualEffort(_ sport: String) -> Double {
    entries.filter { $0.sport == sport && !$0.isHard }.map(\.sRPE).filter { $0 >= 3 }.min()
      ?? entries.filter { $0.sport == sport }.map(\.sRPE).min() ?? 0
  }
}
