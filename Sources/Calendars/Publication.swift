public import TrainingLoad

/// The calendars of a plan as they are to be published now, and what the ledger says from then on.
///
/// | change | feed | import file | SEQUENCE | LAST-MODIFIED |
/// |---|---|---|---|---|
/// | none | same bytes | same bytes | same | same |
/// | any | changed | changed | + 1 | now |
/// | taken off, to come | gone | STATUS:CANCELLED | + 1 | now |
/// | taken off, past or done | same bytes | same bytes | same | same |
/// | added back | there again | CONFIRMED | + 1 | now |
///
/// SEQUENCE rises on every change, not only where RFC 5546, section 2.1.4, asks for it: some readers look at
/// nothing else.
public struct Publication: Equatable, Sendable {
  /// What has been published once this is.
  public let ledger: Ledger

  /// Publishes the calendars of a plan.
  ///
  /// - Parameters:
  ///   - planID: Name of the plan.
  ///   - calendars: Its calendars as they are now, each detail at most once. The dates and SEQUENCEs in them
  ///     do not count, but for `lastModified`, which dates what has no ledger yet.
  ///   - ledger: What was published before; nil = nothing.
  ///   - now: When this is, seconds since 1970-01-01T00:00Z; it counts as later than the ledger's revision
  ///     in any case. nil = a second after that.
  ///   - today: The day that parts what is past from what is to come.
  public init(
    of planID: String, _ calendars: KeyValuePairs<CalendarDocument.Detail, CalendarDocument>,
    after ledger: Ledger?, now: Int?, today: CivilDay
  ) {
    let first = calendars.first?.value.lastModified ?? 0
    let stamp = ledger.map { max(now ?? 0, $0.revision + 1) } ?? now ?? first
    var published = ledger?.calendars ?? []
    for (detail, document) in calendars {
      if let index = published.firstIndex(where: { $0.detail == detail }) {
        published[index] = published[index].followed(by: document, at: stamp, today: today)
      } else {
        let blank = PublishedCalendar(
          detail: detail, name: "", zone: "", colour: "", lastModified: stamp, events: [])
        published.append(blank.followed(by: document, at: stamp, today: today))
      }
    }
    let isChanged = published.contains { $0.lastModified == stamp }
    let revision = isChanged ? stamp : ledger?.revision ?? stamp
    self.ledger = Ledger(planID: planID, revision: revision, calendars: published)
  }

  /// A calendar as it is published now; nil where the plan has none of that detail.
  ///
  /// A feed holds what is on the plan and what is history; an import file also what was cancelled, since who
  /// imports a file keeps what it no longer mentions.
  public func document(_ detail: CalendarDocument.Detail, for purpose: CalendarDocument.Purpose)
    -> CalendarDocument?
  {
    guard let calendar = ledger.calendars.first(where: { $0.detail == detail }) else { return nil }
    return CalendarDocument(
      name: calendar.name, zone: calendar.zone, lastModified: calendar.lastModified,
      refreshSeconds: purpose.refreshSeconds, colour: calendar.colour, purpose: purpose,
      events: calendar.events.filter { purpose == .import || $0.state != .cancelled }.map(\.event))
  }
}

extension PublishedCalendar {
  /// The calendar after its plan has become `document`; `stamp` dates what changes.
  fileprivate func followed(by document: CalendarDocument, at stamp: Int, today: CivilDay)
    -> PublishedCalendar
  {
    let known = Dictionary(events.map { ($0.event.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let planned = document.events.map { event in
      let event = event.cleaned
      return known[event.uid]?.followed(by: event, at: stamp) ?? PublishedEvent(new: event, at: stamp)
    }
    let uids = Set(planned.map(\.event.uid))
    let gone = events.filter { !uids.contains($0.event.uid) }.map { $0.takenOff(at: stamp, today: today) }

    var next = self
    next.name = CalendarText.line(document.name)
    next.zone = document.zone
    next.colour = document.colour
    next.events = (planned + gone).sorted { $0.event.when.firstDay < $1.event.when.firstDay }
    let isChanged =
      (next.name, next.zone, next.colour) != (name, zone, colour)
      || next.events.contains { $0.event.lastModified == stamp }
    if isChanged { next.lastModified = stamp }
    return next
  }
}

extension PublishedEvent {
  /// An event that was never published.
  fileprivate init(new event: CalendarEvent, at stamp: Int) {
    var event = event
    (event.created, event.lastModified, event.sequence) = (stamp, stamp, 0)
    self.init(event, state: .planned)
  }

  /// The event as it is on the plan now.
  fileprivate func followed(by event: CalendarEvent, at stamp: Int) -> PublishedEvent {
    if state == .planned, event.saysTheSame(as: self.event), event.isDone == self.event.isDone { return self }
    var event = event
    (event.created, event.lastModified, event.sequence) =
      (self.event.created, self.event.lastModified, self.event.sequence)
    if state == .cancelled || !event.saysTheSame(as: self.event) { event.change(at: stamp) }
    return PublishedEvent(event, state: .planned)
  }

  /// The event after it was taken off the plan.
  fileprivate func takenOff(at stamp: Int, today: CivilDay) -> PublishedEvent {
    guard state == .planned else { return self }
    if event.isDone || event.when.lastDay < today { return PublishedEvent(event, state: .history) }
    var event = event
    event.change(at: stamp)
    // What does not take place blocks no time and rings no bell, also in readers that do not know the status.
    event.blocksTime = false
    event.alarmMinutes = nil
    return PublishedEvent(event, state: .cancelled)
  }
}

extension CalendarEvent {
  fileprivate mutating func change(at stamp: Int) {
    lastModified = stamp
    sequence += 1
  }
}
