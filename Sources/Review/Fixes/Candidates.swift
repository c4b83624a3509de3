import TrainingPlan

/// Single changes that might help against a breach, the smallest first.
struct Candidates {
  let training: Training
  /// Days before this one are past.
  let firstDay: Int
  private(set) var changes: [(change: Change, cost: Double)] = []

  /// Length of the steps that sessions are shortened and lengthened by, minutes.
  private static let step = 5.0
  /// Shortest useful session where no template says, minutes.
  private static let shortest = 10.0
  /// Sessions that are tried, at most.
  private static let mostSessions = 14
  /// How far a session may move, days.
  private static let reach = 6

  /// Changes of the sessions of a breach, by the remedies of its rule; sessions in `done` and events stay as they are.
  init(_ training: Training, against breach: Judged, firstDay: Int, done: Set<Int>) {
    self.training = training
    self.firstDay = firstDay
    let standing = Self.standing(training, done)
    let causes = breach.breach.words().causes.filter { cause in
      cause.day >= firstDay && cause.source.map { !standing.contains($0) } ?? false
    }
    var places: [Int] = []
    for cause in causes {
      let range = training.offsets[cause.day]..<training.offsets[cause.day + 1]
      guard let place = range.first(where: { training.entries[$0].source == cause.source }),
        !places.contains(place), places.count < Self.mostSessions
      else { continue }
      places.append(place)
    }
    for remedy in ReviewRules.all[breach.rule].remedies {
      switch remedy {
      case .relieve: add(relief: true, over: breach.breach.days)
      case .add: add(relief: false, over: breach.breach.days)
      default: for place in places { consider(remedy, place) }
      }
    }
    sortByCost()
  }

  /// Sessions on some days that are longer, or new there, in place of ones that were missed.
  init(_ training: Training, inPlaceOfMissedOn days: Range<Int>, firstDay: Int, done: Set<Int>) {
    self.training = training
    self.firstDay = firstDay
    guard let last = days.last else { return }
    let standing = Self.standing(training, done)
    for place in training.entries.indices where days.contains(training.entries[place].day) {
      if training.entries[place].source.map(standing.contains) ?? true { continue }
      consider(.lengthen, place)
    }
    add(relief: false, over: days.lowerBound...last)
    sortByCost()
  }

  /// The sessions that stay as they are.
  private static func standing(_ training: Training, _ done: Set<Int>) -> Set<Int> {
    done.union(training.frame.tuneUps.compactMap(\.source))
  }

  private mutating func sortByCost() {
    changes = changes.indices.sorted { (changes[$0].cost, $0) < (changes[$1].cost, $1) }.map { changes[$0] }
  }

  private mutating func append(_ change: Change) { changes.append((change, change.cost(training))) }

  private mutating func consider(_ remedy: Remedy, _ place: Int) {
    let entry = training.entries[place]
    let template = entry.template.map { training.frame.rates[$0].template }
    switch remedy {
    case .shorten:
      var minutes = ((entry.minutes - 1) / Self.step).rounded(.down) * Self.step
      while minutes >= (template?.minMinutes ?? Self.shortest) {
        append(.lasts(entry: place, minutes: minutes))
        minutes -= Self.step
      }
    case .lengthen:
      var minutes = ((entry.minutes + 1) / Self.step).rounded(.up) * Self.step
      let most = min(template?.maxMinutes ?? 2 * entry.minutes, entry.minutes + 120)
      while minutes <= most {
        append(.lasts(entry: place, minutes: minutes))
        minutes += Self.step
      }
    case .move:
      for day in (entry.day - Self.reach)...(entry.day + Self.reach) where isFree(day, for: entry, template) {
        append(.move(entry: place, day: day))
      }
    case .swap:
      for number in training.frame.rates.indices where number != entry.template {
        swap(place, for: number)
      }
    case .remove: append(.remove(entry: place))
    case .relieve, .add: break
    }
  }

  /// Whether a session may move to a day: it is not past, has time, and the template allows its weekday.
  private func isFree(_ day: Int, for entry: Entry, _ template: SessionTemplate?) -> Bool {
    guard day != entry.day, day >= firstDay, training.days.contains(day) else { return false }
    let taken = training.sessions(on: day).reduce(0) { $0 + $1.minutes }
    return taken + entry.minutes <= training.frame.available[day]
      && template?.allows(training.frame.weekdays[day]) ?? true
  }

  /// The other template at the same length and, where that is lighter, at the length of the same load.
  private mutating func swap(_ place: Int, for number: Int) {
    let entry = training.entries[place]
    let other = training.frame.rates[number].template
    guard training.frame.weekdays.indices.contains(entry.day),
      other.allows(training.frame.weekdays[entry.day])
    else { return }
    let byLoad =
      other.sRPE > 0 ? (entry.load / other.sRPE / Self.step).rounded(.down) * Self.step : entry.minutes
    for wanted in Set([entry.minutes, min(byLoad, entry.minutes)]).sorted() {
      let minutes = min(max(wanted, other.minMinutes.rounded(.up)), other.maxMinutes.rounded(.down))
      append(.swap(entry: place, template: number, minutes: minutes))
    }
  }

  /// New sessions on days with time: hip-extension and release work, or any restful or light template.
  private mutating func add(relief: Bool, over days: ClosedRange<Int>) {
    for number in training.frame.rates.indices {
      let template = training.frame.rates[number].template
      guard relief ? template.reliefPerMinute >= 0.5 : !template.isHard else { continue }
      for day in days where training.days.contains(day) && day >= firstDay {
        let taken = training.sessions(on: day).reduce(0) { $0 + $1.minutes }
        let most = min(template.maxMinutes, training.frame.available[day] - taken, 60)
        var minutes = (template.minMinutes / Self.step).rounded(.up) * Self.step
        while minutes <= most, template.allows(training.frame.weekdays[day]) {
          append(.add(template: number, day: day, minutes: minutes))
          minutes += Self.step
        }
      }
    }
  }
}
