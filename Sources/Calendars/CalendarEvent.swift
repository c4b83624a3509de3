public import TrainingLoad

/// One event of a calendar.
public struct CalendarEvent: Equatable, Sendable {
  /// Identity, the same in every export: letters, digits and hyphens (RFC 7986, section 5.3).
  public var uid: String
  /// When the event was first planned, seconds since 1970-01-01T00:00Z.
  public var created: Int
  /// When it last changed, seconds since 1970-01-01T00:00Z; also its DTSTAMP (RFC 5545, section 3.8.7.2).
  public var lastModified: Int
  /// How often it was changed; never falls (RFC 5545, section 3.8.7.4).
  public var sequence: Int
  /// When it takes place.
  public var when: When
  /// Title, one line.
  public var summary: String
  /// What to do and why, in lines.
  public var description: String
  /// Categories, such as sport and kind.
  public var categories: [String]
  /// CSS3 colour name; nil = the calendar's.
  public var colour: String?
  /// Whether it takes place.
  public var status: Status
  /// Whether it blocks time as busy.
  public var blocksTime: Bool
  /// Alarm so many minutes before the start; nil = none.
  public var alarmMinutes: Int?
  /// Whether it has taken place: taken off the plan, it stays as history. Calendars do not say it.
  public var isDone: Bool

  /// When an event takes place.
  public enum When: Equatable, Sendable {
    /// So many whole days, at least one.
    case allDay(CivilDay, days: Int = 1)
    /// From `startMinute` minutes after local midnight of a day in an IANA time zone, for `minutes`.
    ///
    /// A start in the hour that is skipped is read with the offset before the change, one in the hour that
    /// is repeated means the first (RFC 5545, section 3.3.5). `startMinute` may run past the day's end.
    case timed(CivilDay, startMinute: Int, minutes: Int, zone: String)
  }

  /// Whether an event takes place.
  public enum Status: String, CaseIterable, Sendable {
    /// Not yet sure.
    case tentative
    /// It does.
    case confirmed
    /// It was taken off the plan.
    case cancelled
  }

  /// An event; see the properties for units.
  public init(
    uid: String, created: Int, lastModified: Int, sequence: Int = 0, when: When, summary: String,
    description: String = "", categories: [String] = [], colour: String? = nil, status: Status = .confirmed,
    blocksTime: Bool = true, alarmMinutes: Int? = nil, isDone: Bool = false
  ) {
    self.uid = uid
    self.created = created
    self.lastModified = lastModified
    self.sequence = sequence
    self.when = when
    self.summary = summary
    self.description = description
    self.categories = categories
    self.colour = colour
    self.status = status
    self.blocksTime = blocksTime
    self.alarmMinutes = alarmMinutes
    self.isDone = isDone
  }
}
