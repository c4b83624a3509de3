import TrainingLoad
import TrainingPlan

/// A wish or a limit of a problem that can be left out, and changed in steps from small to large.
struct WishGroup: Sendable {
  /// Where it stands in a `plan-problem/1`: names of keys, and items of lists by their id, sport or number.
  let key: String
  let text: String
  /// What its rows in the relaxation are about; empty where it has none.
  let rows: Set<Relaxation.Subject>
  /// Whether it bounds columns of the relaxation.
  let boundsColumns: Bool
  /// Ways to change it, each a ladder of changes from small to large.
  let ladders: [[Step]]
  /// Steps from the first that arithmetic allows to the first that is tried, where those between are hard to tell.
  var firstStride = 0
  /// Whether a ladder goes by the smallest unit, so that nothing lies between two changes.
  var isGapless = false
  /// Whether every change of a ladder allows what the ones before it allow.
  var isNested = true
  /// How long to look for a schedule with a change.
  var patience = FirstSchedule.Patience.short
  /// The same where a schedule with a greater change is known.
  var patienceNearKnown = FirstSchedule.Patience.near
  private let leaveOut: @Sendable (inout PlanProblem) -> Void

  typealias Change = @Sendable (inout PlanProblem) -> Void

  /// A change of the wish, in words, and the problem with it.
  struct Step: Sendable {
    let words: String
    let change: Change

    init(_ words: String, _ change: @escaping Change) {
      self.words = words
      self.change = change
    }

    func applied(to problem: PlanProblem) -> PlanProblem {
      var changed = problem
      change(&changed)
      return changed
    }
  }

  init(
    _ key: String, _ text: String, rows: Set<Relaxation.Subject> = [], boundsColumns: Bool = false,
    ladders: [[Step]], leaveOut: @escaping Change
  ) {
    self.key = key
    self.text = text
    self.rows = rows
    self.boundsColumns = boundsColumns
    self.ladders = ladders
    self.leaveOut = leaveOut
  }

  /// Whether the relaxation knows of it.
  var isInRelaxation: Bool { boundsColumns || !rows.isEmpty }

  /// Whether leaving it out changes which kinds weeks may have.
  var choosesWeekKinds: Bool { rows.contains(.deload) || rows.contains(.taper) }

  func left(out problem: PlanProblem) -> PlanProblem {
    var rest = problem
    leaveOut(&rest)
    return rest
  }

  /// The groups that a problem has, wishes before limits: what a coach would give up first comes first.
  static func all(of problem: PlanProblem) -> [WishGroup] {
    goals(of: problem) + standing(of: problem) + sessions(of: problem) + time(of: problem) + rest(of: problem)
      + weeklyLimits(of: problem) + progression(of: problem) + readiness(of: problem) + hip(of: problem)
      + weekBack(of: problem) + habits(of: problem)
  }
}

// Words that several wishes use.
extension WishGroup {
  static func whole(_ value: Double) -> String { String(Int(value.rounded())) }

  /// With one digit after the point where it is no whole number.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  static func percent(_ share: Double) -> String { whole(100 * share) + " %" }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)" : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func times(_ number: Int) -> String {
    switch number {
    case 0: "not at all"
    case 1: "once"
    case 2: "twice"
    default: "\(number) times"
    }
  }

  /// A session of a sport, as a coach calls it.
  static func session(of sport: String) -> String {
    switch sport {
    case "run", "swim", "walk", "hike", "row", "skate": "a \(sport)"
    case "bike": "a ride"
    case "ruck": "a march"
    default: "a session of \(sport)"
    }
  }

  static func days(_ weekdays: [Weekday]) -> String {
    weekdays.map(\.shortName).joined(separator: ", ")
  }
}
