import TrainingPlan

extension WishGroup {
  /// Limits of hip flexion.
  static func hip(of problem: PlanProblem) -> [WishGroup] {
    guard let hip = problem.limits.hip else { return [] }
    return relief(hip) + exposure(hip) + rise(hip)
  }

  private static func relief(_ hip: Limits.Hip) -> [WishGroup] {
    guard hip.counterBase > 0 || hip.counterPerHip > 0 else { return [] }
    return [
      WishGroup(
        "limits.hip.counter_base", "hip-extension, mobility and release minutes in every week",
        rows: [.relief],
        ladders: [
          [0.75, 0.5, 0.25, 0].map { share in
            Step(share == 0 ? "none of these minutes" : "\(percent(share)) of these minutes") {
              $0.limits.hip?.counterBase = share * hip.counterBase
              $0.limits.hip?.counterPerHip = share * hip.counterPerHip
            }
          }
        ]
      ) {
        $0.limits.hip?.counterBase = 0
        $0.limits.hip?.counterPerHip = 0
      }
    ]
  }

  private static func exposure(_ hip: Limits.Hip) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let cap = hip.per7Cap {
      groups.append(
        WishGroup(
          "limits.hip.per7_cap", "at most \(whole(cap)) run-minutes of hip flexion in seven days",
          rows: [.hipLoad], boundsColumns: true,
          ladders: [
            [1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3].map { factor in
              let more = (cap * factor).rounded(.up)
              return Step("\(whole(more)) run-minutes instead of \(whole(cap))") {
                $0.limits.hip?.per7Cap = more
              }
            }
          ]
        ) { $0.limits.hip?.per7Cap = nil })
    }
    if let cap = hip.dayCap {
      groups.append(
        WishGroup(
          "limits.hip.day_cap", "at most \(whole(cap)) run-minutes of hip flexion on a day",
          boundsColumns: true,
          ladders: [
            [1.1, 1.25, 1.5, 2, 3].map { factor in
              let more = (cap * factor).rounded(.up)
              return Step("\(whole(more)) run-minutes on a day instead of \(whole(cap))") {
                $0.limits.hip?.dayCap = more
              }
            }
          ]
        ) { $0.limits.hip?.dayCap = nil })
    }
    let row = hip.maxConsecutiveDays
    groups.append(
      WishGroup(
        "limits.hip.max_consecutive_days",
        "days with more than \(whole(hip.dayThreshold)) run-minutes of hip flexion: \(row) in a row at most",
        rows: [.hipStreak],
        ladders: [
          (1...3).map { more in
            Step("up to \(row + more) such days in a row") { $0.limits.hip?.maxConsecutiveDays = row + more }
          }
        ]
      ) { $0.limits.hip?.maxConsecutiveDays = 1_000_000 })
    return groups
  }

  private static func rise(_ hip: Limits.Hip) -> [WishGroup] {
    guard let growth = hip.weeklyGrowthMax else { return [] }
    return [
      WishGroup(
        "limits.hip.weekly_growth_max",
        "a week's hip flexion at most \(percent(growth)) above the week before", rows: [.hipRise],
        ladders: [
          [0.05, 0.1, 0.2, 0.4].map { more in
            Step("\(percent(growth + more)) a week instead of \(percent(growth))") {
              $0.limits.hip?.weeklyGrowthMax = growth + more
            }
          }
        ]
      ) { $0.limits.hip?.weeklyGrowthMax = nil }
    ]
  }
}
