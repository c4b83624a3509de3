import TrainingPlan

extension CostPart {
  /// The coach's terms, by their keys in a plan file.
  static func habits(of problem: PlanProblem) -> [CostPart] {
    guard let coaching = problem.coaching else { return [] }
    return order(coaching) + strength(coaching) + easierWeeks(coaching) + lastWeeks(coaching)
  }

  private static func order(_ coaching: Coaching) -> [CostPart] {
    [
      CostPart("coaching.rhythm", "each kind of session on its usual weekday") {
        $0.coaching?.rhythmPrice = 0
      },
      CostPart(
        "coaching.round_price",
        "lengths in steps of \(coaching.roundMinutes) min, long sessions the longest of their week"
      ) { $0.coaching?.roundPrice = 0 },
      CostPart("coaching.session_price", "a few useful sessions rather than many short ones") {
        $0.coaching?.sessionPrice = 0
      },
      CostPart(
        "coaching.weekly_long",
        "a long session on the day with the most time of each load week, and of each sport of the goal"
      ) {
        $0.coaching?.weeklyLongPrice = 0
      },
      CostPart("coaching.easy_after_absence", "easy days after an absence of a week or more") {
        $0.coaching?.easyDaysAfterAbsence = 0
      },
      CostPart("coaching.first_week_back", "a lighter first week after a week off or more") {
        $0.coaching?.firstWeekBack = []
      },
      CostPart("coaching.opener", "a session of the event's sport on one of the last two days") {
        $0.coaching?.openerPrice = 0
      },
      CostPart("coaching.same_hard", "another kind of hard session in each block") {
        $0.coaching?.sameHardPrice = 0
      },
      CostPart("coaching.second_long", "one long session of a sport in a week") {
        $0.coaching?.secondLongPrice = 0
      },
      CostPart("coaching.balance", "each sport of the event in every week, none too much") {
        $0.coaching?.balance = []
      },
      CostPart("coaching.frequency", "the event's sport as often as in the athlete's usual week") {
        $0.coaching?.frequency = []
      },
      CostPart("coaching.watch_price", "weeks in which the review finds nothing worth a look") {
        $0.coaching?.watchPrice = 0
      },
      CostPart(
        "coaching.endurance_per_day",
        "\(WishGroup.count(coaching.endurancePerDay, "endurance session")) on a day at most"
      ) { $0.coaching?.endurancePerDay = 100 },
    ]
  }

  private static func strength(_ coaching: Coaching) -> [CostPart] {
    [
      CostPart("coaching.strength_before_hard", "strength work not on the day before a hard one") {
        $0.coaching?.strengthBeforeHardPrice = 0
      },
      CostPart("coaching.strength_on_long_day", "strength work not on the day of a long session") {
        $0.coaching?.strengthOnLongDayPrice = 0
      },
      CostPart("coaching.strength_in_a_row", "strength work not on two days running") {
        $0.coaching?.strengthInARowPrice = 0
      },
    ]
  }

  private static func easierWeeks(_ coaching: Coaching) -> [CostPart] {
    [
      CostPart(
        "coaching.long_in_deload",
        "long sessions of easier weeks at most \(WishGroup.percent(coaching.longInDeload)) of those before"
      ) { $0.coaching?.longInDeload = .infinity },
      CostPart(
        "coaching.hard_in_deload",
        "\(WishGroup.count(coaching.hardInDeload ?? 0, "hard session")) in an easier week at most"
      ) { $0.coaching?.hardInDeload = nil },
    ]
  }

  private static func lastWeeks(_ coaching: Coaching) -> [CostPart] {
    func last(_ days: Int) -> String { "in the last \(WishGroup.count(days, "day"))" }
    let steps = coaching.longTaper.map { "\(WishGroup.percent($0.fraction)) \(last($0.days))" }
    return [
      CostPart(
        "coaching.long_taper", "long sessions at most \(steps.joined(separator: ", ")) of the longest"
      ) { $0.coaching?.longTaper = [] },
      CostPart(
        "coaching.no_long_before_event", "no long session \(last(coaching.noLongBeforeEventDays))"
      ) { $0.coaching?.noLongBeforeEventDays = 0 },
      CostPart(
        "coaching.no_strength_before_event", "no strength work \(last(coaching.noStrengthBeforeEventDays))"
      ) { $0.coaching?.noStrengthBeforeEventDays = 0 },
      CostPart(
        "coaching.intense_in_build",
        "\(WishGroup.count(coaching.intenseInBuild ?? 0, "intense session")) in each load week after the base weeks at "
          + "least"
      ) { $0.coaching?.intenseInBuild = 0 },
      CostPart(
        "coaching.intense_in_taper",
        "\(WishGroup.count(coaching.intenseInTaper, "intense session")) in each week of the taper at least"
      ) { $0.coaching?.intenseInTaper = 0 },
      CostPart("coaching.taper_volume", "a part of the usual minutes in the weeks of the taper") {
        $0.coaching?.taperVolume = []
      },
      CostPart("coaching.nothing_new", "no new kind of session \(last(coaching.nothingNewDays))") {
        $0.coaching?.nothingNewDays = 0
      },
    ]
  }
}
