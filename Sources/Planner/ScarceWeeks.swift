import Rows
import TrainingPlan

// Easier weeks with so little time that the load week before them has to be a small one: an easier week holds a part of
// it at least, and later weeks are measured by it. Once the weeks are full, no small change leads there.

/// What such weeks hold at most that were broken in the schedules so far, AU; infinite elsewhere.
struct ScarceWeeks {
  private var most: [Double]
  /// The weeks with less than half of the time of a usual one.
  private let weeks: [Int]

  /// What a week holds the next time, as a share of what it held where it was broken.
  private static let next = 0.8

  /// No week was broken yet.
  init(_ model: PlanModel) {
    let times = (0..<model.weekCount).map { model.available[model.days(ofWeek: $0)].reduce(0, +) }
    let usual = times.sorted()[times.count / 2]
    most = times.map { _ in .infinity }
    weeks = times.indices.filter { 2 * times[$0] < usual }
  }

  /// Makes a little less of each easier week that a schedule breaks something in.
  mutating func learn(from broken: Annealing.Found, in model: PlanModel) {
    if weeks.isEmpty { return }
    let trial = Trial(model: model, weekTypes: broken.weekTypes)
    trial.reset(minutes: broken.minutes, weekTypes: broken.weekTypes)
    for week in weeks where broken.weekTypes[week] == .deload && !trial.tables.isLight[week] {
      guard trial.weekScore[week].violation + trial.riseScore[week].violation > 0 else { continue }
      most[week] = Self.next * min(most[week], trial.weekLoad[week])
    }
  }

  /// Holds the load weeks before such weeks, while they are filled, to what these can follow.
  func prepare(_ trial: Trial) {
    for week in weeks where most[week] < .infinity && trial.weekTypes[week] == .deload {
      guard let last = (0..<week).last(where: { trial.weekTypes[$0] == .load }) else { continue }
      trial.fillMost[last] = min(trial.fillMost[last], most[week] / max(0.01, trial.bounds.deloadLeast))
    }
  }
}
