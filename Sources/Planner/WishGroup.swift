import TrainingLoad
import TrainingPlan

/// A wish or a limit of a problem that can be left out, and changed in steps from small to large.
struct WishGroup: Sendable {
  let key: String
  let text: String
  /// What its rows in the relaxation are about.
  let subjects: Set<Relaxation.Subject>
  /// Changes that might help, the smallest first.
  let steps: [Step]
  private let leaveOut: @Sendable (inout PlanProblem) -> Void

  /// A change of the wish, in words, and the problem with it.
  struct Step: Sendable {
    let words: String
    let change: @Sendable (inout PlanProblem) -> Void
  }

  init(
    _ key: String, _ text: String, _ subjects: Set<Relaxation.Subject>, steps: [Step],
    leaveOut: @escaping @Sendable (inout PlanProblem) -> Void
  ) {
    self.key = key
    self.text = text
    self.subjects = subjects
    self.steps = steps
    self.leaveOut = leaveOut
  }

  func left(out problem: PlanProblem) -> PlanProblem {
    var rest = problem
    leaveOut(&rest)
    return rest
  }

  /// The groups that a problem has, wishes before limits: what a coach would give up first comes first.
  static func all(of problem: PlanProblem) -> [WishGroup] {
    goals(of: problem) + tuneUps(of: problem) + sessionCounts(of: problem) + time(of: problem)
      + rest(of: problem)
      + weeklyLimits(of: problem) + progression(of: problem) + hip(of: problem)
  }

  private static func goals(of problem: PlanProblem) -> [WishGroup] {
    var groups = problem.goal.longSessions.enumerated().map { index, goal in
      let asked = Int(goal.minutes)
      return WishGroup(
        "goal.min_long",
        "a \(goal.sport) of \(asked) min \(goal.latestDaysBefore) to \(goal.earliestDaysBefore) days before the event",
        [.goal(index)],
        steps: stride(from: (asked - 1) / 5 * 5, through: max(10, asked / 3), by: -5).map { minutes in
          Step(words: "ask for \(minutes) min") { $0.goal.longSessions[index].minutes = Double(minutes) }
        }
      ) { $0.goal.longSessions[index].minutes = 0 }
    }
    if let asked = problem.goal.minFitness {
      groups.append(
        WishGroup(
          "goal.min_ctl_event", "fitness of \(whole(asked)) on the day", [.fitness],
          steps: stride(from: 0.98, through: 0.3, by: -0.02).map { share in
            let less = (asked * share).rounded(.down)
            return Step(words: "ask for \(whole(less))") { $0.goal.minFitness = less }
          }
        ) { $0.goal.minFitness = nil })
    }
    return groups
  }

  private static func sessionCounts(of problem: PlanProblem) -> [WishGroup] {
    problem.templates.enumerated().compactMap { index, template in
      guard let asked = template.minPerWeek, asked > 0 else { return nil }
      return WishGroup(
        "templates.\(template.id).min_per_week", "\(template.title) \(times(asked)) a week",
        [.sessions(index)],
        steps: stride(from: asked - 1, through: 0, by: -1).map { count in
          Step(words: "\(times(count)) a week instead of \(times(asked))") {
            $0.templates[index].minPerWeek = count
          }
        }
      ) { $0.templates[index].minPerWeek = nil }
    }
  }

  private static func time(of problem: PlanProblem) -> [WishGroup] {
    let longest = problem.availability.minutes.max() ?? 0
    return [
      WishGroup(
        "availability", "the time on the days that are free", [.time],
        steps: [15.0, 30, 45, 60, 90, 120, 180].map { more in
          Step(words: "\(whole(more)) min more on every free day") { changed in
            changed.availability.minutes = changed.availability.minutes.map { $0 > 0 ? $0 + more : 0 }
          }
        }
      ) { changed in
        changed.availability.minutes = changed.availability.minutes.map { $0 > 0 ? max(1440, longest) : 0 }
      }
    ]
  }

