import PlanFiles
import TrainingLoad
import TrainingPlan

@testable import Review

/// Small problems and schedules whose numbers can be worked out by hand.
enum Sample {
  /// Monday.
  static let start = CivilDay(number: 20_458)

  /// The rule book that ships.
  static func book() throws -> RuleBook { try standard.get() }

  private static let standard = Result { try RuleBookFile.standard() }

  /// A problem over so many training days after 28 days of 100 AU, with all the time in the world.
  static func problem(
    days: Int, past: [Double] = Array(repeating: 100, count: 28),
    _ edit: (inout PlanProblem) -> Void = { _ in }
  ) -> PlanProblem {
    var problem = PlanProblem(
      id: "sample", title: "Sample", start: start,
      event: .init(name: "Race", sport: "run", minutes: 30, dayIndex: days),
      history: .init(
        load: past, hip: past.map { _ in 0 }, sessions: [.init(day: -1, sport: "run", minutes: 50)]),
      availability: .init(minutes: Array(repeating: 600, count: 7), maxSessionsPerDay: 3),
      rest: .init(minPer7: 0, loadMax: 0), templates: [], limits: Limits())
    edit(&problem)
    return problem
  }

  /// A schedule of sessions, for a problem.
  static func schedule(_ sessions: [Session], for problem: PlanProblem, weeks: [WeekType] = []) -> Schedule {
    Schedule(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: .init(
        id: "event", day: problem.day(problem.event.dayIndex), name: problem.event.name,
        sport: problem.event.sport, minutes: Int(problem.event.minutes)),
      weeks: weeks.enumerated().map { .init(index: $0, type: $1, phase: .build, why: "") },
      sessions: sessions)
  }

  /// A schedule with one session a day of the given load; 0 = none.
  static func loads(
    _ loads: [Double], for problem: PlanProblem, weeks: [WeekType] = [],
    _ edit: (inout Session) -> Void = { _ in }
  ) -> Schedule {
    let sessions = loads.enumerated().filter { $1 > 0 }.map { day, load in
      var session = run(day, minutes: 30, load: load)
      edit(&session)
      return session
    }
    return schedule(sessions, for: problem, weeks: weeks)
  }

  /// A run written by hand; its id is `run-DAY`.
  static func run(_ day: Int, minutes: Int, load: Double = 100, hip: Double = 0) -> Session {
    session("run-\(day)", day, "run", minutes: minutes, load: load, hip: hip)
  }

  /// A session written by hand.
  static func session(
    _ id: String, _ day: Int, _ sport: String, minutes: Int, load: Double = 100, hip: Double = 0
  ) -> Session {
    Session(
      id: id, day: start + day, template: nil, title: sport == "run" ? "Run" : sport, sport: sport,
      family: sport, minutes: minutes, sRPE: load / Double(minutes), load: load, hip: hip, relief: 0)
  }

  /// What one rule finds.
  static func findings(
    _ rule: String, _ schedule: Schedule, _ problem: PlanProblem, today: CivilDay? = nil
  ) throws -> [Finding] {
    review(schedule, for: problem, ruleBook: try book(), today: today).filter { $0.rule == rule }
  }

  /// The smallest fix of a finding.
  static func fix(_ finding: Finding, _ schedule: Schedule, _ problem: PlanProblem) throws -> Fix? {
    smallestFix(for: finding, in: schedule, for: problem, ruleBook: try book())
  }

  /// Templates of a runner, as the catalogue would give them.
  static let templates = [
    SessionTemplate(
      id: "run-easy", title: "Easy run", sport: "run", family: "run", sRPE: 3, minMinutes: 20, maxMinutes: 75,
      hipPerMinute: 1, flexionShare: 1, trainingShare: 1),
    SessionTemplate(
      id: "run-long", title: "Long run", sport: "run", family: "run", sRPE: 4, minMinutes: 30,
      maxMinutes: 150,
      hipPerMinute: 1, flexionShare: 1, trainingShare: 1, isHard: true, isLong: true, maxPerWeek: 1),
    SessionTemplate(
      id: "run-intervals", title: "Intervals", sport: "run", family: "run", sRPE: 7, minMinutes: 20,
      maxMinutes: 60, hipPerMinute: 1.3, flexionShare: 1, trainingShare: 1, isHard: true, isIntense: true),
    SessionTemplate(
      id: "ride-easy", title: "Easy ride", sport: "bike", family: "bike", sRPE: 3, minMinutes: 30,
      maxMinutes: 120, hipPerMinute: 0.5, staticPerMinute: 0.5, flexionShare: 1, trainingShare: 1),
    SessionTemplate(
      id: "swim-easy", title: "Easy swim", sport: "swim", family: "swim", sRPE: 3, minMinutes: 20,
      maxMinutes: 60, hipPerMinute: 0.19, reliefPerMinute: 0.25, flexionShare: 0, trainingShare: 1),
    SessionTemplate(
      id: "strength-hip", title: "Strength, hip", sport: "strength", family: "strength", sRPE: 4,
      minMinutes: 20, maxMinutes: 45, hipPerMinute: 0.1, reliefPerMinute: 0.6, flexionShare: 0,
      trainingShare: 0.5, role: .strength),
    SessionTemplate(
      id: "sit-ups", title: "Sit-ups", sport: "situps", family: "core", sRPE: 5, minMinutes: 5,
      maxMinutes: 20,
      hipPerMinute: 1.57, flexionShare: 1, trainingShare: 1, role: .support,
      steps: [.init(text: "sit-ups", activity: "situp_free", share: 1, effort: 5)]),
    SessionTemplate(
      id: "mobility", title: "Mobility", sport: "mobility", family: "mobility", sRPE: 1, minMinutes: 10,
      maxMinutes: 30, reliefPerMinute: 1, flexionShare: 0, trainingShare: 0, isRestful: true, role: .support),
  ]

