import TrainingLoad
import TrainingPlan

/// What an athlete did before a plan: the sessions, and which days are known.
struct PastTraining: Equatable {
  /// The sessions, in the order of the days.
  var sessions: [Session]
  /// The days of which something is known: trained, or said to be rest.
  var knownDays: Set<CivilDay>

  /// A session that was done.
  struct Session: Equatable {
    var day: CivilDay
    var sport: String
    /// Minutes.
    var minutes: Double
    /// Session rating of perceived exertion, CR-10.
    var rpe: Double
    /// Load, AU.
    var load: Double
    /// Hip-flexion exposure, run-minutes.
    var hip: Double
  }

  /// An effort from which a session counts as hard (R03).
  static let hardEffort = 7.0

  /// The last day with training, before `start`.
  func lastTrained(before start: CivilDay) -> CivilDay? {
    sessions.lazy.filter { $0.day < start && $0.load > 0 }.map(\.day).max()
  }

  /// What follows from the usual weeks that a coach states, for the days before `start`.
  ///
  /// Sessions of a sport are spread over the days that have time; the longest falls on the day with the
  /// most of it.
  static func usualWeeks(
    _ weeks: [(week: Defaults.Week, longest: Double?)], days: Int, before start: CivilDay,
    available: [Weekday: Double], effort: (String) -> CatalogueEntry?
  ) -> PastTraining {
    let free = Weekday.allCases.filter { available[$0] ?? 0 > 0 }
    var sessions: [Session] = []
    for (week, longest) in weeks {
      guard let entry = effort(week.sport) else { continue }
      let pool = free.count >= week.perWeek ? free : Weekday.allCases
      let chosen = (0..<week.perWeek).map { pool[$0 * pool.count / week.perWeek] }
      let longDay = chosen.max { (available[$0] ?? 0) < (available[$1] ?? 0) }
      for offset in 1...max(1, days) where chosen.contains((start - offset).weekday) {
        let day = start - offset
        let minutes = day.weekday == longDay ? longest ?? week.minutes : week.minutes
        sessions.append(
          Session(
            day: day, sport: week.sport, minutes: minutes, rpe: entry.sRPE, load: entry.sRPE * minutes,
            hip: entry.hipPerMinute * minutes))
      }
    }
    sessions.sort { ($0.day, $0.sport) < ($1.day, $1.sport) }
    return PastTraining(sessions: sessions, knownDays: Set((1...max(1, days)).map { start - $0 }))
  }
}
