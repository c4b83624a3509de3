import TrainingPlan

/// Easier weeks come often enough, not too often, and are easy enough (auditor: R10).
enum Deload: ReviewRule {
  static let id = "deload"
  static let remedies: [Remedy] = [.shorten, .swap, .remove, .lengthen]

  static func breaches(in training: Training) -> [Breach] {
    types(training) + depth(training) + rhythm(training)
  }

  private static func types(_ training: Training) -> [Breach] {
    guard let declared = training.frame.declaredTypes else { return [] }
    let weeks = training.frame.weekCount
    guard declared.count == weeks else {
      let days = 0...max(0, training.frame.dayCount - 1)
      return [
        .change("week types", days: days, value: Double(declared.count), limit: Double(weeks)) {
          Words(
            message: "The schedule names \(declared.count) weeks; the plan has \(weeks).",
            arithmetic: "\(declared.count) against \(weeks)", causes: [], advice: "Name every week once.")
        }
      ]
    }
    let first = training.frame.firstTaperWeek
    return training.weeks.compactMap { week in
      guard (week.type == .taper) != (week.index >= first) else { return nil }
      return .change("taper weeks", days: week.span, week: week.index, value: 1, limit: 0) {
        Words(
          message:
            "\(training.name(week: week.index).capitalizedFirst) is named a \(week.type.rawValue) week; "
            + "the taper takes the last \(training.frame.taperWeeks) weeks.",
          arithmetic: "taper from week \(first + 1) of \(weeks)", causes: [],
          advice: "Name the last weeks taper, and no others.")
      }
    }
  }

  private static func depth(_ training: Training) -> [Breach] {
    guard let deload = training.frame.problem.limits.deload else { return [] }
    return training.weeks.compactMap { week in
      guard week.type == .deload else { return nil }
      let most = deload.maxFraction * week.referenceLoad
      let least = deload.minFraction * week.referenceLoad
      if exceeds(week.load, most) {
        return easier(week, "easier week too heavy", deload.maxFraction, most, training)
      }
      if isBelow(week.load, least), !training.frame.isLight(week.index) {
        return easier(week, "easier week too light", deload.minFraction, least, training)
      }
      return nil
    }
  }

  private static func easier(
    _ week: TrainingWeek, _ aspect: String, _ fraction: Double, _ limit: Double, _ training: Training
  ) -> Breach {
    .change(aspect, days: week.span, week: week.index, value: week.load, limit: limit) {
      let isHeavy = week.load > limit
      return Words(
        message: "The easier \(training.name(week: week.index)) has \(Figures.plain(week.load)) AU; "
          + "\(isHeavy ? "at most" : "at least") \(Figures.plain(limit)) AU keep it "
          + (isHeavy ? "easy." : "in touch."),
        inputs: [.init("load", week.load, "AU"), .init("last load week", week.referenceLoad, "AU")],
        arithmetic: "\(Figures.percent(fraction)) x \(Figures.plain(week.referenceLoad)) = "
          + "\(Figures.plain(limit)) AU",
        causes: training.heaviest(in: week, by: \.load),
        advice: isHeavy
          ? "Take \(Figures.plain((week.load - limit).rounded(.up))) AU out of the week."
          : "Add \(Figures.plain((limit - week.load).rounded(.up))) AU of easy training.")
    }
  }

  private static func rhythm(_ training: Training) -> [Breach] {
    guard let deload = training.frame.problem.limits.deload else { return [] }
    var found: [Breach] = []
    var run = 0
    var easierWeeks = 0
    for week in training.weeks.prefix(max(0, training.frame.firstTaperWeek)) {
      if week.type == .load {
        run += 1
        if run > deload.maxLoadWeeks {
          found.append(row(week, "load weeks in a row", run, deload.maxLoadWeeks, training))
        }
      } else {
        // A week that has begun is as easy as what happened in it.
        let isToCome = week.days.lowerBound >= training.frame.firstDay
        if easierWeeks > 0, run < deload.minLoadWeeks, isToCome, !training.frame.isLight(week.index) {
          found.append(row(week, "easier weeks too close", run, deload.minLoadWeeks, training))
        }
        easierWeeks += 1
        run = 0
      }
    }
    return found
  }

  private static func row(
    _ week: TrainingWeek, _ aspect: String, _ run: Int, _ limit: Int, _ training: Training
  ) -> Breach {
    .change(aspect, days: week.span, week: week.index, value: Double(run), limit: Double(limit)) {
      Words(
        message: run > limit
          ? "\(training.name(week: week.index).capitalizedFirst) is load week \(run) in a row; an easier week "
            + "is due after \(limit)."
          : (run == 0 ? "No load week" : "Only " + Figures.count(run, "load week"))
            + " between two easier weeks (\(training.name(week: week.index)))"
            + "; at least \(limit) are wanted.",
        inputs: [.init("load weeks in a row", Double(run), "weeks")],
        arithmetic: "\(run) weeks against \(limit)", causes: training.heaviest(in: week, by: \.load),
        advice: run > limit ? "Make this week, or one before it, an easier one." : "Let it be a load week.")
    }
  }
}
