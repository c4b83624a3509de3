import TrainingLoad
import TrainingPlan

/// Turns the cells of a trial into a schedule with identities, phases and reasons.
struct ScheduleWriter {
  let trial: Trial

  private var model: PlanModel { trial.model }
  private var problem: PlanProblem { trial.model.problem }

  func schedule() -> Schedule {
    let reasons = Reasons(trial: trial, phases: phases())
    return Schedule(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: Schedule.Event(
        id: identity("event"), day: problem.day(model.dayCount), name: problem.event.name,
        sport: problem.event.sport, minutes: Int(problem.event.minutes.rounded()),
        startMinute: problem.event.startMinute),
      weeks: phases().enumerated().map { index, phase in
        Schedule.Week(
          index: index, type: trial.weekTypes[index], phase: phase, why: reasons.ofWeek(index))
      },
      sessions: sessions(reasons))
  }

  /// Base, build and peak share the weeks before the taper about 2 : 2 : 1.
  private func phases() -> [Phase] {
    let building = model.weekCount - model.taperWeeks
    let base = building * 2 / 5
    let peak = building >= 4 ? max(1, building / 5) : 0
    return (0..<model.weekCount).map { week in
      if week >= building { return .taper }
      if week < base { return .base }
      return week < building - peak ? .build : .peak
    }
  }

  private func sessions(_ reasons: Reasons) -> [Session] {
    var ordinals: [Int: Int] = [:]
    var sessions: [Session] = []
    for day in 0..<model.dayCount {
      if day % 7 == 0 { ordinals = [:] }
      for template in templatesInOrder(on: day) {
        let ordinal = ordinals[template, default: 0]
        ordinals[template] = ordinal + 1
        let kind = problem.templates[template]
        sessions.append(
          Session(
            id: identity("session/\(day / 7)/\(kind.id)/\(ordinal)"), day: problem.day(day), of: kind,
            minutes: trial[day, template], why: reasons.ofSession(day, template)))
      }
    }
    return sessions
  }

  /// The sessions of a day as an athlete does them: endurance, strength, support work, mobility last.
  private func templatesInOrder(on day: Int) -> [Int] {
    func rank(_ template: Int) -> Int {
      let kind = problem.templates[template]
      if kind.isRestful { return 3 }
      switch kind.role {
      case .endurance: return 0
      case .strength: return 1
      case .support: return 2
      }
    }
    return (0..<model.templateCount).filter { trial[day, $0] > 0 }
      .sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// A name-based UUID from the plan and the session's place of birth; a move later does not change it.
  private func identity(_ place: String) -> String {
    nameBasedUUID(namespace: .gradus, name: problem.id + "/" + place)
  }
}

extension Trial {
  /// The problem's own objective, without the coach's terms.
  var objective: Double {
    var value = model.emptyObjective
    for cell in minutes.indices where minutes[cell] > 0 { value += model.gain[cell] * Double(minutes[cell]) }
    for day in 0..<model.dayCount where model.isWishedRest[day] && isTrained[day] {
      value -= bounds.restWishPrice
    }
    for week in 0..<model.weekCount where weekHip[week] > bounds.softHip {
      value -= bounds.softHipPrice * (weekHip[week] - bounds.softHip)
    }
    return value
  }
}
