import TrainingPlan

/// The last week against the last four, three ways: a contested measure, shown and not judged.
///
/// It binds only where the problem sets a limit (auditor: R03 EWMA, R04 coupled, R05 uncoupled). Otherwise
/// the uncoupled ratio is a note when it leaves the band of the rule book; tapers are left alone.
enum WorkloadRatio: ReviewRule {
  static let id = "workload-ratio"
  static let daysAdded = 28
  static let remedies: [Remedy] = [.shorten, .move, .swap, .remove]
  static let dataNeeded: String? = "ratio_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    let limits = training.frame.problem.limits
    var found: [Breach] = []
    if let limit = limits.acwrEWMAMax { found += ewma(limit, training) }
    if let limit = limits.acwrCoupledMax { found += rolling(.coupled, limit, training) }
    if let limit = limits.acwrUncoupledMax {
      found += rolling(.uncoupled, limit, training)
    } else {
      found += notes(training)
    }
    return found
  }

  private enum Form: String {
    case coupled, uncoupled

    func limit(_ limits: Limits) -> Double? {
      switch self {
      case .coupled: limits.acwrCoupledMax
      case .uncoupled: limits.acwrUncoupledMax
      }
    }

    /// Mean daily load of the weeks that the last seven days are compared with.
    func base(_ training: Training, _ day: Int) -> Double? {
      switch self {
      case .coupled: training.load(over: 28, to: day).map { $0 / 28 }
      case .uncoupled:
        training.load(over: 28, to: day).flatMap { all in
          training.load(over: 7, to: day).map { (all - $0) / 21 }
        }
      }
    }
  }

  private static func ratio(_ acute: Double, _ base: Double, _ training: Training) -> Double {
    let eased = max(0, acute - training.frame.problem.limits.acuteAllowance)
    guard base > 1e-9 else { return eased <= 1e-9 ? 0 : .infinity }
    return eased / base
  }

  private static func ewma(_ limit: Double, _ training: Training) -> [Breach] {
    let acute = smoothed(training.load, factor: 2.0 / 8, seed: training.frame.seed)
    let chronic = smoothed(training.load, factor: 2.0 / 29, seed: training.frame.seed)
    return training.days.compactMap { day in
      let (now, base) = (acute[training.at(day)], chronic[training.at(day)])
      let value = ratio(now, base, training)
      guard exceeds(value, limit) else { return nil }
      let atFirst = training.frame.problem.limits.on(day).acwrEWMAMax ?? limit
      return .change(
        "EWMA ratio", days: day...day, value: min(value, 1e9), limit: limit,
        isOfHistory: !exceeds(value, atFirst),
        words: words(training, day, "exponentially weighted", now, base, value))
    }
  }

  private static func rolling(_ form: Form, _ limit: Double, _ training: Training) -> [Breach] {
    training.days.compactMap { day in
      guard let week = training.load(over: 7, to: day), let base = form.base(training, day) else {
        return nil
      }
      let value = ratio(week / 7, base, training)
      guard exceeds(value, limit) else { return nil }
      return .change(
        "\(form.rawValue) ratio", days: day...day, value: min(value, 1e9), limit: limit,
        isOfHistory: !exceeds(value, form.limit(training.frame.problem.limits.on(day)) ?? limit),
        words: words(training, day, form.rawValue, week / 7, base, value))
    }
  }

  private static func notes(_ training: Training) -> [Breach] {
    guard let low = training.frame.number(id, "info_low"), let high = training.frame.number(id, "info_high")
    else {
      return []
    }
    let taper = training.frame.firstTaperWeek
    return training.days.compactMap { day in
      guard day / 7 < taper, let week = training.load(over: 7, to: day),
        let base = Form.uncoupled.base(training, day), base > 1e-9
      else { return nil }
      let value = week / 7 / base
      guard value < low && !followsEasierWeek(day, training) || value > high else { return nil }
      return .advice(
        .note, value > high ? "uncoupled ratio, high" : "uncoupled ratio, low", days: day...day, value: value,
        limit: value > high ? high : low,
        words: words(training, day, "uncoupled", week / 7, base, value))
    }
  }

  /// Whether one of the last seven days lies in an easier week, which is meant to be low.
  private static func followsEasierWeek(_ day: Int, _ training: Training) -> Bool {
    [day / 7, max(0, day - 6) / 7].contains { training.weeks[$0].type != .load }
  }

  private static func words(
    _ training: Training, _ day: Int, _ form: String, _ acute: Double, _ base: Double, _ value: Double
  ) -> @Sendable () -> Words {
    {
      let allowance = training.frame.problem.limits.acuteAllowance
      let acuteWords =
        allowance > 0 ? "(\(Figures.plain(acute)) - \(Figures.plain(allowance)))" : Figures.plain(acute)
      return Words(
        message:
          "The seven days to \(training.name(day: day)) are \(Figures.fixed(value, digits: 2)) times the "
          + "recent average (\(form)). The ratio describes change; experts disagree about its use.",
        inputs: [.init("last seven days", acute, "AU/day"), .init("recent average", base, "AU/day")],
        arithmetic: "\(acuteWords) / \(Figures.plain(base)) AU a day = "
          + Figures.fixed(value, digits: 2),
        causes: training.trainingSessions(in: (day - 6)...day),
        advice: "Ask how the athlete feels, then decide.")
    }
  }
}
