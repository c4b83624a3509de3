public import TrainingLoad

/// Days on which a hard session is better an easy one, after high stress or short nights (rule `stress-sleep`).
public struct CalmDays: Equatable, Sendable {
  /// The check-in that asks for them, which is on the first of them.
  public let checkIn: CheckIn
  /// The last of them.
  public let last: CivilDay
  /// What in the answers asks for them.
  public let cause: Cause

  /// What asks for calm days.
  public enum Cause: Equatable, Sendable {
    /// Stress, 1-5.
    case stress(Int)
    /// Hours slept in nights running, the earliest first.
    case shortNights([Double])
  }

  /// From where on answers ask for calm days, and for how many.
  public struct Levels: Equatable, Sendable {
    /// Stress from which on, 1-5.
    public var stress: Double
    /// Hours of sleep below which a night is short.
    public var sleep: Double
    /// Short nights running.
    public var nights: Int
    /// Days, from that of the check-in on.
    public var days: Int

    /// The levels by their names in the rule book; nil where one is missing.
    public init?(_ number: (String) -> Double?) {
      guard let stress = number("stress"), let sleep = number("sleep"), let nights = number("nights"),
        let days = number("days")
      else { return nil }
      (self.stress, self.sleep) = (stress, sleep)
      (self.nights, self.days) = (Self.count(nights), Self.count(days))
    }

    /// A whole number from 1 on, whatever a problem says.
    private static func count(_ value: Double) -> Int {
      value.isFinite ? Int(min(max(1, value), 1_000).rounded()) : 1
    }
  }
}

extension CheckIns {
  /// The days that answers ask to be calm, check-in by check-in; each ends where the next one is answered.
  ///
  /// The answers are looked at one by one and never made into a score.
  ///
  /// - Source: science R32.
  public func calmDays(_ levels: CalmDays.Levels) -> [CalmDays] {
    all.indices.compactMap { place in
      guard let cause = cause(at: place, levels) else { return nil }
      let end = all[place].day + levels.days
      let next = all[(place + 1)...].first?.day ?? end
      guard min(end, next) > all[place].day else { return nil }
      return CalmDays(checkIn: all[place], last: min(end, next) - 1, cause: cause)
    }
  }

  private func cause(at place: Int, _ levels: CalmDays.Levels) -> CalmDays.Cause? {
    let checkIn = all[place]
    if let stress = checkIn.stress, Double(stress) >= levels.stress { return .stress(stress) }
    let nights = (0..<levels.nights).compactMap { back in
      all[...place].last { $0.day == checkIn.day - back }?.sleepMinutes.map { Double($0) / 60 }
    }
    guard nights.count == levels.nights, nights.allSatisfy({ $0 < levels.sleep }) else { return nil }
    return .shortNights(nights.reversed())
  }
}
