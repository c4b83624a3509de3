import TrainingPlan

extension WishGroup {
  /// Limits of how sessions and weeks grow.
  static func progression(of problem: PlanProblem) -> [WishGroup] {
    let limits = problem.limits
    var groups = longest(of: problem)
    if let growth = limits.weeklyGrowthMax {
      groups.append(
        WishGroup(
          "limits.weekly_growth_max", "a week's load at most \(percent(growth)) above the week before",
          rows: [.weeklyRise],
          ladders: [
            [0.02, 0.05, 0.1, 0.2, 0.4].map { more in
              Step("\(percent(growth + more)) a week instead of \(percent(growth))") {
                $0.limits.weeklyGrowthMax = growth + more
              }
            }
          ]
        ) { $0.limits.weeklyGrowthMax = nil })
    }
    if limits.rampAbsolute != nil || limits.rampRelative != nil {
      groups.append(
        WishGroup(
          "limits.ctl_ramp_abs", "fitness that rises slowly enough", rows: [.ramp],
          ladders: [
            [1.25, 1.5, 2, 3].map { factor in
              Step("fitness that may rise \(percent(factor - 1)) faster") {
                $0.limits.rampAbsolute = $0.limits.rampAbsolute.map { $0 * factor }
                $0.limits.rampRelative = $0.limits.rampRelative.map { $0 * factor }
              }
            }
          ]
        ) {
          $0.limits.rampAbsolute = nil
          $0.limits.rampRelative = nil
        })
    }
    return groups + ratios(of: limits) + easierWeeks(of: limits)
  }

  /// How much longer a session may be than those before it.
  private static func longest(of problem: PlanProblem) -> [WishGroup] {
    guard let share = problem.limits.spikeMax else { return [] }
    let most = problem.limits.recordsPerWeek
    return [
      WishGroup(
        "limits.spike_max",
        "no session more than \(percent(share)) longer than the longest of its sport in the last "
          + "\(problem.limits.spikeWindowDays) days",
        boundsColumns: true,
        ladders: [
          [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1].map { more in
            let larger = share + more
            return Step("\(percent(larger)) longer instead of \(percent(share))") {
              $0.limits.spikeMax = larger
            }
          }
        ]
      ) { $0.limits.spikeMax = nil },
      WishGroup(
        "limits.records_per_week", "\(count(most, "new longest session")) of a sport in a week at most",
        boundsColumns: true,
        ladders: [
          (most + 1...most + 2).map { more in
            Step("\(count(more, "new longest session")) in a week") { $0.limits.recordsPerWeek = more }
          }
        ]
      ) { $0.limits.recordsPerWeek = 7 },
    ]
  }

  private static func ratios(of limits: Limits) -> [WishGroup] {
    let drop: Change = {
      $0.limits.acwrEWMAMax = nil
      $0.limits.acwrCoupledMax = nil
      $0.limits.acwrUncoupledMax = nil
    }
    let keys = [
      ("acwr_ewma_max", limits.acwrEWMAMax), ("acwr_coupled_max", limits.acwrCoupledMax),
      ("acwr_uncoupled_max", limits.acwrUncoupledMax),
    ]
    guard let key = keys.first(where: { $0.1 != nil })?.0 else { return [] }
    return [
      WishGroup(
        "limits.\(key)", "the workload ratio: the last week beside the last four", rows: [.ratio],
        ladders: [[Step("the workload ratio shown and not held", drop)]], leaveOut: drop)
    ]
  }

  private static func easierWeeks(of limits: Limits) -> [WishGroup] {
    guard let deload = limits.deload else { return [] }
    let (most, least, weeks) = (deload.maxFraction, deload.minFraction, deload.maxLoadWeeks)
    return [
      WishGroup(
        "limits.deload",
        "an easier week after \(count(weeks, "load week")) at most, with \(percent(least)) to "
          + "\(percent(most)) of the load",
        rows: [.deload],
        ladders: [
          [0.05, 0.1, 0.2].filter { most + $0 < 1 }.map { more in
            Step("easier weeks of up to \(percent(most + more))") {
              $0.limits.deload?.maxFraction = most + more
            }
          },
          [0.1, 0.2, 0.4].filter { least - $0 >= 0 }.map { less in
            Step("easier weeks of \(percent(least - less)) at least") {
              $0.limits.deload?.minFraction = least - less
            }
          },
          (weeks + 1...weeks + 3).map { more in
            Step("an easier week after \(count(more, "load week"))") { $0.limits.deload?.maxLoadWeeks = more }
          }, [Step("no easier weeks") { $0.limits.deload = nil }],
        ]
      ) { $0.limits.deload = nil }
    ]
  }

  /// What makes the athlete fresh on the day, and not too tired before it.
  static func readiness(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let taper = problem.limits.taper {
      groups.append(self.taper(taper))
    }
    if let form = problem.limits.formOnTheDay {
      groups.append(
        WishGroup(
          "limits.tsb_event_rel",
          "form of \(percent(form.low)) to \(percent(form.high)) of fitness on the day", rows: [.form],
          ladders: [
            [0.05, 0.1, 0.2, 0.4].map { more in
              Step("form of \(percent(form.low - more)) to \(percent(form.high + more))") {
                $0.limits.formOnTheDay = Limits.Bounds(low: form.low - more, high: form.high + more)
              }
            } + [Step("form on the day shown and not held") { $0.limits.formOnTheDay = nil }]
          ]
        ) { $0.limits.formOnTheDay = nil })
    }
    if let floor = problem.limits.formFloorRelative {
      groups.append(
        WishGroup(
          "limits.tsb_min_rel", "form never below \(percent(floor)) of fitness", rows: [.form],
          ladders: [
            [0.05, 0.1, 0.2, 0.4].map { more in
              Step("form down to \(percent(floor - more)) of fitness") {
                $0.limits.formFloorRelative = floor - more
              }
            } + [Step("form before the event shown and not held") { $0.limits.formFloorRelative = nil }]
          ]
        ) { $0.limits.formFloorRelative = nil })
    }
    return groups
  }

  private static func taper(_ taper: Limits.Taper) -> WishGroup {
    let shares = taper.maxFraction.reversed().map(percent).joined(separator: ", then ")
    var parts = ["a taper of \(shares) of the load at most"]
    var ladders = [
      [0.1, 0.2, 0.3].map { more in
        Step("a taper that keeps \(percent(more)) more of the load") {
          $0.limits.taper?.maxFraction = taper.maxFraction.map { min(1, $0 + more) }
        }
      }
    ]
    if taper.minFraction.contains(where: { $0 > 0 }) {
      ladders.append([
        Step("a taper that may fall to nothing") {
          $0.limits.taper?.minFraction = taper.minFraction.map { _ in 0 }
        }
      ])
    }
    if let days = taper.minDaysLast7, days > 0 {
      parts.append("with \(count(days, "training day")) in the last seven")
      ladders.append(
        stride(from: days - 1, through: 0, by: -1).map { fewer in
          Step("\(count(fewer, "training day")) in the last seven") { $0.limits.taper?.minDaysLast7 = fewer }
        })
    }
    ladders.append([Step("no taper") { $0.limits.taper = nil }])
    return WishGroup(
      "limits.taper", parts.joined(separator: ", "), rows: [.taper], ladders: ladders
    ) { $0.limits.taper = nil }
  }
}
