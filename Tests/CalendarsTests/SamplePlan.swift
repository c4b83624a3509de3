import TrainingLoad
import TrainingPlan

/// A small plan of two weeks before a race, and the problem that it answers.
enum SamplePlan {
  static let start = CivilDay(number: 20_900)  // 2027-03-23, a Tuesday

  static func make(zone: String = "Europe/Berlin", timed: Bool = true) -> (Schedule, PlanProblem) {
    let templates = [
      SessionTemplate(
        id: "run-long", title: "Long run", sport: "run", family: "run", sRPE: 3, minMinutes: 40,
        maxMinutes: 150, hipPerMinute: 1, isLong: true,
        steps: [
          StepPattern(text: "Easy running", activity: "run_easy", share: 0.9, effort: 2.5),
          StepPattern(text: "Walk to cool down", activity: "walk", share: 0.1, effort: 1),
        ], purpose: "the long run carries the distance"),
      SessionTemplate(
        id: "run-intervals", title: "Intervals", sport: "run", family: "run", sRPE: 6.5, minMinutes: 30,
        maxMinutes: 60, hipPerMinute: 1.25, isHard: true, isIntense: true,
        steps: [
          StepPattern(text: "Warm-up: easy jog", activity: "run_easy", share: 0.3, effort: 2),
          StepPattern(
            text: "hard", activity: "run_fast", share: 0.5, effort: 8,
            repeats: .init(workSeconds: 240, recoverySeconds: 120, recovery: "easy jog")),
          StepPattern(text: "Cool-down; breathe, loosen up", activity: "walk", share: 0.2, effort: 1),
        ]),
      SessionTemplate(
        id: "strength-hip", title: "Strength, hips", sport: "strength", family: "strength", sRPE: 5,
        minMinutes: 20, maxMinutes: 45, reliefPerMinute: 0.4, role: .strength),
      SessionTemplate(
        id: "mobility", title: "Mobility", sport: "mobility", family: "mobility", sRPE: 1, minMinutes: 10,
        maxMinutes: 20, reliefPerMinute: 1, isRestful: true, role: .support),
    ]
    let plan: [(day: Int, template: Int, minutes: Int)] = [
      (0, 1, 50), (1, 3, 15), (2, 2, 30), (2, 3, 10), (4, 0, 75), (5, 0, 90), (7, 1, 45), (9, 2, 25),
      (11, 0, 60),
    ]
    let sessions = plan.map { day, template, minutes in
      Session(
        id: nameBasedUUID(namespace: .gradus, name: "sample/\(day)/\(template)"), day: start + day,
        of: templates[template], minutes: minutes, why: templates[template].purpose)
    }
    let schedule = Schedule(
      planID: "sample", title: "Spring 10 km, Läufer \u{1F3C3}", problemID: "sample", start: start,
      event: .init(
        id: "8c0a1f3e-52c2-5d0e-9a44-0d5a2f9f9b11", day: start + 12, name: "Spring 10 km", sport: "run",
        minutes: 55, startMinute: timed ? 600 : nil),
      weeks: [
        .init(index: 0, type: .load, phase: .peak, why: "the last week that builds"),
        .init(index: 1, type: .taper, phase: .taper, why: "less volume before the race"),
      ],
      sessions: sessions)
    var wishes = CalendarWishes(showsRestDays: true)
    if timed {
      wishes.startMinute = [1110, 1110, 390, 1110, nil, 540, 480]
      wishes.alarmMinutes = 90
    }
    let problem = PlanProblem(
      id: "sample", title: schedule.title, start: start,
      event: .init(name: "Spring 10 km", sport: "run", minutes: 55, dayIndex: 12),
      history: .init(load: [], hip: [], sessions: []),
      availability: .init(minutes: Array(repeating: 90, count: 7)), rest: .init(minPer7: 1),
      templates: templates, limits: Limits(), athlete: Athlete(name: "Sample runner", zone: zone),
      calendar: wishes)
    return (schedule, problem)
  }
}