  /// A session of a template; its id is `TEMPLATE-DAY`.
  static func planned(_ template: String, _ day: Int, _ minutes: Int) -> Session {
    let known = templates.first { $0.id == template } ?? templates[0]
    return Session(id: "\(template)-\(day)", day: start + day, of: known, minutes: minutes)
  }

  /// A steady runner's weeks with limits as a plan would have them: every fourth week easier, then a taper.
  static func season(weeks: Int) -> (problem: PlanProblem, schedule: Schedule) {
    let days = 7 * weeks - 1
    var pastLoad: [Double] = []
    var pastHip: [Double] = []
    var pastSessions: [PlanProblem.PastSession] = []
    for day in -42..<0 {
      let sessions = week(day + 42, share: 1)
      pastLoad.append(sessions.reduce(0) { $0 + $1.load })
      pastHip.append(sessions.reduce(0) { $0 + $1.hip })
      pastSessions += sessions.map { .init(day: day, sport: $0.sport, minutes: Double($0.minutes)) }
    }
    var types: [WeekType] = []
    var sessions: [Session] = []
    for index in 0..<weeks {
      let toEvent = weeks - index
      types.append(toEvent <= 2 ? .taper : index % 4 == 3 ? .deload : .load)
      let growth = 1 + 0.004 * Double(index)
      let share = toEvent == 1 ? 0.45 : toEvent == 2 ? 0.65 : index % 4 == 3 ? 0.65 : growth
      for day in (7 * index)..<min(7 * index + 7, days) { sessions += week(day, share: share) }
    }
    let problem = problem(days: days) { problem in
      problem.history = .init(load: pastLoad, hip: pastHip, sessions: pastSessions)
      problem.templates = templates
      problem.rest = .init(minPer7: 2, loadMax: 30, maxConsecutive: 2)
      problem.availability = .init(minutes: [60, 90, 60, 90, 60, 120, 200])
      problem.limits = limits
      problem.athlete = Athlete(name: "Sample runner", born: 1988, sittingHours: 5)
    }
    return (problem, schedule(sessions, for: problem, weeks: types))
  }

  /// The sessions of a day of a steady week.
  private static func week(_ day: Int, share: Double) -> [Session] {
    func length(_ minutes: Double) -> Int { max(20, Int(minutes * share)) }
    return switch day % 7 {
    case 1: [planned("run-easy", day, length(45)), planned("mobility", day, 15)]
    case 3: [planned("run-intervals", day, length(40))]
    case 4: [planned("strength-hip", day, length(35))]
    case 5: [planned("swim-easy", day, length(40))]
    case 6: [planned("run-long", day, max(30, length(80)))]
    default: []
    }
  }

  /// Limits as the defaults resolve to.
  static let limits: Limits = {
    var limits = Limits()
    limits.rampAbsolute = 2
    limits.rampRelative = 0.08
    limits.formFloorRelative = -0.5
    limits.spikeMax = 0.1
    limits.baselineMinutes = ["run": 20, "bike": 45, "swim": 20, "strength": 30, "situps": 5, "mobility": 30]
    limits.weeklyGrowthMax = 0.1
    limits.weeklyGrowthAllowance = 30
    limits.deload = .init(maxLoadWeeks: 3, minLoadWeeks: 2, maxFraction: 0.7, minFraction: 0.4)
    limits.hard = .init(minGapDays: 2, maxPerWeek: 3, noneBeforeEventDays: 0)
    limits.intenseShareMax = 0.25
    limits.monotonyMax = 2
    limits.taper = .init(maxFraction: [0.6, 0.8], minFraction: [0.2, 0.4], minDaysLast7: 3)
    limits.hip = .init(
      per7Cap: 320, dayThreshold: 45, maxConsecutiveDays: 2, weeklyGrowthMax: 0.15, weeklyGrowthAllowance: 20,
      counterBase: 20, counterPerHip: 0.1)
    limits.variety = .init(minFamilies: 3, minMinutes: 10, maxShare: 0.8)
    return limits
  }()
}
