import Rows
import TrainingPlan

extension Reasons {
  /// That a session keeps its week from what the review would look at: most of it hip flexion, or one activity that
  /// carries it.
  func varietyReason(_ day: Int, _ template: Int) -> String? {
    let week = day / 7
    let watch = trial.bounds.watch
    guard watch.isOn, trial.model.days(ofWeek: week).count == 7 else { return nil }
    let with = hipShares(week, without: 0, of: template)
    let without = hipShares(week, without: trial[day, template], of: template)
    if with.ofTime < watch.hipShare, without.ofTime >= watch.hipShare {
      return
        "With it, \(percent(with.ofTime)) % of the week's training minutes bend the hip again and again; "
        + "without it, \(percent(without.ofTime)) %."
    }
    if with.ofFamily < watch.oneFamily, without.ofFamily >= watch.oneFamily {
      return "With it, \(percent(with.ofFamily)) % of the week's hip flexion comes from one activity; "
        + "without it, \(percent(without.ofFamily)) %."
    }
    return nil
  }

  /// The sports of an event of several that have clearly less of a load week than is wanted.
  func balanceReason(_ week: Int) -> String? {
    guard trial.bounds.balancePrice > 0, trial.weekTypes[week] == .load else { return nil }
    let scarce = trial.scarceSports(inWeek: week).filter { $0.share < $0.least - Self.clearly }
    let parts = scarce.map { sport, share, least in
      "\(trial.model.sports[sport]) \(percent(share)) % (\(percent(least)) %)"
    }
    return parts.isEmpty
      ? nil : "Less than wanted of the minutes of the event's sports: \(parts.joined(separator: ", "))."
  }

  /// How much less of a share is worth a word.
  private static let clearly = 0.02

  /// The share of a week's training minutes that bends the hip, and of its hip flexion that comes from one family, without
  /// some minutes of a template.
  private func hipShares(_ week: Int, without minutes: Int, of left: Int) -> (
    ofTime: Double, ofFamily: Double
  ) {
    let model = trial.model
    var (flexion, counted, hip) = (0.0, 0.0, 0.0)
    var byFamily = Array(repeating: 0.0, count: model.families.count)
    for template in 0..<model.templateCount {
      let all = trial.weekMinutes[week * model.templateCount + template]
      let length = Double(template == left ? all - minutes : all)
      let kind = model.templates[template]
      flexion += kind.flexion * length
      counted += kind.counted * length
      hip += kind.hip * length
      byFamily[kind.family] += kind.hip * length
    }
    return (counted > 0 ? flexion / counted : 0, hip > 0 ? (byFamily.max() ?? 0) / hip : 0)
  }

  private func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}
