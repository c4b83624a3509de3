/// What makes a schedule read as a coach's plan, beyond the limits: terms of the planner with names.
///
/// Prices are in units of the objective (AU a day of fitness on the day). A bare problem has none.
public struct Coaching: Equatable, Sendable {
  /// A round number of minutes: sessions last a multiple of it where that costs no more than `roundPrice`.
  public var roundMinutes: Int
  /// Price of each session that is not a multiple of `roundMinutes`.
  public var roundPrice: Double
  /// Endurance sessions on one day, at most.
  public var endurancePerDay: Int
  /// Price of each session that is not on the usual weekday of its kind.
  public var rhythmPrice: Double
  /// Price of strength work on the day before a hard or long session.
  public var strengthBeforeHardPrice: Double
  /// Price of strength work on the day of a long session.
  public var strengthOnLongDayPrice: Double
  /// Price of strength work on the day after strength work of the same sport: at least 48 h between sessions for the
  /// same muscles (Garber 2011).
  public var strengthInARowPrice: Double
  /// No strength work within so many days before the event.
  public var noStrengthBeforeEventDays: Int
  /// No long session within so many days before the event.
  public var noLongBeforeEventDays: Int
  /// Long sessions shorten: within `days` before the event, none above `fraction` of the longest.
  public var longTaper: [LongTaper]
  /// The long session of an easier week lasts at most this share of the one in the load week before, 0-1.
  public var longInDeload: Double
  /// Price of each load week without a long session on the day that has the most time for one, and, where the goal asks for
  /// long sessions of several sports, without one of each.
  public var weeklyLongPrice: Double
  /// Days without a hard or a long session after an absence of a week or more (science R17).
  public var easyDaysAfterAbsence: Int
  /// What the first week back holds at most, by the days off before it, the fewest first; empty = no limit (science R17).
  public var firstWeekBack: [WeekBack]
  /// Days of the plan on which a hard session is better an easy one, as answers of the athlete ask (`CalmDays`).
  public var calmDays: [Int]
  /// Price of each long session of a week beyond the first of its sport.
  public var secondLongPrice: Double
  /// Price of an event before which its sports have no session on the last two days, where there is room for one: training
  /// stays nearly as frequent in a taper (Bosquet 2007).
  public var openerPrice: Double
  /// Shares of the mean minutes of the last three load weeks that are trained in the taper at least, 0-1, as far as there
  /// is room for them: in the six days before the event, in the seven days before these, and so on. A taper of two weeks
  /// keeps 40 to 59 % of the volume (Bosquet 2007).
  public var taperVolume: [Double]
  /// Price of each minute that is missing there.
  public var taperVolumePrice: Double
  /// Price of each block of load weeks after the first that begins with the same kinds of hard endurance session as the
  /// last week of the block before, where there are others.
  public var sameHardPrice: Double
  /// Hard sessions in an easier week, at most; nil = as many as in others.
  public var hardInDeload: Int?
  /// Intense sessions in each load week after the base weeks, at least, as far as it has days for them and no event; nil =
  /// none in a problem, and in a plan one, but for athletes who are new or come back.
  public var intenseInBuild: Int?
  /// Price of each such session that is missing.
  public var intenseInBuildPrice: Double
  /// Intense sessions in each week of the taper before that of the event, at least, as far as it has days for them.
  public var intenseInTaper: Int
  /// Price of each such session that is missing.
  public var intenseInTaperPrice: Double
  /// Days before the event in which no kind of session appears for the first time.
  public var nothingNewDays: Int
  /// Price of each session, so that a few useful ones come before many short ones.
  public var sessionPrice: Double
  /// Price of each week with something that the review finds worth a look, for each such finding.
  public var watchPrice: Double
  /// From where on the review finds a week worth a look.
  public var watched: WatchedLevels

  /// Price of each week in which a sport of an event of several is left out, or has twice its largest share; of a share that
  /// is short or too large by less, as much less.
  public var balancePrice: Double
  /// The sports of an event of several, and what each has of the minutes of all of them; empty for one sport.
  public var balance: [SportShare]

  /// The share of a sport.
  public struct SportShare: Equatable, Sendable {
    /// The sport.
    public var sport: String
    /// The least share of a week's minutes of all sports named, 0-1.
    public var least: Double
    /// The largest share of them, above 0 and up to 1.
    public var most: Double

    /// A sport with its least and largest share.
    public init(sport: String, least: Double, most: Double = 1) {
      self.sport = sport
      self.least = least
      self.most = most
    }
  }

  /// Price of each day that a sport is trained less often than `frequency` says; in an easier week a day fewer will do.
  public var frequencyPrice: Double
  /// On how many days of a week the sports of the event are trained at least, in load weeks and in the taper, where the
  /// event is one of them; empty where it is all the same.
  public var frequency: [SportDays]

