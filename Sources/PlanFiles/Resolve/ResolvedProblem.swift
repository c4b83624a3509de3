import TrainingLoad
import TrainingPlan

// The parts of the problem, and the problem.
extension Resolution {
  /// Price of each wished rest day that is trained, in AU a day of fitness.
  private static let restWishWeight = 0.3

  /// The problem, every default expanded.
  func problem() throws(FileError) -> PlanProblem {
    let kept = KeptLimits(settings: layeredSettings(), book: book)
    let past = pastTraining(kept)
    let history = ResolvedHistory(
      past, start: plan.start.value, unknown: plan.unknownDays ?? .usual, needs: defaults.history,
      rises: .init(book), hipPerMinute: catalogue.hipPerMinute)
    let goals = plan.goalSessions(defaults)
    let templates = try SessionSelection(plan: plan, catalogue: catalogue, defaults: defaults, goals: goals)
      .templates()
    let (longSessions, goalAssumptions) = try longSessions(goals, templates: templates)
    try checkYouth(kept.settings)
    var limits = LimitsFromSettings(
      kept: kept, circumstances: circumstances(history, goals: longSessions, templates: templates, kept)
    ).limits
    let model = PlanProblem.ResponseModel(
      historySpecificity: specificity(past.history), smoothing: .exponential)
    limits.makeRoom(
      for: history.history, model, dayCount: event.dayIndex,
      easyDays: past.idle == nil ? 0 : plan.coaching.easyDaysAfterAbsence, weekLoad: history.firstWeekLoad)

    var problem = PlanProblem(
      id: plan.id, title: plan.title ?? plan.event.name, start: plan.start.value, event: event,
      history: history.history, availability: availability(templates),
      rest: rest(kept), templates: templates, limits: limits)
    problem.goal = PlanProblem.Goal(
      longSessions: kept.effect("goal") == .off ? [] : longSessions, minFitness: plan.minFitness)
    problem.model = model
    problem.athlete = plan.athlete
    if let sitting = checkIns.sitting { problem.athlete?.sittingHours = sitting.hours }
    problem.robustness = robustness(kept)
    problem.calendar = plan.calendar
    problem.policy = RulePolicy(settings: policySettings, waivers: waivers)
    problem.coaching = coaching(problem, kept)
    problem.checkIns = checkIns
    problem.tuneUps = tuneUps
    problem.assumptions =
      past.assumptions + history.assumptions + goalAssumptions + absencesInWords(kept)
      + firstDaysInWords(limits) + taperDaysInWords(limits, kept) + sittingInWords + calmDaysInWords(kept)
      + heldHipInWords(problem)
    return problem
  }

  private var event: PlanProblem.Event {
    PlanProblem.Event(
      name: plan.event.name, sport: plan.event.sport.value, minutes: plan.event.minutes,
      dayIndex: plan.event.date.value - plan.start.value, startMinute: plan.event.startMinute)
  }

  // MARK: Availability and rest

  private func availability(_ templates: [SessionTemplate]) -> PlanProblem.Availability {
    let hasSupport = templates.contains { $0.role != .endurance && !$0.isRestful }
    return PlanProblem.Availability(
      minutes: weekMinutes, maxSessionsPerDay: plan.sessionsPerDay + (hasSupport ? 1 : 0),
      blockedDays: blockedDays, absences: absences)
  }

  private func rest(_ kept: KeptLimits) -> PlanProblem.RestDays {
    PlanProblem.RestDays(
      minPer7: kept.count("rest-days", "per_7_days") ?? 0,
      loadMax: kept.settings.number("rest-days", "mobility_load") ?? 30,
      maxConsecutive: kept.count("rest-run", "days"), fixed: plan.rest, wished: plan.restWish,
      wishWeight: plan.restWish.isEmpty ? 0 : Self.restWishWeight)
  }

  /// The coach's habits; an easier week has one hard session fewer unless the coach says otherwise.
  private func coaching(_ problem: PlanProblem, _ kept: KeptLimits) -> Coaching {
    var coaching = plan.coaching
    let hardPerWeek = problem.limits.hard?.maxPerWeek
    coaching.hardInDeload = coaching.hardInDeload ?? hardPerWeek.map { max(1, $0 - 1) }
    let isNew = [.novice, .returning].contains(plan.athlete.experience)
    coaching.intenseInBuild = coaching.intenseInBuild ?? (isNew ? 0 : 1)
    coaching.firstWeekBack = firstWeekBack(kept)
    coaching.calmDays = calmPlanDays(kept, of: problem)
    coaching.watched = WatchedLevels(kept, policy: problem.policy, for: plan.athlete.experience)
    let sports = Set(problem.templates.map(\.sport))
    coaching.balance = plan.balance(defaults).filter { sports.contains($0.sport) }
    coaching.frequency = plan.frequency(defaults, after: problem.history).filter {
      $0.days > 0 && sports.contains($0.sport)
    }
    return coaching
  }

  /// What the first week after days off holds at most, as the coach or the rule book has it.
  func firstWeekBack(_ kept: KeptLimits) -> [Coaching.WeekBack] {
    let policy = RulePolicy(settings: policySettings)
    func number(_ name: String) -> Double? { kept.level("return-from-break", name, policy: policy) }
    return ["short", "middle"].compactMap { step in
      guard let days = number(step + "_days"), let share = number(step + "_share") else { return nil }
      return Coaching.WeekBack(days: Int(days), share: share)
    }
  }

  /// What the schedule must stand; a rule that only watches may break then.
  private func robustness(_ kept: KeptLimits) -> Robustness? {
    var robustness = plan.robust
    robustness?.spared = book.rules.map(\.id).filter { kept.effect($0) == .watches }
    return robustness
  }

