public import TrainingLoad

/// Why a text names no session, or more than one, in words for a coach.
public struct SessionAddressError: Error, Equatable, Sendable {
  /// What is wrong, and what could be meant.
  public let message: String
}

extension Schedule {
  /// The session that a coach names.
  ///
  /// Accepted are an id, the beginning of one (4 letters or more), a day with one session (`2027-02-02`), a day and
  /// a template, sport or title (`2027-02-02/run-easy`), and the same with a plan week and a weekday (`2.tue`,
  /// `2.tue/run-easy`).
  public func session(named name: String) throws(SessionAddressError) -> Session {
    if let session = sessions.first(where: { $0.id == name }) { return session }
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if let day = try day(named: parts[0]) {
      return try session(on: day, called: parts.count > 1 ? String(parts[1]) : nil, as: name)
    }
    let matches = name.utf8.count >= 4 ? sessions.filter { $0.id.hasPrefix(name) } : []
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 { throw SessionAddressError(message: "\"\(name)\" begins \(list(matches))") }
    throw SessionAddressError(
      message: "no session is named \"\(name)\"; expected an id, or a day and a template such as "
        + (sessions.first.map(address) ?? "2027-02-02/run-easy") + " or 2.tue")
  }

  /// A day of the plan: `YYYY-MM-DD`, or a plan week and a weekday, `2.tue`; nil for any other text.
  public func day(named name: some StringProtocol) throws(SessionAddressError) -> CivilDay? {
    if let day = CivilDay(iso: name) { return day }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let week = Int(parts[0]),
      let weekday = Weekday(abbreviation: parts[1].lowercased())
    else { return nil }
    let count = (event.day - start) / 7 + 1
    guard (1...max(1, count)).contains(week) else {
      throw SessionAddressError(message: "there is no week \(week); the plan has weeks 1 to \(count)")
    }
    let first = start + 7 * (week - 1)
    return first + (weekday.rawValue - first.weekday.rawValue + 7) % 7
  }

  /// A name of a session that people read and `session(named:)` takes: its day and template, where no other of the
  /// day has the same, else the beginning of its id.
  public func address(of session: Session) -> String {
    let word = session.template ?? session.sport
    if sessions.count(where: { $0.day == session.day && $0.isCalled(word) }) == 1 {
      return "\(session.day)/\(word)"
    }
    var length = min(8, session.id.count)
    while length < session.id.count, sessions.count(where: { $0.id.hasPrefix(session.id.prefix(length)) }) > 1
    {
      length += 1
    }
    return String(session.id.prefix(length))
  }

  private func session(
    on day: CivilDay, called word: String?, as name: String
  ) throws(SessionAddressError) -> Session {
    let ofDay = sessions.filter { $0.day == day }
    let matches = word.map { word in ofDay.filter { $0.isCalled(word) } } ?? ofDay
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 { throw SessionAddressError(message: "\"\(name)\" names \(list(matches))") }
    let date = "\(day.weekday.name), \(day)"
    if let word, !ofDay.isEmpty {
      throw SessionAddressError(message: "no \"\(word)\" is on \(date); there is \(list(ofDay))")
    }
    if day == event.day {
      throw SessionAddressError(message: "\(date) is the day of the event, which the plan file sets")
    }
    let near = sessions.filter { abs($0.day - day) <= 3 }
    throw SessionAddressError(
      message: "no session is on \(date)" + (near.isEmpty ? "" : "; near it is \(list(near))"))
  }

  /// The addresses of sessions, at most six.
  private func list(_ sessions: [Session]) -> String {
    let more = sessions.count > 6 ? " and \(sessions.count - 6) more" : ""
    return sessions.prefix(6).map(address).joined(separator: ", ") + more
  }
}

extension Session {
  /// Whether a word is its template, sport or title.
  fileprivate func isCalled(_ word: String) -> Bool {
    [template, sport, title].contains { $0?.lowercased() == word.lowercased() }
  }
}
