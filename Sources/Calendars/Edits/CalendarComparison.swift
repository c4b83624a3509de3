import TrainingLoad
import TrainingPlan

/// Compares a calendar, event by event, with the one that its plan has now.
struct CalendarComparison {
  private let reading: CalendarReading
  private let schedule: Schedule
  private let problem: PlanProblem
  private let options: CalendarEdits.Options
  private let plan: PlanEvents
  private let published: [CalendarEvent]
  private let clock: CivilClock
  /// The sessions after the changes, by id.
  private var sessions: [String: Session]
  /// When the calendar has a session, by its id.
  private var wanted: [String: CivilTime] = [:]
  /// Ids of sessions whose day or time was changed in the calendar.
  private var moved: Set<String> = []
  private var added: [Session] = []

  init(
    _ reading: CalendarReading, _ schedule: Schedule, _ problem: PlanProblem, _ options: CalendarEdits.Options
  ) {
    self.reading = reading
    self.schedule = schedule
    self.problem = problem
    self.options = options
    plan = PlanEvents(
      schedule: schedule, problem: problem, zone: problem.athlete?.zone ?? "UTC", revision: 0)
    published = plan.events
    clock = CivilClock(zone: plan.zone, for: published + reading.document.events)
    sessions = Dictionary(schedule.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func compare(into result: inout CalendarEdits) {
    let identities = PlanIdentities(plan)
    let own = Dictionary(published.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for event in reading.setAside {
      guard case .session(let id, _) = identities.meaning(of: event.uid), let session = sessions[id] else {
        continue
      }
      seen.insert(id)
      result.remarks.append(
        "\(session.named) is left as it is: in the calendar (line \(event.place.line)) \(event.reason).")
    }
    for (event, place) in zip(reading.document.events, reading.places) {
      switch identities.meaning(of: event.uid) {
      case .session(let id, let isBusy):
        result.matched += 1
        guard seen.insert(id).inserted, let session = sessions[id], let before = own[plan.uid(id)] else {
          result.remarks.append(
            "\(event.summary) of line \(place.line) is in the calendar twice; the first one counts.")
          continue
        }
        compare(session, before, with: event, isBusy: isBusy, into: &result)
      case .race:
        result.matched += 1
        if let remark = remark(onRace: event) { result.remarks.append(remark) }
      case .rest(let day):
        let time = clock.time(event.when)
        guard event.status != .cancelled, time.day != day else { continue }
        result.remarks.append(
          "The rest day of \(day.named) stands on \(time.day.named) now. Rest days follow from the sessions: "
            + "to keep that day free, move its sessions, or name it in the plan file.")
      case nil: take(event, at: place, into: &result)
      }
    }
    removeMissing(seen, into: &result)
    finish(&result)
  }

  /// The session of an event that is the plan's own.
  private mutating func compare(
    _ session: Session, _ before: CalendarEvent, with event: CalendarEvent, isBusy: Bool,
    into result: inout CalendarEdits
  ) {
    var time = clock.time(event.when)
    if problem.calendar.isAllDay { time.minute = nil }
    let change = SessionChange(
      session, from: before, clock.time(before.when), to: event, time, readsTitle: !isBusy)
    wanted[session.id] = time
    guard change.isChange || !change.remarks.isEmpty || event.status == .cancelled else { return }
    if let reason = session.unchangeable(options.today) {
      wanted[session.id] = nil
      result.remarks.append("\(session.named) is left as it is: it is \(reason).")
    } else if event.status == .cancelled {
      remove(session, why: "cancelled in the calendar", into: &result)
    } else {
      result.remarks += change.remarks
      guard change.isChange else { return }
      sessions[session.id] = change.applied(problem)
      if change.isMoved {
        moved.insert(session.id)
        moveSupport(within: session, to: change.day)
      }
      result.edits.append(change.edit)
    }
  }

  /// Support work that stands in the description of an event goes where that goes.
  private mutating func moveSupport(within session: Session, to day: CivilDay) {
    for support in supportWithin(session) {
      sessions[support.id] = support.moved(to: day)
      sessions[support.id]?.isLocked = true
    }
  }

  private func supportWithin(_ session: Session) -> [Session] {
    guard problem.calendar.support == .description, !plan.isSupport(session) else { return [] }
    let ofDay = schedule.sessions.filter { $0.day == session.day }
    guard ofDay.first(where: { !plan.isSupport($0) })?.id == session.id else { return [] }
    return ofDay.filter { plan.isSupport($0) && !$0.isDone }
  }

  private mutating func remove(_ session: Session, why: String, into result: inout CalendarEdits) {
    for gone in [session] + supportWithin(session) {
      sessions[gone.id] = nil
      result.edits.append(
        CalendarEdit(
          session: gone.id, title: gone.title, day: gone.day,
          words: "removed from \(gone.day.named): \(why)", kind: .removed))
    }
  }

  /// Removes what the calendar no longer has, where it is a whole one.
  private mutating func removeMissing(_ seen: Set<String>, into result: inout CalendarEdits) {
    let shown = Set(published.map(\.uid))
    let missing = schedule.sessions.filter {
      shown.contains(plan.uid($0.id)) && !seen.contains($0.id) && $0.unchangeable(options.today) == nil
    }
    guard !missing.isEmpty, !options.keepsMissing else { return }
    guard 2 * seen.count >= schedule.sessions.count else {
      result.remarks.append(
        "\(missing.count) sessions have no event in the file. It holds less than half of the plan, so it counts as "
          + "a part of a calendar, and they stay.")
      return
    }
    for session in missing where sessions[session.id] != nil {
      remove(session, why: "deleted in the calendar", into: &result)
    }
  }

  /// An event that is none of the plan's.
  private mutating func take(
    _ event: CalendarEvent, at place: CalendarPlace, into result: inout CalendarEdits
  ) {
    let time = clock.time(event.when)
    guard event.status != .cancelled else { return }
    if options.addsStrangers, let session = ForeignSession(event, time).session(schedule, problem) {
      guard sessions[session.id] == nil else { return }
      sessions[session.id] = session
      added.append(session)
      wanted[session.id] = time
      moved.insert(session.id)
      result.edits.append(
        CalendarEdit(
          session: session.id, title: session.title, day: session.day,
          words: "added on \(time.words), \(session.minutes) min", kind: .added))
    } else {
      result.strangers.append(.init(summary: event.summary, time: time.words, place: place))
    }
  }

  /// What is said where the event that the plan leads to was changed: it belongs to the plan file.
  private func remark(onRace event: CalendarEvent) -> String? {
    guard let before = published.first(where: { $0.uid == plan.uid(schedule.event.id) }) else { return nil }
    let name = schedule.event.name
    if event.status == .cancelled {
      return "\(name) is cancelled in the calendar. A plan leads to an event: name another in the plan file."
    }
    let (old, new) = (clock.time(before.when), clock.time(event.when))
    if old.day != new.day {
      return "\(name) stands on \(new.day.named) in the calendar, and on \(old.day.named) in the plan. "
        + "Write date: \(new.day.iso) under event in the plan file, then plan again."
    }
    guard old.minute != new.minute, new.minute != nil else { return nil }
    return
      "\(name) starts at \(new.words.suffix(5)) in the calendar. Write it as start under event in the plan file."
  }

  /// Orders the sessions, and gives those a start of their own that would else begin at another time than in the
  /// calendar.
  private mutating func finish(_ result: inout CalendarEdits) {
    guard !result.edits.isEmpty else { return }
    let touched = Set(result.edits.map(\.day))
    let all = schedule.sessions.compactMap { sessions[$0.id] } + added
    func minute(_ session: Session) -> Int {
      touched.contains(session.day) ? wanted[session.id]?.minute ?? session.startMinute ?? 0 : 0
    }
    let order = all.indices.sorted { (all[$0].day, minute(all[$0]), $0) < (all[$1].day, minute(all[$1]), $1) }
    result.schedule.sessions = order.map { all[$0] }
    let known = Set(result.edits.map(\.session))
    let pins = StartPins(wanted: wanted, moved: moved, clock: clock).pin(&result.schedule, problem)
    result.edits += pins.filter { !known.contains($0.session) }
    let titles = result.edits.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    result.edits = titles.map(\.element)
  }
}

extension Session {
  /// Why nothing changes it; nil where it may be changed.
  fileprivate func unchangeable(_ today: CivilDay?) -> String? {
    isDone ? "done" : today.map { day < $0 } == true ? "past" : nil
  }

  /// `Long run of Sun 2027-02-07`.
  fileprivate var named: String { "\(title) of \(day.named)" }
}

extension CivilDay {
  /// `Sun 2027-02-07`.
  var named: String { "\(weekday.shortName) \(iso)" }
}
