import TrainingLoad
public import TrainingPlan

extension CalendarDocument {
  /// How much a calendar says.
  public enum Detail: String, CaseIterable, Sendable {
    /// What to do, what it costs and why.
    case full
    /// Only when the athlete trains: neutral titles, no descriptions, categories, colours or alarms.
    case busy
  }

  /// The calendar of a plan, as if it were published for the first time: its sessions, its event and, where
  /// wished, its rest days.
  ///
  /// Sessions are timed where their weekday has a start; those of one day follow each other. The others are
  /// all-day, and never block time. `revision`, seconds since 1970-01-01T00:00Z, says when the schedule was
  /// made; equal input gives equal calendars.
  public init(
    schedule: Schedule, problem: PlanProblem, detail: Detail = .full, purpose: Purpose = .feed, revision: Int
  ) {
    let zone = problem.athlete?.zone ?? "UTC"
    let plan = PlanEvents(schedule: schedule, problem: problem, zone: zone, revision: revision)
    self.init(
      name: detail == .full ? schedule.title : problem.calendar.busyTitle,
      zone: zone, lastModified: revision, refreshSeconds: purpose.refreshSeconds,
      colour: problem.calendar.colour, purpose: purpose,
      events: detail == .full ? plan.events : plan.busyEvents)
  }

  /// The revision of a plan that nobody has dated: midnight UTC on its first day.
  public static func defaultRevision(of schedule: Schedule) -> Int { max(0, schedule.start.number) * 86_400 }
}

extension CalendarDocument.Purpose {
  /// How often subscribers should look for changes.
  var refreshSeconds: Int? { self == .feed ? 6 * 3600 : nil }
}

/// Turns the parts of a plan into events.
struct PlanEvents {
  let schedule: Schedule
  let problem: PlanProblem
  let zone: String
  let revision: Int

  private var wishes: CalendarWishes { problem.calendar }

  /// The plan's events, by day.
  var events: [CalendarEvent] { days(restDays: wishes.showsRestDays) }

  /// When the athlete trains, and nothing else. Each event has a UID of its own, made from the other's: who
  /// keeps both calendars in one account must not see one replace the other.
  var busyEvents: [CalendarEvent] {
    days(restDays: false).map { event in
      CalendarEvent(
        uid: Self.busyUID(event.uid), created: revision, lastModified: revision, when: event.when,
        summary: wishes.busyTitle, blocksTime: event.blocksTime,
        isDone: event.isDone)
    }
  }

  /// The identity in the busy calendar of what has another one in the full calendar.
  static func busyUID(_ uid: String) -> String {
    nameBasedUUID(namespace: .gradus, name: "busy/\(uid)")
  }

  private func days(restDays: Bool) -> [CalendarEvent] {
    let sessions = Dictionary(grouping: schedule.sessions, by: \.day)
    let trainingDays = (schedule.start.number..<max(schedule.start.number, schedule.event.day.number))
      .map(CivilDay.init(number:))
    let days = Set(sessions.keys).union(trainingDays).union([schedule.event.day]).sorted()
    return days.flatMap { day -> [CalendarEvent] in
      let ofDay = sessions[day] ?? []
      let isRest = restDays && day >= schedule.start && day < schedule.event.day && isRest(ofDay)
      return (isRest ? [restDay(day)] : []) + trainingDay(ofDay)
        + (day == schedule.event.day ? [race] : [])
    }
  }

  /// The sessions of a day, one after the other; support work within the first other one where wished.
  private func trainingDay(_ sessions: [Session]) -> [CalendarEvent] {
    let first = wishes.support == .description ? sessions.first { !isSupport($0) } : nil
    var next: Int?
    return sessions.compactMap { session in
      let start = start(of: session, after: next)
      next = start.map { $0 &+ session.minutes }  // an absurd length is refused when it is written
      if first != nil, isSupport(session) { return nil }
      return event(session, start: start, with: session == first ? sessions.filter(isSupport) : [])
    }
  }

  /// When a session starts, minutes after midnight; nil = all-day. A lesser event starts when it is said to.
  private func start(of session: Session, after earlier: Int?) -> Int? {
    if session.event != nil { return session.startMinute }
    return wishes.isAllDay ? nil : session.startMinute ?? earlier ?? usualStart(session.day.weekday)
  }

