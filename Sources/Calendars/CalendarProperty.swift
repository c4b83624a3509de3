import TrainingLoad

/// Receives a calendar component by component, property by property; the two serialisations are sinks.
///
/// Both get the same calls, which is why they hold the same properties.
protocol CalendarSink {
  mutating func begin(_ component: CalendarName)
  mutating func property(_ name: CalendarName, _ value: CalendarValue)
  mutating func end(_ component: CalendarName)
  /// The bytes that were not taken yet.
  mutating func takeBytes() -> [UInt8]
}

/// The name of a component or property in both serialisations.
struct CalendarName {
  /// As in iCalendar, upper case; with the VALUE parameter where one must always be written.
  let iCalendar: StaticString
  /// As in xCal, lower case.
  let xCalendar: StaticString

  init(_ iCalendar: StaticString, _ xCalendar: StaticString) {
    self.iCalendar = iCalendar
    self.xCalendar = xCalendar
  }
}

/// A property's value and the parameters that belong to it.
enum CalendarValue {
  /// TEXT, clean.
  case text(String)
  /// Several values of TEXT, clean.
  case texts([String])
  /// DATE.
  case date(CivilDay)
  /// DATE-TIME, local: seconds since 1970-01-01T00:00 on the wall clock, in a zone where one is named.
  case local(Int, zone: String?)
  /// DATE-TIME in UTC: seconds since 1970-01-01T00:00Z.
  case utc(Int)
  /// DURATION, seconds.
  case duration(Int)
  /// INTEGER.
  case integer(Int)
  /// UTC-OFFSET, seconds.
  case offset(Int)
  /// RECUR.
  case recurrence(YearlyRule)
  /// CAL-ADDRESS with the common name of whoever it is.
  case address(String, name: String)
}

extension CalendarName {
  static let calendar = CalendarName("VCALENDAR", "vcalendar")
  static let timeZone = CalendarName("VTIMEZONE", "vtimezone")
  static let standard = CalendarName("STANDARD", "standard")
  static let daylight = CalendarName("DAYLIGHT", "daylight")
  static let event = CalendarName("VEVENT", "vevent")
  static let alarm = CalendarName("VALARM", "valarm")

  static let action = CalendarName("ACTION", "action")
  static let appleColour = CalendarName("X-APPLE-CALENDAR-COLOR", "x-apple-calendar-color")
  static let busyStatus = CalendarName("X-MICROSOFT-CDO-BUSYSTATUS", "x-microsoft-cdo-busystatus")
  static let calendarScale = CalendarName("CALSCALE", "calscale")
  static let categories = CalendarName("CATEGORIES", "categories")
  static let colour = CalendarName("COLOR", "color")
  static let created = CalendarName("CREATED", "created")
  static let description = CalendarName("DESCRIPTION", "description")
  static let end = CalendarName("DTEND", "dtend")
  static let lastModified = CalendarName("LAST-MODIFIED", "last-modified")
  static let method = CalendarName("METHOD", "method")
  static let name = CalendarName("NAME", "name")
  static let offsetFrom = CalendarName("TZOFFSETFROM", "tzoffsetfrom")
  static let offsetTo = CalendarName("TZOFFSETTO", "tzoffsetto")
  static let organizer = CalendarName("ORGANIZER", "organizer")
  static let product = CalendarName("PRODID", "prodid")
  static let publishedTTL = CalendarName("X-PUBLISHED-TTL", "x-published-ttl")
  static let refreshInterval = CalendarName("REFRESH-INTERVAL;VALUE=DURATION", "refresh-interval")
  static let rule = CalendarName("RRULE", "rrule")
  static let sequence = CalendarName("SEQUENCE", "sequence")
  static let stamp = CalendarName("DTSTAMP", "dtstamp")
  static let start = CalendarName("DTSTART", "dtstart")
  static let status = CalendarName("STATUS", "status")
  static let summary = CalendarName("SUMMARY", "summary")
  static let transparency = CalendarName("TRANSP", "transp")
  static let trigger = CalendarName("TRIGGER", "trigger")
  static let uid = CalendarName("UID", "uid")
  static let version = CalendarName("VERSION", "version")
  static let wrName = CalendarName("X-WR-CALNAME", "x-wr-calname")
  static let wrZone = CalendarName("X-WR-TIMEZONE", "x-wr-timezone")
  static let zoneID = CalendarName("TZID", "tzid")
  static let zoneName = CalendarName("TZNAME", "tzname")
}
