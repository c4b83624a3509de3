/// The hip-flexion signals H1-H8 of a week, and the level that they make together.
///
/// Source: this product's proposal. Exposure is counted so that a coach can compare weeks of one athlete.
public struct HipSignals: Equatable, Sendable {
  /// The eight signals, H1 first.
  public let all: [Signal]
  /// The week's level: `high` when the rise or the streak is high and another signal is caution or more;
  /// `caution` when any signal is caution or more, or three are info; `info` when any is.
  ///
  /// The share of one kind of movement alone never makes `high`: a steady runner is advised, not alarmed.
  public let level: HipLevel

  /// One signal of the week.
  public struct Signal: Equatable, Sendable {
    /// Which one.
    public let kind: Kind
    /// The number judged, in the unit that `Kind` says; nil where the data do not allow one.
    public let value: Double?
    /// How much it asks for attention; `none` where there is no value.
    public let level: HipLevel
  }

  /// What a signal looks at, with the unit of its value.
  public enum Kind: String, CaseIterable, Sendable {
    /// Flexion minutes in training minutes, 0-1; needs three sessions that are mostly flexion.
    case share = "H1"
    /// Rise of the week's run-minutes against the mean of the four before, as a share; needs three known
    /// weeks and a base of 60.
    case rise = "H2"
    /// Longest run of days with 20 run-minutes or more that touches the week, days. An unknown day ends it.
    case streak = "H3"
    /// Relief minutes for each 100 run-minutes; needs a week of 60 run-minutes.
    case relief = "H4"
    /// Mean static minutes a day.
    case sitting = "H5"
    /// The largest family's share of the run-minutes, 0-1; needs four training sessions.
    case oneFamily = "H6"
    /// Rise of sit-up repetitions against the week before, as a share. Two days running or feet held count
    /// without it.
    case sitUps = "H7"
    /// Longest time seated without a stop, minutes.
    case travel = "H8"
  }

  /// Judges a week. A week with an unknown day has no share, rise, relief or family.
  /// Where a symptom screen stands (`isRaised`), the week's level is one higher.
  public init(_ week: HipWeek, thresholds: HipThresholds = HipThresholds(), isRaised: Bool = false) {
    let all = [
      week.share(thresholds), week.rise(thresholds), week.streak(thresholds), week.relief(thresholds),
      week.sitting(thresholds), week.oneFamily(thresholds), week.sitUps(thresholds), week.travel(thresholds),
    ]
    self.all = all
    let level = HipSignals.level(of: all)
    self.level = isRaised ? level.raised : level
  }

  /// The signal of a kind.
  public subscript(kind: Kind) -> Signal {
    all.first { $0.kind == kind } ?? Signal(kind: kind, value: nil, level: .none)
  }

  private static func level(of signals: [Signal]) -> HipLevel {
    let cautions = signals.count { $0.level >= .caution }
    let hasHighChange = signals.contains { ($0.kind == .rise || $0.kind == .streak) && $0.level == .high }
    if hasHighChange && cautions >= 2 { return .high }
    let infos = signals.count { $0.level >= .info }
    if cautions > 0 || infos >= 3 { return .caution }
    return infos > 0 ? .info : .none
  }
}

/// A value so close to a threshold counts as on it, whatever the rounding.
private let tolerance = 1e-9

extension HipWeek {
  fileprivate typealias Signal = HipSignals.Signal

  fileprivate func share(_ thresholds: HipThresholds) -> Signal {
    let training = sessions.reduce(0) { $0 + $1.trainingMinutes }
    let flexion = sessions.reduce(0) { $0 + $1.flexionMinutes }
    let mostlyFlexion = sessions.count { $0.flexionMinutes > $0.trainingMinutes / 2 }
    let isKnown = weekRunMinutes != nil && training > 0 && mostlyFlexion >= thresholds.shareLeastSessions
    return signal(.share, isKnown ? flexion / training : nil, from: thresholds.share)
  }

  fileprivate func rise(_ thresholds: HipThresholds) -> Signal {
    let change = LoadChange.weekly(
      weekRunMinutes, after: previousRunMinutes, minimum: thresholds.leastRunMinutes)
    return signal(.rise, change.share, above: thresholds.rise)
  }

  fileprivate func streak(_ thresholds: HipThresholds) -> Signal {
    var (run, longest) = (0, 0)
    for (index, minutes) in runMinutes.enumerated() {
      let counts = minutes.map { $0 >= thresholds.streakRunMinutes - tolerance } ?? false
      run = counts ? run + 1 : 0
      if index >= runMinutes.count - 7 { longest = max(longest, run) }
    }
    return signal(.streak, Double(longest), from: thresholds.streak)
  }

  fileprivate func relief(_ thresholds: HipThresholds) -> Signal {
    guard let week = weekRunMinutes, week > 0, week >= thresholds.leastRunMinutes - tolerance else {
      return Signal(kind: .relief, value: nil, level: .none)
    }
    let value = reliefMinutes / week * 100
    let level = thresholds.relief.level { $0 > 0 ? value < $0 - tolerance : value <= tolerance }
    return Signal(kind: .relief, value: value, level: level)
  }

  fileprivate func sitting(_ thresholds: HipThresholds) -> Signal {
    let total = staticMinutes.isEmpty ? nil : staticMinutes.sumIfKnown()
    return signal(.sitting, total.map { $0 / Double(staticMinutes.count) }, from: thresholds.sitting)
  }

  fileprivate func oneFamily(_ thresholds: HipThresholds) -> Signal {
    var byFamily: [String: Double] = [:]
    for session in sessions { byFamily[session.family, default: 0] += session.runMinutes }
    let total = sessions.reduce(0) { $0 + $1.runMinutes }
    let trainings = sessions.count { $0.trainingMinutes > 0 }
    let isKnown = weekRunMinutes != nil && total > 0 && trainings >= thresholds.oneFamilyLeastSessions
    let largest = byFamily.values.max() ?? 0
    return signal(.oneFamily, isKnown ? largest / total : nil, from: thresholds.oneFamily)
  }

  fileprivate func sitUps(_ thresholds: HipThresholds) -> Signal {
    let total = sitUps.repetitions.reduce(0, +)
    let twoDaysRunning = zip(sitUps.repetitions, sitUps.repetitions.dropFirst()).contains { $0 > 0 && $1 > 0 }
    let rise = sitUps.weekBefore.flatMap { $0 > 0 ? total / $0 - 1 : nil }
    let rises = rise.map { $0 > thresholds.sitUpRise + tolerance } ?? false
    let level: HipLevel = sitUps.feetHeld ? .caution : rises || twoDaysRunning ? .info : .none
    return Signal(kind: .sitUps, value: rise, level: level)
  }

  fileprivate func travel(_ thresholds: HipThresholds) -> Signal {
    signal(.travel, longestSeatedMinutes, above: thresholds.travel)
  }

  private func signal(
    _ kind: HipSignals.Kind, _ value: Double?, from steps: HipThresholds.Steps
  ) -> Signal {
    let level = value.map { value in steps.level { value >= $0 - tolerance } }
    return Signal(kind: kind, value: value, level: level ?? .none)
  }

  private func signal(
    _ kind: HipSignals.Kind, _ value: Double?, above steps: HipThresholds.Steps
  ) -> Signal {
    let level = value.map { value in steps.level { value > $0 + tolerance } }
    return Signal(kind: kind, value: value, level: level ?? .none)
  }
}
