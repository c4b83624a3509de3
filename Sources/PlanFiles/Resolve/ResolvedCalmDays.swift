import TrainingLoad
import TrainingPlan

extension Resolution {
  /// The days that answers on stress and sleep ask to be calm, as far as the plan reaches and the coach's policy lets them.
  func calmDays(_ kept: KeptLimits) -> [CalmDays] {
    let policy = RulePolicy(settings: policySettings)
    let levels = CalmDays.Levels { kept.level("stress-sleep", $0, policy: policy) }
    guard let levels else { return [] }
    return checkIns.calmDays(levels).filter { $0.last >= plan.start.value }
  }

  /// The days of the plan among them, counted from its first.
  func calmPlanDays(_ kept: KeptLimits, of problem: PlanProblem) -> [Int] {
    calmDays(kept).flatMap { calm in
      (calm.checkIn.day - problem.start...calm.last - problem.start).filter((0..<problem.dayCount).contains)
    }
  }

  /// What they ask for, where nothing has been answered since.
  func calmDaysInWords(_ kept: KeptLimits) -> [String] {
    calmDays(kept).suffix(1).compactMap { calm in
      let last = min(calm.last, plan.event.date.value - 1)
      guard calm.checkIn == checkIns.all.last, calm.checkIn.day <= last else { return nil }
      let days = calm.checkIn.day - plan.start.value...last - plan.start.value
      let event = tuneUps.contains { days.contains($0.dayIndex) } ? " beside the event" : ""
      let cause =
        switch calm.cause {
        case .stress(let stress): "stress \(stress) of 5"
        case .shortNights(let nights): "\(nights.count) short nights running"
        }
      return "Check-in of \(calm.checkIn.day): \(cause); no hard session\(event) up to \(last)."
    }
  }
}
