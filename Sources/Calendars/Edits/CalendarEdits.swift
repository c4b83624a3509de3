public import TrainingLoad
public import TrainingPlan

/// What a coach changed in a calendar program, as changes of the schedule.
///
/// An event counts as changed where it differs from what the schedule would be published as now. Moments are
/// compared, not their spelling: another zone or UTC is no change. Texts below the title are not read back.
public struct CalendarEdits: Sendable {
  /// The schedule after all changes; what was moved keeps the day that it was first planned on, and what was
  /// changed is locked.
  public internal(set) var schedule: Schedule
  /// The changes, by day.
  public internal(set) var edits: [CalendarEdit] = []
  /// Events that are none of the plan's and were not taken, in the order of the file.
  public internal(set) var strangers: [Stranger] = []
  /// What was seen and left as it is, a sentence each.
  public var remarks: [String] = []
  /// How many events of the file are the plan's own.
  public internal(set) var matched = 0

  /// An event that is none of the plan's.
  public struct Stranger: Equatable, Sendable {
    /// Its title.
    public var summary: String
    /// When it takes place, on the plan's clock: `Tue 2027-02-02 18:30`.
    public var time: String
    /// Where it begins in the file.
    public var place: CalendarPlace
  }

  /// How an edited calendar is taken.
  public struct Options: Equatable, Sendable {
    /// Sessions before this day are past, and stay as they are; nil = all are to come.
    public var today: CivilDay?
    /// Whether a session without an event stays. Otherwise it is removed, provided that the file holds most
    /// of the plan: one that holds less is a part of a calendar.
    public var keepsMissing: Bool
    /// Whether further events become sessions where their title or category says which.
    public var addsStrangers: Bool

    /// The options of an import.
    public init(today: CivilDay? = nil, keepsMissing: Bool = false, addsStrangers: Bool = false) {
      self.today = today
      self.keepsMissing = keepsMissing
      self.addsStrangers = addsStrangers
    }
  }

  /// Changes that are known already.
  public init(schedule: Schedule, edits: [CalendarEdit], remarks: [String], matched: Int) {
    self.schedule = schedule
    self.edits = edits
    self.remarks = remarks
    self.matched = matched
  }

  /// Compares a calendar with the schedule that it came from.
  public init(
    in reading: CalendarReading, of schedule: Schedule, for problem: PlanProblem, options: Options = Options()
  ) {
    self.schedule = schedule
    var comparison = CalendarComparison(reading, schedule, problem, options)
    comparison.compare(into: &self)
  }
}

/// One change that a calendar asks for.
public struct CalendarEdit: Equatable, Sendable {
  /// The session's id.
  public var session: String
  /// Its title.
  public var title: String
  /// The day that it is on after the change; where it is removed, the day that it was on.
  public var day: CivilDay
  /// What becomes of it, for people: "moved from Sat 2027-02-06 09:30 to Sun 2027-02-07 09:30".
  public var words: String
  /// What kind of change it is; the first that holds.
  public var kind: Kind

  /// A change; see the properties.
  public init(session: String, title: String, day: CivilDay, words: String, kind: Kind) {
    self.session = session
    self.title = title
    self.day = day
    self.words = words
    self.kind = kind
  }

  /// What kind of change it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Another day or time.
    case moved
    /// Another length.
    case resized
    /// Another title.
    case renamed
    /// Taken off the plan.
    case removed
    /// Put on the plan.
    case added
    /// A start that followed from other sessions is now its own, since these have changed.
    case pinned
  }
}
