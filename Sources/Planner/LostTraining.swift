import TrainingLoad
import TrainingPlan

/// Training that the last days and weeks before the first planned day fell short of: four weeks of one short session are
/// about as much of a break as four weeks without any.
///
/// The days lost are those of the stretch times the part of the usual load that is missing in it; the usual load is that
/// of the four weeks before the stretch. They count as days off do (science R17).
struct LostTraining {
  /// What the first week after it holds at most, AU.
  let firstWeekLoad: Double

  private static let usualDays = TuneUp.ShortTaper.usualDays
  /// The longest stretch that is looked at, days: a quarter of a year.
  private static let longest = 91

  /// What was lost before the first planned day of a plan that is under way; nil where that is less than an absence, or
  /// the last week holds what an easier week does.
  init?(in problem: PlanProblem) {
    let steps = problem.coaching?.firstWeekBack ?? []
    let least = problem.limits.deload?.minFraction ?? Self.leastOfUsual
    let sums = Self.loadSums(problem)
    let end = sums.count - 1
    var worst: (days: Double, usual: Double) = (0, 0)
    for length in stride(from: 7, through: min(Self.longest, end - Self.usualDays), by: 1) {
      let first = end - length
      let usual = (sums[first] - sums[first - Self.usualDays]) / Double(Self.usualDays)
      let week = sums[end] - sums[end - 7]
      let share = (sums[end] - sums[first]) / (usual * Double(length))
      guard usual > 0, share < least, week < least * 7 * usual else { continue }
      let lost = Double(length) * (1 - share)
      if lost > worst.days { worst = (lost, usual) }
    }
    guard let step = steps.last(where: { Double($0.days) <= worst.days }) else { return nil }
    firstWeekLoad = (step.share * 7 * worst.usual).rounded(.down)
  }

  /// Below this share of a usual week a week is no easier one, where the plan does not say.
  private static let leastOfUsual = 0.4

  /// The load up to each day, from the start of the history to the first planned day.
  private static func loadSums(_ problem: PlanProblem) -> [Double] {
    var daily = problem.history.load + Array(repeating: 0, count: problem.held.firstDay)
    for session in problem.held.sessions {
      let day = problem.history.load.count + (session.day - problem.start)
      if daily.indices.contains(day) { daily[day] += session.load }
    }
    return daily.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }
}
