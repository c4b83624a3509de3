public import TrainingLoad

extension Session {
  /// The session on another day. The day that it was first planned on is kept, and forgotten where it comes back.
  public func moved(to day: CivilDay) -> Session {
    var moved = self
    let first = plannedDay ?? self.day
    moved.day = day
    moved.plannedDay = first == day ? nil : first
    return moved
  }

  /// The session at another length. Load and exposure follow; so do the steps, by the template.
  ///
  /// Rates a minute that differ from the template's, or of a session written by hand, stay. Without a template
  /// nothing says how steps follow: there are none.
  ///
  /// - Parameters:
  ///   - length: Minutes.
  ///   - template: The session's template, where it is known.
  /// - Returns: The session; its identity, day and marks are the same.
  public func lasting(_ length: Int, as template: SessionTemplate?) -> Session {
    if length == minutes { return self }
    var session = self
    let usual = template.map { Session(id: id, day: day, of: $0, minutes: minutes) }
    let next = template.map { Session(id: id, day: day, of: $0, minutes: length) }
    for total in [\Session.load, \.hip, \.relief] {
      if let usual, let next, usual[keyPath: total] == self[keyPath: total] {
        session[keyPath: total] = next[keyPath: total]
      } else {
        session[keyPath: total] *= minutes > 0 ? Double(length) / Double(minutes) : 0
      }
    }
    if load == sRPE * Double(minutes) { session.load = sRPE * Double(length) }
    session.minutes = length
    session.steps = next?.steps ?? []
    return session
  }

  /// The session as one of a template, on its day and at its time; its identity stays.
  public func becoming(_ template: SessionTemplate, minutes: Int) -> Session {
    var session = Session(
      id: id, day: day, of: template, minutes: minutes, why: template.id == self.template ? why : "",
      startMinute: startMinute)
    (session.plannedDay, session.isLocked, session.isDone) = (plannedDay, isLocked, isDone)
    return session
  }
}

extension Schedule {
  /// Puts a session in its place: where it stood if its day and time are as before, else behind those of its day
  /// that do not begin later.
  public mutating func put(_ session: Session) {
    if let old = sessions.firstIndex(where: { $0.id == session.id }) {
      if sessions[old].day == session.day, sessions[old].startMinute == session.startMinute {
        sessions[old] = session
        return
      }
      sessions.remove(at: old)
    }
    let next = sessions.firstIndex { other in
      if other.day != session.day { return other.day > session.day }
      guard let start = session.startMinute, let otherStart = other.startMinute else { return false }
      return otherStart > start
    }
    sessions.insert(session, at: next ?? sessions.count)
  }

  /// A name that no session has yet, for one that is added: it depends on the plan, the place of birth, and how many
  /// were born there before.
  public func newID(bornAt place: String) -> String {
    var number = 1
    while true {
      let id = nameBasedUUID(namespace: .gradus, name: "\(planID)\nadded\n\(place)\n\(number)")
      if !sessions.contains(where: { $0.id == id }) { return id }
      number += 1
    }
  }
}
