import TrainingLoad
import TrainingPlan

/// The history that a problem holds: every day before the start with a value, and what was assumed.
struct ResolvedHistory {
  /// What the problem holds.
  var history: PlanProblem.History
  /// Exposure of a recent week: the mean of the last four or the last one, the larger; run-minutes.
  var recentHip: Double { PlanProblem.History.reference(of: history.hip) }
  /// What the first week holds at most, AU, after days off; nil where there were none, or what was usual is not known.
  var firstWeekLoad: Double?
  /// Index of the last hard day.
  var lastHardDay: Int?
  /// What was assumed, in words.
  var assumptions: [String]

  /// An effort from which a session counts as hard (R03).
  private static let hardEffort = 7.0

  /// Rises of the longest session, as shares.
  struct SessionRises {
    /// What counts as a usual one.
    let small: Double
    /// From here on a session stands out, as a race does.
    let moderate: Double

    /// The bands of the rule book; nil where it has none.
    init?(_ book: RuleBook) {
      let rule = book["single-session-spike"]
      guard let small = rule?.number("state_small"), let moderate = rule?.number("state_moderate") else {
        return nil
      }
      (self.small, self.moderate) = (small, moderate)
    }
  }

  /// Fills the days before `start` that nothing is known of.
  init(
    _ before: Resolution.Past, start: CivilDay, unknown: PlanFile.UnknownDays,
    needs: Defaults.HistoryNeeds, rises: SessionRises?, hipPerMinute: (TrainingHistory.PastSession) -> Double
  ) {
    let past = before.history
    let known = Set(past.knownDays)
    let first = past.knownDays.first ?? start
    let length = min(needs.keptDays, max(needs.leastDays, start - first))
    var load = Array(repeating: 0.0, count: length)
    var hip = load
    history = PlanProblem.History(load: [], hip: [], sessions: [])
    for session in past.sessions {
      let index = length + (session.day - start)
      guard (0..<length).contains(index) else { continue }
      load[index] += session.load
      hip[index] += (hipPerMinute(session) * session.minutes * 100).rounded() / 100
      history.sessions.append(
        PlanProblem.PastSession(day: session.day - start, sport: session.sport, minutes: session.minutes))
    }
    let isKnown = (0..<length).map { known.contains(start + ($0 - length)) }
    assumptions = []
    let lastHard = past.sessions.last { $0.effort >= Self.hardEffort && $0.day < start }
    lastHardDay = lastHard.map { $0.day - start }
    let weekday = { (index: Int) in (start + (index - length)).weekday }
    func fillDays(after isTold: [Bool], share: Double) {
      Self.fill(&load, isKnown: isTold, weekday: weekday, share: share)
      Self.fill(&hip, isKnown: isTold, weekday: weekday, share: share)
      history.addUsualSessions(isKnown: isTold, weekday: weekday, share: share)
    }
    if unknown == .usual, isKnown.contains(false) { fillDays(after: isKnown, share: 1) }
    if let idle = before.idle {
      let usualDays = Resolution.daysOfReference
      let usual = load.dropLast(idle.days).suffix(usualDays)
      if usual.count == usualDays {
        firstWeekLoad = (idle.shareOfWeek * usual.reduce(0, +) * 7 / Double(usualDays)).rounded(.down)
      }
      fillDays(after: (0..<length).map { $0 < length - idle.days }, share: idle.share)
      history.shorten(before: -idle.days, to: idle.shareOfSessions)
    }
    if let rises { history.leaveOutRaces(rises) }
    let missing = isKnown.count { !$0 }
    if missing > 0 {
      let reading = unknown == .usual ? "the athlete's usual weekday" : "rest"
      assumptions.append("History: unknown days (\(missing) of \(length)) count as \(reading).")
    }
    history.load = load
    history.hip = hip
  }

  /// Gives each unknown day a share of the mean of the known days with its weekday, or of all known days.
  private static func fill(
    _ values: inout [Double], isKnown: [Bool], weekday: (Int) -> Weekday, share: Double
  ) {
    let known = values.indices.filter { isKnown[$0] }
    func mean(_ indices: [Int]) -> Double {
      let sum = indices.reduce(0) { $0 + values[$1] }
      return indices.isEmpty ? 0 : (share * sum / Double(indices.count) * 10).rounded() / 10
    }
    let all = mean(known)
    let byWeekday = Weekday.allCases.map { day in
      let same = known.filter { weekday($0) == day }
      return same.isEmpty ? all : mean(same)
    }
    for index in values.indices where !isKnown[index] { values[index] = byWeekday[weekday(index).rawValue] }
  }
}

extension PlanProblem.History {
  /// Gives the sessions before a day a share of their minutes: they were long before days off.
  fileprivate mutating func shorten(before day: Int, to share: Double) {
    for index in sessions.indices where sessions[index].day < day {
      sessions[index].minutes = (share * sessions[index].minutes).rounded()
    }
  }

  /// Gives a session that stands out, as a race does, what would have been a usual rise: nobody trains on from the length
  /// of a race. It stands out beside all of its sport until a week before it.
  fileprivate mutating func leaveOutRaces(_ rises: ResolvedHistory.SessionRises) {
    let sessionsThatTell = 4
    let all = sessions
    for index in sessions.indices {
      let before = all.filter { $0.sport == all[index].sport && $0.day < all[index].day - 6 }
      guard before.count >= sessionsThatTell, let most = before.map(\.minutes).max() else { continue }
      if all[index].minutes > (1 + rises.moderate) * most {
        sessions[index].minutes = ((1 + rises.small) * most).rounded()
      }
    }
  }

  /// Gives each unknown day the sports that most known days with its weekday had, in sessions of a share of the median
  /// length.
  fileprivate mutating func addUsualSessions(isKnown: [Bool], weekday: (Int) -> Weekday, share: Double) {
    let length = isKnown.count
    let known = isKnown.indices.filter { isKnown[$0] }
    let done = sessions
    for index in isKnown.indices where !isKnown[index] {
      let alike = known.filter { weekday($0) == weekday(index) }
      let before = done.filter { past in alike.contains(length + past.day) }
      for sport in Set(before.map(\.sport)).sorted() {
        let longest = Dictionary(grouping: before.filter { $0.sport == sport }, by: \.day).values
          .compactMap { $0.map(\.minutes).max() }.sorted()
        guard 2 * longest.count > alike.count else { continue }
        sessions.append(
          .init(
            day: index - length, sport: sport,
            minutes: (share * longest[(longest.count - 1) / 2] * 100).rounded() / 100))
      }
    }
    sessions.sort { $0.day < $1.day }
  }
}
