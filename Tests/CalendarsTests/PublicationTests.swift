import SeededNumbers
import Testing
import TrainingLoad
import TrainingPlan

@testable import Calendars

/// The table of re-export, change by change.
@Suite struct PublicationTests {
  /// A plan that is published again and again.
  struct Story {
    var schedule: Schedule
    var problem: PlanProblem
    var publication: Publication

    init() {
      (schedule, problem) = SamplePlan.make()
      publication = Publication(
        of: "sample", Story.calendars(schedule, problem), after: nil, now: nil, today: SamplePlan.start)
    }

    static func calendars(_ schedule: Schedule, _ problem: PlanProblem)
      -> KeyValuePairs<CalendarDocument.Detail, CalendarDocument>
    {
      let revision = CalendarDocument.defaultRevision(of: schedule)
      return [
        .full: CalendarDocument(schedule: schedule, problem: problem, revision: revision),
        .busy: CalendarDocument(schedule: schedule, problem: problem, detail: .busy, revision: revision),
      ]
    }

    mutating func publish(now: Int? = nil, today: CivilDay = SamplePlan.start) {
      publication = Publication(
        of: "sample", Story.calendars(schedule, problem), after: publication.ledger, now: now, today: today)
    }

    func event(_ uid: String, _ purpose: CalendarDocument.Purpose = .feed) -> CalendarEvent? {
      publication.document(.full, for: purpose)?.events.first { $0.uid == uid }
    }

    func bytes(_ detail: CalendarDocument.Detail, _ purpose: CalendarDocument.Purpose) throws -> [UInt8] {
      try #require(publication.document(detail, for: purpose)).iCalendar()
    }
  }

  static let first = CalendarDocument.defaultRevision(of: SamplePlan.make().0)

