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
  /// Plan day on which that week begins: the first planned one, or one of the last days where training is under way again.
  let firstDay: Int

  private static let usualDays = TuneUp.ShortTaper.usualDays
  /// Days of training after which a first week back is nearly over.
  private static let mostDaysBack = 4
  /// The longest stretch that is looked at, days: a quarter of a year.
  private static let longest = 91

  /// What was lost before the first planned day of a plan that is under way, or before the last days of training; nil
  /// where that is less than an absence, or the week before held what an easier week does.
  init?(in problem: PlanProblem) {
    let first = problem.held.firstDay
    guard first > 0, let steps = problem.coaching?.firstWeekBack else { return nil }
    let least = problem.limits.deload?.minFraction ?? Self.leastOfUsual
    let sums = Self.loadSums(problem)
    let end = sums.count - 1
    for day in max(0, first - Self.mostDaysBack)...first {
      let begun = end - first + day
      let (days, usual) = Self.lost(before: begun, of: sums, least: least)
      guard let step = steps.last(where: { Double($0.days) <= days }) else { continue }
      let isUnderWay =
        begun < end && sums[begun + 1] > sums[begun]
        && sums[end] - sums[begun] >= least * usual * Double(end - begun)
      guard begun == end || isUnderWay else { continue }
      firstWeekLoad = (step.share * 7 * usual).rounded(.down)
      firstDay = day
      return
    }
    return nil
  }

  /// The most days that a stretch lost which ends before a day, and the usual load of a day before it, AU.
  private static func lost(before end: Int, of sums: [Double], least: Double) -> (days: Double, usual: Double)
  {
    var worst = (days: 0.0, usual: 0.0)
    for length in stride(from: 7, through: min(longest, end - usualDays), by: 1) {
      let first = end - length
      let usual = (sums[first] - sums[first - usualDays]) / Double(usualDays)
      let share = (sums[end] - sums[first]) / (usual * Double(length))
      guard usual > 0, share < least, sums[end] - sums[end - 7] < least * 7 * usual else { continue }
      let days = Double(length) * (1 - share)
      if days > worst.days { worst = (days, usual) }
    }
    return worst
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
