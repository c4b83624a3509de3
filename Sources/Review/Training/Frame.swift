import TrainingLoad
import TrainingPlan

/// What stays the same whichever sessions stand in the schedule: the problem as columns.
///
/// Days are plan days (0 = first); columns of the whole time begin with the history, so plan day `d` is
/// at `historyDays + d`. A class because thousands of edited copies of one schedule share it unchanged.
final class Frame: Sendable {
  let problem: PlanProblem
  let book: RuleBook
  let names: Names
  let rates: [TemplateRates]
  /// The numbers of the rules by rule and name: the coach's, or else those of the rule book.
  private let numbers: [String: [String: Double]]
  let templateNumbers: [String: Int]
  /// Days of history.
  let historyDays: Int
  /// Daily load of the history, AU, oldest first.
  let pastLoad: [Double]
  /// Daily hip-flexion exposure of the history, run-minutes; as long as `pastLoad`.
  let pastHip: [Double]
  /// Plan days of which nothing is known: neither training nor rest. Only what was done has them.
  let unknownDays: Set<Int>
  /// What comes before this plan day is past.
  let firstDay: Int
  /// Sessions of the history by sport: day (negative) and minutes.
  let pastSessions: [[PastEffort]]
  private let pastLongest: [LongestLately]
  /// Mean of the first 28 history days: where every smoothed value starts.
  let seed: Double
  /// Minutes available on each training day.
  let available: [Double]
  /// Weekday of each training day and the event day.
  let weekdays: [Weekday]
  /// Week types that the schedule declares; nil = none declared, so they are inferred.
  let declaredTypes: [WeekType]?
  /// The lesser events of the problem, on the days that the schedule has them on.
  let tuneUps: [PlacedTuneUp]
  /// What is wrong with the event as the schedule has it; nil = nothing.
  let eventFault: String?
  /// What is wrong with the declared sessions themselves.
  let faults: [SessionFault]
  /// Training days, 0..<dayCount, are those before the event.
  let dayCount: Int
  let weekCount: Int

  /// The sessions of a sport that may be the longest of a window, the longest first: each is longer than all after
  /// it.
  private struct LongestLately: Sendable {
    private var efforts: [PastEffort] = []
    /// Place of the first that is young enough.
    private var first = 0
    /// The longest of the last day, which counts from the next day on.
    private var last: PastEffort?

    init(_ past: [PastEffort]) {
      for effort in past { add(effort) }
    }

    /// Minutes of the longest session of the days before `day`; 0 = none. Then a session of that day is added.
    mutating func longest(before day: Int, window: Int, then minutes: Double) -> Double {
      if let last, last.day == day {
        self.last = PastEffort(day: day, minutes: max(minutes, last.minutes))
      } else {
        if let last { add(last) }
        last = PastEffort(day: day, minutes: minutes)
      }
      while first < efforts.count, efforts[first].day < day - window { first += 1 }
      return first < efforts.count ? efforts[first].minutes : 0
    }

    private mutating func add(_ effort: PastEffort) {
      var count = efforts.count
      while count > first, efforts[count - 1].minutes <= effort.minutes { count -= 1 }
      efforts.removeLast(efforts.count - count)
      efforts.append(effort)
    }
  }

  /// A lesser event where it stands.
  struct PlacedTuneUp: Sendable {
    var tuneUp: TuneUp
    /// Place in `Schedule.sessions`; nil where the schedule lacks it.
    var source: Int?
    /// Day index.
    var day: Int
  }

  /// A session of the history.
  struct PastEffort: Sendable {
    var day: Int
    var minutes: Double
  }

  /// The columns of a problem, and the schedule's sessions as entries by day; those before `firstDay` count as
  /// they say.
  static func reading(
    _ schedule: Schedule, for problem: PlanProblem, book: RuleBook, firstDay: Int = 0,
    unknownDays: Set<Int> = []
  ) -> (Frame, [Entry]) {
    var names = Names()
    let rates = problem.templates.map { TemplateRates($0, names: &names) }
    var templates: [String: Int] = [:]
    for (number, template) in problem.templates.enumerated() { templates[template.id] = number }
    var reader = SessionReader(problem: problem, rates: rates, templates: templates, firstDay: firstDay)
    for (index, session) in schedule.sessions.enumerated() { reader.read(session, at: index, names: &names) }
    reader.check(schedule)
    let frame = Frame(
      problem: problem, book: book, names: names, rates: rates, templates: templates,
      declaredTypes: schedule.weeks.isEmpty
        ? nil
        : schedule.weeks.map { problem.isAway(inWeek: $0.index) && $0.type == .load ? .deload : $0.type },
      tuneUps: placed(problem, in: schedule), eventFault: eventFault(schedule.event, problem),
      faults: reader.faults, unknownDays: unknownDays, firstDay: firstDay)
    return (frame, reader.entries)
  }

