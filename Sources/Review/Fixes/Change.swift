import TrainingLoad
import TrainingPlan

/// An edit as numbers: what the search tries thousands of.
///
/// `entry` is a place in the entries of the training that the change is made to.
enum Change: Equatable, Sendable {
  case lasts(entry: Int, minutes: Double)
  case move(entry: Int, day: Int)
  case swap(entry: Int, template: Int, minutes: Double)
  case remove(entry: Int)
  case add(template: Int, day: Int, minutes: Double)

  /// The entry that is changed; nil for a new one.
  var entry: Int? {
    switch self {
    case .lasts(let entry, _), .move(let entry, _), .swap(let entry, _, _), .remove(let entry): entry
    case .add: nil
    }
  }

  /// How much the plan changes, in minutes.
  ///
  /// A changed length counts its minutes. A move counts 10 and 4 for each day, 10 more into another week; a
  /// swap 15 and what length and load (a minute for 5 AU) change; a session left out its minutes and 10; a
  /// new one its minutes and 5.
  func cost(_ training: Training) -> Double {
    switch self {
    case .lasts(let entry, let minutes): return abs(training.entries[entry].minutes - minutes)
    case .move(let entry, let day):
      let old = training.entries[entry].day
      return 10 + 4 * Double(abs(day - old)) + (day / 7 == old / 7 ? 0 : 10)
    case .swap(let entry, let template, let minutes):
      let old = training.entries[entry]
      let load = training.frame.rates[template].template.sRPE * minutes
      return 15 + abs(old.minutes - minutes) + abs(old.load - load) / 5
    case .remove(let entry): return training.entries[entry].minutes + 10
    case .add(_, _, let minutes): return minutes + 5
    }
  }

  /// The edit that a coach reads.
  func edit(_ training: Training, _ schedule: Schedule) -> Edit? {
    func id(_ entry: Int) -> String? { training.entries[entry].source.map { schedule.sessions[$0].id } }
    let frame = training.frame
    switch self {
    case .lasts(let entry, let minutes): return id(entry).map { .lasts(session: $0, minutes: Int(minutes)) }
    case .move(let entry, let day): return id(entry).map { .move(session: $0, to: frame.problem.day(day)) }
    case .swap(let entry, let template, let minutes):
      return id(entry).map {
        .swap(session: $0, template: frame.rates[template].template.id, minutes: Int(minutes))
      }
    case .remove(let entry): return id(entry).map { .remove(session: $0) }
    case .add(let template, let day, let minutes):
      let name = frame.rates[template].template.id
      let civil = frame.problem.day(day)
      let uuid = nameBasedUUID(namespace: .gradus, name: "\(schedule.planID)/added/\(name)/\(civil)")
      return .add(id: uuid, template: name, day: civil, minutes: Int(minutes))
    }
  }
}

extension Training {
  /// The training after changes, each of another entry.
  func changed(by changes: [Change]) -> Training {
    var entries = self.entries
    var removed: [Int] = []
    for change in changes {
      switch change {
      case .lasts(let entry, let minutes): entries[entry] = entries[entry].lasting(minutes, frame)
      case .move(let entry, let day): entries[entry].day = day
      case .swap(let entry, let template, let minutes):
        let old = entries[entry]
        entries[entry] = frame.rates[template].entry(
          day: old.day, minutes: minutes, template: template, source: old.source)
      case .remove(let entry): removed.append(entry)
      case .add(let template, let day, let minutes):
        entries.append(frame.rates[template].entry(day: day, minutes: minutes, template: template))
      }
    }
    for entry in removed.sorted(by: >) { entries.remove(at: entry) }
    return Training(frame, entries)
  }
}

extension Entry {
  /// The entry at another length.
  fileprivate func lasting(_ length: Double, _ frame: Frame) -> Entry {
    if let template {
      let rates = frame.rates[template]
      let usual = rates.entry(day: day, minutes: minutes, template: template, source: source)
      if (load, hip, relief) == (usual.load, usual.hip, usual.relief) {
        return rates.entry(day: day, minutes: length, template: template, source: source)
      }
    }
    var entry = self
    let ratio = minutes > 0 ? length / minutes : 0
    entry.minutes = length
    entry.load *= ratio
    entry.hip *= ratio
    entry.relief *= ratio
    entry.held *= ratio
    entry.flexion *= ratio
    entry.counted *= ratio
    entry.sitUps *= ratio
    return entry
  }
}