  // MARK: Limits

  /// The athlete's age in the year in which the plan begins; nil = not said.
  private var age: Int? { plan.athlete.born.map { plan.start.value.components.year - $0 } }

  /// The defaults with the athlete's profiles, the event's taper, and the coach's word on top.
  private func layeredSettings() -> LimitSettings {
    var settings = LimitSettings()
    for layer in defaultLayers { settings.overlay(layer.settings) }
    settings.overlay(coach)
    return settings
  }

  /// What holds where the coach says nothing, the strongest last, and for whom.
  var defaultLayers: [(settings: LimitSettings, reason: String)] {
    var layers: [(LimitSettings, String)] = []
    func lay(_ profile: String, _ reason: String, unlessOff rule: String? = nil) {
      guard let layer = defaults.profile(profile) else { return }
      if let rule, coach.rules[rule]?.effect == .off { return }
      layers.append((layer, reason))
    }
    lay("usual", "")
    switch plan.athlete.experience {
    case .novice: lay("novice", "for a novice", unlessOff: "novice")
    case .returning: lay("returning", "for a return after a break", unlessOff: "return-from-break")
    case .experienced: lay("experienced", "for an experienced athlete")
    case .recreational: break
    }
    if isYouth { lay("youth", "under 18") }
    if let age, age >= 50 { lay("masters", "from 50 years on", unlessOff: "masters") }
    if let taper = defaults.taper(plan.event.priority, minutes: plan.event.minutes) {
      layers.append((taper.settings, "for such an event"))
    }
    return layers
  }

  private var isYouth: Bool {
    guard let age, age < 18 else { return false }
    return coach.rules["youth"]?.effect != .off
  }

  /// Under 18 the week's time is bounded (R35); the planner may use all of it.
  private func checkYouth(_ settings: LimitSettings) throws(FileError) {
    guard isYouth, let age else { return }
    let most = settings.number("youth", "hours_per_week") ?? Double(age)
    let minutes = plan.available.value.values.reduce(0, +)
    guard minutes > most * 60 else { return }
    throw plan.available.field.error(
      "the week has \(JSONValue.number(minutes / 60).compact) h for training, and the athlete is \(age)",
      expected:
        "at most \(JSONValue.number(most).compact) h in all, or the rule \"youth\" changed in the limits")
  }

  private func circumstances(
    _ history: ResolvedHistory, goals: [PlanProblem.LongSession], templates: [SessionTemplate],
    _ kept: KeptLimits
  ) -> LimitCircumstances {
    let eventDay = event.dayIndex
    let weeks = (eventDay + 7) / 7
    let lastDays = (max(0, eventDay - 7)..<eventDay).filter { day in
      let weekday = (plan.start.value + day).weekday
      return weekMinutes[weekday.rawValue] > 0 && !plan.rest.contains(weekday) && !blockedDays.contains(day)
    }
    // Room for what the event usually asks stays where the coach asks for less.
    let lengths =
      goals.map { ($0.sport, $0.minutes) }
      + plan.usualGoalSessions(defaults).map { ($0.sport, $0.minutes) }
    let goalHip = lengths.compactMap { sport, minutes in
      templates.filter { $0.sport == sport && $0.maxMinutes >= minutes }
        .map { $0.hipPerMinute * minutes }.min()
    }
    return LimitCircumstances(
      weekCount: weeks, daysInLastWeek: eventDay - 7 * (weeks - 1), trainableDaysInLast7: lastDays.count,
      recentHip: history.recentHip, longestGoalHip: goalHip.max() ?? 0,
      families: Set(templates.map(\.family)).count, lastHardDay: history.lastHardDay,
      lightWeeks: weeksAway(kept).all)
  }

  /// What the coach's files say of rules, in the order of the rule table.
  var policySettings: [RulePolicy.Setting] {
    LimitVocabulary.rules.compactMap { rule in
      guard let said = coach.rules[rule.id] else { return nil }
      var setting = RulePolicy.Setting(rule: rule.id, effect: said.effect, origin: said.origin)
      for (name, value) in said.values {
        guard case .number(let number) = value, let meant = rule.number(under: name) else { continue }
        setting.numbers[meant] = number
      }
      return setting
    }
  }

  // MARK: Goal

  /// The long sessions that the plan can ask for with the chosen sessions.
  private func longSessions(
    _ goals: [GoalSession], templates: [SessionTemplate]
  ) throws(FileError) -> ([PlanProblem.LongSession], assumptions: [String]) {
    var sessions: [PlanProblem.LongSession] = []
    var assumptions: [String] = []
    for goal in goals {
      let longest = templates.filter { $0.sport == goal.sport }.map(\.maxMinutes).max()
      var minutes = goal.minutes
      if longest.map({ $0 < goal.minutes }) ?? true {
        if let wish = plan.longSessions?.first(where: { $0.sport.value == goal.sport }) {
          let found = longest.map { "the longest lasts \(Int($0)) min" } ?? "there is none"
          throw wish.sport.field.error(
            "a \(goal.sport) session of \(Int(goal.minutes)) min is asked for, and \(found)",
            expected: "a session of the list that may last so long")
        }
        guard let longest else {
          assumptions.append("Goal: no long \(goal.sport) session is asked for, since the plan has none.")
          continue
        }
        assumptions.append(
          "Goal: the longest \(goal.sport) session is \(Int(longest)) min, as long as the chosen ones may be; "
            + "\(Int(minutes)) min are usual for the event.")
        minutes = longest
      }
      sessions.append(
        PlanProblem.LongSession(
          sport: goal.sport, minutes: minutes, latestDaysBefore: goal.latest,
          earliestDaysBefore: goal.earliest))
    }
    return (sessions, assumptions)
  }
}
