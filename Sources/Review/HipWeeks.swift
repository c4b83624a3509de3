public import TrainingLoad
public import TrainingPlan

/// The hip-flexion signals H1-H8 of each full plan week, and the level that they make together.
///
/// The levels of the signals are those of the rule book; the week's level follows `HipSignals`: high only
/// when the rise or the streak is high and another signal asks for attention, so that a steady runner is
/// advised and not alarmed. A standing symptom screen lifts it by one.
///
/// - Parameters:
///   - schedule: any schedule of the problem.
///   - problem: what the schedule answers.
///   - ruleBook: the levels of the signals.
///   - today: sessions before it count as they say; nil = the start of the plan.
///   - unknownDays: past days of which nothing is known.
/// - Returns: one entry a plan week; nil for the week of the event where it is not a full one.
public func hipSignals(
  _ schedule: Schedule, for problem: PlanProblem, ruleBook: RuleBook, today: CivilDay? = nil,
  unknownDays: Set<CivilDay> = []
) -> [HipSignals?] {
  let (frame, entries) = Frame.reading(
    schedule, for: problem, book: ruleBook, firstDay: (today ?? problem.start) - problem.start,
    unknownDays: Set(unknownDays.map { $0 - problem.start }))
  let training = Training(frame, entries)
  let thresholds = HipThresholds(frame)
  let screen = problem.checkIns.standingScreens.first.map { $0.day - problem.start }
  return training.weeks.map { week in
    guard week.isFull else { return nil }
    let isRaised = screen.map { week.days.upperBound > $0 } ?? false
    return HipSignals(training.hipWeek(week), thresholds: thresholds, isRaised: isRaised)
  }
}

extension Training {
  /// What the signals look at: a full week, and the 28 days before it as far as they are known.
  func hipWeek(_ week: TrainingWeek) -> HipWeek {
    let days = week.days
    let sessions = self.sessions(in: days)
    let sitting = frame.problem.athlete?.sittingHours.map { $0 * 60 }
    let sitUps = days.map { day in self.sessions(on: day).reduce(0) { $0 + $1.sitUps } }
    let before = (days.lowerBound - 7)..<days.lowerBound
    let absences = frame.problem.availability.absences.filter {
      $0.firstDay < days.upperBound && $0.lastDay >= days.lowerBound
    }
    return HipWeek(
      runMinutes: ((days.lowerBound - 28)..<days.upperBound).map {
        frame.unknownDays.contains($0) ? nil : hip(on: $0)
      },
      sessions: sessions.map {
        .init(
          family: frame.names[$0.family], trainingMinutes: $0.counted, flexionMinutes: $0.flexion,
          runMinutes: $0.hip)
      },
      reliefMinutes: week.relief,
      staticMinutes: days.map { day in
        sitting.map { self.sessions(on: day).reduce($0) { $0 + $1.held } }
      },
      sitUps: .init(
        repetitions: sitUps,
        weekBefore: days.lowerBound >= 7 ? self.sessions(in: before).reduce(0) { $0 + $1.sitUps } : nil,
        feetHeld: sessions.contains(where: \.feetHeld)),
      longestSeatedMinutes: absences.compactMap(\.seatedHours).max().map { $0 * 60 })
  }
}

extension HipThresholds {
  /// The levels of the coach and the rule book; what neither says keeps its default.
  init(_ frame: Frame) {
    self.init()
    func steps(_ rule: String, _ usual: Steps, times unit: Double = 1) -> Steps {
      func level(_ name: String) -> Double? { frame.number(rule, name).map { $0 * unit } }
      guard let info = level("info") else { return usual }
      return Steps(info: info, caution: level("caution"), high: level("high"))
    }
    func number(_ rule: String, _ name: String, _ usual: Double) -> Double {
      frame.number(rule, name) ?? usual
    }
    share = steps(HipShare.id, share)
    shareLeastSessions = Int(rounding: number(HipShare.id, "min_sessions", Double(shareLeastSessions)))
    rise = steps(HipRise.id, rise)
    leastRunMinutes = number(HipRise.id, "min_base", leastRunMinutes)
    streak = steps(HipStreak.id, streak)
    streakRunMinutes = number(HipStreak.id, "signal_threshold", streakRunMinutes)
    relief = steps(HipRelief.id, relief)
    sitting = steps(Sitting.id, sitting, times: 60)
    oneFamily = steps(HipOneFamily.id, oneFamily)
    oneFamilyLeastSessions = Int(
      rounding: number(HipOneFamily.id, "min_sessions", Double(oneFamilyLeastSessions)))
    sitUpRise = number(SitUps.id, "rise", sitUpRise)
    travel = steps(Travel.id, travel, times: 60)
  }
}