  @Test("what is published first is dated alike and has no history")
  func first() throws {
    let story = Story()
    #expect(story.publication.ledger.revision == Self.first)
    let feed = try #require(story.publication.document(.full, for: .feed))
    #expect(
      feed.events.allSatisfy { ($0.sequence, $0.created, $0.lastModified) == (0, Self.first, Self.first) })
    #expect(feed == Story.calendars(story.schedule, story.problem)[0].value)
    #expect(story.publication.document(.full, for: .import)?.events == feed.events)
  }

  @Test("nothing changed: not one byte differs, whenever it is")
  func unchanged() throws {
    var story = Story()
    let before = story
    story.publish(now: Self.first + 1_000_000, today: SamplePlan.start + 9)
    #expect(story.publication == before.publication)
    for detail in CalendarDocument.Detail.allCases {
      for purpose in CalendarDocument.Purpose.allCases {
        #expect(try story.bytes(detail, purpose) == before.bytes(detail, purpose))
      }
    }
  }

  @Test("moved, longer, renamed: the same UID, SEQUENCE + 1, LAST-MODIFIED advances, the others stay")
  func changed() throws {
    let changes: [(inout Session) -> Void] = [
      { $0.day = $0.day + 1 }, { $0.minutes += 10 }, { $0.title = "Run with the club" },
      { $0.startMinute = 420 }, { $0.why = "as agreed" },
    ]
    for change in changes {
      var story = Story()
      let before = story
      change(&story.schedule.sessions[8])
      let uid = story.schedule.sessions[8].id
      story.publish(now: Self.first + 3600)
      for purpose in CalendarDocument.Purpose.allCases {
        let event = try #require(story.event(uid, purpose))
        #expect((event.sequence, event.created, event.lastModified) == (1, Self.first, Self.first + 3600))
        let others = try #require(story.publication.document(.full, for: purpose)).events
        let known = try #require(before.publication.document(.full, for: purpose)).events
        for other in others where !other.summary.hasPrefix("Rest") && other.uid != uid {
          #expect(known.contains(other))
        }
      }
      #expect(story.publication.ledger.revision == Self.first + 3600)
    }
  }

  @Test("text that only the detailed calendar says leaves the busy one as it was")
  func busyStays() throws {
    var story = Story()
    let before = try story.bytes(.busy, .feed)
    story.schedule.sessions[0].title = "Hills"
    story.publish()
    #expect(try story.bytes(.busy, .feed) == before)
    story.schedule.sessions[0].day = SamplePlan.start + 1
    story.publish()
    #expect(try story.bytes(.busy, .feed) != before)
  }

  @Test("removed before it took place: gone from the feed, cancelled in the import file, and so it stays")
  func removedInTheFuture() throws {
    var story = Story()
    let session = story.schedule.sessions.remove(at: 8)
    story.publish(now: Self.first + 60, today: session.day)
    #expect(story.event(session.id) == nil)
    let cancelled = try #require(story.event(session.id, .import))
    #expect(
      (cancelled.status, cancelled.sequence, cancelled.lastModified) == (.cancelled, 1, Self.first + 60))
    #expect(!cancelled.blocksTime && cancelled.alarmMinutes == nil)
    story.schedule.sessions[0].minutes += 5
    story.publish(today: session.day + 3)
    #expect(story.event(session.id) == nil)
    #expect(story.event(session.id, .import) == cancelled)
  }

  @Test("removed after it took place, or done: it stays as history in both, even if today goes back")
  func removedInThePast() throws {
    for isDone in [false, true] {
      var story = Story()
      story.schedule.sessions[8].isDone = isDone
      story.publish()
      let before = story
      let session = story.schedule.sessions.remove(at: 8)
      story.problem.calendar.showsRestDays = false
      story.publish(today: isDone ? SamplePlan.start : session.day + 1)
      story.publish(today: SamplePlan.start)
      for purpose in CalendarDocument.Purpose.allCases {
        #expect(story.event(session.id, purpose) == before.event(session.id, purpose))
      }
    }
  }

  @Test("added back: the same UID, confirmed, a higher SEQUENCE")
  func addedBack() throws {
    var story = Story()
    let session = story.schedule.sessions.remove(at: 8)
    story.publish()
    story.schedule.sessions.insert(session, at: 8)
    story.publish()
    for purpose in CalendarDocument.Purpose.allCases {
      let event = try #require(story.event(session.id, purpose))
      #expect((event.status, event.sequence, event.created) == (.confirmed, 2, Self.first))
      #expect(event.lastModified == Self.first + 2)
      #expect(event.blocksTime && event.alarmMinutes == 90)
    }
  }

  @Test("split in two: the old UID for the first, a new one for the second")
  func split() throws {
    var story = Story()
    story.schedule.sessions[8].minutes = 30
    var second = story.schedule.sessions[8]
    second.id = "second-half"
    story.schedule.sessions.append(second)
    story.publish()
    #expect(story.event(story.schedule.sessions[8].id)?.sequence == 1)
    let other = try #require(story.event("second-half"))
    #expect((other.sequence, other.created) == (0, Self.first + 1))
  }

  @Test("a change of zone changes what has a time, a change of the alarm what rings")
  func wishes() throws {
    var story = Story()
    story.problem.athlete?.zone = "Europe/Lisbon"
    story.publish()
    let feed = try #require(story.publication.document(.full, for: .feed))
    for event in feed.events {
      if case .timed = event.when { #expect(event.sequence == 1) } else { #expect(event.sequence == 0) }
    }
    #expect((feed.zone, feed.lastModified) == ("Europe/Lisbon", Self.first + 1))
    story.problem.calendar.alarmMinutes = 15
    story.publish()
    for event in try #require(story.publication.document(.full, for: .feed)).events {
      #expect((event.lastModified == Self.first + 2) == (event.alarmMinutes != nil))
    }
  }

  @Test("a new name or colour dates the calendar, and no event")
  func head() throws {
    var story = Story()
    let events = story.publication.document(.full, for: .feed)?.events
    story.schedule.title = "Another name"
    story.publish()
    let feed = try #require(story.publication.document(.full, for: .feed))
    #expect((feed.name, feed.lastModified) == ("Another name", Self.first + 1))
    #expect(feed.events == events)
    #expect(story.publication.document(.busy, for: .feed)?.lastModified == Self.first)
  }

  @Test("an instant that is given too early counts as later than the ledger all the same")
  func early() throws {
    var story = Story()
    story.schedule.sessions[8].minutes += 10
    story.publish(now: 0)
    #expect(story.event(story.schedule.sessions[8].id)?.lastModified == Self.first + 1)
  }

  @Test("a calendar that begins later begins with its own dates")
  func laterCalendar() throws {
    let (schedule, problem) = SamplePlan.make()
    let full = CalendarDocument(schedule: schedule, problem: problem, revision: Self.first)
    let one = Publication(of: "sample", [.full: full], after: nil, now: nil, today: SamplePlan.start)
    #expect(one.document(.busy, for: .feed) == nil)
    let both = Publication(
      of: "sample", Story.calendars(schedule, problem), after: one.ledger, now: nil, today: SamplePlan.start)
    #expect(both.document(.full, for: .feed) == one.document(.full, for: .feed))
    let events = try #require(both.document(.busy, for: .feed)).events
    #expect(events.allSatisfy { $0.created == Self.first + 1 })
  }

  @Test("two events of one UID are refused when they are written, not fatal before")
  func repeated() throws {
    var story = Story()
    story.schedule.sessions[1].id = story.schedule.sessions[0].id
    story.publish()
    #expect(throws: CalendarError.repeatedUID(story.schedule.sessions[0].id)) {
      try story.bytes(.full, .feed)
    }
  }
}

