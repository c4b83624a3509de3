public import TrainingLoad

extension Schedule {
  /// The schedule with the identities of an older one, so that what is the same training stays the same event in
  /// calendars.
  ///
  /// Sessions of one sport are paired at the least total change of template, week, day and length; one that would have
  /// to change too much is a new one. Equal input gives equal identities.
  ///
  /// - Parameters:
  ///   - older: The schedule that this one takes the place of.
  ///   - held: Ids of sessions that stand in both as they are.
  ///   - today: What the older schedule has before this day is past, and no other session takes its identity.
  ///   - retired: Ids that were in use once; no new session gets one of them.
  /// - Returns: the schedule; a session that keeps its identity also keeps the day that it was first planned on, and
  ///   its time on an unchanged day. The event keeps its identity too.
  public func keepingIdentities(
    of older: Schedule, held: Set<String> = [], today: CivilDay? = nil, retired: Set<String> = []
  ) -> Schedule {
    let new = sessions.indices.filter { !held.contains(sessions[$0].id) }
    let old = older.sessions.filter { !held.contains($0.id) && $0.day >= today ?? $0.day }
    var kept = self
    kept.event.id = older.event.id
    var taken = held.union(retired).union(older.sessions.map(\.id)).union([older.event.id])
    let pairs = Change.pairs(from: old, to: new.map { sessions[$0] }, start: start)
    for (index, pair) in zip(new, pairs) {
      if let pair {
        kept.sessions[index].follow(old[pair])
      } else {
        kept.sessions[index].id = born(as: sessions[index].id, apartFrom: taken)
        taken.insert(kept.sessions[index].id)
      }
    }
    return kept
  }

  /// The identity that a session was born with, or one made from it where another session has it or had it.
  private func born(as id: String, apartFrom taken: Set<String>) -> String {
    var born = id
    var birth = 1
    while taken.contains(born) {
      birth += 1
      born = nameBasedUUID(namespace: .gradus, name: "\(planID)/\(id)/\(birth)")
    }
    return born
  }
}

extension Session {
  /// Becomes the session that another one was.
  fileprivate mutating func follow(_ older: Session) {
    id = older.id
    let first = older.plannedDay ?? older.day
    plannedDay = first == day ? nil : first
    if older.day == day, startMinute == nil { startMinute = older.startMinute }
  }
}

/// What it is to a coach that a session becomes another one, in minutes of training that change.
private enum Change {
  /// A day earlier or later.
  static let day = 12
  /// A plan week earlier or later, beside the days.
  static let week = 30
  /// Another template of the sport: less than the same template some days away.
  static let template = 180
  /// From here on it is another session: more than the same weekday two weeks away.
  static let most = 240

  /// For each new session the place of the old one that it was; nil = it is new.
  static func pairs(from old: [Session], to new: [Session], start: CivilDay) -> [Int?] {
    let bySport = Dictionary(grouping: old.indices, by: { old[$0].sport }).mapValues { places in
      places.sorted { (old[$0].day, $0) < (old[$1].day, $1) }
    }
    let edges = new.map { session in
      let places = bySport[session.sport] ?? []
      let near = places.partitioningIndex { old[$0].day >= session.day - most / day }
      return places[near...].prefix { old[$0].day <= session.day + most / day }
        .map { CheapestMatching.Edge(column: $0, cost: cost(from: old[$0], to: session, start: start)) }
        .filter { $0.cost < most }
    }
    return CheapestMatching(edges: edges, columnCount: old.count, alone: most).columns
  }

  private static func cost(from old: Session, to new: Session, start: CivilDay) -> Int {
    let isSame = (old.template ?? old.title) == (new.template ?? new.title)
    let weeks = abs(week(of: old, start) - week(of: new, start))
    return (isSame ? 0 : template) + week * weeks + day * abs(old.day - new.day)
      + abs(old.minutes - new.minutes)
  }

  private static func week(of session: Session, _ start: CivilDay) -> Int {
    let days = session.day - start
    return days >= 0 ? days / 7 : (days - 6) / 7
  }
}

extension Array {
  /// The first place whose element satisfies a condition that holds from some place on.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