  private static func placed(_ problem: PlanProblem, in schedule: Schedule) -> [PlacedTuneUp] {
    problem.tuneUpSessions.map { tuneUp, planned in
      let source = schedule.sessions.firstIndex { $0.id == planned.id }
      let session = source.map { schedule.sessions[$0] } ?? planned
      return PlacedTuneUp(tuneUp: tuneUp, source: source, day: session.day - problem.start)
    }
  }

  private static func eventFault(_ event: Schedule.Event, _ problem: PlanProblem) -> String? {
    let day = problem.day(problem.event.dayIndex)
    if event.day != day { return "The schedule has the event on \(event.day); the plan has it on \(day)." }
    if event.sport != problem.event.sport {
      return "The schedule has the event as \(event.sport); the plan has it as \(problem.event.sport)."
    }
    return nil
  }

  private init(
    problem: PlanProblem, book: RuleBook, names: Names, rates: [TemplateRates], templates: [String: Int],
    declaredTypes: [WeekType]?, tuneUps: [PlacedTuneUp], eventFault: String?, faults: [SessionFault],
    unknownDays: Set<Int>, firstDay: Int
  ) {
    var names = names
    let past = problem.history.load
    let hip = problem.history.hip
    let days = max(0, problem.dayCount)
    var efforts: [(sport: Int, effort: PastEffort)] = []
    for session in problem.history.sessions where session.day < 0 {
      efforts.append(
        (names.number(session.sport), PastEffort(day: session.day, minutes: session.minutes)))
    }
    var bySport = Array(repeating: [PastEffort](), count: names.count)
    for (sport, effort) in efforts { bySport[sport].append(effort) }
    for sport in bySport.indices { bySport[sport].sort { $0.day < $1.day } }
    let blocked = Set(problem.availability.blockedDays)
    let weekdays = (0...days).map { problem.day($0).weekday }
    let minutes = problem.availability.minutes
    self.problem = problem
    self.book = book
    var numbers: [String: [String: Double]] = [:]
    for rule in book.rules {
      for number in rule.numbers { numbers[rule.id, default: [:]][number.name] = number.value }
    }
    for setting in problem.policy.settings {
      numbers[setting.rule, default: [:]].merge(setting.numbers) { _, coach in coach }
    }
    self.numbers = numbers
    self.names = names
    self.rates = rates
    self.templateNumbers = templates
    self.firstDay = firstDay
    self.declaredTypes = declaredTypes
    self.tuneUps = tuneUps
    self.eventFault = eventFault
    self.faults = faults
    self.unknownDays = unknownDays
    historyDays = past.count
    pastLoad = past
    pastHip =
      hip.count >= past.count
      ? Array(hip.suffix(past.count)) : Array(repeating: 0, count: past.count - hip.count) + hip
    pastSessions = bySport
    pastLongest = bySport.map(LongestLately.init)
    seed = past.isEmpty ? 0 : past.prefix(28).reduce(0, +) / Double(min(28, past.count))
    available = (0..<days).map { day in
      let weekday = weekdays[day].rawValue
      let usual = blocked.contains(day) || weekday >= minutes.count ? 0 : minutes[weekday]
      // The time for an event is there, whatever the weekday has.
      return tuneUps.reduce(usual) { $1.day == day ? max($0, Double($1.tuneUp.minutes)) : $0 }
    }
    self.weekdays = weekdays
    dayCount = days
    weekCount = problem.weekCount
  }

  /// For each entry, in order of the days, minutes of the longest session of its sport lately; 0 = none.
  ///
  /// "Lately" is the window of the single-session rule, the day itself not counted.
  func longest(before entries: [Entry]) -> [Double] {
    let window = problem.limits.spikeWindowDays
    var lately = pastLongest
    return entries.map { lately[$0.sport].longest(before: $0.day, window: window, then: $0.minutes) }
  }

  /// Known days of the past: those of the history, or in a training log those with an entry.
  var knownDayCount: Int { isLog ? dayCount - unknownDays.count : historyDays }

  /// Whether the sessions are a training log: what was done, and no plan.
  private var isLog: Bool { historyDays == 0 }

  /// Whether a lesser event stands on a day.
  func hasTuneUp(_ day: Int) -> Bool { tuneUps.contains { $0.day == day } }

  /// Minutes of a sport that anyone may start from.
  func baseline(_ sport: Int) -> Double { problem.limits.baselineMinutes[names[sport]] ?? 0 }

  /// A number of a rule: the coach's, or else that of the rule book; nil where neither says.
  func number(_ rule: String, _ name: String) -> Double? { numbers[rule]?[name] }
}
