import TrainingPlan

extension WatchedLevels {
  /// The levels of the coach, or else of the rule book; none of a rule that is off or that only notes.
  init(_ kept: KeptLimits, policy: RulePolicy, for experience: Athlete.Experience) {
    func number(_ rule: String, _ name: String) -> Double? {
      kept.level(rule, name, policy: policy)
    }
    func share(_ rule: String) -> Share? {
      guard let from = number(rule, "caution"), let sessions = number(rule, "min_sessions") else {
        return nil
      }
      return Share(from: from, leastSessions: Int(sessions))
    }
    self.init(hipShare: share("hip-share"), oneFamily: share("hip-one-family"))
    if let least = number("intensity-share", "easy_sessions_alert"),
      let effort = number("intensity-share", "easy_effort")
    {
      easySessions = EasySessions(least: least, effort: effort)
    }
    if let days = number("hip-streak", "caution"), let least = number("hip-streak", "signal_threshold") {
      hipDays = HipDays(inARow: Int(days), runMinutes: least)
    }
    if let deviations = number("strain", "own_sd"), let weeks = number("strain", "min_weeks") {
      strain = OwnStrain(deviations: deviations, leastWeeks: Int(weeks))
    }
    if experience == .novice || experience == .returning, let most = number("novice", "two_week_rise") {
      rise = Rise(sport: "run", most: most)
    }
  }
}
