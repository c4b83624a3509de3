public import TrainingLoad
public import TrainingPlan

extension Schedule {
  /// The schedule as it stands on a day: what was really done before it, and what is planned from it on.
  ///
  /// A session that was done takes the name and the template of the planned one of its sport on its day. What is
  /// not noted of it, exposure and family of activity, is that of the catalogue's session of the sport whose
  /// effort is nearest.
  ///
  /// - Returns: the schedule, and the plan days before `today` of which the log says nothing.
  public func following(
    _ done: TrainingHistory, until today: CivilDay, catalogue: Catalogue
  ) -> (schedule: Schedule, unknownDays: Set<CivilDay>) {
    let end = max(start, min(today, event.day))
    var followed = self
    var planned = sessions.filter { $0.day < end }
    followed.sessions = []
    var numbers: [CivilDay: Int] = [:]
    for past in done.sessions where past.day >= start && past.day < end {
      numbers[past.day, default: 0] += 1
      let likely = planned.indices.filter { planned[$0].day == past.day && planned[$0].sport == past.sport }
      let nearest = likely.min {
        abs(Double(planned[$0].minutes) - past.minutes) < abs(Double(planned[$1].minutes) - past.minutes)
      }
      let birth = "\(planID)/done/\(past.day.iso)/\(past.sport)/\(numbers[past.day, default: 1])"
      followed.sessions.append(
        Session(
          done: past, bornAs: nameBasedUUID(namespace: .gradus, name: birth),
          as: nearest.map { planned.remove(at: $0) }, catalogue))
    }
    followed.sessions += sessions.filter { $0.day >= end }
    let known = Set(done.knownDays)
    let past = (0..<(end - start)).map { start + $0 }
    return (followed, Set(past.filter { !known.contains($0) }))
  }
}

extension Session {
  /// An effort from which a session counts as hard (R03).
  private static let hardEffort = 7.0
  /// A session is done as planned where this share of its minutes, at least, was done at no more than so much less effort.
  private static let asPlanned = (share: 0.75, effort: 1.0)

  fileprivate init(
    done past: TrainingHistory.PastSession, bornAs id: String, as planned: Session?, _ catalogue: Catalogue
  ) {
    let entry = catalogue.nearestEntry(to: past)
    let exposure = catalogue.exposure(past)
    let isAsPlanned = planned?.isDoneAsPlanned(past) ?? false
    let isHard = past.effort >= Self.hardEffort
    self.init(
      id: planned?.id ?? id, day: past.day, template: planned?.template,
      title: planned?.title ?? past.sport, sport: past.sport,
      family: planned?.family ?? entry?.family ?? past.sport,
      minutes: Int(past.minutes.rounded()), sRPE: past.effort, load: past.load,
      hip: exposure?.runMinutes ?? 0,
      relief: exposure?.reliefMinutes ?? 0, isHard: isHard || isAsPlanned && planned?.isHard == true,
      isIntense: isHard && planned?.isLong != true || isAsPlanned && planned?.isIntense == true,
      isLong: planned?.isLong ?? false, isRestful: planned?.isRestful ?? entry?.isRestful ?? false,
      why: planned?.why ?? "", startMinute: planned?.startMinute, plannedDay: planned?.plannedDay,
      isLocked: planned?.isLocked ?? false, isDone: true)
  }

  private func isDoneAsPlanned(_ past: TrainingHistory.PastSession) -> Bool {
    past.minutes >= Self.asPlanned.share * Double(minutes) && past.effort >= sRPE - Self.asPlanned.effort
  }
}
