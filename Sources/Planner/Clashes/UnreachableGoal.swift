import TrainingLoad
import TrainingPlan

/// A long session asked for that is out of reach by arithmetic alone: from what was done before the plan the single-session
/// rule lets the longest session grow by a share, so often a week, in weeks that are not easier ones, and no day has room
/// for more than its time.
struct UnreachableGoal {
  /// Its number among the long sessions.
  let index: Int
  let goal: PlanProblem.LongSession
  /// The longest that can be reached, minutes.
  let reachable: Int

  /// The first goal out of reach; nil where arithmetic does not forbid one.
  init?(in problem: PlanProblem) {
    guard !problem.goal.longSessions.isEmpty else { return nil }
    self.init(in: PlanModel(problem))
  }

  /// The same of a problem that is compiled already.
  init?(in model: PlanModel) {
    guard !model.goals.isEmpty else { return nil }
    let reach = SessionReach(model)
    for (index, goal) in model.goals.enumerated() {
      // A window that is past is what it is.
      guard goal.endDay > model.held.firstDay else { continue }
      let reachable = Self.longest(goal, model, reach)
      if Double(reachable) < goal.minutes {
        self.index = index
        self.goal = model.problem.goal.longSessions[index]
        self.reachable = reachable
        return
      }
    }
    return nil
  }

  /// An upper bound on a session that can carry a goal, whole minutes.
  private static func longest(_ goal: PlanModel.Goal, _ model: PlanModel, _ reach: SessionReach) -> Int {
    let taper = reach.longTaper(of: goal.sport)
    var best = 0.0
    for day in goal.days {
      let first = day * model.templateCount
      for cell in first..<first + model.templateCount
      where model.templates[cell - first].sport == goal.sport {
        best = max(best, Double(model.held.minutes[cell]), min(reach.longest(inCell: cell), taper[day]))
      }
    }
    return Int(best)
  }
}

extension PlanProblem {
  /// The same that asks for no longer sessions than arithmetic allows.
  var withGoalsInReach: PlanProblem {
    var problem = self
    for _ in goal.longSessions {
      guard let unreachable = UnreachableGoal(in: problem) else { break }
      problem.goal.longSessions[unreachable.index].minutes = Double(unreachable.reachable)
    }
    return problem
  }
}
