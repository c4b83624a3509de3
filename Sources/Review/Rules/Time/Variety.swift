import TrainingPlan

/// A week outside the taper mixes families of activity (auditor: R22).
enum Variety: ReviewRule {
  static let id = "variety"
  static let remedies: [Remedy] = [.swap, .shorten, .lengthen, .add, .remove]
  static let reachOfMissed = ReachOfMissed.week

  static func breaches(in training: Training) -> [Breach] {
    guard let variety = training.frame.problem.limits.variety else { return [] }
    let asked = variety.familyShare.keys.sorted()
    var found: [Breach] = []
    for week in training.weeks where week.type != .taper && !training.frame.isLight(week.index) {
      let minutes = training.familyMinutes(in: week)
      let total = minutes.reduce(0, +)
      let families = minutes.count { $0 > 0 && $0 + 1e-6 >= variety.minMinutes }
      if families < variety.minFamilies { found.append(few(families, variety.minFamilies, week, training)) }
      if let most = variety.maxShare {
        for (family, value) in minutes.enumerated() where value > 0 && exceeds(value, most * total) {
          let name = training.frame.names[family]
          found.append(share(name, value, total, most, week, training))
        }
      }
      for name in asked {
        guard let bounds = variety.familyShare[name] else { continue }
        let value = training.frame.names.known(name).map { minutes[$0] } ?? 0
        if isBelow(value, bounds.low * total) {
          found.append(share(name, value, total, bounds.low, week, training))
        }
        if exceeds(value, bounds.high * total) {
          found.append(share(name, value, total, bounds.high, week, training))
        }
      }
    }
    return found
  }

  private static func few(
    _ families: Int, _ least: Int, _ week: TrainingWeek, _ training: Training
  ) -> Breach {
    .change(
      "families a week", days: week.span, week: week.index, value: Double(families), limit: Double(least)
    ) {
      Words(
        message: "\(training.name(week: week.index).capitalizedFirst) holds "
          + "\(families == 1 ? "1 family" : "\(families) families") of activity; at least \(least) are wanted.",
        inputs: [.init("families", Double(families), ""), .init("wanted", Double(least), "")],
        arithmetic: "\(families) against \(least)", causes: training.heaviest(in: week, by: \.minutes),
        advice: "Swap a session for another kind of activity.")
    }
  }

  private static func share(
    _ family: String, _ minutes: Double, _ total: Double, _ bound: Double, _ week: TrainingWeek,
    _ training: Training
  ) -> Breach {
    .change(
      "share of \(family)", days: week.span, week: week.index, value: minutes, limit: bound * total
    ) {
      let isMuch = minutes > bound * total
      return Words(
        message: "\(Figures.plain(minutes)) of \(Figures.plain(total)) min in "
          + "\(training.name(week: week.index)) are \(family); \(isMuch ? "at most" : "at least") "
          + "\(Figures.percent(bound)) is wanted.",
        inputs: [.init(family, minutes, "min"), .init("all", total, "min")],
        arithmetic:
          "\(Figures.percent(bound)) x \(Figures.plain(total)) = \(Figures.plain(bound * total)) min",
        causes: training.heaviest(in: week, by: \.minutes).filter {
          (training.frame.names[$0.family] == family) == isMuch
        },
        advice: isMuch ? "Swap one for another activity." : "Swap a session for \(family).")
    }
  }
}

extension Training {
  /// Minutes of a week by family; the place is the family's number.
  func familyMinutes(in week: TrainingWeek) -> [Double] {
    var minutes = Array(repeating: 0.0, count: frame.names.count)
    for entry in sessions(in: week.days) { minutes[entry.family] += entry.minutes }
    return minutes
  }
}
