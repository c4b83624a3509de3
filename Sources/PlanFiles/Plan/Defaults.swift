import TrainingPlan

/// What a plan file does not say: the numbers of `defaults.json`, each row with its grade and source.
struct Defaults: Sendable {
  /// Limits for kinds of athlete; `usual` is for everybody.
  var profiles: [Profile]
  /// How the load falls before an event.
  var tapers: [Taper]
  /// Long sessions that an event asks for.
  var goals: [Goal]
  /// Share of each sport in an event of several.
  var legs: [Leg]
  /// What a sport has of its share in an event of several, in every week.
  var balance: Balance
  /// How often the sports of the event are trained.
  var frequency: Frequency
  /// Longest usual session of a sport, minutes, by experience.
  var sessionMinutes: [String: [Athlete.Experience: Double]]
  /// How long an easy session of a sport may last beside the long one that an event asks for, as a share of it, 0-1.
  var easyBesideLong: Double
  /// How often kinds of session come.
  var perWeek: SessionsPerWeek
  /// What a history must hold.
  var history: HistoryNeeds
  /// What lesser events ask for.
  var tuneUps: TuneUps
  /// The sessions of a plan that names none, by the event's sport.
  var sessions: [String: [String]]

  /// Limits for a kind of athlete.
  struct Profile: Sendable {
    var id: String
    var settings: LimitSettings
  }

  /// A taper, for events of a priority up to a duration.
  struct Taper: Sendable {
    var priority: PlanFile.Priority
    var upTo: Double
    var settings: LimitSettings
  }

  /// The long session that an event of a sport asks for; times in minutes, windows in days before it.
  struct Goal: Sendable {
    var sport: String
    var upTo: Double
    var share: Double
    var atLeast: Double
    var atMost: Double
    /// Most that a long session may be of the expected duration.
    var longest: Double
    var earliest: Int
    var latest: Int
  }

  /// Share of a sport in an event of several.
  struct Leg: Sendable {
    var event: String
    var sport: String
    var share: Double
  }

  /// What a sport has of the minutes of all sports of an event, in multiples of its share in the event.
  struct Balance: Sendable {
    var least: Double
    var most: Double
  }

  /// How often the sports of the event are trained, as in the athlete's usual week, within bounds; and strength work.
  struct Frequency: Sendable {
    /// Days of a week that are enough.
    var most: Int
    /// Days of a week with strength work, where the plan has such sessions.
    var strength: Int
    /// Weeks before the plan whose median is the usual one.
    var weeks: Int
  }

  /// How often kinds of session come in a week.
  struct SessionsPerWeek: Sendable {
    /// One kind of high intensity, at most.
    var intense: Int
    /// Strength work of one kind, at least and at most.
    var strengthAlone: ClosedRange<Int>
    /// Each of several kinds of strength work, at least and at most.
    var strengthShared: ClosedRange<Int>
    /// One kind of support work, at most.
    var support: Int
  }

  /// What a history must hold.
  struct HistoryNeeds: Sendable {
    /// Days that a plan keeps of it.
    var keptDays: Int
    /// Days that a plan stands on.
    var leastDays: Int
    /// Known days among those.
    var leastKnown: Int
    /// Unknown days before the start that need no word of the coach.
    var largestGap: Int
    /// What counts as done before a start from nothing.
    var noviceStart: Week
    /// Share of the load of other sports that serves the event.
    var otherSportShare: Double
  }

  /// What lesser events ask for.
  struct TuneUps: Sendable {
    /// What the days around them are held to.
    var tapers: [TuneUp.Priority: TuneUp.ShortTaper]
    /// For so many minutes of them, one more easy day follows.
    var minutesAnEasyDay: [TuneUp.Priority: Int]
    /// How hard they are raced, CR-10.
    var sRPE: Double
    /// The row of the activity catalogue that stands for racing in a sport.
    var activities: [String: String]
  }

  /// A week of one sport.
  struct Week: Sendable {
    var sport: String
    var perWeek: Int
    var minutes: Double
  }

  /// The limits of a profile.
  func profile(_ id: String) -> LimitSettings? { profiles.first { $0.id == id }?.settings }

  /// The row for an event; nil where the taper or the goal has none.
  func taper(_ priority: PlanFile.Priority, minutes: Double) -> Taper? {
    tapers.first { $0.priority == priority && minutes <= $0.upTo }
  }

  /// The row for a sport and a duration.
  func goal(_ sport: String, minutes: Double) -> Goal? {
    goals.first { $0.sport == sport && minutes <= $0.upTo }
  }
}
