import TrainingLoad
import Rows
import TrainingPlan

/// Turns the cells of a trial into a schedule with identities, phases and reasons.
struct ScheduleWriter {
  let trial: Trial

  private var model: PlanModel { trial.model }
  private var problem: PlanProblem { trial.model.problem }

  func schedule() -> Schedule {
    let phases = phases()
    let reasons = Reasons(trial: trial, phases: phases)
    return Schedule(
      planID: problem.id, title: problem.title, problemID: problem.id, start: problem.start,
      event: Schedule.Event(
        id: identity("event"), day: problem.day(model.dayCount), name: problem.event.name,
        sport: problem.event.sport, minutes: Int(problem.event.minutes.rounded()),
        startMinute: problem.event.startMinute),
      weeks: phases.enumerated().map { index, phase in
        if index < problem.held.weeks.count, 7 * index + 7 <= model.held.firstDay {
          var past = problem.held.weeks[index]
          past.why = reasons.ofPastWeek(index, planned: past.why)
          return past
        }
        return Schedule.Week(
          index: index, type: trial.weekTypes[index], phase: phase, why: reasons.ofWeek(index))
      },
      sessions: sessions(reasons))
  }

  private func phases() -> [Phase] {
    let building = model.buildWeeks
    let peak = building >= 4 ? max(1, building / 5) : 0
    return (0..<model.weekCount).map { week in
      if week >= building { return .taper }
      if week < model.baseWeeks { return .base }
      return week < building - peak ? .build : .peak
    }
  }

  /// What stands and what is planned, by day; those of one day as an athlete does them, where any is planned there.
  private func sessions(_ reasons: Reasons) -> [Session] {
    var ordinals: [Int: Int] = [:]
    let all = problem.standingSessions
    let byDay = Dictionary(grouping: all, by: \.day)
    let taken = problem.standingIDs
    var sessions = all.filter { $0.day < problem.start }
    for day in 0..<model.dayCount {
      if day % 7 == 0 { ordinals = [:] }
      var planned: [Session] = []
      for template in 0..<model.templateCount {
        let cell = day * model.templateCount + template
        guard trial.minutes[cell] > 0, model.held.minutes[cell] == 0 else { continue }
        let kind = problem.templates[template]
        var id: String
        repeat {
          let ordinal = ordinals[template, default: 0]
          ordinals[template] = ordinal + 1
          id = identity("session/\(day / 7)/\(kind.id)/\(ordinal)")
        } while taken.contains(id)
        planned.append(
          Session(
            id: id, day: problem.day(day), of: kind, minutes: trial.minutes[cell],
            why: reasons.ofSession(day, template)))
      }
      let standing = byDay[problem.day(day)] ?? []
      sessions += planned.isEmpty ? standing : inOrder(standing + planned)
    }
    return sessions + all.filter { $0.day >= problem.day(model.dayCount) }
  }

  /// The sessions of a day as an athlete does them: endurance, strength, support work, mobility last.
  private func inOrder(_ sessions: [Session]) -> [Session] {
    func rank(_ session: Session) -> Int {
      if session.isRestful { return 3 }
      switch problem.templates.first(where: { $0.id == session.template })?.role {
      case .endurance, nil: return 0
      case .strength: return 1
      case .support: return 2
      }
    }
    func place(_ session: Session) -> Int {
      problem.templates.firstIndex { $0.id == session.template } ?? problem.templates.count
    }
    return sessions.enumerated().sorted { a, b in
      (rank(a.element), place(a.element), a.offset) < (rank(b.element), place(b.element), b.offset)
    }
    .map(\.element)
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
