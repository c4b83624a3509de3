import TrainingLoad
import TrainingPlan

/// What the events of a plan's calendars are, by their UIDs.
struct PlanIdentities {
  private let meaning: [String: Meaning]

  /// What an event is.
  enum Meaning: Equatable {
    /// A session by its id; from the calendar that says only when the athlete trains where `isBusy`.
    case session(id: String, isBusy: Bool)
    /// The event that the plan leads to.
    case race
    /// A rest day.
    case rest(CivilDay)
  }

  init(_ plan: PlanEvents) {
    let schedule = plan.schedule
    var meaning: [String: Meaning] = [:]
    for session in schedule.sessions {
      let uid = plan.uid(session.id)
      meaning[PlanEvents.busyUID(uid).lowercased()] = .session(id: session.id, isBusy: true)
      meaning[uid.lowercased()] = .session(id: session.id, isBusy: false)
    }
    let race = plan.uid(schedule.event.id)
    for uid in [race, PlanEvents.busyUID(race)] { meaning[uid.lowercased()] = .race }
    for number in schedule.start.number..<max(schedule.start.number, schedule.event.day.number) {
      let day = CivilDay(number: number)
      meaning[plan.restUID(day)] = .rest(day)
    }
    self.meaning = meaning
  }

  /// What the event of a UID is; programs may write it in capitals. nil for one that is none of the plan's.
  func meaning(of uid: String) -> Meaning? { meaning[uid.lowercased()] }
}
