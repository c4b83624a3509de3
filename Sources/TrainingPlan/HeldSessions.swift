public import TrainingLoad

extension PlanProblem {
  /// What stands already, and is not planned anew.
  public struct Held: Equatable, Sendable {
    /// Index of the first day that is planned: what comes before it is past, and nothing is added there.
    public var firstDay: Int
    /// The plan weeks that began before that day, from the first one on, as they were planned.
    public var weeks: [Schedule.Week]
    /// Sessions that stay as they are, by day.
    public var sessions: [Session]

    /// What stands; by default nothing does.
    public init(firstDay: Int = 0, weeks: [Schedule.Week] = [], sessions: [Session] = []) {
      self.firstDay = firstDay
      self.weeks = weeks
      self.sessions = sessions
    }

    /// Whether all days are open.
    public var isEmpty: Bool { firstDay <= 0 && sessions.isEmpty }

    /// The identities of the sessions.
    public var ids: Set<String> { Set(sessions.map(\.id)) }
  }
}

extension Schedule {
  /// What re-planning leaves as it is: past days, what was done or locked, and what was written by hand.
  ///
  /// What stood before the start of the new plan is no part of it; lesser events to come follow the plan.
  ///
  /// - Parameters:
  ///   - problem: What is asked now.
  ///   - today: What comes before it is past; nil = nothing is.
  ///   - isFresh: Whether only the past and what was done stand.
  ///   - planned: The schedule as it was planned, where this one has what was done: a load week of the past in which
  ///     less was done, and no more than an easier week allows, was an easier week.
  /// - Returns: what stands.
  public func held(
    for problem: PlanProblem, today: CivilDay?, isFresh: Bool = false, planned: Schedule? = nil
  ) -> PlanProblem.Held {
    let today = max(problem.start, today ?? problem.start)
    let standing = sessions.filter { session in
      session.day >= problem.start
        && (session.day < today || session.isDone
          || !isFresh && (session.isLocked || session.template == nil && session.event == nil))
    }
    let firstDay = min(today - problem.start, problem.dayCount)
    var weeks = weeks(begunBy: firstDay, of: problem)
    if let planned { easeMissed(&weeks, firstDay: firstDay, of: problem, planned: planned) }
    return PlanProblem.Held(firstDay: firstDay, weeks: weeks, sessions: standing)
  }

  /// Names load weeks of the past easier ones where little of what was planned was done: later weeks are measured by the
  /// load weeks before them, and a week of illness is none.
  private func easeMissed(
    _ weeks: inout [Week], firstDay: Int, of problem: PlanProblem, planned: Schedule
  ) {
    guard let deload = problem.limits.deload else { return }
    func load(_ schedule: Schedule, inWeek week: Int) -> Double {
      schedule.sessions.filter { ($0.day - problem.start) / 7 == week && $0.day >= problem.start }
        .reduce(0) { $0 + $1.load }
    }
    var reference = PlanProblem.History.reference(of: problem.history.load)
    for index in weeks.indices where weeks[index].type == .load && 7 * (index + 1) <= firstDay {
      let done = load(self, inWeek: index)
      if done < load(planned, inWeek: index), done <= deload.maxFraction * reference {
        weeks[index].type = .deload
      } else {
        reference = done
      }
    }
  }

  /// The weeks of a plan that begin before a day, as this schedule has them; none where its weeks begin on another
  /// weekday.
  private func weeks(begunBy firstDay: Int, of problem: PlanProblem) -> [Week] {
    let shift = start - problem.start
    guard shift % 7 == 0 else { return [] }
    return (0..<(firstDay + 6) / 7).map { index in
      var week = Week(index: index, type: .load, phase: .base, why: "")
      let place = index - shift / 7
      if weeks.indices.contains(place) { week = weeks[place] }
      week.index = index
      return week
    }
  }
}

extension PlanProblem.History {
  /// What the first load week is measured by: the last seven days, or the mean of the last four weeks where that is more
  /// (auditor: `hist_ref`).
  ///
  /// - Parameter daily: A value for each day, the oldest first, four weeks at least.
  /// - Returns: the sum of a week.
  public static func reference(of daily: [Double]) -> Double {
    let weeks = lastWeeks(4, of: daily)
    return max(weeks.reduce(0, +) / 4, weeks[0])
  }

  /// What a first load week may grow from where one of the last four weeks stands out, as with a race or a camp: half as
  /// much again as the mean of the other three, and as the weeks before them. Then it is that mean, or half of what was
  /// usual before where that is more; infinite where none stands out.
  ///
  /// - Parameter daily: A value for each day, the oldest first.
  /// - Returns: the sum of a week.
  public static func mostToGrowFrom(_ daily: [Double]) -> Double {
    let weeks = lastWeeks(daily.count / 7, of: daily)
    let (last, before) = (weeks.prefix(4), weeks.dropFirst(4))
    guard before.count >= 2, let most = last.max() else { return .infinity }
    let others = (last.reduce(0, +) - most) / 3
    let usual = before.reduce(0, +) / Double(before.count)
    return most > 1.5 * max(others, usual) ? max(others, usual / 2) : .infinity
  }

  /// The sums of so many weeks, the last first.
  private static func lastWeeks(_ count: Int, of daily: [Double]) -> [Double] {
    (0..<count).map { week in daily.dropLast(7 * week).suffix(7).reduce(0, +) }
  }
}
