import TrainingLoad

// Hip-flexing work is held at the level that it had while a symptom screen stands (science R36). Only the coach's word in
// the check-ins ends it.
extension PlanProblem {
  /// Whether a screen stands, and the coach's policy does not leave the planner free.
  public var isHipHeld: Bool {
    guard !checkIns.standingScreens.isEmpty else { return false }
    switch policy.settings.last(where: { $0.rule == "symptom-gate" })?.effect {
    case .notes, .off: return false
    case .binds, .watches, nil: return true
    }
  }

  /// The exposure that is held to, run-minutes in seven days: the larger of the last seven days and the mean week of the
  /// last 28, before the plan or up to the day of the screen, whichever is higher.
  ///
  /// - Parameter hip: Exposure of each plan day up to that of the screen, run-minutes; none for one before the plan.
  /// - Returns: the exposure.
  public func heldHip(following hip: [Double]) -> Double {
    max(History.reference(of: history.hip), History.reference(of: history.hip + hip))
  }

  /// The question as it is planned while a screen stands: no more hip flexion than was done up to then, no longer sessions
  /// that flex the hip, and no long session that goes beyond either. What was done since the plan began is what it holds.
  public func holdingHip() -> PlanProblem {
    guard isHipHeld else { return self }
    var hip = Array(repeating: 0.0, count: daysBeforeHold)
    for session in held.sessions where hip.indices.contains(session.day - start) {
      hip[session.day - start] += session.hip
    }
    var holding = self
    holding.hold(level: heldHip(following: hip), longest: longestLately)
    return holding
  }

  /// The long sessions that the goal asks for while a screen may stand: those of sports that nothing is held of.
  public var longSessionsAsked: [LongSession] {
    guard isHipHeld else { return goal.longSessions }
    return goal.longSessions.filter { asked in !templates.contains { $0.sport == asked.sport && $0.isHipHeld }
    }
  }

  /// Plan days up to that of the first screen that stands.
  public var daysBeforeHold: Int {
    guard let screen = checkIns.standingScreens.first else { return 0 }
    return max(0, min(screen.day - start + 1, dayCount))
  }

  private static let latelyDays = 28

  /// The longest session of each sport in the four weeks before the plan and in those up to the screen, minutes.
  private var longestLately: [String: Double] {
    let plan = max(0, daysBeforeHold - Self.latelyDays)..<daysBeforeHold
    var longest: [String: Double] = [:]
    for session in history.sessions where session.day >= -Self.latelyDays {
      longest[session.sport] = max(longest[session.sport] ?? 0, session.minutes)
    }
    for session in held.sessions where plan.contains(session.day - start) {
      longest[session.sport] = max(longest[session.sport] ?? 0, Double(session.minutes))
    }
    return longest
  }

  private mutating func hold(level: Double, longest: [String: Double]) {
    var hip = limits.hip ?? Limits.Hip(dayThreshold: .infinity, maxConsecutiveDays: 7)
    hip.per7Cap = min(level, hip.per7Cap ?? .infinity)
    limits.hip = hip
    limits.firstDays?.hipPer7 = nil
    for index in templates.indices where templates[index].isHipHeld {
      let most = max(templates[index].minMinutes, longest[templates[index].sport] ?? 0)
      templates[index].maxMinutes = min(templates[index].maxMinutes, most)
    }
    for index in goal.longSessions.indices {
      let sport = goal.longSessions[index].sport
      let most = templates.filter { $0.sport == sport }.map(\.maxMinutes).max() ?? 0
      goal.longSessions[index].minutes = min(goal.longSessions[index].minutes, most)
    }
    goal.longSessions.removeAll { asked in
      templates.filter { $0.sport == asked.sport && $0.maxMinutes >= asked.minutes }
        .allSatisfy { $0.hipPerMinute * asked.minutes > level }
    }
  }
}

extension SessionTemplate {
  /// Share of flexion-class minutes from which a session is held.
  private static let heldShare = 0.5

  fileprivate var isHipHeld: Bool { flexionShare ?? 0 > Self.heldShare }
}
