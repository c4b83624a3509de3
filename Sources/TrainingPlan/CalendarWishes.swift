/// How the sessions go into the calendar.
public struct CalendarWishes: Equatable, Sendable {
  /// Start of the day's first session for each weekday, minutes after local midnight; nil = all-day.
  public var startMinute: [Int?]
  /// Whether sessions are all-day, even where a start is known.
  public var isAllDay: Bool
  /// Alarm so many minutes before a timed session; nil = none.
  public var alarmMinutes: Int?
  /// Alarm for an all-day session, on the day before it: minutes after local midnight; nil = none.
  public var dayBeforeAlarmMinute: Int?
  /// Whether rest days appear as all-day events.
  public var showsRestDays: Bool
  /// Where support work stands.
  public var support: SupportPlace
  /// Whether sessions block time as busy.
  public var blocksTime: Bool
  /// Whether there is a second calendar that says only when the athlete trains.
  public var hasBusyCalendar: Bool
  /// Name of that calendar, and title of every session in it.
  public var busyTitle: String
  /// Name of the calendar's colour, a CSS3 colour name.
  public var colour: String

  /// Where support work stands in a calendar.
  public enum SupportPlace: String, CaseIterable, Sendable {
    /// As events of its own.
    case events
    /// In the description of the day's first other session; as an event of its own where there is none.
    case description
  }

  /// The wishes; by default all-day sessions, no alarm, no rest days, and a busy calendar.
  public init(
    startMinute: [Int?] = Array(repeating: nil, count: 7), isAllDay: Bool = false, alarmMinutes: Int? = nil,
    dayBeforeAlarmMinute: Int? = nil, showsRestDays: Bool = false, support: SupportPlace = .events,
    blocksTime: Bool = true, hasBusyCalendar: Bool = true, busyTitle: String = "Training",
    colour: String = "steelblue"
  ) {
    self.startMinute = startMinute
    self.isAllDay = isAllDay
    self.alarmMinutes = alarmMinutes
    self.dayBeforeAlarmMinute = dayBeforeAlarmMinute
    self.showsRestDays = showsRestDays
    self.support = support
    self.blocksTime = blocksTime
    self.hasBusyCalendar = hasBusyCalendar
    self.busyTitle = busyTitle
    self.colour = colour
  }
}