  private static func rest(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    let asked = problem.rest.minPer7
    if asked > 0 {
      groups.append(
        WishGroup(
          "rest", "\(count(asked, "rest day")) in every seven", [.restDays],
          steps: stride(from: asked - 1, through: 0, by: -1).map { fewer in
            Step(words: "\(count(fewer, "rest day")) in every seven instead of \(asked)") {
              $0.rest.minPer7 = fewer
            }
          }
        ) { $0.rest.minPer7 = 0 })
    }
    if !problem.rest.fixed.isEmpty {
      groups.append(
        WishGroup(
          "rest.fixed_weekdays", "rest on " + problem.rest.fixed.map(\.shortName).joined(separator: ", "), [],
          steps: problem.rest.fixed.map { day in
            Step(words: "training on \(day.shortName)") { $0.rest.fixed.removeAll { $0 == day } }
          }
        ) { $0.rest.fixed = [] })
    }
    if let most = problem.rest.maxConsecutive {
      groups.append(
        WishGroup(
          "rest.max_consecutive", "at most \(count(most, "rest day")) in a row", [.restRun],
          steps: (1...4).map { more in
            Step(words: "up to \(most + more) rest days in a row") { $0.rest.maxConsecutive = most + more }
          }
        ) { $0.rest.maxConsecutive = nil })
    }
    return groups
  }

  private static func weeklyLimits(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let variety = problem.limits.variety {
      groups.append(
        WishGroup(
          "limits.variety", "\(count(variety.minFamilies, "kind")) of activity in every week", [.variety],
          steps: stride(from: variety.minFamilies - 1, through: 0, by: -1).map { fewer in
            Step(words: "\(count(fewer, "kind")) of activity a week instead of \(variety.minFamilies)") {
              $0.limits.variety?.minFamilies = fewer
            }
          } + [Step(words: "no limit of a family's share") { $0.limits.variety = nil }]
        ) { $0.limits.variety = nil })
    }
    if let share = problem.limits.intenseShareMax {
      groups.append(
        WishGroup(
          "limits.intense_share_max", "at most \(percent(share)) of the minutes intense", [.intensity],
          steps: [0.05, 0.1, 0.2, 0.4].map { more in
            Step(words: "\(percent(share + more)) intense instead of \(percent(share))") {
              $0.limits.intenseShareMax = share + more
            }
          }
        ) { $0.limits.intenseShareMax = nil })
    }
    if let hard = problem.limits.hard {
      groups.append(
        WishGroup(
          "limits.hard", "\(count(hard.minGapDays, "day")) between hard sessions", [.hardDays],
          steps: stride(from: hard.minGapDays - 1, through: 1, by: -1).map { fewer in
            Step(words: "\(count(fewer, "day")) between hard sessions instead of \(hard.minGapDays)") {
              $0.limits.hard?.minGapDays = fewer
            }
          }
        ) {
          $0.limits.hard?.minGapDays = 1
          $0.limits.hard?.maxPerWeek = nil
          $0.limits.hard?.noneBeforeEventDays = 0
        })
    }
    for (index, sport) in Set(problem.templates.map(\.sport) + problem.goal.longSessions.map(\.sport))
      .sorted()
      .enumerated()
    {
      guard problem.limits.sportCaps[sport] != nil else { continue }
      groups.append(
        WishGroup(
          "limits.sport_caps.\(sport)", "the caps of \(sport)", [.sport(index)],
          steps: [Step(words: "no caps of \(sport)") { $0.limits.sportCaps[sport] = nil }]
        ) { $0.limits.sportCaps[sport] = nil })
    }
    return groups
  }
}

extension WishGroup {
  static func whole(_ value: Double) -> String { String(Int(value.rounded())) }

  static func percent(_ share: Double) -> String { whole(100 * share) + " %" }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)" : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func times(_ number: Int) -> String {
    switch number {
    case 0: "not at all"
    case 1: "once"
    case 2: "twice"
    default: "\(number) times"
    }
  }
}
