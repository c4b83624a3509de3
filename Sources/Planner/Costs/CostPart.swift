import TrainingPlan

/// A wish or a limit that a problem holds, and the problem without it.
struct CostPart: Sendable {
  let key: String
  let text: String
  let kind: Costs.Kind
  private let leaveOut: WishGroup.Change

  init(
    _ key: String, _ text: String, kind: Costs.Kind = .habit, leaveOut: @escaping WishGroup.Change
  ) {
    self.key = key
    self.text = text
    self.kind = kind
    self.leaveOut = leaveOut
  }

  func left(out problem: PlanProblem) -> PlanProblem {
    var rest = problem
    leaveOut(&rest)
    return rest
  }

  /// The parts without which a problem is another one: the habits, the goals, the limits.
  static func all(of problem: PlanProblem) -> [CostPart] {
    let groups = WishGroup.goals(of: problem) + WishGroup.all(of: problem).filter(\.isLimit)
    let others = groups.map { group in
      CostPart(
        group.key, group.text, kind: group.isLimit ? .limit : .goal, leaveOut: leaveOut(group))
    }
    return (habits(of: problem) + wishes(of: problem) + others).filter { $0.left(out: problem) != problem }
  }

  /// Leaves out a group so that every schedule stays allowed: easier weeks and the taper stay where they are, and need not
  /// be lighter.
  private static func leaveOut(_ group: WishGroup) -> WishGroup.Change {
    switch group.key {
    case "limits.deload":
      return {
        $0.limits.deload?.maxFraction = 1
        $0.limits.deload?.minFraction = 0
      }
    case "limits.taper":
      return { changed in
        guard let taper = changed.limits.taper else { return }
        changed.limits.taper?.maxFraction = taper.maxFraction.map { max($0, 1) }
        changed.limits.taper?.minFraction = taper.minFraction.map { _ in 0 }
        changed.limits.taper?.minDaysLast7 = nil
      }
    default: return { $0 = group.left(out: $0) }
    }
  }

  /// What the athlete wishes, and what a plan is asked to stand.
  private static func wishes(of problem: PlanProblem) -> [CostPart] {
    let tuneUps = problem.tuneUps.map { tuneUp in
      CostPart("tune_ups.\(tuneUp.name)", "\(tuneUp.name), a \(tuneUp.priority.inWords) on the way") {
        $0.tuneUps.removeAll { $0 == tuneUp }
      }
    }
    return [
      CostPart("rest.wish_weekdays", "rest on \(WishGroup.days(problem.rest.wished)) where it can be") {
        $0.rest.wished = []
      },
      CostPart("limits.hip.soft_weight", "weeks of little hip flexion where it can be") {
        $0.limits.hip?.softWeek = nil
      },
      CostPart("robust", "a plan that stands any missed session") { $0.robustness = nil },
    ] + tuneUps
  }
}

extension WishGroup {
  /// Whether it is the coach's policy: neither a goal, nor a kind of session, nor the time that there is.
  fileprivate var isLimit: Bool { key.hasPrefix("limits.") || key.hasPrefix("rest.") }
}
