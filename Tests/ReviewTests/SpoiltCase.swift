import TrainingLoad
import TrainingPlan

@testable import Review

/// A steady season of twelve weeks, spoilt by hand in one place so that a rule speaks up.
struct SpoiltCase: Sendable, CustomStringConvertible {
  let rule: String
  /// Edits of the season before it is spoilt.
  var before: [Edit] = []
  /// Edits of the schedule.
  var edits: [Edit] = []
  /// What the season's problem says otherwise, before and after: no spoiling, a stage for it.
  var stage: @Sendable (inout PlanProblem) -> Void = { _ in }
  /// What is wrong with the problem or the schedule beside the edits.
  var spoil: @Sendable (inout PlanProblem, inout Schedule) -> Void = { _, _ in }
  /// Why no edit of the schedule clears it; nil = one does.
  var hopeless: String?

  var description: String { rule }

  private static let day = Sample.start

  private static func hand(_ id: String, _ day: Int, _ minutes: Int, load: Double, hip: Double = 0) -> Session
  {
    var session = Sample.session(id, day, "run", minutes: minutes, load: load, hip: hip)
    session.title = "Own run"
    return session
  }

  static let all: [SpoiltCase] =
    time + progression + intensity + event + recovery + hip + person

  private static let time = [
    SpoiltCase(
      rule: "session-data", spoil: { $1.sessions[0].load += 50 },
      hopeless: "what a session says of itself is corrected in the file"),
    SpoiltCase(rule: "availability", edits: [.lasts(session: "run-easy-1", minutes: 100)]),
    SpoiltCase(
      rule: "sport-cap", edits: [.add(id: "a", template: "swim-easy", day: day + 9, minutes: 20)],
      stage: { $0.limits.sportCaps = ["swim": .init(maxDaysPerWeek: 1)] }),
    SpoiltCase(rule: "rest-days", edits: [.add(id: "a", template: "swim-easy", day: day + 7, minutes: 40)]),
    SpoiltCase(
      rule: "rest-run",
      edits: [.remove(session: "run-intervals-10"), .remove(session: "run-easy-8")]),
    SpoiltCase(
      rule: "variety",
      edits: [
        .remove(session: "strength-hip-11"), .remove(session: "mobility-8"), .remove(session: "swim-easy-12"),
      ]),
  ]

  private static let progression = [
    SpoiltCase(rule: "single-session-spike", edits: [.lasts(session: "run-long-34", minutes: 140)]),
    SpoiltCase(
      rule: "new-longest",
      spoil: { _, schedule in
        schedule.sessions.append(hand("own-0", 0, 82, load: 20))
        schedule.sessions.append(hand("own-2", 2, 85, load: 20))
      }),
    SpoiltCase(rule: "no-baseline", edits: [.add(id: "a", template: "ride-easy", day: day + 8, minutes: 90)]),
    SpoiltCase(rule: "weekly-rise", edits: [.lasts(session: "run-long-13", minutes: 140)]),
    SpoiltCase(
      rule: "fitness-ramp", stage: { $0.limits.weeklyGrowthMax = nil },
      spoil: { $1.sessions.append(hand("own-9", 9, 60, load: 1200)) }),
    SpoiltCase(rule: "deload", edits: [.lasts(session: "run-long-27", minutes: 90)]),
  ]

  private static let intensity = [
    SpoiltCase(rule: "hard-spacing", edits: [.move(session: "run-intervals-10", to: day + 12)]),
    SpoiltCase(
      rule: "hard-count",
      edits: [.swap(session: "run-easy-8", template: "run-intervals", minutes: 30)],
      stage: { $0.limits.hard = .init(minGapDays: 1, maxPerWeek: 2) }),
    SpoiltCase(
      rule: "intensity-share", edits: [.swap(session: "run-easy-8", template: "run-intervals", minutes: 45)]),
    SpoiltCase(
      rule: "long-session-share", before: [.lasts(session: "run-easy-8", minutes: 60)],
      edits: [.lasts(session: "run-easy-8", minutes: 45)],
      hopeless: "a note, for which no change is looked for"),
  ]

  private static let event = [
    SpoiltCase(rule: "taper", edits: [.lasts(session: "run-long-76", minutes: 120)]),
    SpoiltCase(
      rule: "form-on-the-day", edits: [.lasts(session: "run-intervals-80", minutes: 60)],
      stage: { $0.limits.formOnTheDay = .init(low: 0.25, high: 0.9) }),
    SpoiltCase(rule: "event", edits: [.add(id: "a", template: "run-easy", day: day + 83, minutes: 30)]),
    SpoiltCase(
      rule: "goal",
      edits: [.lasts(session: "run-long-62", minutes: 60), .lasts(session: "run-long-69", minutes: 60)],
      stage: {
        $0.goal.longSessions = [
          .init(sport: "run", minutes: 80, latestDaysBefore: 10, earliestDaysBefore: 24)
        ]
      }),
  ]

