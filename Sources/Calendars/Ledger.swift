public import TrainingLoad
import TrainingPlan

/// What a plan has published so far: with it, an event stays the same event while the plan changes.
public struct Ledger: Equatable, Sendable {
  /// Name of the plan.
  public var planID: String
  /// When something last changed, seconds since 1970-01-01T00:00Z; no event is dated later.
  public var revision: Int
  /// The calendars of the plan, each detail at most once.
  public var calendars: [PublishedCalendar]

  /// A ledger; see the properties for units.
  public init(planID: String, revision: Int, calendars: [PublishedCalendar]) {
    self.planID = planID
    self.revision = revision
    self.calendars = calendars
  }

  /// A digest of the whole: whoever wrote it down can tell whether it was changed since.
  public var digest: String {
    let parts = calendars.flatMap { calendar in
      [
        calendar.detail.rawValue, calendar.name, calendar.zone, calendar.colour,
        String(calendar.lastModified),
      ]
        + calendar.events.map(\.record)
    }
    return ContentDigest.of([planID, String(revision)] + parts)
  }
}

/// A calendar as it was last published.
public struct PublishedCalendar: Equatable, Sendable {
  /// How much it says.
  public var detail: CalendarDocument.Detail
  /// Name that subscribers see.
  public var name: String
  /// IANA time zone that it is meant for.
  public var zone: String
  /// CSS3 colour name.
  public var colour: String
  /// When its content last changed, seconds since 1970-01-01T00:00Z.
  public var lastModified: Int
  /// Every event that it ever held, by day; no UID twice.
  public var events: [PublishedEvent]

  /// A calendar; see the properties for units.
  public init(
    detail: CalendarDocument.Detail, name: String, zone: String, colour: String, lastModified: Int,
    events: [PublishedEvent]
  ) {
    self.detail = detail
    self.name = name
    self.zone = zone
    self.colour = colour
    self.lastModified = lastModified
    self.events = events
  }
}

/// An event as it was last published, and what became of it.
public struct PublishedEvent: Equatable, Sendable {
  /// The event; its texts are as calendars carry them, its status follows from `state`.
  public let event: CalendarEvent
  /// What became of it.
  public let state: State
  /// A digest of what the event says: when it is, what it is called, and so on.
  public let digest: String

  /// What became of a published event.
  public enum State: String, CaseIterable, Sendable {
    /// It is on the plan.
    case planned
    /// It was taken off the plan after it was past or done, and stays as it was.
    case history
    /// It was taken off the plan before.
    case cancelled
  }

  /// An event in a state, which gives its status.
  public init(_ event: CalendarEvent, state: State) {
    var event = event
    event.status = state == .cancelled ? .cancelled : .confirmed
    self.event = event
    self.state = state
    digest = event.contentDigest
  }

  /// Everything about it, on behalf of the digest of the ledger.
  fileprivate var record: String {
    [
      event.uid, state.rawValue, String(event.sequence), String(event.created), String(event.lastModified),
      event.isDone ? "done" : "", digest,
    ].joined(separator: " ")
  }
}

/// Digests of texts, the same on every machine: UUIDs of version 5, which rest on SHA-1. They tell changes and
/// accidents from what was written, not forgeries.
enum ContentDigest {
  /// The digest of a list of texts as calendars carry them: without control characters but tab and newline.
  static func of(_ parts: [String]) -> String {
    nameBasedUUID(namespace: .gradus, name: "digest\u{1E}" + parts.joined(separator: "\u{1E}"))
  }
}

extension CalendarEvent {
  /// A digest of what the event says; not of its UID, its dates of change or its status.
  fileprivate var contentDigest: String {
    ContentDigest.of([
      when.record, summary, description, categories.joined(separator: "\u{1F}"), colour ?? "",
      blocksTime ? "busy" : "free", alarmMinutes.map(String.init) ?? "",
    ])
  }

  /// Whether both say the same, whatever their history.
  func saysTheSame(as other: CalendarEvent) -> Bool {
    when == other.when && summary == other.summary && description == other.description
      && categories == other.categories && colour == other.colour && blocksTime == other.blocksTime
      && alarmMinutes == other.alarmMinutes
  }

  /// With its texts as calendars carry them, so that what is kept and what is written are the same.
  var cleaned: CalendarEvent {
    var event = self
    event.uid = CalendarText.line(uid)
    event.summary = CalendarText.line(summary)
    event.description = CalendarText.clean(description)
    event.categories = categories.map { CalendarText.line($0, fallback: "") }.filter { !$0.isEmpty }
    event.status = .confirmed
    return event
  }
}

extension CalendarEvent.When {
  /// The day that it begins on.
  public var firstDay: CivilDay {
    switch self {
    case .allDay(let day, _), .timed(let day, _, _, _): day
    }
  }

  /// The day that it ends on, in its own zone.
  public var lastDay: CivilDay {
    switch self {
    case .allDay(let day, let days): day + (max(1, days) - 1)
    case .timed(let day, let start, let minutes, _):
      day + (min(start, Self.longest) + min(max(1, minutes), Self.longest) - 1) / 1440
    }
  }

  /// Minutes in a year: what is longer is refused when it is written.
  private static let longest = 525_600

  fileprivate var record: String {
    switch self {
    case .allDay(let day, let days): "\(day) \(days)"
    case .timed(let day, let start, let minutes, let zone): "\(day) \(start) \(minutes) \(zone)"
    }
  }
}
