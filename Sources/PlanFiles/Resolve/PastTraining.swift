import TrainingLoad
import TrainingPlan

// What the athlete did before the plan, or what stands for it.
extension Resolution {
  /// Days that a stated baseline stands for.
  private static let baselineDays = 42

  /// Days without training that are worth a word (R17).
  private static let breakDays = 7
  /// Days before them that tell what was usual.
  private static let daysToKnowUsual = 14
  /// Days that the first week is measured against.
  static let daysOfReference = 28

  /// Reads the history that the plan names, and refuses one with too many unknown days.
  mutating func loadHistory(loader: (String) throws(FileError) -> SourceFile) throws(FileError) {
    guard let history = plan.history else { return }
    let path = FilePath.join(history.value, to: plan.file)
    let past = try HistoryFile.read(try history.field.load(path, by: loader), sports: catalogue.sports)
    self.past = past
    guard plan.unknownDays == nil else { return }
    try checkKnownDays(past, at: history.field)
  }

  private func checkKnownDays(_ past: TrainingHistory, at field: Field) throws(FileError) {
    let start = plan.start.value
    let known = past.knownDays.filter { $0 < start }
    let choice = "rows for the missing days, or `history_unknown: rest` or `usual` in the plan file"
    guard let last = known.last else {
      throw field.error("the history has no day before the start on \(start)", expected: choice)
    }
    let gap = start - last - 1
    guard gap <= defaults.history.largestGap else {
      throw field.error(
        "the history ends on \(last), \(gap) days before the start on \(start)",
        expected: choice + " (a day off is written \(last + 1),rest)")
    }
    let recent = known.count { start - $0 <= defaults.history.leastDays }
    guard recent >= defaults.history.leastKnown else {
      throw field.error(
        "only \(recent) of the \(defaults.history.leastDays) days before the start are known",
        expected: "\(defaults.history.leastKnown) or more: \(choice)")
    }
  }

  /// What was done before the plan, or what stands for it.
  struct Past {
    var history: TrainingHistory
    /// Days without training just before the start.
    var idle: Idle?
    var assumptions: [String]

    /// Days without training.
    struct Idle {
      var days: Int
      /// The share of a usual day that each of them counts.
      var share: Double
      /// The share of a usual week that the first week holds at most.
      var shareOfWeek: Double
      /// The share of their minutes that the sessions before them count.
      var shareOfSessions: Double
    }
  }

  /// The past, or what stands for it: the stated baseline, or a start from nothing.
  func pastTraining(_ kept: KeptLimits) -> Past {
    let start = plan.start.value
    if let past {
      if let last = past.lastTrained(before: start), start - last <= daysThatCount(past) {
        return afterBreak(past, idleDays: start - last - 1, kept)
      }
      return Past(
        history: noviceStart, assumptions: ["No training in the last four weeks: \(noviceStartInWords)"])
    }
    guard !plan.baseline.isEmpty else {
      return Past(history: noviceStart, assumptions: ["No history and no baseline: \(noviceStartInWords)"])
    }
    let weeks = plan.baseline.map {
      usualWeek($0.sport.value, perWeek: $0.perWeek, minutes: $0.minutes, longest: $0.longest)
    }
    return Past(
      history: usual(weeks),
      assumptions: ["No history: the stated baseline counts as done in the last six weeks."])
  }

  /// How many days ago training may be and still count: more where the coach says that unknown days were as usual, and
  /// most of the last ones are unknown.
  private func daysThatCount(_ past: TrainingHistory) -> Int {
    let least = defaults.history.leastDays
    let known = past.knownDays.count { $0 < plan.start.value && plan.start.value - $0 <= least }
    return plan.unknownDays == .usual && 2 * known < least ? defaults.history.keptDays - least : least
  }

  /// A past that ends with days off. They count so much that the last four weeks are the share of usual ones that the
  /// first week back may hold (R17).
  private func afterBreak(_ past: TrainingHistory, idleDays: Int, _ kept: KeptLimits) -> Past {
    let start = plan.start.value
    let known = past.knownDays.filter { $0 < start }
    let isIdle = plan.unknownDays == .rest || known.count { start - $0 <= idleDays } == idleDays
    guard idleDays >= Self.breakDays, isIdle else { return Past(history: past, assumptions: []) }
    let opening =
      "History: \(idleDays) days without training before the start; the first week is measured against "
    let before = known.count { start - $0 > idleDays }
    guard before >= Self.daysToKnowUsual, let step = firstWeekBack(kept).last(where: { $0.days <= idleDays })
    else { return Past(history: past, assumptions: [opening + "the mean of the last four."]) }
    // What the last four weeks come to, so that the week may rise to the share.
    let reference = step.share / (1 + (kept.number("weekly-rise", "max") ?? 0))
    let share = max(0, 1 - Double(Self.daysOfReference) * (1 - reference) / Double(idleDays))
    return Past(
      history: past,
      idle: Past.Idle(
        days: idleDays, share: share, shareOfWeek: step.share, shareOfSessions: (1 + step.share) / 2),
      assumptions: [opening + "\(Int((100 * step.share).rounded())) % of a usual one."])
  }

  private var noviceStart: TrainingHistory {
    let week = defaults.history.noviceStart
    return usual([usualWeek(week.sport, perWeek: week.perWeek, minutes: week.minutes, longest: nil)])
  }

  private var noviceStartInWords: String {
    let week = defaults.history.noviceStart
    return "the plan begins as for a novice, and \(week.perWeek) sessions of \(Int(week.minutes)) min "
      + "\(week.sport) a week count as done."
  }

  private func usualWeek(
    _ sport: String, perWeek: Int, minutes: Double, longest: Double?
  ) -> TrainingHistory.UsualWeek {
    TrainingHistory.UsualWeek(
      sport: sport, perWeek: perWeek, minutes: minutes, longest: longest, rpe: catalogue.usualEffort(sport))
  }

  private func usual(_ weeks: [TrainingHistory.UsualWeek]) -> TrainingHistory {
    TrainingHistory(
      weeks: weeks, days: Self.baselineDays, before: plan.start.value, available: plan.available.value)
  }

  /// Share of the past load that serves the event, to two decimals.
  func specificity(_ past: TrainingHistory) -> Double {
    let sports = Set(plan.goalSessions(defaults).map(\.sport) + [plan.event.sport.value])
    let total = past.sessions.reduce(0) { $0 + $1.load }
    guard total > 0 else { return 1 }
    let useful = past.sessions.reduce(0) {
      $0 + $1.load * (sports.contains($1.sport) ? 1 : defaults.history.otherSportShare)
    }
    return (useful / total * 100).rounded() / 100
  }
}