/// Plans that change at random, published after every change.
@Suite struct RevisionTests {
  private static let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]

  /// One change of the kinds that coaches make.
  private func edit(
    _ story: inout PublicationTests.Story, _ removed: inout [Session], _ random: inout SplitMix64
  ) {
    func any() -> Int? { story.schedule.sessions.indices.randomElement(using: &random) }
    switch Int.random(in: 0..<11, using: &random) {
    case 0:
      if let i = any() {
        story.schedule.sessions[i].day = SamplePlan.start + Int.random(in: 0..<12, using: &random)
      }
    case 1: if let i = any() { story.schedule.sessions[i].minutes += Int.random(in: 1...20, using: &random) }
    case 2: if let i = any() { removed.append(story.schedule.sessions.remove(at: i)) }
    case 3: if let back = removed.popLast() { story.schedule.sessions.append(back) }
    case 4:
      if let i = any() {
        var second = story.schedule.sessions[i]
        second.id = "half-\(random.next())"
        story.schedule.sessions.append(second)
      }
    case 5: if let i = any() { story.schedule.sessions[i].title = "Session \(random.next() % 5)" }
    case 6: story.problem.athlete?.zone = Self.zones.randomElement(using: &random) ?? "UTC"
    case 7: story.problem.calendar.alarmMinutes = [nil, 15, 90].randomElement(using: &random) ?? nil
    case 8: story.problem.calendar.showsRestDays.toggle()
    case 9: if let i = any() { story.schedule.sessions[i].isDone = true }
    default:
      story.problem.calendar.support = story.problem.calendar.support == .events ? .description : .events
    }
    story.schedule.sessions.sort { $0.day < $1.day }
  }

  @Test(
    "SEQUENCE never falls, what stays the same stays the same, feeds are the plan", arguments: UInt64(1)...40)
  func properties(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var story = PublicationTests.Story()
    var removed: [Session] = []
    for _ in 0..<25 {
      let before = story
      for _ in 0..<Int.random(in: 0...3, using: &random) { edit(&story, &removed, &random) }
      let today = SamplePlan.start + Int.random(in: 0..<12, using: &random)
      story.publish(
        now: Bool.random(using: &random) ? Int.random(in: 0...2_000_000_000, using: &random) : nil,
        today: today)
      for detail in CalendarDocument.Detail.allCases {
        try check(before, story, detail)
      }
      let again = story
      story.publish(today: today)
      #expect(story.publication == again.publication, "a second time changes nothing")
    }
  }

  private func check(
    _ before: PublicationTests.Story, _ after: PublicationTests.Story, _ detail: CalendarDocument.Detail
  ) throws {
    let documents = try [before, after].map { story in
      try CalendarDocument.Purpose.allCases.map { try #require(story.publication.document(detail, for: $0)) }
    }
    let plan = try #require(
      PublicationTests.Story.calendars(after.schedule, after.problem).first { $0.key == detail }
    ).value
    let (feed, file) = (documents[1][0], documents[1][1])
    for document in [feed, file] {
      #expect(Set(document.events.map(\.uid)).count == document.events.count)
      #expect(document.events.map(\.when.firstDay) == document.events.map(\.when.firstDay).sorted())
    }
    // The feed is the plan and the history that was there before; nothing else.
    let planned = Set(plan.events.map(\.uid))
    for event in plan.events {
      #expect(feed.events.contains { $0.saysTheSame(as: event) && $0.uid == event.uid })
    }
    for event in feed.events where !planned.contains(event.uid) {
      #expect(documents[0][0].events.contains(event))
    }
    // The import file loses nothing, and what it holds beyond the feed is cancelled.
    for event in file.events {
      #expect((event.status == .cancelled) == !feed.events.contains { $0.uid == event.uid })
    }
    for (old, new) in zip(documents[0], documents[1]) {
      let known = Dictionary(uniqueKeysWithValues: new.events.map { ($0.uid, $0) })
      for event in old.events {
        guard let next = known[event.uid] else {
          #expect(new.purpose == .feed)
          continue
        }
        let isSame = next.saysTheSame(as: event) && next.status == event.status
        #expect(next.created == event.created)
        #expect(isSame ? next.sequence >= event.sequence : next.sequence > event.sequence)
        #expect((next.lastModified > event.lastModified) == (next.sequence > event.sequence))
      }
      let isSame = try body(old) == body(new)
      #expect(isSame == (old.lastModified == new.lastModified) || new.purpose == .feed)
      if old.lastModified == new.lastModified { #expect(isSame) }
    }
  }

  /// The events and the head of a calendar without the date of its last change.
  private func body(_ document: CalendarDocument) throws -> [UInt8] {
    var document = document
    document.lastModified = 0
    document.events.sort { $0.uid < $1.uid }
    return try document.iCalendar()
  }
}