  /// How often a sport is trained.
  public struct SportDays: Equatable, Sendable {
    /// The sport.
    public var sport: String
    /// Days a week, at least; fewer where a week has not as many on which the sport is possible.
    public var days: Int

    /// A sport with its days a week.
    public init(sport: String, days: Int) {
      self.sport = sport
      self.days = days
    }
  }

  /// A step of the long sessions' taper.
  public struct LongTaper: Equatable, Sendable {
    /// Days before the event from which it holds.
    public var days: Int
    /// Share of the plan's longest session of the sport, 0-1.
    public var fraction: Double

    /// Within `days` of the event, long sessions last at most `fraction` of the longest.
    public init(days: Int, fraction: Double) {
      self.days = days
      self.fraction = fraction
    }

    /// The longest session that the step allows in a plan whose longest of the sport lasts `longest`, minutes.
    public func most(ofLongest longest: Double) -> Double { max(Self.alwaysAllowed, fraction * longest) }

    /// A session of so many minutes is short enough at any time.
    private static let alwaysAllowed = 30.0
  }

  /// From so many days without training on, the first week back holds at most a share of a usual one.
  public struct WeekBack: Equatable, Sendable {
    /// Days off, at least.
    public var days: Int
    /// Share of the mean week of the four before them, 0-1.
    public var share: Double

    /// The share after so many days off.
    public init(days: Int, share: Double) {
      self.days = days
      self.share = share
    }
  }

  /// The terms; defaults are the product's.
  public init(
    roundMinutes: Int = 5, roundPrice: Double = 0.3, endurancePerDay: Int = 1, rhythmPrice: Double = 0.25,
    strengthBeforeHardPrice: Double = 0.15, strengthOnLongDayPrice: Double = 2,
    strengthInARowPrice: Double = 0.5, noStrengthBeforeEventDays: Int = 5, noLongBeforeEventDays: Int = 6,
    longTaper: [LongTaper] = [LongTaper(days: 14, fraction: 0.7), LongTaper(days: 9, fraction: 0.5)],
    longInDeload: Double = 0.8, weeklyLongPrice: Double = 1, secondLongPrice: Double = 2,
    openerPrice: Double = 1, taperVolume: [Double] = [0.3, 0.6], taperVolumePrice: Double = 0.1,
    sameHardPrice: Double = 1,
    hardInDeload: Int? = 2, easyDaysAfterAbsence: Int = 3, firstWeekBack: [WeekBack] = [],
    calmDays: [Int] = [],
    intenseInBuild: Int? = nil, intenseInBuildPrice: Double = 1,
    intenseInTaper: Int = 1, intenseInTaperPrice: Double = 2,
    nothingNewDays: Int = 14, sessionPrice: Double = 0.15, watchPrice: Double = 0.4,
    watched: WatchedLevels = WatchedLevels(), balancePrice: Double = 1, balance: [SportShare] = [],
    frequencyPrice: Double = 1, frequency: [SportDays] = []
  ) {
    self.roundMinutes = roundMinutes
    self.roundPrice = roundPrice
    self.endurancePerDay = endurancePerDay
    self.rhythmPrice = rhythmPrice
    self.strengthBeforeHardPrice = strengthBeforeHardPrice
    self.strengthOnLongDayPrice = strengthOnLongDayPrice
    self.strengthInARowPrice = strengthInARowPrice
    self.noStrengthBeforeEventDays = noStrengthBeforeEventDays
    self.noLongBeforeEventDays = noLongBeforeEventDays
    self.longTaper = longTaper
    self.longInDeload = longInDeload
    self.weeklyLongPrice = weeklyLongPrice
    self.secondLongPrice = secondLongPrice
    self.openerPrice = openerPrice
    self.taperVolume = taperVolume
    self.taperVolumePrice = taperVolumePrice
    self.sameHardPrice = sameHardPrice
    self.hardInDeload = hardInDeload
    self.easyDaysAfterAbsence = easyDaysAfterAbsence
    self.firstWeekBack = firstWeekBack
    self.calmDays = calmDays
    self.intenseInBuild = intenseInBuild
    self.intenseInBuildPrice = intenseInBuildPrice
    self.intenseInTaper = intenseInTaper
    self.intenseInTaperPrice = intenseInTaperPrice
    self.nothingNewDays = nothingNewDays
    self.sessionPrice = sessionPrice
    self.watchPrice = watchPrice
    self.watched = watched
    self.balancePrice = balancePrice
    self.balance = balance
    self.frequencyPrice = frequencyPrice
    self.frequency = frequency
  }
}
