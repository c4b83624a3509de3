/// How the sessions go into the calendar.
public struct CalendarWishes: Equatable, Sendable {
  /// Start of the day's first session for each weekday, minutes after local midnight; nil = all-day.
  public var startMinute: [Int?]
  /// Alarm so many minutes before a timed session; nil = none.
  public var alarmMinutes: Int?
  /// Whether rest days appear as all-day events.
  public var showsRestDays: Bool
  /// Whether sessions block time as busy.
  public var blocksTime: Bool
  /// Name of the calendar's colour, a CSS3 colour name.
  public var colour: String

  /// The wishes; by default all-day sessions, no alarm, no rest days.
  public init(
    startMinute: [Int?] = Array(repeating: nil, count: 7), alarmMinutes: Int? = nil,
    showsRestDays: Bool = false,
    blocksTime: Bool = true, colour: String = "steelblue"
  ) {
    self.startMinute = startMinute
    self.alarmMinutes = alarmMinutes
    self.showsRestDays = showsRestDays
    self.blocksTime = blocksTime
    self.colour = colour
  }
}
