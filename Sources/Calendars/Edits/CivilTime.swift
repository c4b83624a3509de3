import TrainingLoad

/// When an event takes place on the clock of the plan.
struct CivilTime: Equatable {
  var day: CivilDay
  /// Minutes after local midnight; nil = all day.
  var minute: Int?
  /// Length; nil where the event is all-day or says no end.
  var minutes: Int?

  /// `Tue 2027-02-02 18:30`.
  var words: String {
    let time = minute.map { minute in
      " " + [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }
    return "\(day.weekday.shortName) \(day.iso)" + (time ?? "")
  }
}

/// Reads the times of events on the clock of one zone.
struct CivilClock {
  private let zone: String
  private let offsets: [String: ZoneOffsets]

  /// A clock for the times of these events.
  init(zone: String, for events: [CalendarEvent]) {
    self.zone = zone
    let days = events.map(\.when.firstDay)
    let (first, last) = (days.min() ?? CivilDay(number: 0), days.max() ?? CivilDay(number: 0))
    var offsets: [String: ZoneOffsets] = [:]
    for name in Set(events.compactMap(\.when.zone) + [zone]) {
      offsets[name] = try? ZoneOffsets(zone: name, days: (first - 3)...(last + 3))
    }
    self.offsets = offsets
  }

  func time(_ when: CalendarEvent.When) -> CivilTime {
    switch when {
    case .allDay(let day, _): return CivilTime(day: day)
    case .timed(let day, let minute, let minutes, let name):
      let local = day.number * 86_400 + minute * 60
      let instant = offsets[name]?.instant(local: local) ?? local
      let (civilDay, second) = (instant + (offsets[zone]?.offset(at: instant) ?? 0)).dividedByDays
      return CivilTime(day: civilDay, minute: second / 60, minutes: minutes > 0 ? minutes : nil)
    }
  }
}

extension CalendarEvent.When {
  fileprivate var zone: String? {
    if case .timed(_, _, _, let zone) = self { zone } else { nil }
  }
}
