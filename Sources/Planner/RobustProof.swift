import TrainingLoad
import TrainingPlan

/// Proofs that no schedule stands a missed session, whichever it is.
enum RobustProof {
  /// A long session asked for that cannot be reached twice: a goal that stands a missed session needs two long
  /// sessions, and by the single-session rule each one needs two before it that are nearly as long.
  struct UnreachableTwice {
    let goal: PlanProblem.LongSession
    /// The length that two sessions can reach in time, minutes.
    let reachable: Int

    /// The first goal that cannot be reached twice; nil where counting does not forbid one.
    init?(in problem: PlanProblem) {
      guard problem.holdsAfterLoss("goal"), problem.holdsAfterLoss("single-session-spike"),
        problem.limits.spikeMax != nil, problem.held.isEmpty
      else { return nil }
      let model = PlanModel(problem)
      guard model.weekPatternCount <= 400 else { return nil }
      let sequences = model.weekPatterns(limit: 400)
      for (index, goal) in problem.goal.longSessions.enumerated() {
        let reachable = sequences.map { Self.reachable(model.goals[index], model, $0) }.max() ?? 0
        guard Double(reachable) < goal.minutes else { continue }
        (self.goal, self.reachable) = (goal, reachable)
        return
      }
      return nil
    }

    /// An upper bound of what two sessions can reach on the days of a goal: the longest that is allowed is taken
    /// as often as there may be a new longest session, and none is ever forgotten.
    private static func reachable(
      _ goal: PlanModel.Goal, _ model: PlanModel, _ types: [WeekType]
    ) -> Int {
      let spike = 1 + model.bounds.spike
      let before = model.longestBefore[goal.sport * model.dayCount]
      let isCounted = model.problem.holdsAfterLoss("new-longest")
      let perWeek = isCounted ? model.bounds.recordsPerWeek : 7
      var done = LongestTwo()
      // What was done before the last load week: a long session of an easier week takes the place of its own.
      var earlier = done
      var best = LongestTwo()
      for week in 0..<model.weekCount {
        let isHeldDown = model.bounds.longInDeload < 1 && done.second >= Bounds.leastHeldDown
        let isEasier = types[week] == .deload && isHeldDown && perWeek == 1
        let base = isEasier ? earlier : done
        let allowed = spike * max(before, Double(base.second)) + 1e-6
        let lengths = model.days(ofWeek: week).map { day in
          let length = min(allowed, model.longTaper(on: day, ofLongest: max(Double(done.first), allowed)))
          return min(Int(length), model.longest(of: goal.sport, on: day))
        }
        for (day, length) in zip(model.days(ofWeek: week), lengths) where goal.days.contains(day) {
          let kept = isEasier ? Int(model.bounds.longInDeload * Double(done.first)) : 0
          best.take(max(length, min(kept, model.longest(of: goal.sport, on: day))))
        }
        if isEasier {
          let longest = max(lengths.max() ?? 0, done.first > earlier.first ? done.first : 0)
          done = earlier
          done.take(longest)
        } else {
          earlier = done
          for length in lengths.sorted(by: >).prefix(perWeek) { done.take(length) }
        }
      }
      return best.second
    }
  }
}
