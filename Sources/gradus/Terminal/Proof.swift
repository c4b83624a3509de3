import PlanFiles
import Planner
import Reports
import TrainingPlan

/// How good a schedule is, beside a proven bound of the best.
struct Proof {
  private let planned: PlannedSchedule
  private let bound: ProvenBound

  init(_ planned: PlannedSchedule, for problem: PlanProblem) {
    self.planned = planned
    bound = provenBound(problem, effort: planned.effort, known: planned.objective)
  }

  /// The figures; the bound and the share are absent where nothing is proven.
  var json: JSONValue {
    let isProven = bound.objective.isFinite
    return .record([
      "objective": .number(planned.objective), "bound": isProven ? .number(bound.objective) : nil,
      "share": isProven ? .number(planned.objective / bound.objective) : nil,
      "sequences": .number(bound.sequences), "admissible": .number(bound.admissible),
      "week_types": .array(bound.weekTypes.map { .text($0.rawValue) }),
    ])
  }

  var lines: [String] {
    let objective = "objective  \(planned.objective.inTenths) AU a day"
    guard bound.objective.isFinite else {
      return [objective, "bound      not proven: sessions are held that may break limits"]
    }
    let share = (1000 * planned.objective / bound.objective).rounded(.down) / 10
    let kinds = bound.weekTypes.map(\.inWords).map { $0.isEmpty ? "load" : $0 }
    return [
      objective, "bound      \(bound.objective.inTenths) AU a day, proven for \(covered)",
      "share      \(share.inTenths) %", "most room  \(kinds.joined(separator: ", "))",
    ]
  }

  private var covered: String {
    bound.sequences == bound.admissible
      ? "all \(bound.admissible) sequences of easier weeks"
      : "\(bound.sequences) of \(bound.admissible) sequences of easier weeks one by one, the others together"
  }
}

extension Double {
  /// With one digit after the point.
  fileprivate var inTenths: String { String((self * 10).rounded() / 10) }
}
