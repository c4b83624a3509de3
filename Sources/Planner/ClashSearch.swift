import TrainingPlan

/// Finds which wishes clash when the search finds no schedule: leaves out one group after another and searches again.
///
/// A group is part of the clash when a schedule is found without it. What remains broken when no single group helps is
/// said as it stands.
struct ClashSearch {
  let problem: PlanProblem

  func infeasibility() -> Infeasibility {
    let groups = WishGroup.all(of: problem)
    let helping = groups.filter { isSolvable($0.left(out: problem)) }
    if !helping.isEmpty {
      return Infeasibility(
        clashes: [
          .init(
            summary:
              "No schedule was found that keeps all of these together; leaving out any one of them makes one "
              + "possible.",
            wishes: helping.map { .init(key: $0.key, text: $0.text, help: $0.help) })
        ], isProven: false)
    }
    var rest = problem
    var clashing: [WishGroup] = []
    for group in groups {
      rest = group.left(out: rest)
      clashing.append(group)
      if isSolvable(rest) { break }
    }
    return Infeasibility(
      clashes: [
        .init(
          summary: "No schedule was found; leaving out a single wish does not help, these together do.",
          wishes: clashing.map { .init(key: $0.key, text: $0.text, help: $0.help) })
      ], isProven: false)
  }

  private func isSolvable(_ problem: PlanProblem) -> Bool {
    Search(model: PlanModel(problem), effort: .quick).run().score.violation <= 0
  }
}

/// A wish or a limit that can be left out of a problem.
struct WishGroup {
  let key: String
  let text: String
  let help: String
  private let leaveOut: @Sendable (inout PlanProblem) -> Void

  func left(out problem: PlanProblem) -> PlanProblem {
    var rest = problem
    leaveOut(&rest)
    return rest
  }

  /// The groups that a problem has, wishes before limits: what a coach would give up first comes first.
  static func all(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    func add(
      _ key: String, _ text: String, _ help: String,
      _ leaveOut: @escaping @Sendable (inout PlanProblem) -> Void
    ) {
      groups.append(WishGroup(key: key, text: text, help: help, leaveOut: leaveOut))
    }
    for goal in problem.goal.longSessions {
      add(
        "goal.min_long", "a \(goal.sport) of \(Int(goal.minutes)) min before the event",
        "ask for a shorter one"
      ) {
        $0.goal.longSessions.removeAll { $0 == goal }
      }
    }
    if problem.goal.minFitness != nil {
      add("goal.min_ctl_event", "fitness asked for on the day", "ask for less") { $0.goal.minFitness = nil }
    }
    for (index, template) in problem.templates.enumerated() where (template.minPerWeek ?? 0) > 0 {
      add(
        "templates.\(template.id).min_per_week", "\(template.title) \(template.minPerWeek ?? 0) times a week",
        "ask for it less often"
      ) { $0.templates[index].minPerWeek = nil }
    }
    addLimits(of: problem, add)
    return groups
  }

  private typealias Add = (String, String, String, @escaping @Sendable (inout PlanProblem) -> Void) -> Void

  private static func addLimits(of problem: PlanProblem, _ add: Add) {
    let limits = problem.limits
    if limits.variety != nil {
      add("limits.variety", "variety of activity in every week", "add a kind of session of another family") {
        $0.limits.variety = nil
      }
    }
    if let hip = limits.hip, hip.counterBase > 0 || hip.counterPerHip > 0 {
      add(
        "limits.hip.counter_base", "hip-extension and mobility minutes in every week",
        "add mobility or strength work"
      ) {
        $0.limits.hip?.counterBase = 0
        $0.limits.hip?.counterPerHip = 0
      }
    }
    if limits.hip?.per7Cap != nil {
      add(
        "limits.hip.per7_cap", "hip-flexion load in seven days",
        "raise the limit, or add swimming and strength"
      ) {
        $0.limits.hip?.per7Cap = nil
      }
    }
    if problem.rest.minPer7 > 0 || !problem.rest.fixed.isEmpty {
      add(
        "rest", "\(problem.rest.minPer7) rest days in every seven", "one rest day fewer, or one more free day"
      ) {
        $0.rest.minPer7 = 0
        $0.rest.fixed = []
      }
    }
    if problem.rest.maxConsecutive != nil {
      add("rest.max_consecutive", "few rest days in a row", "allow more rest days in a row") {
        $0.rest.maxConsecutive = nil
      }
    }
    if limits.weeklyGrowthMax != nil {
      add("limits.weekly_growth_max", "the weekly rise", "more weeks, or a higher start") {
        $0.limits.weeklyGrowthMax = nil
        $0.limits.rampAbsolute = nil
        $0.limits.rampRelative = nil
      }
    }
    if limits.deload != nil {
      add("limits.deload", "easier weeks", "easier weeks that are less easy") { $0.limits.deload = nil }
    }
    if limits.taper != nil || limits.formOnTheDay != nil {
      add("limits.taper", "the taper and form on the day", "a shorter taper") {
        $0.limits.taper = nil
        $0.limits.formOnTheDay = nil
      }
    }
  }
}
