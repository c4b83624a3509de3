import TrainingPlan

extension WishGroup {
  /// Limits of how the load rises and falls.
  static func progression(of problem: PlanProblem) -> [WishGroup] {
    let limits = problem.limits
    var groups: [WishGroup] = []
    if let growth = limits.weeklyGrowthMax {
      groups.append(
        WishGroup(
          "limits.weekly_growth_max", "a weekly rise of at most \(percent(growth))", [.weeklyRise],
          steps: [0.02, 0.05, 0.1, 0.2, 0.4].map { more in
            Step(words: "\(percent(growth + more)) a week instead of \(percent(growth))") {
              $0.limits.weeklyGrowthMax = growth + more
            }
          }
        ) { $0.limits.weeklyGrowthMax = nil })
    }
    if limits.rampAbsolute != nil || limits.rampRelative != nil {
      groups.append(
        WishGroup(
          "limits.ctl_ramp_abs", "the fitness ramp", [.ramp],
          steps: [1.25, 1.5, 2, 3].map { factor in
            Step(words: "a fitness ramp \(percent(factor - 1)) steeper") {
              $0.limits.rampAbsolute = $0.limits.rampAbsolute.map { $0 * factor }
              $0.limits.rampRelative = $0.limits.rampRelative.map { $0 * factor }
            }
          }
        ) {
          $0.limits.rampAbsolute = nil
          $0.limits.rampRelative = nil
        })
    }
    if limits.acwrEWMAMax != nil || limits.acwrCoupledMax != nil || limits.acwrUncoupledMax != nil {
      groups.append(
        WishGroup(
          "limits.acwr", "the workload ratios", [.ratio],
          steps: [Step(words: "workload ratios as a note only", change: dropRatios)], leaveOut: dropRatios))
    }
    if let deload = limits.deload {
      groups.append(
        WishGroup(
          "limits.deload", "easier weeks of at most \(percent(deload.maxFraction)) of the load", [.deload],
          steps: [0.05, 0.1, 0.2].filter { deload.maxFraction + $0 < 1 }.map { more in
            Step(words: "easier weeks of up to \(percent(deload.maxFraction + more))") {
              $0.limits.deload?.maxFraction = deload.maxFraction + more
            }
          } + [Step(words: "no easier weeks") { $0.limits.deload = nil }]
        ) { $0.limits.deload = nil })
    }
    return groups + readiness(of: problem)
  }

  private static let dropRatios: @Sendable (inout PlanProblem) -> Void = {
    $0.limits.acwrEWMAMax = nil
    $0.limits.acwrCoupledMax = nil
    $0.limits.acwrUncoupledMax = nil
  }

  private static func readiness(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let taper = problem.limits.taper {
      groups.append(
        WishGroup(
          "limits.taper", "the taper", [.taper],
          steps: [0.1, 0.2, 0.3].map { more in
            Step(words: "a taper that keeps \(percent(more)) more of the load") {
              $0.limits.taper?.maxFraction = taper.maxFraction.map { min(1, $0 + more) }
            }
          } + [Step(words: "no taper") { $0.limits.taper = nil }]
        ) { $0.limits.taper = nil })
    }
    if problem.limits.formOnTheDay != nil || problem.limits.formFloorRelative != nil {
      let drop: @Sendable (inout PlanProblem) -> Void = {
        $0.limits.formOnTheDay = nil
        $0.limits.formFloorRelative = nil
      }
      groups.append(
        WishGroup(
          "limits.tsb_event_rel", "form on the day and its floor", [.form],
          steps: [Step(words: "form watched and not held", change: drop)], leaveOut: drop))
    }
    return groups
  }

  /// Limits of hip flexion.
  static func hip(of problem: PlanProblem) -> [WishGroup] {
    guard let hip = problem.limits.hip else { return [] }
    var groups: [WishGroup] = []
    if hip.counterBase > 0 || hip.counterPerHip > 0 {
      groups.append(
        WishGroup(
          "limits.hip.counter_base", "hip-extension, mobility and release minutes in every week", [.relief],
          steps: [0.75, 0.5, 0.25, 0].map { share in
            Step(words: share == 0 ? "none of these minutes" : "\(percent(share)) of these minutes") {
              $0.limits.hip?.counterBase = share * hip.counterBase
              $0.limits.hip?.counterPerHip = share * hip.counterPerHip
            }
          }
        ) {
          $0.limits.hip?.counterBase = 0
          $0.limits.hip?.counterPerHip = 0
        })
    }
    if let cap = hip.per7Cap {
      groups.append(
        WishGroup(
          "limits.hip.per7_cap", "at most \(whole(cap)) run-minutes of hip flexion in seven days", [.hipLoad],
          steps: [1.1, 1.25, 1.5, 2, 3].map { factor in
            let more = (cap * factor).rounded(.up)
            return Step(words: "\(whole(more)) run-minutes instead of \(whole(cap))") {
              $0.limits.hip?.per7Cap = more
            }
          }
        ) { $0.limits.hip?.per7Cap = nil })
    }
    groups.append(
      WishGroup(
        "limits.hip.max_consecutive_days", "\(count(hip.maxConsecutiveDays, "hip-flexion day")) in a row",
        [.hipStreak],
        steps: (1...3).map { more in
          Step(words: "up to \(hip.maxConsecutiveDays + more) hip-flexion days in a row") {
            $0.limits.hip?.maxConsecutiveDays = hip.maxConsecutiveDays + more
          }
        }
      ) {
        $0.limits.hip?.maxConsecutiveDays = 1_000_000
        $0.limits.hip?.dayCap = nil
      })
    if let growth = hip.weeklyGrowthMax {
      groups.append(
        WishGroup(
          "limits.hip.weekly_growth_max", "a weekly rise of hip flexion of at most \(percent(growth))",
          [.hipRise],
          steps: [0.05, 0.1, 0.2, 0.4].map { more in
            Step(words: "\(percent(growth + more)) a week instead of \(percent(growth))") {
              $0.limits.hip?.weeklyGrowthMax = growth + more
            }
          }
        ) { $0.limits.hip?.weeklyGrowthMax = nil })
    }
    return groups
  }
}
