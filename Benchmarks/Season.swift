import PlanFiles
import TrainingLoad
import TrainingPlan

/// A year of training with something wrong in every week.
enum Season {
  private static let plan = """
    gradus: 1
    id: season
    title: Season
    athlete: { name: Sample runner, born: 1988, experience: recreational, sitting: 9h }
    event: { name: Marathon, sport: run, date: 2028-01-02, expected: 3h50m, priority: A }
    start: 2027-01-04
    baseline: { run: { per_week: 4, minutes: 45m, longest: 90m } }
    available: { tue: 60m, wed: 60m, thu: 60m, sat: 75m, sun: 2h30m }
    sessions: [run-easy, run-long, run-intervals, swim-easy, strength-hip, mobility]
    """

  /// The problem over so many weeks, and a schedule that rises, falls and rises again, whatever the limits say.
  static func spoilt(weeks: Int) throws -> (PlanProblem, Schedule) {
    let source = SourceFile(name: "season.yaml", text: plan)
    var problem = try Resolver.problem(planFile: source) { path throws(FileError) in
      throw FileError(file: path, mark: nil, "there is no such file")
    }
    problem.event.dayIndex = 7 * weeks - 1
    let templates = Dictionary(uniqueKeysWithValues: problem.templates.map { ($0.id, $0) })
    var sessions: [Session] = []
    for week in 0..<weeks {
      for (weekday, name, minutes) in days(of: week) where 7 * week + weekday < problem.dayCount {
        guard let template = templates[name] else { continue }
        let day = problem.day(7 * week + weekday)
        sessions.append(Session(id: "\(name)-\(day)", day: day, of: template, minutes: minutes))
      }
    }
    let event = Schedule.Event(
      id: "event", day: problem.day(problem.event.dayIndex), name: problem.event.name,
      sport: problem.event.sport, minutes: Int(problem.event.minutes))
    let schedule = Schedule(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start, event: event,
      weeks: (0..<weeks).map {
        .init(index: $0, type: $0 % 4 == 3 ? .deload : .load, phase: .build, why: "")
      },
      sessions: sessions)
    return (problem, schedule)
  }

  /// The problem over so many weeks with limits that a missed session hardly breaks, and a steady schedule inside them:
  /// nearly every pair of missed sessions has to be judged.
  static func steady(weeks: Int) throws -> (PlanProblem, Schedule) {
    var (problem, schedule) = try spoilt(weeks: weeks)
    problem.limits.weeklyGrowthMax = 2
    problem.limits.spikeMax = 2
    problem.limits.deload?.minFraction = 0
    problem.limits.deload?.maxFraction = 2
    problem.limits.variety?.minFamilies = 1
    problem.limits.variety?.maxShare = 1
    problem.limits.intenseShareMax = 0.9
    problem.limits.taper = nil
    problem.goal = .init()
    for index in problem.templates.indices { problem.templates[index].minPerWeek = nil }
    for index in schedule.weeks.indices where schedule.weeks[index].type == .taper {
      schedule.weeks[index].type = .load
    }
    return (problem, schedule)
  }

  /// Days from Monday with their sessions; every fourth week is easier, every third has a long run too long.
  private static func days(of week: Int) -> [(weekday: Int, name: String, minutes: Int)] {
    let isEasier = week % 4 == 3
    let long = isEasier ? 60 : 80 + 5 * (week % 8) + (week % 3 == 0 ? 40 : 0)
    return [
      (1, "run-easy", isEasier ? 30 : 45), (1, "mobility", 10), (2, "run-intervals", isEasier ? 30 : 45),
      (3, "run-easy", 40), (3, "strength-hip", 20), (5, week % 5 == 0 ? "run-easy" : "swim-easy", 40),
      (6, "run-long", long),
    ]
  }
}
