import TrainingLoad
import TrainingPlan

extension WishGroup {
  /// What every week is held to.
  static func weeklyLimits(of problem: PlanProblem) -> [WishGroup] {
    variety(of: problem) + intensity(of: problem) + sportCaps(of: problem) + evenness(of: problem)
  }

  private static func variety(of problem: PlanProblem) -> [WishGroup] {
    guard let variety = problem.limits.variety else { return [] }
    let least = variety.minFamilies
    var parts = ["\(count(least, "kind")) of activity in every week"]
    if let share = variety.maxShare { parts.append("none of them above \(percent(share)) of the minutes") }
    return [
      WishGroup(
        "limits.variety", parts.joined(separator: ", "), rows: [.variety],
        ladders: [
          stride(from: least - 1, through: 0, by: -1).map { fewer in
            Step("\(count(fewer, "kind")) of activity a week instead of \(least)") {
              $0.limits.variety?.minFamilies = fewer
            }
          },
          [
            Step("no limit of a kind's share of the minutes") {
              $0.limits.variety?.maxShare = nil
              $0.limits.variety?.familyShare = [:]
            }
          ],
          [Step("variety not held", { $0.limits.variety = nil })],
        ]
      ) { $0.limits.variety = nil }
    ]
  }

  /// A light first week after days off, before the plan or in it.
  static func weekBack(of problem: PlanProblem) -> [WishGroup] {
    let shares = FirstWeekBack.all(in: problem).compactMap { $0.share() }
    guard !shares.isEmpty || problem.limits.firstDays?.weekLoad != nil else { return [] }
    let most = shares.min().map { ", at most \(percent($0)) of a usual one" } ?? ""
    return [
      WishGroup(
        "coaching.first_week_back", "a light first week after days off" + most, rows: [.weekBack],
        ladders: [
          [1.2, 1.5, 2].map { times in
            Step("a first week that holds \(percent(times - 1)) more") { changed in
              changed.limits.firstDays?.weekLoad? *= times
              for step in (changed.coaching?.firstWeekBack ?? []).indices {
                changed.coaching?.firstWeekBack[step].share *= times
              }
            }
          }
        ]
      ) {
        $0.limits.firstDays?.weekLoad = nil
        $0.coaching?.firstWeekBack = []
      }
    ]
  }

  private static func intensity(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let share = problem.limits.intenseShareMax {
      groups.append(
        WishGroup(
          "limits.intense_share_max", "at most \(percent(share)) of a week's minutes intense",
          rows: [.intensity],
          ladders: [
            [0.05, 0.1, 0.2, 0.4, 0.7].map { more in
              Step("\(percent(min(1, share + more))) intense instead of \(percent(share))") {
                $0.limits.intenseShareMax = min(1, share + more)
              }
            }
          ]
        ) { $0.limits.intenseShareMax = nil })
    }
    guard let hard = problem.limits.hard else { return groups }
    var parts = ["hard sessions \(count(hard.minGapDays, "day")) apart"]
    var ladders = [
      stride(from: hard.minGapDays - 1, through: 1, by: -1).map { fewer in
        Step("hard sessions \(count(fewer, "day")) apart") { $0.limits.hard?.minGapDays = fewer }
      }
    ]
    if let most = hard.maxPerWeek {
      parts.append("\(most) in a week at most")
      ladders.append(
        (most + 1..<most + 4).map { more in
          Step("\(more) hard sessions in a week") { $0.limits.hard?.maxPerWeek = more }
        })
    }
    if hard.noneBeforeEventDays > 0 {
      parts.append("none in the last \(count(hard.noneBeforeEventDays, "day"))")
      ladders.append(
        stride(from: hard.noneBeforeEventDays - 1, through: 0, by: -1).map { fewer in
          Step("hard sessions until \(count(fewer, "day")) before the event") {
            $0.limits.hard?.noneBeforeEventDays = fewer
          }
        })
    }
    groups.append(
      WishGroup(
        "limits.hard", parts.joined(separator: ", "), rows: [.hardDays], boundsColumns: true, ladders: ladders
      ) {
        $0.limits.hard?.minGapDays = 1
        $0.limits.hard?.maxPerWeek = nil
        $0.limits.hard?.noneBeforeEventDays = 0
      })
    return groups
  }

  private static func sportCaps(of problem: PlanProblem) -> [WishGroup] {
    let sports = Set(problem.templates.map(\.sport) + problem.goal.longSessions.map(\.sport)).sorted()
    return sports.enumerated().compactMap { index, sport in
      guard let cap = problem.limits.sportCaps[sport] else { return nil }
      var parts: [String] = []
      var ladders: [[Step]] = []
      if let days = cap.maxDaysPerWeek {
        parts.append("on \(count(days, "day")) a week")
        ladders.append(
          (days + 1..<max(days + 2, 8)).map { more in
            Step("\(sport) on \(count(more, "day")) a week") {
              $0.limits.sportCaps[sport]?.maxDaysPerWeek = more
            }
          })
      }
      if let minutes = cap.maxMinutesPerWeek {
        parts.append("for \(whole(minutes)) min a week")
        ladders.append(
          [30.0, 60, 120, 240, 480].map { more in
            Step("\(sport) for \(whole(minutes + more)) min a week") {
              $0.limits.sportCaps[sport]?.maxMinutesPerWeek = minutes + more
            }
          })
      }
      if let days = cap.maxConsecutiveDays {
        parts.append("\(count(days, "day")) in a row")
        ladders.append(
          (days + 1..<max(days + 2, 8)).map { more in
            Step("\(sport) \(more) days in a row") { $0.limits.sportCaps[sport]?.maxConsecutiveDays = more }
          })
      }
      return WishGroup(
        "limits.sport_caps.\(sport)", "\(sport) at most " + parts.joined(separator: ", "),
        rows: [.sport(index)],
        ladders: ladders
      ) { $0.limits.sportCaps[sport] = nil }
    }
  }

  /// Limits of how alike the days of a week are, which the relaxation does not know.
  private static func evenness(of problem: PlanProblem) -> [WishGroup] {
    var groups: [WishGroup] = []
    if let most = problem.limits.monotonyMax {
      groups.append(
        WishGroup(
          "limits.monotony_max", "easy and hard days that differ (monotony \(tenths(most)) at most)",
          ladders: [
            [0.2, 0.5, 1, 2, 4].map { more in
              Step("a monotony of \(tenths(most + more))") { $0.limits.monotonyMax = most + more }
            }
          ]
        ) { $0.limits.monotonyMax = nil })
    }
    if let most = problem.limits.strainMax {
      groups.append(
        WishGroup(
          "limits.strain_max", "a week's strain of \(whole(most)) at most",
          ladders: [
            [1.1, 1.25, 1.5, 2, 4].map { factor in
              Step("a strain of \(whole(most * factor))") { $0.limits.strainMax = most * factor }
            }
          ]
        ) { $0.limits.strainMax = nil })
    }
    return groups
  }
}
