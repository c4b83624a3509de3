import TrainingLoad
import Rows
import TrainingPlan

/// A schedule that stands, as the cells of a model.
struct Standing: Sendable {
  /// Minutes of each cell as the schedule has them, also where the model does not allow that any more.
  let wanted: [Int]
  /// Minutes of each cell as far as the model allows them.
  private let minutes: [Int]
  /// The admissible kinds of week that are most like those of the schedule.
  let weekTypes: [WeekType]
  /// Whether every session of the schedule has its cell, and is allowed there as it is.
  let isWhole: Bool

  /// Price of a session that comes, goes or moves to another day, and of one that is longer or shorter: as much as a
  /// coach's other terms, so that a change has to be worth its while.
  static let priceOfSession = 0.5
  static let priceOfLength = 0.2
  /// The share of the best value from which a better schedule is worth a change, and from which, where changes of what
  /// stands do not come as near, it is worth changing everything for.
  static let worthChanging = 0.05
  static let worthChangingAll = 0.1

  /// A schedule in the cells of a model; nil where nothing of it is left to plan.
  init?(_ schedule: Schedule, in model: PlanModel) {
    let problem = model.problem
    let held = problem.standingIDs
    var wanted = model.held.minutes
    var minutes = wanted
    var isWhole = true
    var count = 0
    for session in schedule.sessions where !held.contains(session.id) && session.minutes > 0 {
      let day = session.day - problem.start
      guard (model.held.firstDay..<model.dayCount).contains(day),
        let template = problem.templates.firstIndex(where: { $0.id == session.template }),
        wanted[day * model.templateCount + template] == 0
      else {
        isWhole = false
        continue
      }
      count += 1
      let cell = day * model.templateCount + template
      wanted[cell] = session.minutes
      minutes[cell] = model.fitted(session.minutes, day, template)
    }
    guard count > 0 else { return nil }
    let types = model.weekTypes(like: schedule)
    self.wanted = wanted
    self.minutes = minutes
    self.isWhole = isWhole && minutes == wanted && types.isSame
    weekTypes = types.types
  }

  /// What a search found.
  init(_ found: Annealing.Found) {
    (wanted, minutes, weekTypes, isWhole) = (found.minutes, found.minutes, found.weekTypes, true)
  }

  /// The schedule with its score by a model, for some kinds of week.
  func found(in model: PlanModel, weekTypes: [WeekType]) -> Annealing.Found {
    let trial = Trial(model: model, weekTypes: weekTypes)
    let score = trial.reset(minutes: minutes, weekTypes: weekTypes)
    return Annealing.Found(score: score, minutes: minutes, weekTypes: weekTypes)
  }
}

extension PlanModel {
  /// The admissible kinds of week that are most like those of a schedule, week by week of the calendar, and whether
  /// they are the same.
  fileprivate func weekTypes(like schedule: Schedule) -> (types: [WeekType], isSame: Bool) {
    let days = schedule.start - problem.start
    let shift = days >= 0 ? days / 7 : (days - 6) / 7
    func type(_ week: Int) -> WeekType? {
      schedule.weeks.indices.contains(week - shift) ? schedule.weeks[week - shift].type : nil
    }
    let patterns = weekPatterns(limit: 20_000)
    let likeness = patterns.map { types in types.indices.count { types[$0] == type($0) } }
    let best = patterns.indices.max { (likeness[$0], $1) < (likeness[$1], $0) } ?? 0
    return (patterns[best], likeness[best] == weekCount)
  }
}
