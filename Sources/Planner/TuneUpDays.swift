import TrainingLoad
import Rows
import TrainingPlan

/// The days around lesser events and after absences, compiled for the search.
struct TuneUpDays: Sendable {
  /// The event of each day, minutes; 0 = there is none.
  let minutes: [Int]
  /// Whether a week has one.
  let isInWeek: [Bool]
  /// What the days that end with each day are held to by a short taper.
  let loadLimit: [LoadLimit?]
  private let isWithoutHard: [Bool]
  private let isWithoutLong: [Bool]
  private let isEasy: [Bool]

  /// The load of some days, at most, as a share of the load of the four weeks that end with them.
  struct LoadLimit: Sendable {
    let days: Int
    let share: Double
    /// Whether the last of them has its part of it at most.
    let isForEach: Bool
  }

  init(_ problem: PlanProblem) {
    let days = 0..<problem.dayCount
    var minutes = days.map { _ in 0 }
    var isInWeek = Array(repeating: false, count: problem.weekCount)
    var loadLimit: [LoadLimit?] = days.map { _ in nil }
    var isWithoutHard = days.map { _ in false }
    var isWithoutLong = isWithoutHard
    for (tuneUp, session) in problem.tuneUpSessions {
      let day = session.day - problem.start
      guard days.contains(day) else { continue }
      let taper = tuneUp.taper
      minutes[day] = session.minutes
      isInWeek[day / 7] = true
      let after = (day + 1)..<(day + 1 + taper.easyDaysAfter)
      for other in ((day - taper.noHardDays)..<day).clamped(to: days) { isWithoutHard[other] = true }
      for other in ((day - taper.noLongDays)..<day).clamped(to: days) { isWithoutLong[other] = true }
      for other in after.clamped(to: days) { (isWithoutHard[other], isWithoutLong[other]) = (true, true) }
      let limited = min(taper.loadDays, day)
      if limited > 0 {
        loadLimit[day - 1] = LoadLimit(
          days: limited,
          share: taper.loadShare * Double(limited) / Double(TuneUp.ShortTaper.usualDays), isForEach: true)
      }
    }
    for back in FirstWeekBack.all(in: problem) where loadLimit[back.lastDay] == nil {
      loadLimit[back.lastDay] = LoadLimit(days: 7, share: back.share, isForEach: false)
    }
    let first = problem.limits.firstDays?.easyCount ?? 0
    isEasy = Self.areEasyAfterAbsences(problem).enumerated().map { $1 || $0 < first }
    self.minutes = minutes
    self.isInWeek = isInWeek
    self.loadLimit = loadLimit
    self.isWithoutHard = isWithoutHard
    self.isWithoutLong = isWithoutLong
  }

  /// Whether each day is one of the first after a week or more in a row on which nothing was possible.
  private static func areEasyAfterAbsences(_ problem: PlanProblem) -> [Bool] {
    let count = problem.coaching?.easyDaysAfterAbsence ?? 0
    let blocked = Set(problem.availability.blockedDays)
    return (0..<problem.dayCount).map { day in
      guard !blocked.contains(day), let last = (max(0, day - count)..<day).last(where: blocked.contains)
      else { return false }
      return last >= absence - 1 && (last - absence + 1...last).allSatisfy(blocked.contains)
    }
  }

  /// Days away that make an absence.
  private static let absence = 7

  /// Whether a session may be planned on a day: none beside an event, and none that its days are kept free of.
  func allows(_ kind: SessionTemplate, on day: Int) -> Bool {
    minutes[day] == 0 && !((kind.isHard || kind.role == .strength) && isWithoutHard[day])
      && !(kind.isLong && isWithoutLong[day]) && !((kind.isHard || kind.isLong) && isEasy[day])
  }
}

extension Trial {
  /// What the days before a lesser event break by their load.
  func breachShortTaper(_ day: Int, _ loadSum: Double, _ score: inout Score) {
    guard let limit = tables.loadLimit[day] else { return }
    let next = model.historyCount + day + 1
    let month = loadSum - tried.loadSum[next - TuneUp.ShortTaper.usualDays]
    score.breach(loadSum - tried.loadSum[next - limit.days] - limit.share * month, Score.unit)
    if limit.isForEach { score.breach(load[day] - limit.share / Double(limit.days) * month, Score.unit) }
  }
}
