import TrainingLoad

/// What became of the sessions of one schedule in another. A session is the same where its id is.
///
/// The event is no session: compare `Schedule.event`.
public struct ScheduleDifference: Equatable, Sendable {
  /// Every session of either schedule once, by its day in the second (a removed one by its day in the first); on
  /// one day those of the second schedule first, each in the order of its schedule.
  public let sessions: [SessionDifference]

  /// Compares two schedules.
  public init(from before: Schedule, to after: Schedule) {
    let old = Dictionary(before.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stays = Set(after.sessions.map(\.id))
    let all =
      after.sessions.map { SessionDifference(before: old[$0.id], after: $0) }
      + before.sessions.filter { !stays.contains($0.id) }.map { SessionDifference(removed: $0) }
    let order = all.indices.sorted { (all[$0].session.day, $0) < (all[$1].session.day, $1) }
    sessions = order.map { all[$0] }
  }

  /// The sessions that are not kept.
  public var changes: [SessionDifference] { sessions.filter { $0.kinds != [.kept] } }

  /// Sessions that something became of; one that is moved and longer counts as both.
  public func count(_ kind: SessionDifference.Kind) -> Int { sessions.count { $0.kinds.contains(kind) } }

  /// In one line, for example "38 kept, 2 moved, 1 longer, 1 added"; what did not happen is left out.
  public var summary: String {
    let counted = SessionDifference.Kind.allCases.map { (kind: $0, count: count($0)) }.filter { $0.count > 0 }
    if counted.isEmpty { return "no sessions" }
    return counted.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
  }
}

/// A session in two schedules.
public struct SessionDifference: Equatable, Sendable {
  /// As it was; nil = it is added.
  public let before: Session?
  /// As it is; nil = it was removed.
  public let after: Session?
  /// What became of it, in the order of the cases; `kept` stands alone.
  public let kinds: [Kind]

  /// What became of a session, in the words of a coach.
  public enum Kind: String, CaseIterable, Sendable {
    /// The same training at the same time. Reasons and the day first planned may differ.
    case kept
    /// On another day, or at another time of the day.
    case moved
    /// More minutes.
    case longer
    /// Fewer minutes.
    case shorter
    /// Other training: title, template, sport, effort, exposure a minute, or at the same length other steps.
    case changed
    /// Locked, done, or no longer so.
    case marked
    /// Only in the second schedule.
    case added
    /// Only in the first schedule.
    case removed
  }

  /// The session as it is, or was where it is removed.
  public let session: Session

  fileprivate init(before: Session?, after: Session) {
    (self.before, self.after, session) = (before, after, after)
    guard let before else {
      kinds = [.added]
      return
    }
    let kinds = Kind.allCases.filter { $0.holds(from: before, to: after) }
    self.kinds = kinds.isEmpty ? [.kept] : kinds
  }

  fileprivate init(removed session: Session) {
    (before, after, kinds) = (session, nil, [.removed])
    self.session = session
  }

  /// What became of it, for example "moved from Tue 2027-02-02 to Wed 2027-02-03 18:30, longer: 40 to 50 min".
  public var words: String {
    guard let before, let after else { return kinds.map(\.rawValue).joined(separator: ", ") }
    return kinds.map { kind in
      switch kind {
      case .moved where before.day == after.day: "moved \(SessionDifference.times(from: before, to: after))"
      case .moved: "moved from \(before.dayAndTime) to \(after.dayAndTime)"
      case .longer, .shorter: "\(kind.rawValue): \(before.minutes) to \(after.minutes) min"
      case .changed where before.title != after.title: "changed from \(before.title) to \(after.title)"
      case .marked: SessionDifference.marks(from: before, to: after)
      default: kind.rawValue
      }
    }.joined(separator: ", ")
  }

  private static func times(from before: Session, to after: Session) -> String {
    (before.clock.map { "from \($0) " } ?? "") + "to " + (after.clock ?? "all day")
  }

  private static func marks(from before: Session, to after: Session) -> String {
    let locked = after.isLocked ? "locked" : "no longer locked"
    let done = after.isDone ? "done" : "no longer done"
    return [before.isLocked != after.isLocked ? locked : nil, before.isDone != after.isDone ? done : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

extension SessionDifference.Kind {
  fileprivate func holds(from before: Session, to after: Session) -> Bool {
    switch self {
    case .moved: before.day != after.day || before.startMinute != after.startMinute
    case .longer: after.minutes > before.minutes
    case .shorter: after.minutes < before.minutes
    case .changed: !before.isSameTraining(as: after)
    case .marked: before.isLocked != after.isLocked || before.isDone != after.isDone
    case .kept, .added, .removed: false
    }
  }
}

extension Session {
  /// Whether another session trains the same, be it longer or shorter.
  fileprivate func isSameTraining(as other: Session) -> Bool {
    let isSameKind =
      template == other.template && title == other.title && sport == other.sport && family == other.family
      && sRPE == other.sRPE && isHard == other.isHard && isIntense == other.isIntense
      && isLong == other.isLong
      && isRestful == other.isRestful
    let isSameRate = [\Session.load, \.hip, \.relief].allSatisfy { total in
      Self.isEqual(self[keyPath: total] * Double(other.minutes), other[keyPath: total] * Double(minutes))
    }
    return isSameKind && isSameRate && (minutes != other.minutes || steps == other.steps)
  }

  /// Equal but for rounding.
  private static func isEqual(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
  }

  /// `Tue 2027-02-02`, with its time `Tue 2027-02-02 18:30`.
  fileprivate var dayAndTime: String {
    "\(day.weekday.shortName) \(day.iso)" + (clock.map { " " + $0 } ?? "")
  }

  /// `18:30`; nil for a session without a time.
  fileprivate var clock: String? {
    startMinute.map { minute in
      [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }
  }
}
