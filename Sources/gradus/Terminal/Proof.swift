import PlanFiles
import Planner
import Reports
import TrainingPlan

/// How good a schedule is, beside a proven bound of the best.
struct Proof {
  private let planned: PlannedSchedule
  private let bound: ProvenBound
  /// What single wishes and limits cost; nil = not asked.
  var costs: Costs?

  init(_ planned: PlannedSchedule, for problem: PlanProblem) {
    self.planned = planned
    bound = provenBound(problem, effort: planned.effort, known: planned.objective)
  }

  /// The figures; the bound and the share are absent where nothing is proven.
  var json: JSONValue {
    let isProven = bound.objective.isFinite
    return .record([
      "schema": .text("proof/1"), "objective": .number(planned.objective), "value": .number(planned.value),
      "bound": isProven ? .number(bound.objective) : nil,
      "share": isProven ? .number(planned.objective / bound.objective) : nil,
      "sequences": .number(bound.sequences), "admissible": .number(bound.admissible),
      "undivided_bound": bound.undivided.isFinite ? .number(bound.undivided) : nil,
      "cuts": .number(bound.cuts), "divisions": .number(bound.divisions),
      "open_parts": .number(bound.openParts), "work": .number(bound.work),
      "week_types": .array(bound.weekTypes.map { .text($0.rawValue) }), "costs": costs?.json,
    ])
  }

  var lines: [String] { figures + (costs.map { [""] + $0.lines } ?? []) }

  private var figures: [String] {
    let objective =
      ["objective  \(planned.objective.inTenths) AU a day"]
      + (planned.value < planned.objective - 0.05
        ? ["value      \(planned.value.inTenths) AU a day, less the cost of habits: work never lowers it"]
        : [])
    guard bound.objective.isFinite else {
      return objective + ["bound      not proven: sessions are held that may break limits"]
    }
    let share = (1000 * planned.objective / bound.objective).rounded(.down) / 10
    let kinds = bound.weekTypes.map(\.inWords).map { $0.isEmpty ? "load" : $0 }
    return objective + [
      "bound      \(bound.objective.inTenths) AU a day, proven for \(covered)",
      "           \(way)", "share      \(share.inTenths) %", "most room  \(kinds.joined(separator: ", "))",
    ]
  }

  /// How the bound was come by.
  private var way: String {
    let start = "from \(bound.undivided.inTenths) by the linear programme"
    guard bound.objective < bound.undivided else { return start }
    let cuts = "\(bound.cuts) \(bound.cuts == 1 ? "cut" : "cuts")"
    guard bound.divisions > 0 else { return "\(start) with \(cuts)" }
    return "\(start) with \(cuts), divided \(bound.divisions == 1 ? "once" : "\(bound.divisions) times")"
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
