import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// What the plan is asked to lead to.
  static func goals(of problem: PlanProblem) -> [WishGroup] {
    let goals = problem.goal.longSessions
    var groups = goals.enumerated().map { index, goal in
      let isAlone = goals.count { $0.sport == goal.sport } == 1
      let asked = Int(goal.minutes)
      var group = WishGroup(
        "goal.min_long.\(isAlone ? goal.sport : String(index))", text(of: goal), rows: [.goal(index)],
        ladders: [
          stride(from: asked - 1, through: 10, by: -1).map { minutes in
            Step("ask for \(minutes) min") { $0.goal.longSessions[index].minutes = Double(minutes) }
          }
        ]
      ) { $0.goal.longSessions[index].minutes = 0 }
      (group.isGapless, group.patienceNearKnown) = (true, .short)
      return group
    }
    if let asked = problem.goal.minFitness {
      let shares = Array(stride(from: 0.98, through: 0.3, by: -0.02))
      groups.append(
        WishGroup(
          "goal.min_ctl_event", "fitness of \(whole(asked)) on the day of the event", rows: [.fitness],
          ladders: [
            shares.map { share in
              let less = (asked * share).rounded(.down)
              return Step("ask for \(whole(less))") { $0.goal.minFitness = less }
            }
          ]
        ) { $0.goal.minFitness = nil })
    }
    return groups
  }

  static func text(of goal: PlanProblem.LongSession) -> String {
    "\(session(of: goal.sport)) of \(whole(goal.minutes.rounded(.up))) min, \(goal.latestDaysBefore) to "
      + "\(goal.earliestDaysBefore) days before the event"
  }

  /// How often kinds of session shall come, and what they may be.
  static func sessions(of problem: PlanProblem) -> [WishGroup] {
    problem.templates.indices.flatMap { index in
      [sessionCount(index, problem.templates[index]), sessionBounds(index, problem.templates[index])]
        .compactMap { $0 }
    }
  }

  private static func sessionCount(_ index: Int, _ template: SessionTemplate) -> WishGroup? {
    guard let asked = template.minPerWeek, asked > 0 else { return nil }
    return WishGroup(
      "templates.\(template.id).min_per_week", "\(template.title) \(times(asked)) a week",
      rows: [.sessions(index)],
      ladders: [
        stride(from: asked - 1, through: 0, by: -1).map { count in
          Step(count == 0 ? "weeks without it" : "\(times(count)) a week instead of \(times(asked))") {
            $0.templates[index].minPerWeek = count
          }
        }
      ]
    ) { $0.templates[index].minPerWeek = nil }
  }

  private static func sessionBounds(_ index: Int, _ template: SessionTemplate) -> WishGroup {
    var bounds = ["\(whole(template.maxMinutes)) min at most"]
    let longest = template.maxMinutes
    var ladders = [
      [10.0, 20, 30, 45, 60, 90, 120].filter { longest + $0 <= template.widest?.minutes ?? .infinity }.map {
        more in
        Step("\(template.title) of up to \(whole(longest + more)) min") {
          $0.templates[index].maxMinutes = longest + more
        }
      }
    ]
    if let most = template.maxPerWeek {
      bounds.append("\(times(most)) a week at most")
      ladders.append(
        (most + 1..<most + 4).filter { $0 <= template.widest?.perWeek ?? .max }.map { count in
          Step("\(template.title) up to \(times(count)) a week") { $0.templates[index].maxPerWeek = count }
        })
    }
    if let weekdays = template.weekdays {
      bounds.append("only on \(days(weekdays))")
      ladders.append([Step("\(template.title) on any day") { $0.templates[index].weekdays = nil }])
    }
    return WishGroup(
      "templates.\(template.id)", "\(template.title): " + bounds.joined(separator: ", "),
      boundsColumns: true, ladders: ladders
    ) {
      $0.templates[index].maxMinutes = 1440
      $0.templates[index].maxPerWeek = nil
      $0.templates[index].weekdays = nil
    }
  }

  /// Habits of the plan that no schedule may break.
  static func habits(of problem: PlanProblem) -> [WishGroup] {
    guard let coaching = problem.coaching else { return [] }
    let noLong = coaching.noLongBeforeEventDays
    let allowLong: Change = { $0.coaching?.noLongBeforeEventDays = 0 }
    let dropOthers: Change = {
      $0.coaching?.endurancePerDay = 1_000
      $0.coaching?.noStrengthBeforeEventDays = 0
      $0.coaching?.longTaper = []
      $0.coaching?.longInDeload = 1_000
      $0.coaching?.hardInDeload = nil
      $0.coaching?.nothingNewDays = 0
    }
    let doubles = coaching.endurancePerDay
    return [
      WishGroup(
        "coaching.no_long_before_event",
        "no long session in the last \(count(noLong, "day")) before the event",
        boundsColumns: true,
        ladders: [
          stride(from: noLong - 1, through: 0, by: -1).map { fewer in
            Step("none in the last \(count(fewer, "day"))") { $0.coaching?.noLongBeforeEventDays = fewer }
          }
        ], leaveOut: allowLong),
      WishGroup(
        "coaching",
        "the habits of the plan: \(times(doubles)) a day at most, nothing new in the last "
          + "\(count(coaching.nothingNewDays, "day")), shorter long sessions in easier and last weeks",
        boundsColumns: true,
        ladders: [
          [Step("\(doubles + 1) endurance sessions on a day") { $0.coaching?.endurancePerDay = doubles + 1 }],
          [Step("new kinds of session until the end") { $0.coaching?.nothingNewDays = 0 }],
          [
            Step("long sessions that stay long in easier and last weeks") {
              $0.coaching?.longTaper = []
              $0.coaching?.longInDeload = 1_000
            }
          ],
          [Step("a plan without these habits", dropOthers)],
        ], leaveOut: dropOthers),
    ]
  }
}
