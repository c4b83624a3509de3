/// After a week or more without training the first week back is lighter (science R17).
///
/// 7 to 13 days off: three quarters of the usual week; 14 to 27: half; from 28 on: like a new start. The
/// usual week is the mean of the four weeks before the break.
enum ReturnFromBreak: ReviewRule {
  static let id = "return-from-break"
  static let daysAdded = 42
  static let dataNeeded: String? = "break_days"
  static let readsHistory = true

  static func breaches(in training: Training) -> [Breach] {
    guard let steps = Steps(training.frame) else { return [] }
    var found: [Breach] = []
    var off = 0
    for day in -training.frame.historyDays..<training.frame.dayCount {
      if training.load[training.at(day)] <= 0 {
        off += 1
        continue
      }
      let gap = off
      off = 0
      guard gap >= steps.short, let before = training.load(over: 28, to: day - gap - 1),
        let breach = back(day, gap, before / 4, steps, training)
      else { continue }
      found.append(breach)
    }
    return found
  }

  /// Days off and the share of the usual week that follows.
  private struct Steps {
    let short: Int, middle: Int, long: Int
    let shortShare: Double, middleShare: Double

    init?(_ frame: Frame) {
      func days(_ name: String) -> Int? { frame.number(id, name).map(Int.init(rounding:)) }
      guard let short = days("short_days"), let middle = days("middle_days"), let long = days("long_days"),
        let shortShare = frame.number(id, "short_share"), let middleShare = frame.number(id, "middle_share")
      else { return nil }
      (self.short, self.middle, self.long) = (short, middle, long)
      (self.shortShare, self.middleShare) = (shortShare, middleShare)
    }

    func share(_ gap: Int) -> Double { gap < middle ? shortShare : middleShare }
  }

  private static func back(
    _ day: Int, _ gap: Int, _ usual: Double, _ steps: Steps, _ training: Training
  ) -> Breach? {
    let last = min(day + 6, training.frame.dayCount - 1)
    guard last >= 0, usual > 0, let load = training.load(over: last - day + 1, to: last) else { return nil }
    let share = steps.share(gap)
    let allowed = share * usual
    guard exceeds(load, allowed) else { return nil }
    let days = max(0, day)...last
    return .advice(.watch, "first week back", days: days, value: load, limit: allowed) {
      Words(
        message:
          "The week from \(training.name(day: day)) holds \(Figures.plain(load)) AU after \(gap) days off"
          + (gap >= steps.long ? ", which is a new start." : "."),
        inputs: [
          .init("first week back", load, "AU"), .init("usual week", usual, "AU"),
          .init("days off", Double(gap), "days"),
        ],
        arithmetic:
          "\(Figures.percent(share)) x \(Figures.plain(usual)) = \(Figures.plain(allowed)) AU, planned "
          + "\(Figures.plain(load)) AU",
        causes: training.sessions(in: Range(days)).filter { $0.load > 0 }.sorted { $0.load > $1.load },
        advice: "Shorten the sessions of the first week, and build up from there.")
    }
  }
}
