/// A calendar as it is published: what both serialisations, iCalendar and xCal, are made from.
///
/// It has no UID of its own (RFC 7986, section 5.3, leaves it open): vdirsyncer takes the first UID of what it
/// fetched for that of every event, and would keep a single one.
public struct CalendarDocument: Equatable, Sendable {
  /// Name that subscribers see.
  public var name: String
  /// IANA time zone that the calendar is meant for; a hint to readers.
  public var zone: String
  /// When its content last changed, seconds since 1970-01-01T00:00Z.
  public var lastModified: Int
  /// How often subscribers should look for changes, seconds; nil = not said.
  public var refreshSeconds: Int?
  /// CSS3 colour name.
  public var colour: String
  /// What the calendar is for.
  public var purpose: Purpose
  /// The events, in the order in which they are written.
  public var events: [CalendarEvent]

  /// What a calendar is for.
  public enum Purpose: String, CaseIterable, Sendable {
    /// To be subscribed to: the whole plan each time; what is gone from it is gone.
    case feed
    /// To be imported once more: METHOD:PUBLISH, which older readers ask for (RFC 5546, section 3.2.1).
    case `import`
  }

  /// A calendar; see the properties for units.
  public init(
    name: String, zone: String, lastModified: Int, refreshSeconds: Int? = nil,
    colour: String = "steelblue", purpose: Purpose = .feed, events: [CalendarEvent] = []
  ) {
    self.name = name
    self.zone = zone
    self.lastModified = lastModified
    self.refreshSeconds = refreshSeconds
    self.colour = colour
    self.purpose = purpose
    self.events = events
  }
}
