import TrainingLoad
import TrainingPlan

/// The sessions and goals of a plan, held at what was done lately while a symptom screen stands (R36).
struct HeldWork {
  var templates: [SessionTemplate]
  var longSessions: [PlanProblem.LongSession]
  /// Exposure that is held to, run-minutes in seven days; nil = nothing is held.
  private(set) var level: Double?

  /// Days before the start that count as lately.
  private static let latelyDays = 28
  /// Share of flexion-class minutes from which a session is held.
  private static let flexionShare = 0.5

  init(templates: [SessionTemplate], longSessions: [PlanProblem.LongSession]) {
    self.templates = templates
    self.longSessions = longSessions
  }

  /// Makes sessions that flex the hip, and long sessions asked for, no longer than the longest of their sport
  /// lately, or than their shortest where there was none.
  mutating func hold(past: [PlanProblem.PastSession], recentHip: Double) {
    level = recentHip
    for index in templates.indices where templates[index].flexionShare ?? 0 > Self.flexionShare {
      let longest = past.filter { $0.sport == templates[index].sport && $0.day >= -Self.latelyDays }
        .map(\.minutes).max()
      templates[index].maxMinutes = min(
        templates[index].maxMinutes, max(templates[index].minMinutes, longest ?? 0))
    }
    for index in longSessions.indices {
      let longest = templates.filter { $0.sport == longSessions[index].sport }.map(\.maxMinutes).max()
      longSessions[index].minutes = min(longSessions[index].minutes, longest ?? 0)
    }
    dropGoalsAboveLevel(recentHip)
  }

  /// A long session that no seven days at the level can hold is not asked for.
  private mutating func dropGoalsAboveLevel(_ level: Double) {
    longSessions.removeAll { goal in
      templates.filter { $0.sport == goal.sport && $0.maxMinutes >= goal.minutes }
        .allSatisfy { $0.hipPerMinute * goal.minutes > level }
    }
  }

  /// What is held, for the coach.
  func inWords(_ screens: [CheckIn]) -> [String] {
    guard let level, let last = screens.last else { return [] }
    let minutes = Int(level.rounded())
    return [
      "Check-in of \(last.day): hip-flexing work is held at what was done lately, \(minutes) run-minutes in "
        + "seven days and no longer sessions, until the coach clears it."
    ]
  }
}

extension Resolution {
  /// Whether a symptom screen stands that the coach's policy lets hold the plan.
  func isHeld(_ kept: KeptLimits) -> Bool {
    !checkIns.standingScreens.isEmpty && kept.keeps("symptom-gate")
  }

  /// The answer on sitting that stands in for the athlete's profile.
  var sittingInWords: [String] {
    guard let sitting = checkIns.sitting, plan.athlete.sittingHours != sitting.hours else { return [] }
    let hours = JSONValue.number((sitting.hours * 10).rounded() / 10).compact
    return ["Sitting: \(hours) h a day, as answered on \(sitting.day)."]
  }
}
