/// The activities that hip-flexion exposure is told apart by, at most five for the eye's sake.
enum ActivityGroup: Int, CaseIterable, Sendable {
  case run, ride, sitUps, uphill, other

  /// The group of a session.
  init(sport: String, family: String) {
    self =
      switch (sport, family) {
      case (_, "run"), ("run", _): .run
      case (_, "bike"), ("bike", _): .ride
      case ("situps", _), (_, "core"), ("core", _): .sitUps
      case (_, "walk"), ("walk", _), (_, "hike"), ("hike", _), ("ruck", _): .uphill
      default: .other
      }
  }

  /// What people read.
  var name: String {
    switch self {
    case .run: "run"
    case .ride: "ride"
    case .sitUps: "sit-ups and similar"
    case .uphill: "walk, hike, stairs"
    case .other: "other"
    }
  }

  /// The name where there is little room.
  var shortName: String {
    switch self {
    case .sitUps: "sit-ups"
    case .uphill: "walk"
    default: name
    }
  }
}

/// Hip-flexion exposure by group of activity, run-minutes.
struct HipByGroup: Equatable, Sendable {
  private var groups = Array(repeating: 0.0, count: ActivityGroup.allCases.count)

  subscript(group: ActivityGroup) -> Double {
    get { groups[group.rawValue] }
    set { groups[group.rawValue] = newValue }
  }

  /// All groups together.
  var total: Double { groups.reduce(0, +) }

  static func + (a: HipByGroup, b: HipByGroup) -> HipByGroup {
    var sum = a
    for group in ActivityGroup.allCases { sum[group] += b[group] }
    return sum
  }
}