  private static let recovery = [
    SpoiltCase(
      rule: "form-floor",
      stage: { problem in
        problem.limits.weeklyGrowthMax = nil
        problem.limits.formFloorRelative = -0.6
      },
      spoil: { $1.sessions.append(hand("own-14", 14, 60, load: 900)) }),
    SpoiltCase(
      rule: "monotony",
      edits: [
        .add(id: "a", template: "run-easy", day: day + 7, minutes: 60),
        .add(id: "b", template: "run-easy", day: day + 9, minutes: 60),
        .lasts(session: "run-long-13", minutes: 60),
      ]),
    SpoiltCase(
      rule: "strain", edits: [.add(id: "a", template: "run-easy", day: day + 7, minutes: 50)],
      stage: { $0.limits.strainMax = 1400 }),
    SpoiltCase(
      rule: "workload-ratio", edits: [.lasts(session: "run-long-13", minutes: 140)],
      stage: { $0.limits.acwrEWMAMax = 1.3 }),
  ]

  private static let hip = [
    SpoiltCase(
      rule: "hip-load", edits: [.lasts(session: "run-easy-8", minutes: 75)],
      stage: { $0.limits.hip?.per7Cap = 205 }),
    SpoiltCase(
      rule: "hip-streak",
      edits: [
        .add(id: "a", template: "run-easy", day: day + 9, minutes: 50),
        .lasts(session: "run-easy-8", minutes: 50), .lasts(session: "run-intervals-10", minutes: 45),
      ]),
    SpoiltCase(
      rule: "hip-rise",
      edits: [.lasts(session: "run-easy-8", minutes: 75), .lasts(session: "run-intervals-10", minutes: 60)],
      stage: { $0.limits.weeklyGrowthMax = 0.5 }),
    SpoiltCase(
      rule: "hip-relief", edits: [.remove(session: "strength-hip-11"), .remove(session: "mobility-8")]),
    SpoiltCase(
      rule: "hip-share", edits: [.swap(session: "swim-easy-12", template: "run-easy", minutes: 40)]),
    SpoiltCase(
      rule: "hip-one-family", before: [.swap(session: "run-easy-8", template: "ride-easy", minutes: 55)],
      edits: [.swap(session: "run-easy-8", template: "run-easy", minutes: 45)],
      stage: { $0.limits.baselineMinutes["bike"] = 60 }),
    SpoiltCase(
      rule: "sitting", spoil: { problem, _ in problem.athlete?.sittingHours = 9 },
      hopeless: "hours at the desk are not in the schedule"),
    SpoiltCase(
      rule: "sit-ups",
      edits: [3, 4, 5].map { .add(id: "s\($0)", template: "sit-ups", day: day + 7 + $0, minutes: 5) },
      hopeless: "a note, for which no change is looked for"),
    SpoiltCase(
      rule: "travel",
      spoil: { problem, _ in
        problem.availability.absences = [.init(firstDay: 10, lastDay: 10, reason: "travel", seatedHours: 5)]
      }),
  ]

  private static let person = [
    SpoiltCase(
      rule: "return-from-break",
      edits: (7..<21).flatMap { offset in
        ["run-easy", "mobility", "run-intervals", "strength-hip", "swim-easy", "run-long"].map {
          Edit.remove(session: "\($0)-\(offset)")
        }
      }),
    SpoiltCase(
      rule: "novice", edits: [.move(session: "run-intervals-10", to: day + 9)],
      stage: { $0.athlete?.experience = .novice }),
    SpoiltCase(
      rule: "masters", edits: [.move(session: "run-intervals-10", to: day + 11)],
      stage: { $0.athlete?.born = 1966 },
      hopeless: "a note, for which no change is looked for"),
    SpoiltCase(
      rule: "youth", edits: [.add(id: "a", template: "ride-easy", day: day + 9, minutes: 60)],
      stage: { $0.athlete?.born = 2011 },
      hopeless: "a note, for which no change is looked for"),
    SpoiltCase(
      rule: "symptom-gate", edits: [.lasts(session: "run-easy-15", minutes: 70)],
      stage: { problem in
        problem.history.hip = problem.history.hip.map { 1.1 * $0 }
        var checkIn = CheckIn(day: day + 14)
        checkIn.pain = .init(place: .hip, strength: .slight)
        problem.checkIns = CheckIns([checkIn])
      }),
    SpoiltCase(
      rule: "red-flag",
      spoil: { problem, _ in
        var checkIn = CheckIn(day: day + 14)
        checkIn.redFlag = true
        problem.checkIns = CheckIns([checkIn])
      }, hopeless: "a doctor's word and the coach's, and no session"),
    SpoiltCase(
      rule: "stress-sleep",
      spoil: { problem, _ in
        var checkIn = CheckIn(day: day + 9)
        checkIn.stress = 5
        problem.checkIns = CheckIns([checkIn])
      }),
    SpoiltCase(
      rule: "thin-data",
      spoil: { problem, _ in
        problem.history.load = Array(problem.history.load.suffix(35))
        problem.history.hip = Array(problem.history.hip.suffix(35))
      }, hopeless: "what was done is entered, not planned"),
  ]

  // MARK: What it gives

  /// The season before and after, with its problem.
  func applied() -> (sound: (PlanProblem, Schedule), spoilt: (PlanProblem, Schedule)) {
    var (problem, schedule) = Sample.season(weeks: 12)
    stage(&problem)
    schedule = before.reduce(schedule) { $1.applied(to: $0, for: problem) }
    let sound = (problem, schedule)
    schedule = edits.reduce(schedule) { $1.applied(to: $0, for: problem) }
    spoil(&problem, &schedule)
    schedule.sessions.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    return (sound, (problem, schedule))
  }
}