  private func usualStart(_ weekday: Weekday) -> Int? {
    wishes.startMinute.indices.contains(weekday.rawValue) ? wishes.startMinute[weekday.rawValue] : nil
  }

  private func event(_ session: Session, start: Int?, with support: [Session]) -> CalendarEvent {
    CalendarEvent(
      uid: uid(session.id), created: revision, lastModified: revision,
      when: start.map { .timed(session.day, startMinute: $0, minutes: session.minutes, zone: zone) }
        ?? .allDay(session.day),
      summary: session.event == nil ? "\(session.title) \(session.minutes) min" : session.title,
      description: SessionText(session: session, week: week(of: session.day), support: support).description,
      categories: categories(session),
      colour: session.event == nil ? FamilyColour.name(of: session.family) : Self.eventColour,
      blocksTime: start != nil && wishes.blocksTime,
      alarmMinutes: start == nil ? wishes.dayBeforeAlarmMinute.map { 1440 - $0 } : wishes.alarmMinutes,
      isDone: session.isDone)
  }

  private static let eventColour = "crimson"

  private var race: CalendarEvent {
    let event = schedule.event
    return CalendarEvent(
      uid: uid(event.id), created: revision, lastModified: revision,
      when: event.startMinute
        .map { .timed(event.day, startMinute: $0, minutes: event.minutes, zone: zone) } ?? .allDay(event.day),
      summary: event.name, description: "The event that the plan leads to. Expected: \(event.minutes) min.",
      categories: [capitalised(event.sport), "Event"], colour: Self.eventColour,
      blocksTime: event.startMinute != nil && wishes.blocksTime)
  }

  private func restDay(_ day: CivilDay) -> CalendarEvent {
    CalendarEvent(
      uid: restUID(day), created: revision, lastModified: revision, when: .allDay(day), summary: "Rest day",
      categories: ["Rest"],
      colour: "silver", blocksTime: false)
  }

  func restUID(_ day: CivilDay) -> String {
    nameBasedUUID(namespace: .gradus, name: "rest/\(schedule.planID)/\(day)")
  }

  /// A day without sessions, or with mobility work so light that it still counts as rest.
  private func isRest(_ sessions: [Session]) -> Bool {
    sessions.allSatisfy(\.isRestful) && sessions.reduce(0) { $0 + $1.load } <= problem.rest.loadMax
  }

  /// The identity as calendars ask for it (RFC 7986, section 5.3); made from the given one where that is not.
  func uid(_ id: String) -> String {
    let isPlain = id.utf8.allSatisfy { byte in
      (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
    if isPlain, (1..<255).contains(id.utf8.count) { return id }
    return nameBasedUUID(namespace: .gradus, name: "session/\(schedule.planID)/\(id)")
  }

  private func week(of day: CivilDay) -> Schedule.Week? {
    let index = (day - schedule.start) / 7
    return day >= schedule.start && index < schedule.weeks.count ? schedule.weeks[index] : nil
  }

  private func role(_ session: Session) -> SessionTemplate.Role {
    problem.templates.first { $0.id == session.template }?.role ?? .endurance
  }

  func isSupport(_ session: Session) -> Bool { role(session) == .support }

  /// Sport and kind, once each.
  private func categories(_ session: Session) -> [String] {
    let sport = capitalised(session.sport)
    let kind =
      switch role(session) {
      case _ where session.event != nil: "Event"
      case .strength: "Strength"
      case .support: "Support"
      case .endurance where session.isLong: "Long"
      case .endurance where session.isHard: "Hard"
      case .endurance: "Easy"
      }
    return sport == kind ? [sport] : [sport, kind]
  }

  private func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

/// The colour in which calendars show a family of activity: a CSS3 name.
enum FamilyColour {
  static func name(of family: String) -> String? {
    switch family {
    case "run": "royalblue"
    case "bike": "darkorange"
    case "swim", "aqua": "teal"
    case "row": "cadetblue"
    case "walk", "hike": "olivedrab"
    case "elliptical", "skate", "xc-ski": "slateblue"
    case "court": "goldenrod"
    case "strength": "firebrick"
    case "core": "indianred"
    case "mobility": "mediumseagreen"
    default: nil
    }
  }
}
